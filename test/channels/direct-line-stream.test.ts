import { afterAll, beforeAll, expect, test } from '@jest/globals'
import WebSocket from 'ws'
import { z } from 'zod'
import { startApp, type RunningApp } from '../app/running-app.js'
import { createDirectLineClient } from './direct-line-client.js'

const startedSchema = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  streamUrl: z.string(),
})
const setSchema = z.object({ activities: z.array(z.object({ id: z.string(), from: z.object({ role: z.string() }) })) })
/** Longer than five turns take on a slow machine, in milliseconds. */
const PATIENCE_MS = 8_000

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('on the wire every answer comes once and in order, also when five are asked at once', async () => {
  const line = createDirectLineClient(app.url)
  const started = startedSchema.parse((await line.call('POST', '/conversations')).json)
  const socket = new WebSocket(started.streamUrl)
  const numbers: number[] = []
  const all = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Only ${numbers.join(', ')} came`)), PATIENCE_MS)
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      const { activities } = setSchema.parse(JSON.parse(data.toString('utf8')))
      const bots = activities.filter(({ from }) => from.role === 'bot')
      numbers.push(...bots.map(({ id }) => Number(id.split('|')[1])))
      if (numbers.length < 6) return
      clearTimeout(late)
      resolve()
    })
  })
  await new Promise(resolve => socket.once('open', resolve))
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(letter => line.say(started, `xqzv${letter}`)))
  await all
  socket.close()
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
})
