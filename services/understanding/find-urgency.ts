import type { WordsByLanguage } from '../../content/understanding-words.js'
import { type Day, days, type Urgency } from '../../content/vocabulary.js'
import { createPhraseIndex, type Word } from './phrase-index.js'

type Moment = 'today' | 'days' | 'none' | Day
const ALWAYS = ['nl', 'en']

/**
 * How soon the writer says an answer is needed. A weekday means "within days", and "today" when it is today or tomorrow
 * and `today` is given; it counts only where `dated` says that dates matter (a bailiff on Monday, not coffee on Monday).
 */
export function createFindUrgency(words: WordsByLanguage) {
  const index = createPhraseIndex(Object.entries(words).flatMap(([language, own]) => moments(language, own)))
  return function findUrgency(
    message: readonly Word[],
    languages: readonly string[],
    { dated, today }: { readonly dated: boolean; readonly today: Day | null },
  ): Urgency {
    const wanted = new Set([...languages, ...ALWAYS])
    const said = index(message)
      .filter(({ value }) => wanted.has(value.language))
      // "day after tomorrow" holds "tomorrow": what lies inside a longer phrase does not count
      .filter(
        (match, _, all) =>
          !all.some(other => other.at.length > match.at.length && match.at.every(at => other.at.includes(at))),
      )
      .map(({ value }) => soonness(value.moment, dated, today))
    return said.includes('today') ? 'today' : said.includes('days') ? 'days' : 'none'
  }
}

function moments(language: string, { urgency }: WordsByLanguage[string]) {
  const of = (moment: Moment, phrases: readonly string[]) =>
    phrases.map(phrase => ({ phrase, value: { moment, language } }))
  return [
    ...of('none', urgency.none),
    ...of('today', urgency.today),
    ...of('days', urgency.days),
    ...days.flatMap(day => of(day, urgency.weekdays[day])),
  ]
}

function soonness(moment: Moment, dated: boolean, today: Day | null): Urgency {
  if (moment === 'today' || moment === 'days' || moment === 'none') return moment
  if (!dated) return 'none'
  if (today === null) return 'days'
  const ahead = (days.indexOf(moment) - days.indexOf(today) + days.length) % days.length
  return ahead <= 1 ? 'today' : 'days'
}
