import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import * as vocabulary from '../../content/vocabulary.js'

const languagesFolder = new URL('../../content/languages/', import.meta.url)
const termsSchema = z.record(z.string(), z.string().min(1))

const readTerms = (language: string) =>
  termsSchema.parse(JSON.parse(readFileSync(new URL(`${language}/terms.json`, languagesFolder), 'utf8')))

const languages = readdirSync(languagesFolder).filter(language =>
  existsSync(new URL(`${language}/terms.json`, languagesFolder)),
)

/** Groups whose codes are exactly a list of the vocabulary. */
const codedGroups: Readonly<Record<string, readonly string[]>> = {
  kind: vocabulary.recordKinds,
  topic: vocabulary.referralTopics,
  ability: vocabulary.abilities,
  cannot: vocabulary.abilities,
  activity: vocabulary.activities,
  audience: vocabulary.audiences,
  gender: vocabulary.genders,
  atmosphere: vocabulary.atmospheres,
  access: vocabulary.accessFeatures,
  entry: vocabulary.entries,
  waiting: vocabulary.waitingTimes,
  bring: vocabulary.thingsToBring,
  host: vocabulary.hostRoles,
  staffing: vocabulary.staffings,
  benefit: vocabulary.benefitRules,
  check: vocabulary.checkWays,
  preference: vocabulary.preferences,
  reach: ['neighbourhood', 'district', 'city'],
  day: vocabulary.days,
  dayShort: vocabulary.days,
  month: Array.from({ length: 12 }, (_, index) => String(index + 1)),
  yesNo: ['yes', 'no'],
}

const PLURAL_SUFFIX = /_(zero|one|two|few|many|other)$/
const dutch = readTerms('nl')
const singularKeys = Object.keys(dutch).filter(key => !PLURAL_SUFFIX.test(key))
const pluralBases = Object.keys(dutch)
  .filter(key => key.endsWith('_other'))
  .map(key => key.replace(PLURAL_SUFFIX, ''))

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

/** The Dutch text that a key of another language is compared with. */
const dutchTwin = (key: string) => dutch[key] ?? dutch[key.replace(PLURAL_SUFFIX, '_other')] ?? ''

test('Dutch and English are there', () => {
  expect(languages).toEqual(expect.arrayContaining(['nl', 'en']))
})

describe.each(languages)('terms in %s', language => {
  const terms = readTerms(language)

  test.each(Object.entries(codedGroups))('group %s names every code and no other', (group, codes) => {
    const named = Object.keys(terms).filter(key => key.startsWith(`${group}.`))
    expect(named.toSorted()).toEqual(codes.map(code => `${group}.${code}`).toSorted())
  })

  test('has the keys of Dutch, with the plural forms of its own grammar', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const wanted = [...singularKeys, ...pluralBases.flatMap(base => forms.map(form => `${base}_${form}`))]
    expect(Object.keys(terms).toSorted()).toEqual(wanted.toSorted())
  })

  test('has the placeholders of Dutch', () => {
    const different = Object.entries(terms).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(dutchTwin(key)).join(),
    )
    expect(different).toEqual([])
  })

  /** 24 is what a row of a WhatsApp list holds; a button holds 20 and becomes a row beyond it. */
  test.each([
    ['preference.', 24],
    ['dayShort.', 6],
    ['kind.', 32],
    ['topic.', 40],
    ['label.', 32],
    ['duty.', 160],
  ])('%s stays within %i characters', (group, most) => {
    const tooLong = Object.entries(terms).filter(([key, text]) => key.startsWith(group) && text.length > most)
    expect(tooLong).toEqual([])
  })

  test('asks nothing, and is written without stray space or other digits', () => {
    const wrong = Object.entries(terms).filter(
      ([, text]) => /[?¿؟]/.test(text) || text !== text.trim() || /(?![0-9])\p{Nd}/u.test(text),
    )
    expect(wrong).toEqual([])
  })
})

/** Words that stigmatise, press or belong to policy (A5, C2, C5), in the two languages that are written here. */
const forbidden = [
  [
    'nl',
    /probleem|problemen|achterstand|schuldenaar|verplicht|controle|fraude|u moet|hulpverlen|hulpvraag|doelgroep|cliënt/i,
  ],
  [
    'nl',
    /indicatie|traject|regie|zelfredzaam|participatie|casus|voorziening|doorverwijz|toeleiding|gegarandeerd|u krijgt/i,
  ],
  ['en', /problem|deprived|debtor|obliged|fraud|you must|client|target group|guaranteed|you will get/i],
] as const

test.each(forbidden)('%s holds no word like %s', (language, words) => {
  expect(Object.entries(readTerms(language)).filter(([, text]) => words.test(text))).toEqual([])
})
