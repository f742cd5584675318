import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startServer } from './child-server.mjs'
import { startVoordeur } from './voordeur.mjs'

/** One talk of five taps: the menu, what, where, the places that were found, goodbye. One search in five turns. */
export const TAPS = ['restart', 'meeting', 'coffee', 'skip', 'done']
/** As often the same person talks on, before somebody else comes. */
const TALKS = 4
export const TURNS_A_CONVERSATION = TALKS * TAPS.length

const file = name => fileURLToPath(new URL(name, import.meta.url))
const DIRECT_LINE = '/directline/v3/directline'
const json = { 'content-type': 'application/json' }
const bodyOf = tap => JSON.stringify({ type: 'message', text: tap, value: tap })

/** Each has a name, a start, and the requests of one conversation; a request with `turn` ends a turn. */
export const raw = {
  name: 'raw Express 5, JSON echo',
  start: () => startServer(file('./raw-echo.mjs')),
  conversation: async (_url, id) => madeUp(id),
  prove: async (url, requests) => {
    for (const request of requests) assert('type' in (await answerTo(url, request)), 'no echo came back')
  },
}

export const peer = {
  name: 'botbuilder-dialogs 4.23.3, in memory',
  isInstalled: existsSync(file('./peers/node_modules/botbuilder-dialogs')),
  start: () => startServer(file('./peers/waterfall.mjs')),
  conversation: async (_url, id) => madeUp(id),
  prove: async (url, requests) => {
    for (const [index, request] of requests.entries()) {
      const { activities } = await answerTo(url, request)
      const asks = activities.length === 1 && activities[0].suggestedActions?.actions.length > 0
      assert(
        asks === index % TAPS.length < TAPS.length - 1,
        `turn ${index} of the peer asked ${asks ? 'a' : 'no'} question`,
      )
    }
  },
}

export const voordeur = {
  name: 'Voordeur, saved to disk',
  start: startVoordeur,
  conversation: url => started(url, post => [{ ...post, turn: true }]),
  prove: async (url, requests) => {
    for (const [index, request] of requests.entries()) {
      await answerTo(url, request)
      if (TAPS[index % TAPS.length] !== 'skip') continue
      const { activities } = await answerTo(url, { ...request, method: 'GET', body: undefined })
      assert(activities.at(-1)?.attachments.length > 0, `the search of turn ${index} showed no place`)
    }
  },
}

/** The same server; the client also fetches what was answered, as one that polls does. */
export const polled = {
  name: 'Voordeur, and the answer fetched',
  conversation: url =>
    started(url, post => [
      post,
      { ...post, turn: true, method: 'GET', body: undefined, setupRequest: after, onResponse: note },
    ]),
}

const after = (request, context) => ({
  ...request,
  path: `${request.path}?watermark=${context.seen?.[request.path] ?? 0}`,
})

function note(_status, body, context) {
  const read = /"conversation":\{"id":"([^"]+)"\}[^]*"watermark":"(\d+)"\}$/.exec(body)
  if (read) context.seen = { ...context.seen, [`${DIRECT_LINE}/conversations/${read[1]}/activities`]: read[2] }
}

const taps = () => Array.from({ length: TALKS }, () => TAPS).flat()

const madeUp = id =>
  taps().map(tap => ({
    method: 'POST',
    path: `/conversations/${id}/activities`,
    headers: json,
    body: bodyOf(tap),
    turn: true,
  }))

async function started(url, turnOf) {
  const { conversationId, token } = await answerTo(url, {
    method: 'POST',
    path: `${DIRECT_LINE}/conversations`,
    headers: { ...json, 'accept-language': 'nl' },
  })
  const path = `${DIRECT_LINE}/conversations/${conversationId}/activities`
  const headers = { ...json, authorization: `Bearer ${token}` }
  return taps().flatMap(tap => turnOf({ method: 'POST', path, headers, body: bodyOf(tap) }))
}

async function answerTo(url, { method, path, headers, body }) {
  const response = await fetch(url + path, { method, headers, body })
  assert(
    response.ok,
    `${method} ${path} was answered ${response.status}: ${(await response.clone().text()).slice(0, 200)}`,
  )
  return response.json()
}

function assert(right, why) {
  if (!right) throw new Error(`This would measure something else: ${why}`)
}
