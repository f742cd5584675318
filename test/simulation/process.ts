import { pino } from 'pino'
import type { Received } from '../../bot/channels/whatsapp/received.js'
import { createTurn, type Turned } from '../../bot/turn/turn.js'
import type { Inbound } from '../../bot/turn/inbound.js'
import { createShape } from '../../bot/whatsapp/shape.js'
import { createWhatsApp, type WhatsApp } from '../../bot/whatsapp/create-whatsapp.js'
import { createConversations, type Conversations } from '../../services/conversations/conversations.js'
import type { Conversation } from '../../services/conversations/conversation.js'
import { createSeal, type Seal } from '../../services/privacy/seal.js'
import { unitOf } from '../../services/sending/progress.js'
import { MemoryConversationStore } from '../../services/storage/memory/memory-conversation-store.js'
import type { Chance } from './chance.js'
import type { Disk } from './disk.js'
import { hashOf, keyedHash, keys } from './hash-of.js'
import { checkDanger, renderSourcesAt, turnPartsOf } from './knowledge.js'
import type { Machine } from './machine.js'
import type { Meta, Purpose } from './meta.js'
import { steppedPorts } from './stepped-ports.js'
import { WaitingRoom } from './waiting-room.js'
import type { Witness } from './witness.js'

const log = pino({ level: 'silent' })

export interface ProcessParts {
  readonly machine: Machine
  readonly disk: Disk
  readonly meta: Meta
  readonly witness: Witness
  readonly chance: Chance
  readonly clock: () => number
  readonly log: (line: string) => void
}

export interface Process {
  readonly machine: Machine
  readonly accept: (received: Extract<Received, { type: 'received' }>) => ReturnType<WhatsApp['accept']>
  readonly sender: WhatsApp['sender']
  readonly conversations: Conversations
}

/** The real door, turn, conversations and sender, as one process that starts on this disk. */
export function createProcess(parts: ProcessParts): Process {
  const { machine, disk, meta, witness, chance, clock } = parts
  const room = new WaitingRoom(witness)
  const ports = steppedPorts(machine, disk, witness, clock)
  const conversations = createConversations({
    kept: ports.conversations,
    memory: new MemoryConversationStore(),
    preferences: ports.preferences,
    handled: ports.handled,
    clock,
  })
  const turnParts = turnPartsOf(conversations, clock, error => parts.log(`${machine.name} trouble ${String(error)}`))
  const pageOf = (record: string): string => `https://voordeur.example/places/${record}`
  const renderSources = () => renderSourcesAt(clock)
  const purposes = new Purposes(createShape({ sources: renderSources, pageOf, cut: () => undefined }))
  const whatsapp = createWhatsApp({
    turn: watchedTurn(createTurn(turnParts), purposes, room, parts),
    turnParts,
    conversations: { ...conversations, load: (key, channel) => purposes.loaded(key, conversations.load(key, channel)) },
    counts: turnParts.counts,
    deadLetters: ports.letters,
    keyedHash,
    seal: purposes.watch(
      createSeal(keys, bytes => Buffer.from(Array.from({ length: bytes }, () => chance.below(256)))),
    ),
    deliver: {
      send: (to, payload) => {
        const purpose = purposes.take(hashOf(`whatsapp ${to.phone ?? to.bsuid ?? ''}`))
        return machine.call('deliver', () => meta.send(to, payload, purpose, machine))
      },
      markRead: () => machine.call('mark read', () => undefined),
    },
    renderSources,
    pageOf,
    clock,
    chance: () => chance.next(),
    later: (milliseconds, task) => machine.later(milliseconds, task),
    log,
  })
  return {
    machine,
    sender: whatsapp.sender,
    conversations,
    accept(received) {
      for (const { id, at, from, content } of received.messages) {
        const danger = content.type === 'text' && checkDanger(content.text).type === 'danger'
        room.arrived(hashOf(`whatsapp ${from.phone ?? from.bsuid ?? ''}`), { id: hashOf(id), at, danger })
      }
      return whatsapp.accept(received)
    },
  }
}

/** Knows for what each message is sent: from a record, to be said at once, or to tell of an outage. */
class Purposes {
  readonly #loaded = new Map<string, Conversation>()
  readonly #saying = new Map<string, string>()
  readonly #shape
  #opened: string | null = null

  constructor(shape: ReturnType<typeof createShape>) {
    this.#shape = shape
  }

  async loaded(key: string, loading: ReturnType<Conversations['load']>): ReturnType<Conversations['load']> {
    const loaded = await loading
    this.#loaded.set(key, loaded.conversation)
    return loaded
  }

  /** The sender opens an address right before it sends. */
  watch(seal: Seal): Seal {
    return {
      close: (value, purpose) => seal.close(value, purpose),
      open: (sealed, key) => {
        this.#opened = key
        return seal.open(sealed, key)
      },
    }
  }

  async saying<Result>(key: string, id: string, say: () => Promise<Result>): Promise<Result> {
    this.#saying.set(key, id)
    try {
      return await say()
    } finally {
      this.#saying.delete(key)
    }
  }

  take(key: string): Purpose {
    const opened = this.#opened
    this.#opened = null
    if (opened !== null) return this.#fromRecord(opened)
    const id = this.#saying.get(key)
    return id === undefined ? { type: 'outage' } : { type: 'said', key, id }
  }

  #fromRecord(key: string): Purpose {
    const conversation = this.#loaded.get(key)
    if (!conversation?.sending) throw new Error('The sender sent something that it had not read')
    const messages = unitOf(conversation)
    const parts = this.#shape(
      messages.map(({ message }) => message),
      false,
    ).length
    return { type: 'record', unit: { key, messages, part: conversation.sending.parts, parts } }
  }
}

type Turn = (inbounds: readonly Inbound[]) => Promise<readonly Turned[]>

/** The turn, with what it says at once and in which order it answers reported to those who watch. */
function watchedTurn(turn: Turn, purposes: Purposes, room: WaitingRoom, parts: ProcessParts): Turn {
  const { witness, machine, meta } = parts
  return async inbounds => {
    const [first] = inbounds
    if (!first) return []
    const { key } = first
    const ids = inbounds.map(({ id }) => id ?? '')
    const watched = inbounds.map((inbound): Inbound => {
      const { id, sayNow } = inbound
      if (id === undefined || !sayNow) return inbound
      return {
        ...inbound,
        async sayNow(messages, young) {
          await purposes.saying(key, id, () => sayNow(messages, young))
          witness.saidNow(id, machine, meta.wasUnheard(id))
          meta.keepsNothing(id, key, machine)
        },
      }
    })
    room.began(key)
    try {
      const turned = await turn(watched)
      room.answered(key, ids)
      return turned
    } catch (error) {
      parts.log(`${machine.name} turn failed ${String(error)}`)
      if (ids.length === 1 && ids[0] !== undefined) room.failed(key, ids[0])
      throw error
    }
  }
}
