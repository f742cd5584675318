import type { DirectoryRecord } from '../../content/schema/record.js'
import { audiences, type Audience, type Gender, type Preference, type ReferralTopic } from '../../content/vocabulary.js'
import type { ReferralQuestion } from './referral.js'

/** A time of life given as a band (4-12) may be cut short by an offer (5-12) by so many years at either end. */
const EDGE_YEARS = 1
/** Up to this age somebody counts as young, from the other as older, for offers that are only for them. */
const YOUNG_TO = 27
const OLDER_FROM = 55

const onlyWomen: readonly Audience[] = ['women', 'mothers']
const onlyMen: readonly Audience[] = ['men', 'fathers']
/** Audiences that nobody has to prove or be asked about; the card names them in its first line. */
const forAnyone: readonly Audience[] = ['everyone', 'neighbours', 'newcomers', 'people-with-little-money']
const parents: readonly Audience[] = ['parents', 'families', 'parents-with-babies', 'mothers', 'fathers']

/** Who may come in. An offer that names only women is women-only, even where the filter was left at `all` ("Never" 13). */
export function genderOf({ admits, forWhom }: DirectoryRecord): Gender {
  if (admits.gender !== 'all') return admits.gender
  if (forWhom.every(audience => onlyWomen.includes(audience))) return 'women'
  return forWhom.every(audience => onlyMen.includes(audience)) ? 'men' : 'all'
}

/** Which offers by gender may be found: those for all, with women's or men's when asked for, or women's alone (F9). */
export const companies = ['all', 'with-women', 'with-men', 'women'] as const
export type Company = (typeof companies)[number]

/** An offer for women only is found when she asked for it, never by a man; the same for men (F9). */
export function companyFor({ gender }: ReferralQuestion, kept: readonly Preference[]): Company {
  if (gender === 'men') return 'with-men'
  if (kept.includes('women-only')) return 'women'
  if (gender === 'women') return 'with-women'
  return kept.includes('open-to-men') ? 'with-men' : 'all'
}

/** Whether an offer belongs to a company. */
export function isIn(company: Company, gender: Gender): boolean {
  if (gender === 'all') return company !== 'women'
  return gender === 'women' ? company === 'women' || company === 'with-women' : company === 'with-men'
}

/** Audiences as bits, so that the index compares two numbers. */
export const audienceBits = (list: readonly Audience[]): number =>
  list.reduce((bits, audience) => bits | (1 << audiences.indexOf(audience)), 0)

/** The audiences that the resident is among, as far as she told. What she did not tell opens nothing (F9). */
export function audiencesFor({ topics, age, asker, gender, preferences }: ReferralQuestion): number {
  const parenting = asker === 'adult' && topics.some(isParenting)
  const ownAge = parenting ? null : age
  const list: Audience[] = [...forAnyone]
  if (gender === 'women' || preferences.includes('women-only')) list.push('women')
  if (gender === 'men' || preferences.includes('open-to-men')) list.push('men')
  if (parenting || preferences.includes('with-small-children')) list.push(...parents)
  if (asker === 'young' || topics.includes('parenting-teen') || (ownAge && ownAge.to <= YOUNG_TO))
    list.push('young-people')
  if (ownAge && ownAge.from >= OLDER_FROM) list.push('older-people')
  return audienceBits(list)
}

export const isParenting = (topic: ReferralTopic): boolean => topic.startsWith('parenting-')

/** Whether an offer from and to these ages admits the age asked for: all of it, but for the edges of a band. */
export function agesFit(youngest: number, oldest: number, age: NonNullable<ReferralQuestion['age']>): boolean {
  const edge = age.to > age.from ? EDGE_YEARS : 0
  return youngest <= age.from + edge && oldest >= age.to - edge
}

/** Whether a postcode rule admits her. Without a known postcode it does not (F9). */
export const postcodeFits = (pc4: ReadonlySet<number> | null, near: ReferralQuestion['near']): boolean =>
  pc4 === null || (near?.pc4 !== undefined && pc4.has(near.pc4))

/** People and informal groups are served only with their recorded permission (J7, K1). Examples are nobody. */
export function mayBeListed({ kind, formality, example, listedWithConsent, host }: DirectoryRecord): boolean {
  const personal = kind === 'key-figure' || formality === 'informal'
  const withdrawn = kind === 'key-figure' && host !== 'unknown' && host.consent?.withdrawnOn !== undefined
  return !withdrawn && (!personal || example || listedWithConsent !== null)
}
