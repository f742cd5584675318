import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import Database from 'libsql'
import { join } from 'node:path'
import { z } from 'zod'
import { botsOnly, createDirectLineClient, type Started } from '../channels/direct-line-client.js'
import { createMongoDatabase, describeOnMongo, type MongoDatabase } from '../stores/mongo-database.js'
import { createPlainBrowser } from '../web/plain-browser.js'
import { everythingStored } from './everything-stored.js'
import { startApp, type RunningApp } from './running-app.js'

/** Each stands somewhere in what is typed below, and may stand nowhere afterwards (H2, H3, P4). */
const planted = {
  'a first name': 'Quirijntje',
  'a family name': 'Zevenhuizerplanting',
  'a citizen number': '111222333',
  'a phone number': '0612345678',
  'the same with spaces': '06 12 34 56 78',
  'an account': 'NL91ABNA0417164300',
  'a mail address': 'quirijntje@voorbeeld.test',
  'a street': 'Kwartelsingelplantsoen',
  'a house number with postcode letters': '1057 XZ',
  'a worry': 'deurwaarderplanting',
} as const

const typed = [
  `ik ben ${planted['a first name']} ${planted['a family name']}`,
  `mijn bsn is ${planted['a citizen number']}`,
  `bel mij op ${planted['a phone number']} of ${planted['the same with spaces']}`,
  `mijn rekening is ${planted['an account']}`,
  `mail ${planted['a mail address']}`,
  `ik woon op ${planted['a street']} 12, ${planted['a house number with postcode letters']} Amsterdam`,
  `er komt een ${planted['a worry']} langs`,
]

let app: RunningApp
let line: ReturnType<typeof createDirectLineClient>
/** Null while what is kept is in a file. */
let mongo: MongoDatabase | null = null

describe('on the embedded database', () => {
  keepsNothing()
})

describeOnMongo('on MongoDB', () => {
  beforeAll(async () => {
    mongo = await createMongoDatabase()
  })
  beforeEach(() => mongo?.empty())
  afterAll(async () => {
    await mongo?.drop()
    mongo = null
  })
  keepsNothing()
})

const rowSchema = z.array(z.object({ key: z.string() }))
const recordSchema = z.array(z.object({ _id: z.string() }))
async function keysOnDisk(table: 'conversation' | 'preference'): Promise<readonly string[]> {
  if (mongo) return recordSchema.parse((await mongo.dump())[table] ?? []).map(({ _id }) => _id)
  const database = new Database(join(app.folder, 'voordeur.db'), { readonly: true })
  const rows = rowSchema.parse(database.prepare(`select key from ${table}`).all())
  database.close()
  return rows.map(({ key }) => key)
}
const onDisk = () => Promise.all([keysOnDisk('conversation'), keysOnDisk('preference')])

const stored = async (): Promise<string> => everythingStored(app) + JSON.stringify((await mongo?.dump()) ?? '')

const found = async (): Promise<readonly string[]> => {
  const all = (await stored()).toLowerCase()
  return Object.entries(planted)
    .filter(([, value]) => all.includes(value.toLowerCase()))
    .map(([name]) => name)
}

async function sayAll(started: Started): Promise<void> {
  for (const text of typed) {
    await line.say(started, text)
    await line.tap(started, 'restart')
    await line.tap(started, 'letter')
    await line.tap(started, 'later')
    await line.say(started, text)
  }
}

