import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { createProposeLanguage } from '../../services/understanding/propose-language.js'
import { languages, nothingOnOffer, understand, vocabulary } from './make-understand.js'

const propose = createProposeLanguage(languages, vocabulary)
const proposed = (text: string) => {
  const proposal = propose(text)
  return proposal.type === 'none' ? '-' : proposal.code
}

const rows = readFileSync(new URL('./proposals.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => ({ expected: line.split('\t')[0] ?? '', text: line.split('\t')[1] ?? '' }))

/** Nothing proposed leads to the menu and is never an error; a wrong language is. */
test('over the table the language is right or nobody guesses in 95 %, and hardly ever wrong', () => {
  const wrong = rows.filter(({ expected, text }) => !['-', expected].includes(proposed(text)))
  const named = rows.filter(row => row.expected !== '-')
  const right = named.filter(({ expected, text }) => proposed(text) === expected)
  const missed = named.filter(({ text }) => proposed(text) === '-')
  process.stdout.write(
    `${rows.length} messages; of ${named.length} in a language right ${right.length}, menu ${missed.length}; wrong of all ${wrong.length}\n${[...missed, ...wrong].map(row => `${row.expected} → ${proposed(row.text)}: ${row.text}`).join('\n')}\n`,
  )
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(wrong.length / rows.length).toBeLessThanOrEqual(0.01)
  expect(right.length / named.length).toBeGreaterThanOrEqual(0.85)
})

test.each(rows.filter(row => row.expected === '-'))('proposes nothing for "$text"', ({ text }) => {
  expect(propose(text)).toEqual({ type: 'none' })
})

test.each([
  ['tr', 'deurwaarder mektup gönderdi, toeslagen için ne yapayım'],
  ['pl', 'dostałam aanmaning za huur i nie wiem co robić'],
  ['es', 'no entiendo la carta de la deurwaarder por la huur'],
  ['so', 'waxaan helay warqad deurwaarder iyo uitkering'],
  ['en', 'my uitkering stopped and the deurwaarder is coming'],
])('Dutch terms do not flip %s', (code, text) => {
  expect([code, '-']).toContain(proposed(text))
})

test('ga is Irish and never an answer: Ga is gaa, Twi is tw', () => {
  const codes = [...languages.rows, ...languages.others].map(row => row.code)
  expect(codes).not.toContain('ga')
  expect(codes).toEqual(expect.arrayContaining(['gaa', 'tw']))
})

test('every language that is not spoken here is said to be unsupported, every other one is offered', () => {
  for (const { expected, text } of rows.filter(row => row.expected !== '-')) {
    const proposal = propose(text)
    if (proposal.type === 'none') continue
    expect(proposal.type).toBe(languages.rows.some(row => row.code === proposal.code) ? 'offer' : 'unsupported')
    expect(proposal.code).toBe(expected)
  }
})

test.each(languages.rows)('the name of $englishName asks for it', ({ code, ownName, dutchName, englishName }) => {
  for (const name of [ownName, dutchName, englishName, `${englishName} please`, `in het ${dutchName}`]) {
    const { meaning, language } = understand(name, nothingOnOffer('nl'))
    expect([name, meaning, language]).toEqual([name, { type: 'command', command: 'language' }, { type: 'offer', code }])
  }
})
