import { describe, expect, test } from '@jest/globals'
import { whatsappLimits } from '../../bot/channels/limits.js'
import { loadLanguageTable } from '../../content/language-table.js'
import { loadWords } from '../../content/load-words.js'
import type { Dialogs } from '../../dialogs/engine/prompt.js'
import { dialogs } from '../../dialogs/index.js'
import {
  ASIDE_MESSAGES,
  ASIDE_QUESTIONS,
  MOST_MESSAGES,
  MOST_MESSAGES_MEDIAN,
  MOST_QUESTIONS,
  proveDialogs,
} from '../../dialogs/proof.js'
import { explore } from '../../dialogs/proof/explore.js'
import { wordingFailures, type ProofWords } from '../../dialogs/proof/wording.js'
import { question, smallDialogs, withSteps } from './small-dialogs.js'

const limits = { label: whatsappLimits.rowTitle, message: whatsappLimits.interactiveBody, offers: whatsappLimits.rows }
const words = loadWords(loadLanguageTable().rows)

/** The proof plays some ninety thousand turns. */
const PATIENCE = 120_000

test(
  'every path of every dialog in every language holds',
  () => {
    const proof = proveDialogs(dialogs, { words, limits })
    expect(proof.failures).toEqual([])
    expect(proof.languages).toHaveLength(words.size)
    expect(proof.states).toBeGreaterThan(1000)
    expect(proof.paths).toBeGreaterThan(1000)
    expect(proof.mostQuestions).toBeLessThanOrEqual(MOST_QUESTIONS)
    expect(proof.medianMessages).toBeLessThanOrEqual(MOST_MESSAGES_MEDIAN)
    expect(proof.mostMessages).toBeLessThanOrEqual(MOST_MESSAGES)
    expect(proof.forOther.paths).toBeGreaterThan(50)
    expect(proof.forOther.mostQuestions).toBeLessThanOrEqual(MOST_QUESTIONS)
    expect(proof.forOther.mostMessages).toBeLessThanOrEqual(MOST_MESSAGES)
    expect(proof.withAside.paths).toBeGreaterThan(50)
    expect(proof.withAside.mostQuestions).toBeLessThanOrEqual(MOST_QUESTIONS + ASIDE_QUESTIONS)
    expect(proof.withAside.mostMessages).toBeLessThanOrEqual(MOST_MESSAGES + ASIDE_MESSAGES)
  },
  PATIENCE,
)

const failuresOf = (broken: Dialogs) => proveDialogs(broken, { words: new Map(), limits }).failures

describe('what is wrong is found', () => {
  test('nothing is wrong with the small dialogs', () => expect(failuresOf(smallDialogs)).toEqual([]), PATIENCE)

  /** Questions in a row, one of which leads to the next and the last to the area. */
  const inARow = (many: number) =>
    Object.fromEntries(
      ['what', 'b', 'c', 'd'].slice(0, many).map((name, index, all) => {
        const next = all[index + 1]
        return [name, question(next ? { options: { yes: { label: 'yes', goto: next } } } : {})]
      }),
    )
  const { skip: _skip, ...unskippable } = question()
  const cases: readonly (readonly [string, Dialogs, string])[] = [
    ['a step that nothing leads to', withSteps('meeting', { lost: question() }), 'nothing leads to meeting.lost'],
    [
      'a step that is not there',
      withSteps('meeting', { what: question({ options: { a: { label: 'yes', goto: 'gone' } } }) }),
      'meeting.what goes to "gone"',
    ],
    [
      'a dialog under another id',
      { ...smallDialogs, youth: { ...smallDialogs.youth, id: 'about' } },
      'calls itself "about"',
    ],
    ['a question that cannot be skipped', withSteps('youth', { who: unskippable }), '"skip" asks the same again'],
    ['five questions', withSteps('meeting', inARow(4)), '6 questions'],
    [
      'five questions for somebody else',
      {
        ...smallDialogs,
        other: {
          ...smallDialogs.other,
          steps: { what: question({ options: { someone: { label: 'yes', forOther: true, enter: 'meeting' } } }) },
        },
        meeting: { ...smallDialogs.meeting, steps: { ...smallDialogs.meeting.steps, ...inARow(2) } },
      },
      '5 questions: other > someone',
    ],
    [
      'a question about the chat that leads back to those questions',
      withSteps('about', {
        what: question({ options: { yes: { label: 'yes', goto: 'what' } }, skip: { return: true } }),
      }),
      '"yes" does not lead back to the question that was left',
    ],
    [
      'a question about the chat that leads somewhere else',
      withSteps('about', {
        what: question({ options: { yes: { label: 'yes', enter: 'meeting' } }, skip: { return: true } }),
      }),
      '"yes" does not lead back to the question that was left',
    ],
    [
      'the same words again when not understood',
      withSteps('youth', { who: question({ say: 'menu.ask', again: 'menu.ask' }) }),
      'a third time',
    ],
    [
      'an end without a word',
      withSteps('youth', { who: question({ options: { a: { label: 'yes', end: true } } }) }),
      'no person, place or kind close',
    ],
    [
      'a circle without a question',
      withSteps('youth', {
        who: question({ options: { a: { label: 'yes', goto: 'one' } } }),
        one: question({ remember: 'kind', options: { x: { label: 'yes', sets: { kind: 'x' }, goto: 'two' } } }),
        two: question({ remember: 'kind', options: { x: { label: 'yes', goto: 'one' } } }),
      }),
      'More than 10 steps without a question',
    ],
    [
      'more options than fit',
      withSteps('youth', {
        who: question({
          options: Object.fromEntries([...'abcdefghij'].map(id => [id, { label: 'yes', enter: 'referral' } as const])),
        }),
      }),
      'offers 11 options',
    ],
  ]
  test.each(cases)('%s', (_, broken, message) => expect(failuresOf(broken).join('\n')).toContain(message), PATIENCE)

  const dutch = words.get('nl') ?? { texts: {}, terms: {} }
  const { 'menu.ask': _asked, ...withoutMenu } = dutch.texts
  const small = explore(smallDialogs)
  const wordings: readonly (readonly [string, ProofWords, string])[] = [
    ['a text that is missing', { ...dutch, texts: withoutMenu }, 'nl has no "menu.ask"'],
    [
      'a label that is too long',
      { ...dutch, texts: { ...dutch.texts, yes: 'Ja'.repeat(13) } },
      '(yes) has 26 characters',
    ],
    [
      'a message that is too long',
      { ...dutch, texts: { ...dutch.texts, 'menu.ask': 'a'.repeat(1025) } },
      'a message of',
    ],
  ]
  test.each(wordings)('%s', (_, said, message) =>
    expect(wordingFailures(small, 'nl', said, limits).join('\n')).toContain(message),
  )
})
