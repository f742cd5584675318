import { activityOf, isInPerson, purposeOf, works, type Candidate } from './candidate.js'

/** Cards in one answer (F1). */
export const MOST_CARDS = 3
/** With so many cards from nearer by, nothing from the other side of the city is added. */
const ENOUGH_WITHOUT_FAR = 2
const ELSEWHERE = 3

/**
 * The cards of one answer out of ranked candidates, in their order. Each has a purpose of its own: first other things to
 * do, then the same thing in another area, never the same thing in the same area.
 */
export function chooseCards(ranked: readonly Candidate[]): readonly Candidate[] {
  const usable = withoutLoneRoutes(ranked)
  const chosen: Candidate[] = []
  const add = (fits: (candidate: Candidate) => boolean) => {
    for (const candidate of usable) {
      if (chosen.length === MOST_CARDS) return
      const far = candidate.ring === ELSEWHERE && chosen.length >= ENOUGH_WITHOUT_FAR
      if (!far && isNew(candidate, chosen) && fits(candidate)) chosen.push(candidate)
    }
  }
  add(candidate => chosen.every(({ entry }) => activityOf(entry) !== activityOf(candidate.entry)))
  add(() => true)
  return inOrder(withSomebodyBeside(chosen, usable), ranked)
}

/** Another record, for another purpose or in another area. */
export const isNew = (candidate: Candidate, chosen: readonly Candidate[]): boolean =>
  chosen.every(
    other =>
      other.entry.record.id !== candidate.entry.record.id && purposeOf(other.entry) !== purposeOf(candidate.entry),
  )

/** Puts one more card in, in the place of the last when there are three already. */
export const withOneMore = (chosen: readonly Candidate[], candidate: Candidate): readonly Candidate[] => {
  const others = chosen.slice(0, MOST_CARDS - 1)
  return isNew(candidate, others) ? [...others, candidate] : chosen
}

/** Leaves out what must not stand alone: digital routes without a desk (D7), key figures without hours without a place. */
function withoutLoneRoutes(ranked: readonly Candidate[]): readonly Candidate[] {
  const desk = ranked.some(candidate => isInPerson(candidate) && candidate.opening.type !== 'none')
  const place = ranked.some(works)
  return withoutFartherFaith(ranked).filter(
    candidate =>
      (isInPerson(candidate) || desk) && (candidate.entry.record.kind !== 'key-figure' || works(candidate) || place),
  )
}

/** A place of faith is shown when nothing else that fits is nearer (C6). */
function withoutFartherFaith(ranked: readonly Candidate[]): readonly Candidate[] {
  const others = ranked.filter(({ entry }) => !entry.record.faith)
  const nearest = Math.min(Infinity, ...others.map(({ metres }) => metres))
  return ranked.filter(({ entry, metres }) => !entry.record.faith || metres <= nearest)
}

/** A chosen digital route brings a desk with it, and a key figure without hours a place, in the place of the last card. */
function withSomebodyBeside(chosen: readonly Candidate[], usable: readonly Candidate[]): readonly Candidate[] {
  const needsDesk = chosen.length > 0 && !chosen.some(isInPerson)
  const needsPlace = chosen.length > 0 && !chosen.some(works)
  if (!needsDesk && !needsPlace) return chosen
  const beside = usable.find(candidate => isInPerson(candidate) && (works(candidate) || !needsPlace))
  return beside ? [...chosen.filter(other => isNew(beside, [other])).slice(0, MOST_CARDS - 1), beside] : chosen
}

const inOrder = (chosen: readonly Candidate[], ranked: readonly Candidate[]): readonly Candidate[] =>
  chosen.toSorted((a, b) => ranked.indexOf(a) - ranked.indexOf(b))
