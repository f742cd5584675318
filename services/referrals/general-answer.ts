import type { Snapshot } from '../../content/snapshot.js'
import type { Openings } from '../schedule/openings.js'
import type { Candidate } from './candidate.js'
import type { CandidateIndex } from './candidate-index.js'
import { isNew } from './choose-cards.js'
import { companyFor, isIn } from './eligibility.js'
import { entriesOf, type Entry } from './entry.js'
import { rank } from './ranking.js'
import { admission, candidate, demandsOf, type Asked, type FindCandidates } from './search.js'

/** How many of the nearest records are looked at when nothing else is left. */
const LAST_RESORT = 20

/** Doors for whoever fits nowhere else (F13). */
export interface GeneralDoors {
  /** The nearest meeting place open to all, then the general contact; for what presses, and in danger, the other way round. */
  doors(asked: Asked): readonly Candidate[]
}

/**
 * The general contact of the pack is always in the directory, so an expired check does not hide it, only an end, a pause
 * or a closing does. Nothing is given only when no record can be served at all.
 */
export function createGeneralDoors(
  snapshot: Snapshot,
  index: CandidateIndex,
  find: FindCandidates,
  openings: Openings,
): GeneralDoors {
  const record = snapshot.records.get(snapshot.info.generalContact)
  const contact = record ? entriesOf(record, snapshot)[0] : undefined

  function doors(asked: Asked): readonly Candidate[] {
    const { question } = asked
    const contacts = contact && contactFits(contact, asked) ? [candidate(contact, asked, openings)] : []
    const own = contacts.filter(({ opening }) => opening.type !== 'none')
    const meeting = rank(find(asked, ['company'], []), question).filter(({ opening }) => opening.type !== 'none')
    const pressing = question.urgency === 'today' || question.safety
    const listening = pressing ? rank(find(asked, ['listening'], []), question).filter(({ inTime }) => inTime) : []
    const found = pressing
      ? [...own, ...listening.slice(0, 1), ...meeting.slice(0, 1)]
      : [...meeting.slice(0, 1), ...own]
    const fresh = distinct(found.filter(({ entry }) => !question.shown.includes(entry.record.id)))
    if (fresh.length > 0) return pressing ? fresh.toSorted((a, b) => Number(b.inTime) - Number(a.inTime)) : fresh
    return contacts.length > 0 ? contacts : lastResort(asked)
  }

  /** Any door that is not shut and admits her; shown again if all were shown. */
  function lastResort(asked: Asked): readonly Candidate[] {
    const again = { ...asked, question: { ...asked.question, shown: [] } }
    const admit = admission(again)
    const company = companyFor(asked.question, [])
    const open = (entry: Entry) => openings.nextOpening(entry.schedule, asked.now).type !== 'none'
    const nearest = index.nearest({
      from: asked.from,
      most: LAST_RESORT,
      reach: Infinity,
      demands: demandsOf(again, []),
      accepts: entry => isIn(company, entry.gender) && admit(entry) && open(entry),
    })
    return rank(
      nearest.map(entry => candidate(entry, asked, openings)),
      asked.question,
    ).slice(0, 1)
  }

  return { doors }
}

function contactFits(contact: Entry, { question, now }: Asked): boolean {
  const { endsOn } = contact.record
  const ended = endsOn !== null && now >= contact.until
  return now >= contact.from && !ended && isIn(companyFor(question, []), contact.gender)
}

const distinct = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter((one, index) => isNew(one, candidates.slice(0, index)))
