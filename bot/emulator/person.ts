import { keyOf, type Identity } from './identity.js'
import type { Content } from './message-schema.js'
import { offeredIn, tapOf, type Offered } from './offered.js'
import type { Phone } from './phone.js'
import type { PhoneMessage } from './screen.js'

/** Largest wait for an answer in a test, in milliseconds. */
const USUAL_WAIT_MS = 5_000

/** An emulated resident with her phone. Everything she does answers the id of the message that it makes. */
export interface Person {
  readonly identity: Identity
  /** Both sides, oldest first; only the newest are kept. */
  readonly messages: readonly PhoneMessage[]
  /** What the bot sent, oldest first. */
  readonly received: readonly Content[]
  write(text: string): string
  /** Taps the newest button or row with this id or these words. Throws when nothing on her screen has it. */
  tap(idOrWords: string): string
  /** Whether something on her screen has this id or these words. */
  offers(idOrWords: string): boolean
  sendLocation(latitude: number, longitude: number): string
  sendPicture(): string
  sendVoice(): string
  /** Any message in Meta's words, without `from`, `id` and `timestamp` (those can be given to override). */
  send(message: object): string
  /** Her last message is told to the webhook once more, with the same id. */
  repeat(): void
  /** She opens the conversation: what she has not read is now read. */
  look(): void
  /** Calls on every change of her screen; answers how to stop that. */
  onChange(listener: () => void): () => void
  /** The bot's messages since her last one, once there are so many; rejects when they do not come in time. */
  answers(count?: number, withinMs?: number): Promise<readonly Content[]>
}

export function createPerson(identity: Identity, phone: Phone): Person {
  const send = (message: object) => phone.send(message)
  const media = (kind: string, mime: string, more: object = {}) =>
    send({ type: kind, [kind]: { id: '1000000000000001', mime_type: mime, sha256: 'c2hhMjU2', ...more } })

  return {
    identity,
    get messages() {
      return phone.messages
    },
    get received() {
      return phone.messages.flatMap(message => (message.from === 'bot' ? [message.content] : []))
    },
    write: text => send({ type: 'text', text: { body: text } }),
    tap(idOrWords) {
      const found = newestOffer(phone, idOrWords)
      if (!found) throw new Error(`Nothing on the screen of ${identity.name} offers "${idOrWords}"`)
      return send({ context: { from: phone.own.display, id: found.message }, ...tapOf(found.offered) })
    },
    offers: idOrWords => newestOffer(phone, idOrWords) !== null,
    sendLocation: (latitude, longitude) => send({ type: 'location', location: { latitude, longitude } }),
    sendPicture: () => media('image', 'image/jpeg'),
    sendVoice: () => media('audio', 'audio/ogg; codecs=opus', { voice: true }),
    send,
    repeat: () => phone.repeat(),
    look: () => phone.look(),
    onChange: listener => phone.onChange(listener),
    answers: (count = 1, withinMs = USUAL_WAIT_MS) => answersOn(phone, keyOf(identity), count, withinMs),
  }
}

function newestOffer(phone: Phone, wanted: string): { readonly message: string; readonly offered: Offered } | null {
  for (const message of phone.messages.toReversed()) {
    const inIt = message.from === 'bot' ? offeredIn(message.content) : []
    const offered = inIt.find(({ id, title }) => id === wanted || title === wanted)
    if (offered) return { message: message.id, offered }
  }
  return null
}

function answersOn(phone: Phone, who: string, count: number, withinMs: number): Promise<readonly Content[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const answers = sinceHerLast(phone.messages)
      if (answers.length < count) return
      stop()
      resolve(answers)
    }
    const stopListening = phone.onChange(look)
    const tooLong = setTimeout(() => {
      stop()
      const came = sinceHerLast(phone.messages).length
      reject(new Error(`${who} waited ${withinMs} ms for ${count} answers and got ${came}`))
    }, withinMs)
    const stop = () => {
      clearTimeout(tooLong)
      stopListening()
    }
    look()
  })
}

function sinceHerLast(messages: readonly PhoneMessage[]): readonly Content[] {
  const last = messages.findLastIndex(({ from }) => from === 'resident')
  return messages.slice(last + 1).flatMap(message => (message.from === 'bot' ? [message.content] : []))
}
