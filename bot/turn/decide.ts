import type { LanguageTable } from '../../content/language-table.js'
import type { Phrase } from '../../content/phrase.js'
import type { Snapshot } from '../../content/snapshot.js'
import { advance } from '../../dialogs/engine/advance.js'
import type { Advance, Effect, Event } from '../../dialogs/engine/event.js'
import { promptOf, type Dialogs } from '../../dialogs/engine/prompt.js'
import type { Session } from '../../dialogs/engine/session.js'
import type { Conversation } from '../../services/conversations/conversation.js'
import type { CardRef, Outbound } from '../../services/conversations/outbound.js'
import type { Counts } from '../../services/counting/counts.js'
import type { ReferralAnswer, ReferralQuestion } from '../../services/referrals/referral.js'
import { choosableCategories } from '../../services/safety/safety-card.js'
import { answerToEarlier, trueOfPack } from './about-us.js'
import type { Answer } from './answer.js'
import { lookUp } from './lookup.js'
import { languageMenu, message } from './opening.js'

/** One live directory and its search, taken at the start of a turn and kept to its end. */
export interface Live {
  readonly snapshot: Snapshot
  readonly findReferrals: (question: ReferralQuestion, now: number) => ReferralAnswer
}

export interface DecideParts {
  readonly live: Live
  readonly dialogs: Dialogs
  readonly table: LanguageTable
  readonly counts: Counts
  readonly now: number
}

/** Where a turn stands before its event: what is known, and the language it is answered in. */
export interface Standing {
  readonly conversation: Conversation
  readonly session: Session
  readonly memoryOnly: boolean
  readonly language: string
  /** Said first: the opening, an apology, a note on what was not kept. */
  readonly before: readonly Phrase[]
  /** Messages of their own that go first. */
  readonly first: readonly Outbound[]
}

/** Runs one event through the dialogs and the directory, and says what is to be sent and kept. Writes nothing. */
export function decide(standing: Standing, event: Event, parts: DecideParts): Answer {
  const outcome = runThrough(standing.session, event, standing.language, parts)
  const { result, says, cards } = outcome
  const phrases = inOrder(standing.before, [...earlier(standing, parts), ...trueOfPack(says, parts.live.snapshot)])
  const wiped = has(outcome.effects, 'wipe')
  const danger = outcome.effects.find(effect => effect.type === 'danger')
  const memoryOnly = standing.memoryOnly || has(outcome.effects, 'keep-nothing') || danger !== undefined
  const session: Session = { ...result.session, minor: result.session.minor || standing.session.minor }
  const said = messageOf(result, phrases, cards, standing.language, parts, has(outcome.effects, 'choose-language'))
  const messages = danger
    ? [
        safetyMessage(standing.language, {
          type: 'card',
          category: danger.category,
          minor: session.minor,
          about: 'self',
        }),
      ]
    : [...standing.first, ...said]
  return {
    messages,
    memoryOnly,
    wiped,
    conversation: {
      ...standing.conversation,
      session,
      opened: true,
      asked: null,
      gentle: null,
      offered: messages.at(-1)?.offers ?? [],
    },
  }
}

/** A worry is met before anything else is told (C4). */
function inOrder(before: readonly Phrase[], says: readonly Phrase[]): readonly Phrase[] {
  const [first, ...rest] = says
  return first?.key.startsWith('ack.') ? [first, ...before, ...rest] : [...before, ...says]
}

interface Outcome {
  readonly result: Advance
  readonly says: readonly Phrase[]
  readonly effects: readonly Effect[]
  readonly cards: readonly CardRef[]
}

function runThrough(session: Session, event: Event, language: string, parts: DecideParts): Outcome {
  const asked = advance(parts.dialogs, session, event)
  if (asked.type !== 'asking') return { result: asked, says: asked.says, effects: asked.effects, cards: [] }
  const { referred, cards } = lookUp(asked.request, language, parts.live.findReferrals, parts.counts, parts.now)
  const result = advance(parts.dialogs, asked.session, referred)
  return { result, says: [...asked.says, ...result.says], effects: [...asked.effects, ...result.effects], cards }
}

function messageOf(
  result: Advance,
  phrases: readonly Phrase[],
  cards: readonly CardRef[],
  language: string,
  { table, live }: DecideParts,
  chooseLanguage: boolean,
): readonly Outbound[] {
  if (chooseLanguage) return [languageMenu(table, language)]
  if (result.type !== 'waiting') return phrases.length > 0 ? [message(language, phrases)] : []
  const said = message(language, phrases, result.prompt)
  return [{ ...said, cards, offers: said.offers.map(offer => withAreaName(offer, live.snapshot)) }]
}

/** An area is offered by the name on its signs. */
function withAreaName(offer: Outbound['offers'][number], { areas }: Snapshot): Outbound['offers'][number] {
  if (!('name' in offer.label)) return offer
  return { ...offer, label: { name: areas.get(offer.label.name)?.name ?? offer.label.name } }
}

/** A message of the locked safety texts, with nothing beside it. */
export function safetyMessage(language: string, safety: NonNullable<Outbound['safety']>): Outbound {
  const offers: Outbound['offers'] =
    safety.type === 'gentle'
      ? [
          { id: 'yes', label: { safety: 'yes' } },
          { id: 'no', label: { safety: 'no' } },
        ]
      : [...kindsOfDanger(safety), { id: 'go-on', label: { safety: 'go-on' } }]
  return { language, phrases: [], ask: null, cards: [], offers, always: true, safety }
}

/** After "not safe" alone the kind can be tapped, if she likes; a kind that was heard is not asked again (G4). */
function kindsOfDanger(safety: NonNullable<Outbound['safety']>): Outbound['offers'] {
  if (safety.category !== 'acute-danger') return []
  return choosableCategories.map(category => ({ id: `danger:${category}`, label: { safety: category } }))
}

/** The question as it stands, asked (again) in a language. */
export function askAgain(standing: Standing, phrases: readonly Phrase[], parts: DecideParts): Answer {
  const said = message(
    standing.language,
    inOrder(standing.before, [...earlier(standing, parts), ...phrases]),
    promptOf(parts.dialogs, standing.session),
  )
  const messages = [
    ...standing.first,
    { ...said, offers: said.offers.map(offer => withAreaName(offer, parts.live.snapshot)) },
  ]
  return {
    messages,
    memoryOnly: standing.memoryOnly,
    wiped: false,
    conversation: {
      ...standing.conversation,
      session: standing.session,
      opened: true,
      asked: null,
      gentle: null,
      offered: messages.at(-1)?.offers ?? [],
    },
  }
}

const has = (effects: readonly Effect[], type: Effect['type']): boolean => effects.some(effect => effect.type === type)

const earlier = ({ conversation, session }: Standing, { dialogs, live }: DecideParts): readonly Phrase[] =>
  answerToEarlier(conversation, session, dialogs, live.snapshot)
