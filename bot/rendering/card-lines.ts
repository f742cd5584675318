import type { DirectoryRecord, FactName } from '../../content/schema/record.js'
import type { TermKey } from '../../content/text-key.js'
import { languageName, type Texts } from '../../content/texts.js'
import type { Snapshot } from '../../content/snapshot.js'
import { dateWords } from './moment-words.js'
import type { CardLine } from './message-view.js'

/** What a line is about: a fact of the record. */
export type LineName =
  FactName | 'can' | 'cannot' | 'distance' | 'childrenWelcome' | 'staffing' | 'sharedWith' | 'duty' | 'audienceFirst'

export interface LineContext {
  readonly texts: Texts
  readonly snapshot: Snapshot
  readonly language: string
  /** As the crow flies; null when not asked from anywhere. */
  readonly metres: number | null
  /** The stop that is meant, for a record that moves. */
  readonly stop?: { readonly area: string; readonly place: string }
}

/** Five kilometres an hour, the walking speed Dutch route planners use; the crow's line is lengthened by a third for streets. */
const METRES_A_MINUTE = 83
const DETOUR = 1.33
/** Farther than this is said in kilometres: nobody walks it with a child on the arm. */
const LONGEST_WALK_MINUTES = 30

/** One fact in words with its label, "not known yet, please ask" where it is unknown, or null where the record has none (F3). */
export function cardLine(record: DirectoryRecord, name: LineName, context: LineContext): CardLine | null {
  const value = lineValue(record, name, context)
  if (value === null) return null
  const { texts, language } = context
  return { name, label: labelOf(name) ? texts.term(labelOf(name) ?? 'label.what', language) : '', value }
}

function lineValue(record: DirectoryRecord, name: LineName, context: LineContext): string | null {
  const { texts, language } = context
  const term = (key: TermKey) => texts.term(key, language)
  const unknown = () => term('value.unknown')
  const listed = (keys: readonly TermKey[]) => texts.list(keys.map(term), language)
  const yesNo = (value: 'yes' | 'no' | 'unknown') => (value === 'unknown' ? unknown() : term(`yesNo.${value}`))
  switch (name) {
    case 'what':
      return listed(record.what.map((code): TermKey => `activity.${code}`))
    case 'can':
      return record.can.length > 0 ? listed(record.can.map((code): TermKey => `ability.${code}`)) : null
    case 'cannot':
      return record.cannot.length > 0 ? listed(record.cannot.map((code): TermKey => `cannot.${code}`)) : null
    case 'forWhom':
      return forWhom(record, context)
    case 'audienceFirst':
      return record.admits.gender === 'all' ? null : term(`gender.${record.admits.gender}`)
    case 'where':
      return where(record, context)
    case 'distance':
      return distance(context)
    case 'entry':
      return record.entry === 'unknown' ? unknown() : term(`entry.${record.entry}`)
    case 'waiting':
      return record.waiting === 'unknown' ? unknown() : term(`waiting.${record.waiting}`)
    case 'languages':
      return languages(record, context)
    case 'cost':
      return cost(record, context)
    case 'privateRoom':
      return yesNo(record.privateRoom)
    case 'bringSomeone':
      return yesNo(record.bringSomeone)
    case 'childrenWelcome':
      return yesNo(record.childrenWelcome)
    case 'bring':
      return record.bring === 'unknown' ? unknown() : listed(record.bring.map((code): TermKey => `bring.${code}`))
    case 'host':
      return host(record, context)
    case 'staffing':
      return record.staffing === 'unknown' ? unknown() : term(`staffing.${record.staffing}`)
    case 'duty':
      return duty(record, context)
    case 'atmosphere':
      return record.atmosphere === 'unknown'
        ? unknown()
        : listed(record.atmosphere.map((code): TermKey => `atmosphere.${code}`))
    case 'access':
      return record.access === 'unknown' ? unknown() : listed(record.access.map((code): TermKey => `access.${code}`))
    case 'phone':
      return record.phone === 'unknown' ? null : record.phone
    case 'sharedWith':
      return sharedWith(record, context)
    case 'schedule':
      return null
  }
}

function labelOf(name: LineName): TermKey | null {
  if (name === 'duty' || name === 'audienceFirst') return null
  return name === 'schedule' ? 'label.when' : `label.${name}`
}

