import { expect, test } from '@jest/globals'
import { createSaysMan } from '../../services/understanding/says-man.js'
import { vocabulary } from './make-understand.js'

const saysMan = createSaysMan(vocabulary)

test.each([
  ['nl', 'ik ben vader van twee kinderen'],
  ['en', 'I am a father'],
  ['tr', 'ben erkeğim, baba olarak'],
  ['ar', 'أنا أب'],
])('%s: "%s" is said by a man', (language, text) => {
  expect(saysMan(text, language)).toBe(true)
})

test.each([
  ['nl', 'Mohamed, ik heb een vraag over mijn kinderen'],
  ['en', 'my son does not listen'],
  ['tr', 'oğlum dinlemiyor'],
])('%s: nothing is inferred from "%s"', (language, text) => {
  expect(saysMan(text, language)).toBe(false)
})
