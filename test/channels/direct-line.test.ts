import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { TOKEN_SECONDS } from '../../bot/channels/direct-line/tokens.js'
import { startApp, type RunningApp } from '../app/running-app.js'
import { botsOnly, createDirectLineClient, errorCodeOf, startedOf } from './direct-line-client.js'

const HOUR = 3_600_000

let app: RunningApp
let line: ReturnType<typeof createDirectLineClient>
beforeAll(async () => {
  app = await startApp()
  line = createDirectLineClient(app.url)
})
afterAll(() => app.close())

describe('tokens and conversations', () => {
  test('a token is made, and lasts as long as it says', async () => {
    const made = startedOf(await line.call('POST', '/tokens/generate'))
    expect(made.expires_in).toBe(TOKEN_SECONDS)
    expect(made.conversationId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a token is renewed for the same conversation', async () => {
    const made = startedOf(await line.call('POST', '/tokens/generate'))
    app.now += HOUR / 2
    const renewed = startedOf(await line.call('POST', '/tokens/refresh', { token: made.token }))
    expect(renewed.conversationId).toBe(made.conversationId)
    app.now += (HOUR * 3) / 4
    expect(errorCodeOf(await line.call('POST', '/tokens/refresh', { token: made.token }))).toBe('TokenExpired')
    expect((await line.call('POST', '/tokens/refresh', { token: renewed.token })).status).toBe(200)
  })

  test('a conversation starts with 201 and goes on with 200', async () => {
    const { token } = startedOf(await line.call('POST', '/tokens/generate'))
    const first = await line.call('POST', '/conversations', { token })
    expect(first.status).toBe(201)
    expect(z.object({ streamUrl: z.string() }).parse(first.json).streamUrl).toMatch(
      /^ws:\/\/127\.0\.0\.1:\d+\/.*\/stream\?/,
    )
    const again = await line.call('POST', '/conversations', { token })
    expect(again.status).toBe(200)
    expect(startedOf(again).conversationId).toBe(startedOf(first).conversationId)
  })

  test('two starts without a token are two conversations', async () => {
    const [one, other] = [await line.start(), await line.start()]
    expect(one.conversationId).not.toBe(other.conversationId)
  })

  test('a reconnect gives a fresh token and the stream from the watermark', async () => {
    const started = await line.start()
    const again = await line.call('GET', `/conversations/${started.conversationId}?watermark=1`, {
      token: started.token,
    })
    expect(again.status).toBe(200)
    expect(z.object({ streamUrl: z.string() }).parse(again.json).streamUrl).toContain('watermark=1')
  })
})

describe('activities', () => {
  test('the opening comes by itself, in the language of the client', async () => {
    const { activities } = await line.read(await line.start('ar'))
    expect(activities.length).toBeGreaterThan(0)
    expect(activities.length).toBeLessThanOrEqual(2)
    expect(activities.every(({ locale }) => locale === 'ar')).toBe(true)
  })

  test('a message that is sent again is answered once', async () => {
    const started = await line.start()
    const { watermark } = await line.read(started)
    const message = { type: 'message', text: 'letter', value: 'letter', channelData: { clientActivityID: 'abcdefgh1' } }
    await line.post(started, message)
    const answered = botsOnly((await line.read(started, watermark)).activities).length
    expect((await line.post(started, message)).status).toBe(200)
    expect(botsOnly((await line.read(started, watermark)).activities)).toHaveLength(answered)
  })

  test('a watermark shows only what came after it', async () => {
    const started = await line.start()
    const opening = await line.read(started)
    await line.tap(started, 'letter')
    const next = await line.read(started, opening.watermark)
    expect(botsOnly(next.activities).length).toBeGreaterThan(0)
    const seen = new Set(opening.activities.map(({ id }) => id))
    expect(botsOnly(next.activities).filter(({ id }) => seen.has(id))).toEqual([])
    expect((await line.read(started, next.watermark)).activities).toEqual([])
  })

  test('the words of the resident come back once, so that her client can mark them sent', async () => {
    const started = await line.start()
    const { watermark } = await line.read(started)
    const posted = await line.say(started, '1')
    const { id } = z.object({ id: z.string() }).parse(posted.json)
    const next = await line.read(started, watermark)
    expect(next.activities.filter(activity => activity.id === id).map(({ text }) => text)).toEqual(['1'])
    expect((await line.read(started, watermark)).activities.filter(activity => activity.id === id)).toEqual([])
  })

  test('from the menu to cards in four answers', async () => {
    const started = await line.start()
    for (const option of ['letter', 'later', '1057', 'skip']) {
      await (/^\d/.test(option) ? line.say(started, option) : line.tap(started, option))
    }
    const { activities } = await line.read(started)
    const cards = botsOnly(activities).flatMap(({ attachments }) => attachments ?? [])
    expect(cards.length).toBeGreaterThanOrEqual(1)
    expect(cards.length).toBeLessThanOrEqual(3)
  })

  test('"wipe" is answered here too', async () => {
    const started = await line.start()
    const { watermark } = await line.read(started)
    await line.say(started, 'wis alles')
    expect(botsOnly((await line.read(started, watermark)).activities).map(({ text }) => text)).toEqual([
      expect.stringMatching(/weg/i),
    ])
  })

  test('twenty messages at once are all answered, in order', async () => {
    const started = await line.start()
    const { watermark } = await line.read(started)
    const answers = await Promise.all(Array.from({ length: 20 }, () => line.say(started, 'xqzv')))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200))
    const { activities, watermark: last } = await line.read(started, watermark)
    expect(Number(last) - Number(watermark)).toBeGreaterThanOrEqual(20)
    // The newest are kept for a client that never said what it has shown; there is no gap in them
    const numbers = botsOnly(activities).map(({ id }) => Number(id.split('|')[1]))
    expect(numbers).toEqual(numbers.map((_number, index) => Number(last) - numbers.length + 1 + index))
    expect(numbers.length).toBeGreaterThanOrEqual(5)
    expect(activities.filter(({ from }) => from.role === 'user')).toHaveLength(20)
  })
})

describe('other sites', () => {
  test('a browser may ask beforehand (CORS)', async () => {
    const asked = await line.call('OPTIONS', '/conversations', {
      headers: {
        origin: 'https://www.example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization.*x-ms-bot-agent/)
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
  })

  test('no answer is kept by a cache', async () => {
    expect((await line.call('POST', '/tokens/generate')).headers.get('cache-control')).toBe('no-store')
  })
})
