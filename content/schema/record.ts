import { z } from 'zod'
import {
  abilities,
  accessFeatures,
  activities,
  atmospheres,
  audiences,
  benefitRules,
  checkWays,
  entries,
  formalities,
  genders,
  hostRoles,
  recordKinds,
  recordStates,
  reviewStates,
  staffings,
  thingsToBring,
  waitingTimes,
} from '../vocabulary.js'
import { positionSchema } from './area.js'
import { scheduleSchema } from './schedule.js'

const id = z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and dashes')
const date = z.iso.date()

/** A fact that may be unknown. Unknown is said as "not known yet, please ask" and is never read as yes (F3, F8). */
const known = <T extends z.ZodType>(schema: T) => z.union([z.literal('unknown'), schema])
const yesNo = known(z.enum(['yes', 'no']))

/** Who checked a fact, how, when, and how long that holds (K1, L3). */
export const provenanceSchema = z.strictObject({
  source: z.string().min(2),
  checkedOn: date.nullable(),
  checkedBy: z.string().nullable(),
  how: z.enum(checkWays),
  validUntil: date.nullable(),
})
export type Provenance = z.infer<typeof provenanceSchema>

/** The facts of a record that can have been checked apart from the rest. */
export const factNames = [
  'what',
  'forWhom',
  'where',
  'schedule',
  'entry',
  'waiting',
  'languages',
  'cost',
  'privateRoom',
  'bringSomeone',
  'bring',
  'host',
  'access',
  'atmosphere',
  'phone',
] as const
export type FactName = (typeof factNames)[number]

const hostSchema = z.strictObject({
  role: z.enum(hostRoles),
  /** Shown only while `consent` stands; without it the role alone is shown (J7). */
  firstName: z.string().optional(),
  consent: z.strictObject({ on: date, textVersion: z.int().min(1), withdrawnOn: date.optional() }).optional(),
})

/** One stop of a record that moves. Each has a place and hours of its own. */
const stopSchema = z.strictObject({
  id,
  area: id,
  place: z.string(),
  position: positionSchema,
  schedule: scheduleSchema,
})

/**
 * One place, hour, person, team, scheme, event or moving stop. Everything a card shows is a proper name or a code of the
 * vocabulary, so a record is complete in every language as soon as it is saved; `description` is an optional extra.
 */
export const recordSchema = z.strictObject({
  id,
  kind: z.enum(recordKinds),
  version: z.int().min(1),
  state: z.enum(recordStates),
  /** A made-up record. It carries a visible mark everywhere and production refuses it unless allowed (K6). */
  example: z.boolean(),
  /** A proper name, never translated. */
  name: z.string().min(2).max(60),
  /** Old, informal and short names under which people look for it (F11). */
  aliases: z.array(z.string()).default([]),
  organisation: id,
  /** Others that share the slot or the room. */
  sharedWith: z.array(id).default([]),

  area: id,
  /** How far it reaches: people from its own neighbourhood, district, or the whole city (F5). */
  reach: z.enum(['neighbourhood', 'district', 'city']),
  where: known(
    z.strictObject({
      /** Street or square as on the sign. Example records name no house number. */
      street: z.string(),
      houseNumber: z.string().optional(),
      /** Building, as on the door. */
      building: z.string().optional(),
      postcode: z.int().min(1000).max(9999),
      position: positionSchema,
    }),
  ),
  stops: z.array(stopSchema).default([]),

  what: z.array(z.enum(activities)).min(1),
  can: z.array(z.enum(abilities)),
  cannot: z.array(z.enum(abilities)).default([]),
  refersTo: z.array(id).default([]),
  forWhom: z.array(z.enum(audiences)).min(1),
  /** Hard filters: never relaxed (F9). */
  admits: z.strictObject({
    gender: z.enum(genders).default('all'),
    ages: z
      .strictObject({ from: z.int().min(0).max(120), to: z.int().min(0).max(120) })
      .nullable()
      .default(null),
    /** Only people who live in these postcodes; null is no such rule. */
    pc4: z.array(z.int()).nullable().default(null),
    benefit: z.array(z.enum(benefitRules)).default([]),
  }),

  schedule: scheduleSchema,
  entry: known(z.enum(entries)),
  waiting: known(z.enum(waitingTimes)),
  /** BCP 47 codes spoken there; `spoken` says who speaks it. `unknown` is shown as "please ask" (B9). */
  languages: known(z.array(z.strictObject({ code: z.string(), days: z.array(z.string()).optional() })).min(1)),
  cost: known(
    z.union([z.literal('free'), z.literal('small-gift'), z.strictObject({ cents: z.int().min(1), validUntil: date })]),
  ),
  privateRoom: yesNo,
  bringSomeone: yesNo,
  childrenWelcome: yesNo,
  bring: known(z.array(z.enum(thingsToBring)).min(1)),
  host: known(hostSchema),
  staffing: known(z.enum(staffings)),
  atmosphere: known(z.array(z.enum(atmospheres)).min(1)),
  access: known(z.array(z.enum(accessFeatures)).min(1)),
  /** A public number of the organisation or desk; never a private one (J8). Example records have none. */
  phone: known(z.string()),
  /** How it is reached. A route that is not `in-person` is never given alone (D7). */
  means: z.enum(['in-person', 'phone', 'online']).default('in-person'),
  /** Run by and for one community or family of residents; hidden for "someone who does not know me" (F12). */
  communityRun: z.boolean().default(false),
  /** A place of faith; found when asked for, otherwise only as nearest fit (C6). */
  faith: z.boolean().default(false),

  formality: z.enum(formalities),
  onePerson: z.boolean().default(false),
  pausedUntil: date.nullable().default(null),
  endsOn: date.nullable().default(null),
  fundedUntil: date.nullable().default(null),
  replacedBy: id.nullable().default(null),
  /** For key figures: how much may be asked of them (J9). */
  load: z.strictObject({ perDay: z.int(), perWeek: z.int(), backup: id.nullable() }).nullable().default(null),
  /** Internal, never on a resident's screen (I3): who answers for the record. Role ids, ready for accounts. */
  owner: z.strictObject({ organisation: id, contact: id, backup: id.nullable() }),
  listedWithConsent: z.strictObject({ on: date, by: z.string() }).nullable(),

  /** How all facts were checked that `factChecks` does not name apart. */
  checked: provenanceSchema,
  factChecks: z.partialRecord(z.enum(factNames), provenanceSchema).default({}),
  /** Optional own words of the place, per language, with the state of each translation (B6). */
  description: z
    .record(z.string(), z.strictObject({ text: z.string().max(300), state: z.enum(reviewStates), ofVersion: z.int() }))
    .default({}),
})
/** A record as it is used: every default filled in. */
export type DirectoryRecord = z.output<typeof recordSchema>
/** A record as it is written in a file: what has a default may be left out. */
export type DirectoryRecordInput = z.input<typeof recordSchema>

export const organisationSchema = z.strictObject({
  id,
  name: z.string().min(2),
  example: z.boolean(),
  aliases: z.array(z.string()).default([]),
})
export type Organisation = z.infer<typeof organisationSchema>
