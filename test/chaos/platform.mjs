import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

/** The emulator of Meta's side, with a record of every message that was sent to it and of what came of that. */
export async function openPlatform({ createEmulator, settings, events, chance, backOff }) {
  const emulator = createEmulator({ ...settings, clock: Date.now, chance, backOff })
  const asking = new AsyncLocalStorage()
  /** By resident, all that reached her, oldest first. */
  const arrived = new Map()
  /** All attempts to send, oldest first. */
  const sends = []
  const platform = { emulator, sends, underWay: 0, lastAcceptedAt: 0 }

  /** Each life of the program has a port of its own, so that what a dead one sent is not taken for its successor's. */
  const servers = []
  const answer = life => (request, response) => {
    const send = { life, began: performance.now(), to: null, print: null, at: null, clean: false }
    platform.underWay += 1
    events.emit('send')
    const end = response.end.bind(response)
    let said = ''
    response.end = (...words) => {
      said = String(words[0] ?? '')
      return end(...words)
    }
    response.on('finish', () => (send.clean = send.at !== null && said.includes('"messages"')))
    response.on('close', () => (platform.underWay -= 1))
    asking.run(send, () => emulator.app(request, response))
  }

  emulator.onAccepted(({ to, content }) => {
    const send = asking.getStore()
    if (!send) throw new Error('A message was accepted outside of any attempt: does the emulator keep its context?')
    const key = to.bsuid ?? to.phone
    Object.assign(send, { to: key, print: printOf(content), at: performance.now(), content })
    sends.push(send)
    platform.lastAcceptedAt = send.at
    arrived.set(key, [...(arrived.get(key) ?? []), send])
    events.emit('accepted', key)
  })

  return Object.assign(platform, {
    /** Where this life of the program sends to. */
    async hostFor(life) {
      const server = createServer(answer(life))
      servers.push(server)
      await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${server.address().port}`
    },
    arrivedFor: key => arrived.get(key) ?? [],
    async close() {
      await emulator.close()
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  })
}

/** The same for the same message. */
export const printOf = content => createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16)

/** What kind of message it is: the same whatever the hour, which changes the words of a place that is open now. */
export function kindOf(content) {
  if (content.type !== 'interactive') return content.type
  const { action } = content.interactive
  const ids = [
    ...(action.buttons ?? []).map(({ reply }) => reply.id),
    ...(action.sections ?? []).flatMap(({ rows }) => rows.map(({ id }) => id)),
  ]
  return [content.interactive.type, ...ids.filter(id => !/^(where|show):/.test(id))].join(' ')
}

/** For people who read a report. */
export const wordsOf = content =>
  (content.text?.body ?? content.interactive?.body?.text ?? content.location?.name ?? content.type)
    .replaceAll(/\s+/g, ' ')
    .slice(0, 90)