function keepsNothing(): void {
  beforeEach(async () => {
    app = await startApp(mongo ? { MONGODB_URI: mongo.uri } : {})
    line = createDirectLineClient(app.url)
  })
  afterEach(() => app.close())

  describe('what a resident types stands nowhere', () => {
    test('over Direct Line', async () => {
      const started = await line.start()
      await sayAll(started)
      expect(await keysOnDisk('conversation')).toHaveLength(1)
      expect(await found()).toEqual([])
    })

    test('over the forms, and in the text of an option', async () => {
      const browser = createPlainBrowser(app.url)
      await browser.visit('/')
      for (const text of typed) {
        await browser.write(text)
        await browser.press(text)
        await browser.press('restart')
      }
      expect(await found()).toEqual([])
    })

    test('when a request is wrong', async () => {
      const started = await line.start()
      for (const text of typed) {
        await line.postRaw(started, `{"type":"message","text":"${text}"`)
        await line.post(started, { text })
        await line.post({ ...started, token: text.replaceAll(' ', '') }, { text })
        await line.post(started, { type: 'message', text: `${text} `.repeat(200) })
        await fetch(`${app.url}/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`)
        await fetch(`${app.url}/plek/${encodeURIComponent(text)}`)
      }
      expect(await found()).toEqual([])
    })

    test('nor does the id of the conversation, or its token', async () => {
      const started = await line.start()
      await line.tap(started, 'letter')
      const all = await stored()
      expect(all).not.toContain(started.conversationId)
      expect(all).not.toContain(started.token)
    })

    test('this test can fail: a chosen option is found', async () => {
      const started = await line.start()
      await line.tap(started, 'letter')
      expect(await stored()).toContain('letter')
    })
  })

  describe('after a safety signal', () => {
    const signals: readonly (readonly [string, (started: Started) => Promise<unknown>])[] = [
      ['a phrase', started => line.say(started, 'ik wil niet meer leven')],
      ['the button', started => line.tap(started, 'not-safe')],
      ['digit 0', started => line.say(started, '0')],
    ]

    test.each(signals)('%s leaves no row, and what follows is in memory alone', async (_name, signal) => {
      const started = await line.start()
      await line.tap(started, 'lang:ar')
      await line.tap(started, 'lang:nl')
      expect((await onDisk()).map(({ length }) => length)).toEqual([1, 1])
      await signal(started)
      expect(await onDisk()).toEqual([[], []])
      await line.tap(started, 'restart')
      await line.tap(started, 'letter')
      expect(await onDisk()).toEqual([[], []])
    })

    test('the phrase itself stands nowhere, nor does which number was shown', async () => {
      const started = await line.start()
      await line.say(started, 'ik wil niet meer leven')
      const all = await stored()
      expect(all).not.toContain('meer leven')
      expect(all).not.toContain('"0113"')
    })

    test('a restart begins anew', async () => {
      const started = await line.start()
      await line.tap(started, 'meeting')
      await line.say(started, 'ik wil niet meer leven')
      expect(botsOnly((await line.read(started)).activities).length).toBeGreaterThan(0)
      app = await app.restart()
      line = createDirectLineClient(app.url)
      expect((await line.read(started)).activities.map(({ text }) => text)).toEqual([])
      await line.say(started, 'hallo')
      expect(botsOnly((await line.read(started)).activities).length).toBeGreaterThan(0)
    })

    test('half an hour later it is gone from memory too', async () => {
      const started = await line.start()
      await line.tap(started, 'not-safe')
      app.now += 31 * 60_000
      expect((await line.read(started)).activities.map(({ text }) => text)).toEqual([])
    })
  })

  describe('of somebody young', () => {
    test('nothing is on disk from the moment she says so', async () => {
      const started = await line.start()
      for (const option of ['teen', 'self']) await line.tap(started, option)
      await line.say(started, 'ik ben 15')
      expect(await onDisk()).toEqual([[], []])
      await line.say(started, 'Slotermeer')
      expect(await onDisk()).toEqual([[], []])
      expect(botsOnly((await line.read(started)).activities).length).toBeGreaterThan(0)
    })
  })

  describe('wipe', () => {
    test.each([
      ['the word', async (started: Started) => void (await line.say(started, 'wis alles'))],
      ['the option', async (started: Started) => void (await line.tap(started, 'wipe'))],
    ])('%s leaves nothing', async (_name, wipe) => {
      const started = await line.start()
      for (const option of ['lang:nl', 'meeting']) await line.tap(started, option)
      expect(await keysOnDisk('conversation')).toHaveLength(1)
      await wipe(started)
      expect(await onDisk()).toEqual([[], []])
    })

    test('a day later an idle conversation is as good as gone, and the job erases it', async () => {
      const started = await line.start()
      await line.tap(started, 'letter')
      app.now += 24 * 3_600_000 + 1
      expect(
        (await line.call('GET', `/conversations/${started.conversationId}/activities`, { token: started.token }))
          .status,
      ).toBe(403)
      app = await app.restart()
      await fetch(`${app.url}/status`)
      expect(await keysOnDisk('conversation')).toEqual([])
    })
  })
}
