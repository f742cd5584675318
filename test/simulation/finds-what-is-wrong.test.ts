import { expect, test } from '@jest/globals'
import type { Disk, Ports } from './disk.js'
import { cutOff, everyCrash } from './every-crash.js'
import { oneByOne, tap, text, atOnce, type Script } from './person.js'
import { createSimulatedDisk } from './simulated-disk.js'
import { simulate } from './simulate.js'

/** A disk with one thing wrong. */
function wrong(change: (ports: Ports) => Partial<Ports>): () => Disk {
  return () => {
    const disk = createSimulatedDisk()
    return { ...disk, open: () => ({ ...disk.open(), ...change(disk.open()) }) }
  }
}

const quick: Script = [...oneByOne(text('hallo')), ...atOnce(tap('lang:nl'), text('ik heb schulden'), text('1013'))]
const wipe: Script = [
  ...oneByOne(text('hallo'), tap('lang:nl')).map(line => ({ ...line, again: [300_000] })),
  ...oneByOne(text('wis alles')),
]

interface Planted {
  readonly script: Script
  readonly disk: () => Disk
  readonly finds: RegExp
}

const planted: Readonly<Record<string, Planted>> = {
  'a store that says "committed" where another was faster': {
    script: quick,
    disk: wrong(({ conversations }) => ({
      conversations: {
        ...conversations,
        commit: async conversation => {
          await conversations.commit(conversation)
          return { type: 'committed' }
        },
      },
    })),
    finds: /out of order|lost|sent twice/,
  },
  'a store that forgets what was answered': {
    script: wipe,
    disk: wrong(({ handled }) => ({ handled: { ...handled, add: async () => undefined } })),
    finds: /answered twice/,
  },
  'a store that erases nothing': {
    script: wipe,
    disk: wrong(({ conversations }) => ({ conversations: { ...conversations, erase: async () => false } })),
    finds: /a record stands after/,
  },
  'a store that never says what is due': {
    script: quick,
    disk: wrong(({ conversations }) => ({ conversations: { ...conversations, due: async () => [] } })),
    finds: /lost: an answer expired/,
  },
}

test.each(Object.entries(planted))('%s is found', async (_name, { script, disk, finds }) => {
  const { wrong: cut } = await everyCrash(script, disk, 3)
  expect(cut).toBeDefined()
  const { violations } = await simulate(cutOff(script, disk, 3, cut ?? null))
  expect(violations.join('\n')).toMatch(finds)
})
