import MiniSearch from 'minisearch'
import type { LanguageTable } from '../../content/language-table.js'
import type { Snapshot } from '../../content/snapshot.js'
import type { Texts } from '../../content/texts.js'
import type { TermKey } from '../../content/text-key.js'
import type { Place } from '../places/place.js'
import type { FindReferrals } from '../referrals/find-referrals.js'
import { freshness } from '../referrals/freshness.js'
import type { Suggestion } from '../referrals/referral.js'
import { normalise, words as wordsOf } from '../safety/normalise.js'
import type { Opening } from '../schedule/opening.js'
import type { Understood } from '../understanding/understood.js'

/** Results of one search line (I1). */
export const MOST_RESULTS = 5
/** Typing slips that the text search forgives, as a share of the word's length. */
const FUZZY = 0.2
/** A line is taken for a name when more than this share of its words stand in one. */
const MOST_OF_LINE = 0.5
/** A name must be found this much better than a word of the description to go before what fits the topic. */
const NAME_BOOST = 4

export interface LookupParts {
  readonly snapshot: Snapshot
  readonly texts: Texts
  readonly table: LanguageTable
  readonly understand: (text: string) => Understood
  readonly findPlaces: (text: string) => readonly Place[]
  readonly findReferrals: FindReferrals
  readonly nextOpening: (record: string, now: number) => Opening
}

/** One line of a volunteer, in any language and order: at most five records, best first. Keeps nothing of the line (I6). */
export function createLookUp(parts: LookupParts): (line: string, now: number) => readonly Suggestion[] {
  const search = indexOf(parts)
  return (line, now) => {
    const named = byName(search, line, parts, now)
    const fitting = byTopic(line, parts, now)
    const seen = new Set<string>()
    return [...named.strong, ...fitting, ...named.weak]
      .filter(({ record }) => !seen.has(record) && seen.add(record))
      .slice(0, MOST_RESULTS)
  }
}

/** What the line is about, by the same understanding and search that residents get, twice if needed to fill the page. */
function byTopic(line: string, parts: LookupParts, now: number): readonly Suggestion[] {
  const { meaning, urgency } = parts.understand(line)
  if (meaning.type !== 'topics') return []
  const [place] = parts.findPlaces(line)
  const question = {
    topics: meaning.topics,
    urgency,
    near: place ?? null,
    language: languageIn(line, parts.table) ?? 'nl',
    age: null,
    asker: 'adult' as const,
    gender: null,
    preferences: languageIn(line, parts.table) ? (['my-language'] as const) : [],
    safety: false,
  }
  const first = parts.findReferrals({ ...question, shown: [] }, now)
  const shown = first.suggestions.map(({ record }) => record)
  const second = first.type === 'found' && first.more ? parts.findReferrals({ ...question, shown }, now) : null
  return [...first.suggestions, ...(second?.type === 'found' ? second.suggestions : [])]
}

interface Named {
  readonly strong: readonly Suggestion[]
  readonly weak: readonly Suggestion[]
}

function byName(search: MiniSearch, line: string, parts: LookupParts, now: number): Named {
  const asked = wordsOf(line)
  const hits = search.search(asked.join(' '), {
    fuzzy: FUZZY,
    prefix: true,
    boost: { name: NAME_BOOST, aliases: NAME_BOOST },
  })
  const found = hits.flatMap(({ id, match }) => {
    const record = parts.snapshot.records.get(String(id))
    const state = record ? freshness(record, now) : 'hidden'
    if (!record || (state !== 'fresh' && state !== 'call-first')) return []
    const inName = Object.values(match).filter(fields => fields.includes('name') || fields.includes('aliases')).length
    const byItsName = inName > asked.length * MOST_OF_LINE
    return [
      {
        strong: byItsName,
        suggestion: { record: record.id, opening: parts.nextOpening(record.id, now), metres: null, reasons: [] },
      },
    ]
  })
  const exact = found.filter(({ strong }) => strong).slice(0, 2)
  return {
    strong: exact.map(({ suggestion }) => suggestion),
    weak: found.filter(hit => !exact.includes(hit)).map(({ suggestion }) => suggestion),
  }
}

/** Names, old names, organisation, area and the Dutch words of what a place does. */
function indexOf({ snapshot, texts }: LookupParts): MiniSearch {
  const search = new MiniSearch({
    fields: ['name', 'aliases', 'organisation', 'area', 'what'],
    tokenize: text => [...wordsOf(text)],
    processTerm: term => normalise(term),
  })
  search.addAll(
    [...snapshot.records.values()].map(record => ({
      id: record.id,
      name: record.name,
      aliases: record.aliases.join(' '),
      organisation: snapshot.organisations.get(record.organisation)?.name ?? '',
      area: snapshot.areas.get(record.area)?.name ?? '',
      what: [
        ...record.what.map((code): TermKey => `activity.${code}`),
        ...record.can.map((code): TermKey => `ability.${code}`),
        ...record.forWhom.map((code): TermKey => `audience.${code}`),
      ]
        .map(key => texts.term(key, 'nl'))
        .join(' '),
    })),
  )
  return search
}

/** A language that the line names, in Dutch, English or by itself: "turks", "Arabic", "Soomaali". */
function languageIn(line: string, { rows }: LanguageTable): string | null {
  const said = new Set(wordsOf(line))
  const named = rows.find(({ dutchName, englishName, ownName }) =>
    [dutchName, englishName, ownName].some(name => said.has(normalise(name).trim())),
  )
  return named && named.code !== 'nl' ? named.code : null
}
