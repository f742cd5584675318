import type { TermKey } from '../../content/text-key.js'
import type { Texts } from '../../content/texts.js'
import { days } from '../../content/vocabulary.js'
import type { Opening } from '../../services/schedule/opening.js'
import { describeMoment } from '../../services/schedule/moment.js'

/** When, as a resident reads it: "tomorrow, Tuesday 10:00 – 12:00". Digits 0–9 and a 24-hour clock in every language. */
export function openingWords(texts: Texts, opening: Opening, now: number, language: string): string {
  switch (opening.type) {
    case 'by-appointment':
      return texts.term('value.byAppointment', language)
    case 'unknown':
      return texts.term('value.hoursUnknown', language)
    case 'none':
      return texts.term('value.noOpeningSoon', language)
    case 'open':
      return withDoors(
        texts,
        opening,
        texts.term('value.openNow', language, { time: clock(opening.until, now) }),
        now,
        language,
      )
    case 'opens':
      return withDoors(texts, opening, spanWords(texts, opening, now, language), now, language)
  }
}

function spanWords(
  texts: Texts,
  { from, until }: { from: number; until: number },
  now: number,
  language: string,
): string {
  const moment = describeMoment(from, now)
  const weekday = texts.term(weekdayKey(moment.weekday), language)
  const times = { from: moment.time, until: clock(until, now) }
  if (moment.day !== 'date') {
    const day = texts.term(moment.day === 'today' ? 'value.today' : 'value.tomorrow', language)
    return texts.term('value.momentTodayTomorrow', language, { day, weekday, ...times })
  }
  const month = texts.term(monthKey(moment.date.month), language)
  const date = texts.term('value.date', language, { day: moment.date.day, month })
  return texts.term('value.momentDate', language, { weekday, date, ...times })
}

function withDoors(
  texts: Texts,
  { until, doorsClose }: { until: number; doorsClose: number },
  words: string,
  now: number,
  language: string,
): string {
  if (doorsClose >= until) return words
  return `${words} (${texts.term('value.doorsClose', language, { time: clock(doorsClose, now) })})`
}

/** A calendar day in words, without weekday: "24 november". */
export function dateWords(texts: Texts, iso: string, language: string): string {
  const [, month = '1', day = '1'] = iso.split('-')
  return texts.term('value.date', language, { day: Number(day), month: texts.term(monthKey(Number(month)), language) })
}

const clock = (at: number, now: number): string => describeMoment(at, now).time

/** `weekday` counts from Monday as 1 (ISO 8601). */
const weekdayKey = (weekday: number): TermKey => `day.${days[(weekday + 6) % 7] ?? 'MO'}`

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const monthKey = (month: number): TermKey => `month.${months[(month + 11) % 12] ?? 1}`
