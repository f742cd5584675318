import { readdirSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import { createPlayer } from './play.js'
import { readTranscript, writeTranscript } from './transcript.js'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.txt'))

describe('golden transcripts', () => {
  const player = createPlayer()
  afterAll(() => player.close())

  test('there are at least 40', () => {
    expect(files.length).toBeGreaterThanOrEqual(40)
  })

  test.each(files)('%s', async name => {
    const file = new URL(name, folder).pathname
    const golden = readTranscript(file)
    const played = await player.play(golden)
    if (process.env['UPDATE'] === '1') writeFileSync(file, writeTranscript(played))
    else expect(writeTranscript(played)).toBe(writeTranscript(golden))
  })
})
