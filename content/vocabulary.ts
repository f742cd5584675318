/**
 * The only lists of codes in the house. Ids are kebab-case and never change meaning; a code that is no longer used stays
 * until no record holds it. What each code is called in a language stands in `languages/<code>/terms.json`.
 */

/** What a record describes (requirement K7). */
export const recordKinds = [
  'meeting-place',
  'consultation-hour',
  'key-figure',
  'team',
  'scheme',
  'event',
  'mobile-stop',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** The nineteen things a message can be about. The first thirteen can end at a record. */
export const referralTopics = [
  'money-letter',
  'money-debt',
  'money-cannot-pay',
  'money-benefit',
  'money-food',
  'parenting-young',
  'parenting-teen',
  'parenting-school',
  'parenting-general',
  'meeting-people',
  'language-lesson',
  'forms-help',
  'talk-to-human',
] as const
export type ReferralTopic = (typeof referralTopics)[number]

export const topics = [
  ...referralTopics,
  'greeting',
  'change-language',
  'stop',
  'delete-data',
  'who-are-you',
  'unclear',
] as const
export type Topic = (typeof topics)[number]

/** Danger that is answered before anything else (requirement G1), most urgent first. */
export const safetyCategories = [
  'acute-danger',
  'weapon',
  'suicide',
  'child-danger',
  'sexual-violence',
  'domestic-violence',
  'stalking',
  'trafficking',
  'psychosis',
  'homeless-tonight',
  'hungry-tonight',
] as const
export type SafetyCategory = (typeof safetyCategories)[number]

/** What a place can do. Matching uses these and never a place's kind or name; what is not listed counts as no (F8). */
export const abilities = [
  'read-letters',
  'fill-in-forms',
  'debts',
  'bills',
  'benefits',
  'food',
  'clothes',
  'young-children',
  'teenagers',
  'school',
  'parenting',
  'company',
  'dutch-practice',
  'listening',
  'housing',
  'legal',
  'mental-health',
  'mild-intellectual-disability',
  'work',
  'computer',
  'go-along',
] as const
export type Ability = (typeof abilities)[number]

/** The ability a topic asks for. One each, so a reason line can name it. */
export const abilityForTopic: Readonly<Record<ReferralTopic, Ability>> = {
  'money-letter': 'read-letters',
  'money-debt': 'debts',
  'money-cannot-pay': 'bills',
  'money-benefit': 'benefits',
  'money-food': 'food',
  'parenting-young': 'young-children',
  'parenting-teen': 'teenagers',
  'parenting-school': 'school',
  'parenting-general': 'parenting',
  'meeting-people': 'company',
  'language-lesson': 'dutch-practice',
  'forms-help': 'fill-in-forms',
  'talk-to-human': 'listening',
}

/** What happens there (F2), in words a visitor would use. */
export const activities = [
  'coffee-together',
  'eat-together',
  'cook-together',
  'read-letters-together',
  'fill-in-forms-together',
  'look-at-bills-together',
  'plan-for-debts',
  'check-benefits',
  'food-parcel',
  'free-clothes',
  'baby-things',
  'play-with-children',
  'parents-talk',
  'baby-questions',
  'teen-hangout',
  'teen-talk',
  'homework-help',
  'school-questions',
  'dutch-conversation',
  'dutch-lesson',
  'listening-ear',
  'walk-together',
  'sport-together',
  'sewing',
  'music',
  'garden',
  'repair-things',
  'computer-help',
  'legal-questions',
  'housing-questions',
  'work-questions',
  'women-talk',
  'fathers-talk',
  'go-along-to-appointment',
  'explain-the-way',
  'story-reading',
  'games',
  'swap-toys',
] as const
export type Activity = (typeof activities)[number]

/** For whom (F2). `everyone` stands alone. */
export const audiences = [
  'everyone',
  'women',
  'men',
  'mothers',
  'fathers',
  'parents',
  'parents-with-babies',
  'families',
  'young-people',
  'older-people',
  'newcomers',
  'people-with-little-money',
  'neighbours',
] as const
export type Audience = (typeof audiences)[number]

/** Who may come in, as a hard filter (F9). */
export const genders = ['all', 'women', 'men'] as const
export type Gender = (typeof genders)[number]

export const atmospheres = [
  'quiet',
  'small-group',
  'lively',
  'children-play',
  'tea-is-ready',
  'no-questions-asked',
  'someone-welcomes-you',
  'mixed-company',
  'sit-where-you-like',
  'private-corner',
  'outdoors',
] as const
export type Atmosphere = (typeof atmospheres)[number]

export const accessFeatures = [
  'step-free',
  'steps-at-the-door',
  'lift',
  'accessible-toilet',
  'pram-welcome',
  'near-tram-stop',
  'near-bus-stop',
  'bicycle-parking',
  'entrance-at-the-side',
  'entrance-on-the-square',
  'ground-floor',
  'upstairs',
] as const
export type AccessFeature = (typeof accessFeatures)[number]

/** How one gets in (F2). */
export const entries = ['walk-in', 'sign-up', 'by-appointment', 'referral-needed', 'sign-up-through-host'] as const
export type Entry = (typeof entries)[number]

export const waitingTimes = ['none', 'some-minutes', 'half-an-hour', 'days', 'weeks'] as const
export type WaitingTime = (typeof waitingTimes)[number]

export const thingsToBring = [
  'nothing',
  'your-letters',
  'your-bills',
  'something-to-drink',
  'sport-clothes',
  'a-bag',
  'a-friend-if-you-like',
  'your-child',
  'your-phone',
  'glasses',
] as const
export type ThingToBring = (typeof thingsToBring)[number]

/** Who receives a visitor (F2, J7). A role; a first name only with recorded consent. */
export const hostRoles = [
  'host',
  'volunteer',
  'neighbour',
  'mother-from-the-area',
  'father-from-the-area',
  'adviser',
  'social-worker',
  'youth-worker',
  'parent-adviser',
  'language-coach',
  'debt-helper',
  'legal-adviser',
  'cook',
  'sport-coach',
] as const
export type HostRole = (typeof hostRoles)[number]

/** Who runs it on the day; a professional has duties that a volunteer has not (G6). */
export const staffings = ['residents', 'volunteers', 'professionals', 'mixed'] as const
export type Staffing = (typeof staffings)[number]

export const benefitRules = ['low-income', 'city-pass', 'on-benefits'] as const
export type BenefitRule = (typeof benefitRules)[number]

/** What a fact was checked by (K1). `example` marks made-up data, `none` data nobody checked. */
export const checkWays = ['visit', 'call', 'web', 'owner', 'import', 'example', 'none'] as const
export type CheckWay = (typeof checkWays)[number]

/** Where a record stands. Only `published` and `paused` can reach a resident, and `paused` never as open. */
export const recordStates = ['draft', 'published', 'paused', 'closed', 'ended', 'hidden'] as const
export type RecordState = (typeof recordStates)[number]

/** How a record's shelf life is counted (L1). */
export const formalities = ['informal', 'formal', 'pilot'] as const
export type Formality = (typeof formalities)[number]

/** Seven days in the order and spelling of iCalendar (RFC 5545). */
export const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Day = (typeof days)[number]

/** What a resident can ask to weigh (F12). Offered after the first cards, never presumed. */
export const preferences = [
  'near',
  'on-foot',
  'my-language',
  'women-only',
  'open-to-men',
  'quiet-and-small',
  'with-small-children',
  'bring-someone',
  'free',
  'evening-or-weekend',
  'does-not-know-me',
] as const
export type Preference = (typeof preferences)[number]

/** Who may use what (P3); ready for accounts. */
export const roles = [
  'resident',
  'volunteer',
  'key-figure',
  'owner',
  'editor',
  'chief-editor',
  'safety-professional',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** State of a translation (B5). */
export const reviewStates = ['draft', 'unreviewed', 'reviewed', 'stale'] as const
export type ReviewState = (typeof reviewStates)[number]

/** What a resident can say in any state and language instead of answering (A8, A9). */
export const commands = [
  'back',
  'skip',
  'restart',
  'stop',
  'later',
  'wipe',
  'person',
  'language',
  'elsewhere',
  'who-are-you',
  'who-pays',
  'touches-benefit',
  'takes-children',
  'what-is-kept',
  'not-safe',
  'more',
  'help',
] as const
export type Command = (typeof commands)[number]

/** Commands that are questions about the chat itself: answered at any moment, and then what was asked is asked again (A4, H5). */
export const questionsAboutUs = [
  'who-are-you',
  'who-pays',
  'touches-benefit',
  'takes-children',
  'what-is-kept',
] as const satisfies readonly Command[]
export type QuestionAboutUs = (typeof questionsAboutUs)[number]

/** How soon an answer is needed (D1). */
export const urgencies = ['today', 'days', 'none'] as const
export type Urgency = (typeof urgencies)[number]
