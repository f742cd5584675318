import express, { type Express } from 'express'
import { createFaults, type Faults } from './faults.js'
import type { Identity } from './identity.js'
import { listenOn } from './listen-on.js'
import type { Content } from './message-schema.js'
import { createObjection, type QuotaOptions } from './objection.js'
import { createPeople } from './people.js'
import type { Person } from './person.js'
import { sendEndpoint, type Recipient } from './send-endpoint.js'
import { createWebhookCalls, type WebhookCalls } from './webhook-calls.js'
import { createWebhookDelivery, usualBackOff, type WebhookDelivery } from './webhook-delivery.js'
import { askChallenge } from './webhook-post.js'
import type { StatusName } from './webhook-value.js'

/** Messages of one person that are kept, at most. */
const MOST_MESSAGES = 500
/** Largest body that is read, in bytes. */
const MOST_BODY = 100_000

export interface EmulatorOptions extends QuotaOptions {
  /** The app's secret, which signs webhook calls. */
  readonly secret: string
  readonly verifyToken: string
  /** What a sender must show. */
  readonly token: string
  /** Id of our number. */
  readonly number: string
  /** A number at least 0 and below 1. */
  readonly chance: () => number
  /** May be given later by `callAt`, when the listener starts last. */
  readonly webhook?: URL
  /** Statuses that follow a message by themselves; `sent` and `delivered` unless given. */
  readonly statuses?: readonly StatusName[]
  /** Milliseconds before a failed call is tried again, or null to give up. */
  readonly backOff?: (attempt: number) => number | null
  readonly mostMessages?: number
}

/** A message that was accepted, in the order of accepting. */
export interface Accepted {
  readonly id: string
  readonly to: Recipient
  readonly at: number
  readonly content: Content
}

/** Meta's side of the WhatsApp Cloud API, with residents and their phones. For tests, and for trying out without an account. */
export interface Emulator
  extends
    Pick<WebhookCalls, 'disturb'>,
    Pick<WebhookDelivery, 'pause' | 'settled' | 'counts'>,
    Pick<Faults, 'next' | 'often'> {
  /** The person with this number or id, known or new. */
  person(identity: Identity): Person
  readonly people: readonly Person[]
  callAt(webhook: URL): void
  /** Whether the webhook answers the challenge for this token; the right one unless given. */
  handshake(verifyToken?: string): Promise<boolean>
  /** Told of each message as it is accepted; answers how to stop that. */
  onAccepted(listener: (accepted: Accepted) => void): () => void
  /** The routes of the API; hang a page beside them before listening. */
  readonly app: Express
  /** Listens on loopback, and answers its address. Port 0 takes a free one. */
  listen(port?: number): Promise<string>
  close(): Promise<void>
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const { clock, chance } = options
  let webhook = options.webhook ?? null
  const newId = createIds(chance)
  const faults = createFaults(chance)
  const delivery = deliveryFor(options, () => webhook)
  const calls = createWebhookCalls(delivery, chance)
  const people = createPeople({
    own: { id: options.number, display: '31200000000' },
    calls,
    clock,
    newId,
    statuses: options.statuses ?? ['sent', 'delivered'],
    most: options.mostMessages ?? MOST_MESSAGES,
  })
  const listeners = new Set<(accepted: Accepted) => void>()
  const endpoint = sendEndpoint({
    token: options.token,
    number: options.number,
    takeFault: () => faults.take(),
    newId,
    objection: createObjection(options, people),
    accept(id, to, content, failure) {
      people.to(to).receive(id, content, failure)
      for (const listener of listeners) listener({ id, to, at: clock(), content })
    },
    markRead: id => people.markRead(id),
  })
  const app = express().disable('x-powered-by')
  app.post('/:version/:number/messages', express.json({ limit: MOST_BODY, type: () => true }), endpoint)
  const server = listenOn(app)

  return {
    ...faults,
    ...delivery,
    ...calls,
    app,
    person: identity => people.person(identity),
    get people() {
      return people.all
    },
    callAt: url => void (webhook = url),
    handshake: async (verifyToken = options.verifyToken) =>
      webhook !== null && (await askChallenge(webhook, verifyToken, newId())),
    onAccepted(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listen: port => server.listen(port),
    async close() {
      delivery.close()
      await server.close()
    },
  }
}

const deliveryFor = ({ secret, clock, backOff }: EmulatorOptions, url: () => URL | null): WebhookDelivery =>
  createWebhookDelivery({ secret, account: '100000000000001', clock, url, backOff: backOff ?? usualBackOff })

/** Ids as Meta makes them: unlike any other, also after a restart. */
function createIds(chance: () => number): () => string {
  const start = Math.floor(chance() * 36 ** 8).toString(36)
  let made = 0
  return () => `wamid.${`${start}${(made += 1).toString(36).padStart(6, '0')}`.toUpperCase()}`
}
