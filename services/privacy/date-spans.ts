import { spansOf, type SpanFinder } from './masked-span.js'

/**
 * A full date of this year or before is taken for a birth date, a later one for a date in a letter, which the dialog needs.
 * Younger people's birth dates are masked behind a word for birth.
 */
const LAST_BIRTH_YEAR = 2019

/** How "born" and "date of birth" begin in the launch languages. */
const birthWords =
  'gebo[or]|geb\\.|born|birth|dob|doğum|doğdu|مواليد|ميلاد|ولدت|مولود|تولد|متولد|urodz|роден|рожд|народ|naci|nacimiento|né |née |naissance|dhash|ተወሊ|ልደት'
/** Signs before a date in which a word for birth is looked for. */
const BEFORE = 45
const BIRTH_WORD = new RegExp(`(?:${birthWords})[^\\d\\n]{0,25}$`, 'iu')

const NUMERIC = /(?<![\d.,/-])(?:\d{1,2}([-/. ])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([-/.])\d{1,2}\2\d{1,2})(?!\d|[-/.]\d)/g
const WRITTEN =
  /(?<![\d.,/-])\d{1,2}(?:\.|-?(?:st|nd|rd|th|e|er))? (?:de |of )?(?<month>\p{L}{3,})\.?,? (?:de )?(?:\d{4})(?!\d)/giu
const TOGETHER = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19\d\d|20[01]\d)(?!\d)/g

/** Dates that are, by year or by the word before them, of a birth. */
export const findBirthDates: SpanFinder = text => [
  ...spansOf(text, NUMERIC, 'birth-date', match => isDate(match[0]) && isBirth(text, match)),
  ...spansOf(text, WRITTEN, 'birth-date', match => isMonth(match.groups?.['month'] ?? '') && isBirth(text, match)),
  ...spansOf(text, TOGETHER, 'birth-date'),
]

/** Every other date: kept, and kept from being read as a phone number. */
export const findOtherDates: SpanFinder = text => spansOf(text, NUMERIC, 'keep', match => isDate(match[0]))

function isDate(written: string): boolean {
  const parts = written.split(/\D/).map(Number)
  const [day = 0, month = 0] = written.search(/\D/) === 4 ? [parts[2], parts[1]] : [parts[0], parts[1]]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

function isBirth(text: string, match: RegExpExecArray): boolean {
  const year = Number(/\d{4}/.exec(match[0])?.[0] ?? Number.NaN)
  return (
    (year >= 1900 && year <= LAST_BIRTH_YEAR) ||
    BIRTH_WORD.test(text.slice(Math.max(0, match.index - BEFORE), match.index))
  )
}

/** Launch languages whose months are words of their own script. */
const locales = ['nl', 'en', 'tr', 'ar', 'ti', 'pl', 'bg', 'es', 'fr', 'uk', 'so', 'fa-u-ca-gregory']
/** So many letters tell months apart and survive a case ending and a cut. */
const MONTH_LETTERS = 3
let months: ReadonlySet<string> | null = null

function isMonth(word: string): boolean {
  months ??= monthStarts()
  return months.has(startOf(word))
}

const startOf = (word: string): string => word.toLocaleLowerCase('nl').slice(0, MONTH_LETTERS)

const monthStarts = (): ReadonlySet<string> =>
  new Set(
    locales.flatMap(locale => {
      const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, month) => {
        const parts = format.formatToParts(Date.UTC(2024, month, 1))
        return startOf(parts.find(({ type }) => type === 'month')?.value ?? '')
      })
    }),
  )
