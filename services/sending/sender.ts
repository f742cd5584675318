import type { Clock } from '../clock.js'
import type { Conversation, Numbered, Sending } from '../conversations/conversation.js'
import type { Conversations } from '../conversations/conversations.js'
import type { Delivered, SendingEvent } from './sending.js'
import { afterFailure, afterPart, dropped, unitOf } from './progress.js'

/** How long one process may send before another takes over, in milliseconds; renewed with every part. */
export const LEASE = 60_000
/** The platform's window: what could not be sent for so long may go out no more, in milliseconds (N3). */
const WINDOW = 24 * 3_600_000
/** While nothing goes out because somebody must act, in milliseconds. */
const ALARM_WAIT = 60_000
/** A turn or another process that writes in between is rare; so many in a row means that something is wrong. */
const MOST_TRIES = 20
/** Conversations taken over at once. */
const DUE_AT_ONCE = 500

export interface SenderParts<Part> {
  readonly conversations: Conversations
  readonly channel: string
  /** The messages of one turn in the parts that the channel sends, in order; the same messages give the same parts. */
  readonly shape: (messages: readonly Numbered[]) => readonly Part[]
  /** Sends one part to a sealed address, once. Never rejects for what happens outside. */
  readonly deliver: (address: string, key: string, part: Part) => Promise<Delivered>
  /** Milliseconds before the next attempt, after so many that failed. */
  readonly backOff: (attempts: number, code: number | null) => number
  readonly clock: Clock
  /** Runs a task after these milliseconds; it may be lost with the process. */
  readonly later: (milliseconds: number, task: () => void) => void
  readonly report: (event: SendingEvent) => void
}

export interface Sender {
  /**
   * Sends what waits in one conversation, in order; resolves when nothing waits, when it must wait longer, or at once when
   * another process has the lease. `lease`: the one that was taken for us just now.
   */
  send(key: string, lease?: number): Promise<void>
  /** Takes over what other processes, or this one before it stopped, left to be sent. Answers how many conversations. */
  sendDue(until: number): Promise<number>
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>
}

interface Parts<Part> extends SenderParts<Part> {
  /** The leases that this process took, by the moment that stands in the record: that they are equal says that it is ours. */
  readonly leases: Map<string, number>
}

/**
 * Sends from the record: what the channel accepted is taken out of it at once, so a message goes out twice only when the
 * process dies between the two. One conversation is sent by one at a time; others are not held up.
 */
export function createSender<Part>(outside: SenderParts<Part>): Sender {
  const running = new Map<string, { readonly asked: Set<string>; readonly done: Promise<void> }>()
  const parts: Parts<Part> = { ...outside, leases: new Map() }

  function send(key: string, lease?: number): Promise<void> {
    if (lease !== undefined) parts.leases.set(key, lease)
    const now = running.get(key)
    if (now) {
      now.asked.add(key)
      return now.done
    }
    const asked = new Set<string>()
    const done = drain(key, parts, () => void send(key).catch(() => undefined)).finally(() => running.delete(key))
    running.set(key, { asked, done })
    // What was added while the last message was written down is sent too.
    return done.then(() => (asked.size > 0 ? send(key) : undefined))
  }

  return {
    send,
    async sendDue(until) {
      const keys = await parts.conversations.due(until, DUE_AT_ONCE)
      const mine: string[] = []
      for (const key of keys) if (await claim(key, until, parts)) mine.push(key)
      await Promise.allSettled(mine.map(key => send(key)))
      return mine.length
    },
    idle: async () => void (await Promise.allSettled([...running.values()].map(({ done }) => done))),
  }
}

async function drain<Part>(key: string, parts: Parts<Part>, again: () => void): Promise<void> {
  for (;;) {
    const { conversation } = await parts.conversations.load(key, parts.channel)
    const { sending } = conversation
    const unit = unitOf(conversation)
    const [first] = unit
    // Who has the lease sends what others add, too. A lease that changed is another's, and ours is worth nothing any more.
    if (!sending || !first || sending.dueAt !== parts.leases.get(key)) return void parts.leases.delete(key)
    const shaped = parts.shape(unit)
    const part = shaped[sending.parts]
    if (part === undefined) {
      await change(key, first, (current, dueAt) => afterPart(current, shaped.length, dueAt), 0, parts)
      continue
    }
    const delivered: Delivered =
      first.at + WINDOW < parts.clock() ? { type: 'window-closed' } : await parts.deliver(sending.address, key, part)
    const wait = await settle(key, first, sending, delivered, shaped.length, parts)
    if (wait === null) continue
    parts.later(wait, again)
    return
  }
}

/** Writes down what came of it; answers how long to wait, or null to go on. */
async function settle<Part>(
  key: string,
  first: Numbered,
  { attempts }: Sending,
  delivered: Delivered,
  count: number,
  parts: Parts<Part>,
): Promise<number | null> {
  const { report, backOff } = parts
  switch (delivered.type) {
    case 'sent':
      await change(key, first, (current, dueAt) => afterPart(current, count, dueAt), 0, parts)
      report({ type: 'sent' })
      return null
    case 'window-closed':
    case 'stop': {
      const why = delivered.type === 'stop' ? 'undeliverable' : 'window-closed'
      const messages = await change(key, first, dropped, 0, parts)
      report({ type: 'dropped', why, messages })
      return null
    }
    case 'retry':
    case 'wait':
    case 'alarm': {
      const code = delivered.type === 'wait' ? null : delivered.code
      const tried = delivered.type === 'retry' && !delivered.held
      if (delivered.type === 'alarm') report({ type: 'alarm', code: delivered.code })
      else if (tried) report({ type: 'tried-again', code })
      const least = delivered.type === 'alarm' ? ALARM_WAIT : delivered.after
      const wait = tried ? Math.max(least, backOff(attempts, code)) : least
      await change(key, first, (current, dueAt) => afterFailure(current, tried, dueAt), wait, parts)
      return wait
    }
  }
}

/**
 * Changes the record if that message still is the first that waits, and renews the lease for so long after the wait; answers
 * how many messages waited.
 */
async function change<Part>(
  key: string,
  first: Numbered,
  next: (conversation: Conversation, dueAt: number) => Conversation,
  wait: number,
  { conversations, channel, clock, leases }: Parts<Part>,
): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { conversation } = await conversations.load(key, channel)
    if (!isSame(conversation.sent[0], first) || !conversation.sending) return 0
    const dueAt = clock() + wait + LEASE
    const commit = await conversations.commit(conversation, next(conversation, dueAt), false)
    if (commit.type === 'committed') leases.set(key, dueAt)
    if (commit.type === 'committed') return conversation.sent.length
  }
  throw new Error(`What was sent could not be written down in ${MOST_TRIES} tries: does something write without end?`)
}

/** After a wipe the numbers begin again; the moment tells a message from one of before. */
const isSame = (message: Numbered | undefined, { number, at }: Numbered): boolean =>
  message?.number === number && message.at === at

/** Makes this process the one that sends; false where another was faster, or has sent it meanwhile. */
async function claim<Part>(key: string, until: number, parts: Parts<Part>): Promise<boolean> {
  const { conversation } = await parts.conversations.load(key, parts.channel)
  const { sending } = conversation
  if (!sending || sending.dueAt > until) return false
  const dueAt = parts.clock() + LEASE
  const commit = await parts.conversations.commit(
    conversation,
    { ...conversation, sending: { ...sending, dueAt } },
    false,
  )
  if (commit.type === 'committed') parts.leases.set(key, dueAt)
  return commit.type === 'committed'
}
