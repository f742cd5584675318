import express, { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { Emulator } from '../emulator.js'
import type { Fault } from '../faults.js'
import { keyOf } from '../identity.js'
import type { Person } from '../person.js'
import { renderChat, renderPhone } from './phone-page.js'

/** Where she is when she shares it: a square in the middle of Amsterdam, longitude last. */
const SOMEWHERE = [52.3731, 4.8926] as const
/** How long webhooks stay off for one tap, in milliseconds. */
const PAUSE_MS = 10_000
/** Changes that come together are shown together, in milliseconds. */
const TOGETHER_MS = 30
const MOST_BODY = 32_768

/** What the page offers to let go wrong, by the names in `phone.html`. */
export const faultsOnPage: Readonly<Record<string, Fault>> = {
  unavailable: { type: 'http', status: 503 },
  'pair-rate': { type: 'error', code: 131_056 },
  window: { type: 'error', code: 131_047 },
  undeliverable: { type: 'error', code: 131_026 },
  token: { type: 'error', code: 190 },
  slow: { type: 'late', ms: 5_000 },
  broken: { type: 'close', accepted: true },
  'fails-later': { type: 'fails-later', code: 131_026 },
}

const form = z.object({
  who: z.string().max(200),
  text: z.string().max(4096).default(''),
  option: z.string().max(300).default(''),
  kind: z.string().max(20).default(''),
  fault: z.string().max(40).default(''),
})
type Form = z.infer<typeof form>

/** The page that looks like a phone, for the people that the emulator knows. */
export function pageRoutes(emulator: Emulator): Router {
  const router = Router()
  const personOf = (who: unknown) => emulator.people.find(({ identity }) => keyOf(identity) === who)

  router.get('/', (request, response) => {
    const person = personOf(request.query['who']) ?? emulator.people[0]
    if (!person) return void response.status(404).end()
    person.look()
    response.set(headers).type('html').send(renderPhone(person, emulator.people))
  })
  router.get('/chat', (request, response) => {
    const person = personOf(request.query['who'])
    if (!person) return void response.status(404).end()
    person.look()
    response.set(headers).type('html').send(renderChat(person))
  })
  router.get('/changes', (request, response) => {
    const person = personOf(request.query['who'])
    if (!person) return void response.status(404).end()
    tellChanges(person, request, response)
  })
  const onPost = (path: string, act: (person: Person, given: Form) => void) =>
    router.post(path, express.urlencoded({ extended: false, limit: MOST_BODY }), (request, response) => {
      const given = form.safeParse(request.body)
      const person = given.success ? personOf(given.data.who) : undefined
      if (!given.success || !person) return void response.status(400).end()
      act(person, given.data)
      response.redirect(303, `./?who=${keyOf(person.identity)}`)
    })
  onPost('/say', (person, { text }) => text.trim() !== '' && person.write(text))
  onPost('/tap', tapIfThere)
  onPost('/share', share)
  onPost('/repeat', person => person.repeat())
  onPost('/pause', () => emulator.pause(PAUSE_MS))
  onPost('/fault', (_person, { fault }) => {
    const chosen = faultsOnPage[fault]
    if (chosen) emulator.next(chosen)
  })
  return router
}

/** A message may be gone from the screen by the time the tap comes. */
function tapIfThere(person: Person, { option }: Form): void {
  if (person.offers(option)) person.tap(option)
}

function share(person: Person, { kind }: Form): void {
  if (kind === 'location') person.sendLocation(...SOMEWHERE)
  if (kind === 'picture') person.sendPicture()
  if (kind === 'voice') person.sendVoice()
}

/** One empty event for each change, until the page goes away. */
function tellChanges(person: Person, request: Request, response: Response): void {
  response.set({ ...headers, 'Content-Type': 'text/event-stream' }).flushHeaders()
  let timer: NodeJS.Timeout | null = null
  const stop = person.onChange(() => {
    timer ??= setTimeout(() => {
      timer = null
      response.write('data:\n\n')
    }, TOGETHER_MS)
  })
  request.on('close', () => {
    stop()
    if (timer) clearTimeout(timer)
  })
}

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}
