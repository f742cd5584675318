import type { DirectoryRecord } from '../../content/schema/record.js'
import { languageName, type Texts } from '../../content/texts.js'
import type { Snapshot } from '../../content/snapshot.js'
import type { CardRef } from '../../services/conversations/outbound.js'
import type { Reason } from '../../services/referrals/referral.js'
import { freshness } from '../../services/referrals/freshness.js'
import type { Openings } from '../../services/schedule/openings.js'
import { cardLine, checkedWords, type LineContext, type LineName } from './card-lines.js'
import type { CardLine, CardView } from './message-view.js'
import { openingWords } from './moment-words.js'

/** What the first view may hold with title, reason and time (requirement F2); the rest is one tap away. */
export const FIRST_VIEW_LENGTH = 600

/** In the order in which somebody asks: for whom, where, how far, what, what it costs, in which language, who is there. */
const firstLines: readonly LineName[] = [
  'audienceFirst',
  'where',
  'distance',
  'what',
  'cost',
  'languages',
  'entry',
  'host',
  'bring',
]
const furtherLines: readonly LineName[] = [
  'can',
  'cannot',
  'forWhom',
  'waiting',
  'atmosphere',
  'access',
  'childrenWelcome',
  'bringSomeone',
  'privateRoom',
  'staffing',
  'sharedWith',
  'phone',
  'duty',
]

export interface CardSources {
  readonly texts: Texts
  readonly snapshot: Snapshot
  readonly openings: Openings
  readonly now: number
}

/** A record as a card in one language. Null when it may no longer be shown: gone, ended, closed, hidden (L5). */
export function cardView(ref: CardRef, language: string, sources: CardSources): CardView | null {
  const record = sources.snapshot.records.get(ref.record)
  if (!record || !isServed(record, sources.now)) return null
  const { texts, openings, now } = sources
  const stop = record.stops.find(({ id }) => id === ref.stop)
  const context: LineContext = { ...sources, language, metres: ref.metres, ...(stop ? { stop } : {}) }
  const title = stop ? `${record.name}, ${stop.place}` : record.name
  const reason = ref.reasons.some(isTelling)
    ? texts.text('card.why', language, { reasons: reasonWords(ref.reasons, language, texts) })
    : ''
  const when = openingWords(texts, openings.nextOpening(stop?.schedule ?? record.schedule, now), now, language)
  const exampleMark = record.example ? texts.term('value.example', language) : null
  const fixed = [title, reason, when, exampleMark ?? ''].join(' ').length
  const { lines, more } = splitLines(record, context, FIRST_VIEW_LENGTH - fixed)
  return {
    record: record.id,
    ...(stop ? { stop: stop.id } : {}),
    title,
    kind: texts.term(`kind.${record.kind}`, language),
    exampleMark,
    reason,
    when: freshness(record, now) === 'call-first' ? `${when}. ${texts.term('value.askFirst', language)}` : when,
    lines,
    more,
    position: stop?.position ?? (record.where === 'unknown' ? null : record.where.position),
    description: descriptionIn(record, language),
    checked: checkedWords(record, context),
  }
}

/** Whether a resident may see it at all. */
export function isServed(record: DirectoryRecord, now: number): boolean {
  return ['fresh', 'call-first'].includes(freshness(record, now))
}

/** Lines go to the first view in order while they fit; from the first that does not, all go behind the tap, none is lost. */
function splitLines(
  record: DirectoryRecord,
  context: LineContext,
  room: number,
): { readonly lines: readonly CardLine[]; readonly more: readonly CardLine[] } {
  const make = (names: readonly LineName[]) =>
    names.map(name => cardLine(record, name, context)).filter((line): line is CardLine => line !== null)
  const first = make(firstLines)
  let left = room
  const fits = first.findIndex(({ label, value }) => (left -= label.length + value.length + 3) < 0)
  const cut = fits === -1 ? first.length : fits
  return { lines: first.slice(0, cut), more: [...first.slice(cut), ...make(furtherLines)] }
}

/** Why this card, only from what was matched (F5). */
function reasonWords(reasons: readonly Reason[], language: string, texts: Texts): string {
  // "Near" may be a matched wish and a fact: it is said once.
  const words = new Set(reasons.filter(isTelling).map(reason => reasonWord(reason, language, texts)))
  return texts.list([...words], language)
}

/** That Dutch is spoken says nothing here. */
const isTelling = (reason: Reason): boolean => reason.type !== 'language' || reason.language !== 'nl'

function reasonWord(reason: Reason, language: string, texts: Texts): string {
  switch (reason.type) {
    case 'topic':
      return texts.term(`topic.${reason.topic}`, language)
    case 'language':
      return texts.text('reason.language', language, { language: languageName(texts, reason.language, language) })
    case 'preference':
      return inSentence(texts.term(`preference.${reason.preference}`, language), language)
    default:
      return texts.text(`reason.${reason.type}`, language)
  }
}

/** A preference is named as on its button; in a list it begins small. */
const inSentence = (label: string, language: string): string =>
  label.slice(0, 1).toLocaleLowerCase(language) + label.slice(1)

/** The place's own words: in the language asked for when they are current, else the Dutch (B6). */
function descriptionIn(record: DirectoryRecord, language: string): CardView['description'] {
  const own = record.description[language]
  if (own && own.state !== 'draft' && own.state !== 'stale') return { text: own.text, language }
  const dutch = record.description['nl']
  return dutch && dutch.state !== 'draft' ? { text: dutch.text, language: 'nl' } : null
}