function forWhom(record: DirectoryRecord, { texts, language }: LineContext): string {
  const { gender, ages, pc4, benefit } = record.admits
  return texts.list(
    [
      ...(gender === 'all' ? [] : [texts.term(`gender.${gender}`, language)]),
      ...record.forWhom.map(code => texts.term(`audience.${code}`, language)),
      ...(ages ? [texts.term('value.ages', language, ages)] : []),
      ...(pc4 ? [texts.term('value.postcodesOnly', language, { postcodes: pc4.join(', ') })] : []),
      ...benefit.map(code => texts.term(`benefit.${code}`, language)),
    ],
    language,
  )
}

/** Street and building as on the signs, then the neighbourhood: proper names, never translated. */
function where(record: DirectoryRecord, { texts, snapshot, language, stop }: LineContext): string {
  const nameOf = (id: string) => snapshot.areas.get(id)?.name ?? id
  if (stop) return `${stop.place}, ${nameOf(stop.area)}`
  if (record.stops.length > 0) {
    const places = record.stops.map(({ place, area }) => `${place} (${nameOf(area)})`)
    return texts.list(places, language)
  }
  const area = nameOf(record.area)
  if (record.where === 'unknown') return `${area} (${texts.term('value.unknown', language)})`
  const { building, street, houseNumber } = record.where
  return [building, houseNumber ? `${street} ${houseNumber}` : street, area].filter(part => part).join(', ')
}

function distance({ texts, language, metres }: LineContext): string | null {
  if (metres === null) return null
  const minutes = Math.max(1, Math.round((metres * DETOUR) / METRES_A_MINUTE))
  if (minutes <= LONGEST_WALK_MINUTES) return texts.term('value.walkMinutes', language, { count: minutes })
  return texts.term('value.kilometres', language, { km: Math.max(1, Math.round(metres / 1000)) })
}

function languages(record: DirectoryRecord, { texts, language }: LineContext): string {
  if (record.languages === 'unknown') return texts.term('value.unknown', language)
  const names = record.languages.map(({ code }) => languageName(texts, code, language))
  if (record.languages.length === 1 && record.languages[0]?.code === 'nl')
    return texts.term('value.onlyDutch', language)
  return texts.list(names, language)
}

function cost(record: DirectoryRecord, { texts, language }: LineContext): string {
  if (record.cost === 'unknown') return texts.term('value.unknown', language)
  if (record.cost === 'free') return texts.term('value.free', language)
  if (record.cost === 'small-gift') return texts.term('value.smallGift', language)
  const amount = (record.cost.cents / 100).toFixed(2).replace('.', ',')
  return texts.term('value.amount', language, { amount })
}

/** The role; a first name only while its owner's consent stands (J7). */
function host(record: DirectoryRecord, { texts, language }: LineContext): string {
  if (record.host === 'unknown') return texts.term('value.unknown', language)
  const role = texts.term(`host.${record.host.role}`, language)
  const { firstName, consent } = record.host
  if (!firstName || !consent || consent.withdrawnOn) return role
  return texts.term('value.hostNamed', language, { firstName, role })
}

function duty(record: DirectoryRecord, { texts, language }: LineContext): string | null {
  switch (record.staffing) {
    case 'unknown':
      return null
    case 'professionals':
      return texts.term('duty.professional', language)
    case 'mixed':
      return texts.term('duty.mixed', language)
    case 'residents':
    case 'volunteers':
      return texts.term('duty.volunteer', language)
  }
}

function sharedWith(record: DirectoryRecord, { texts, snapshot, language }: LineContext): string | null {
  const names = record.sharedWith.map(id => snapshot.organisations.get(id)?.name ?? id)
  return names.length > 0 ? texts.list(names, language) : null
}

/** When and how the facts were checked, in one line. */
export function checkedWords(record: DirectoryRecord, { texts, language }: LineContext): string {
  const how = texts.term(`check.${record.checked.how}`, language)
  if (!record.checked.checkedOn) return how
  const checked = texts.text('card.checked', language, { date: dateWords(texts, record.checked.checkedOn, language) })
  return texts.term('value.checkedOn', language, { date: checked, how })
}
