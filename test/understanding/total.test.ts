import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commands, referralTopics, urgencies } from '../../content/vocabulary.js'
import { attachmentUnderstood } from '../../services/understanding/understand.js'
import type { Expectation, Understood } from '../../services/understanding/understood.js'
import { codes, languages, nothingOnOffer, understand } from './make-understand.js'

const expectations: fc.Arbitrary<Expectation> = fc.record({
  options: fc.array(fc.record({ id: fc.string(), label: fc.string({ unit: 'grapheme' }) }), { maxLength: 6 }),
  place: fc.boolean(),
  language: fc.constantFrom(...codes, 'xx'),
})
const sentence = fc.array(
  fc.constantFrom('ik', 'stop', 'geld', '3', 'мама', 'ديون', 'ሰብ', '🙂', 'osdorp', 'no', '\ud800', "l'", '٣'),
  { maxLength: 12 },
)
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  sentence.map(list => list.join(' ')),
)

const known = new Set([...languages.rows, ...languages.others].map(row => row.code))

function problems({ meaning, urgency, about, language }: Understood, { options }: Expectation): string[] {
  const found: string[] = []
  if (!urgencies.includes(urgency)) found.push('urgency')
  if (!['self', 'other'].includes(about)) found.push('about')
  if (language.type !== 'none' && !known.has(language.code)) found.push('language')
  if (meaning.type === 'choice' && !options.some(({ id }) => id === meaning.option)) found.push('choice')
  if (meaning.type === 'command' && !commands.includes(meaning.command)) found.push('command')
  if (meaning.type === 'topics' && !meaning.topics.every(topic => referralTopics.includes(topic))) found.push('topics')
  if (meaning.type === 'topics' && new Set(meaning.topics).size !== meaning.topics.length) found.push('topic twice')
  return found
}

test('any text has a valid meaning, and the same one each time', () => {
  fc.assert(
    fc.property(texts, expectations, (text, expectation) => {
      const first = understand(text, expectation)
      expect(problems(first, expectation)).toEqual([])
      expect(understand(text, expectation)).toEqual(first)
    }),
    { numRuns: 500 },
  )
})

test('what led to a meaning is vocabulary, never what the resident typed', () => {
  const { because } = understand('Mevrouw Geheimnaam heeft schulden', nothingOnOffer('nl'))
  expect(because).toEqual(['schuld*'])
})

test('an attachment is itself', () => {
  expect(attachmentUnderstood.meaning).toEqual({ type: 'attachment' })
})

/** Processor time of the best of some rounds, for a machine that others use too. */
function bestMilliseconds(run: () => void): number {
  const rounds = Array.from({ length: 7 }, () => {
    const before = process.cpuUsage()
    run()
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...rounds)
}

/** The allowance is 0.5 ms a message; the wall is wide enough for a slow machine. */
test('a message costs well under a millisecond, and a long paste is bounded', () => {
  const lines = readFileSync(new URL('./utterances.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const messages = lines.map(line => line.split('\t')[2] ?? '')
  const each =
    bestMilliseconds(() => messages.forEach(text => understand(text, nothingOnOffer('nl')))) / messages.length
  const paste = bestMilliseconds(() => understand(messages.join(' '), nothingOnOffer('nl')))
  process.stdout.write(`${each.toFixed(3)} ms a message; a paste of 30,000 letters ${paste.toFixed(1)} ms\n`)
  expect(each).toBeLessThan(1.5)
  expect(paste).toBeLessThan(50)
})
