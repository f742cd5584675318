import type { Issue } from './issue.js'
import type { CheckSubject } from './subject.js'

/** Terms that stand on a button without any dialog naming them: one wish, one topic of several, a language's name. */
const TERM_LABELS = /^(preference|topic)\./
/** What stands below every question and card. */
const TEXT_LABELS = /^(action|card)\.(not-safe|person|back|language|restart|wipe|skip|skip\.unknown|map|show|calendar)$/

/** Labels fit on every channel with their pictogram; nothing is cut at run time (N2). */
export function checkLabels(subject: CheckSubject): readonly Issue[] {
  return subject.channelLimits.flatMap(limits => [
    ...[...subject.words].flatMap(([language, { texts, terms }]) => {
      const offered = (subject.labels ?? []).map(({ key, icon }) => ({
        key,
        shown: withIcon(icon, texts[key] ?? terms[key] ?? ''),
      }))
      const fixed = Object.entries({ ...texts, ...terms })
        .filter(([key]) => TERM_LABELS.test(key) || TEXT_LABELS.test(key))
        .map(([key, shown]) => ({ key, shown }))
      return unique([...offered, ...fixed])
        .filter(({ shown }) => shown.length > limits.label)
        .map(({ key, shown }) => tooLong(`${language} ${key}`, shown, limits.label, limits.name))
    }),
    ...areaNames(subject, limits.label, limits.name),
    ...listButtons(subject, limits.listButton, limits.name),
  ])
}

const withIcon = (icon: string, label: string): string => (icon ? `${icon} ${label}` : label)

const unique = <T extends { readonly key: string; readonly shown: string }>(labels: readonly T[]): readonly T[] => [
  ...new Map(labels.toSorted((a, b) => a.shown.length - b.shown.length).map(label => [label.key, label])).values(),
]

/** An area is offered by name when several were meant (F10). */
function areaNames({ pack }: CheckSubject, most: number, channel: string): readonly Issue[] {
  return pack.gazetteer.areas
    .filter(({ name }) => name.length > most)
    .map(({ id, name }): Issue => ({ ...tooLong(`area ${id}`, name, most, channel), severity: 'warning' }))
}

function listButtons({ words }: CheckSubject, most: number, channel: string): readonly Issue[] {
  return [...words].flatMap(([language, { texts }]) => {
    const shown = texts['web.choose'] ?? ''
    return shown.length > most ? [tooLong(`${language} web.choose`, shown, most, channel)] : []
  })
}

function tooLong(where: string, shown: string, most: number, channel: string): Issue {
  return {
    rule: 'long-label',
    severity: 'critical',
    where,
    message: `"${shown}" has ${shown.length} characters, ${channel} shows ${most}`,
  }
}
