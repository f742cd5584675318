import { safetyCategories, type SafetyCategory } from '../../content/vocabulary.js'
import { newConversation, type Loaded } from '../../services/conversations/conversations.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import type { Danger } from '../../services/safety/danger.js'
import { answerTo } from './answer-to.js'
import type { Answer } from './answer.js'
import { safetyMessage } from './decide.js'
import type { Inbound } from './inbound.js'
import { message } from './opening.js'
import { standingOf, withMessages } from './standing-of.js'
import type { TurnParts } from './turn-parts.js'
import { wipedPhrase } from './wiped.js'

/** A turn that another turn of the same conversation overtook is done again, this often at most. */
const MOST_TRIES = 5
/** Messages kept for a client that never says what it has shown; beyond it the oldest go. */
const MOST_UNCONFIRMED = 24
/** Ids of the last messages answered, so that one that is sent again is not answered again (O2). */
const MOST_ANSWERED = 24

export interface Turned {
  readonly messages: readonly Outbound[]
  /** Number of the first of them in the conversation; the next ones follow. */
  readonly firstNumber: number
  /** Whether the messages stand in the conversation, to be read from there; false after a wipe or when the store failed. */
  readonly kept: boolean
}

/**
 * One message of a resident and all its answers. The danger check comes first, before anything is read or written; the
 * text itself goes no further than this function. Ends in one write.
 */
export function createTurn(parts: TurnParts): (inbound: Inbound) => Promise<Turned> {
  return async function turn(inbound) {
    const danger = dangerIn(inbound, parts)
    if (danger?.type === 'danger') return answerDanger(inbound, danger, parts)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const loaded = await parts.conversations.load(inbound.key, inbound.channel)
      if (isAnswered(inbound, loaded)) return nothingNew(loaded)
      const answer = answerTo(inbound, loaded, danger, parts)
      const turned = await finish(inbound, loaded, answer, parts)
      if (turned) return turned
    }
    throw new Error(`A conversation was overtaken ${MOST_TRIES} times in one turn: are its turns run one at a time?`)
  }
}

/**
 * Danger is answered whatever happens to the store (G1, O3). What was known goes on in memory; on disk everything of this
 * conversation is erased, and only a count without area or language stays (G3).
 */
async function answerDanger(
  inbound: Inbound,
  danger: Extract<Danger, { type: 'danger' }>,
  parts: TurnParts,
): Promise<Turned> {
  const { conversations, counts, clock, trouble } = parts
  const loaded = await conversations.load(inbound.key, inbound.channel).catch((error: unknown) => {
    trouble(error)
    return { conversation: newConversation(inbound.key, inbound.channel, null), memoryOnly: true }
  })
  if (isAnswered(inbound, loaded)) return nothingNew(loaded)
  const standing = standingOf(inbound, loaded, parts, { ...parts, live: parts.live(), now: clock() })
  const minor = danger.minor || standing.session.minor
  const answer = withMessages(
    { ...standing, session: { ...standing.session, minor } },
    [safetyMessage(standing.language, { ...danger, minor, type: 'card' })],
    true,
  )
  void counts.add({ type: 'safety', category: danger.category }, clock())
  const turned = await finish(inbound, loaded, answer, parts).catch((error: unknown) => {
    trouble(error)
    return null
  })
  return turned ?? { messages: answer.messages, firstNumber: loaded.conversation.lastNumber + 1, kept: false }
}

/** What was heard or tapped that is answered from code: a phrase, "not safe", digit 0, or a kind of danger on that card. */
function dangerIn({ content }: Inbound, { checkDanger }: TurnParts): Danger | null {
  if (content.type === 'text') {
    if (content.text.trim() === '0') return notSafe('acute-danger')
    const danger = checkDanger(content.text)
    return danger.type === 'none' ? null : danger
  }
  if (content.type !== 'option') return null
  if (content.id === 'not-safe') return notSafe('acute-danger')
  const category = safetyCategories.find(candidate => content.id === `danger:${candidate}`)
  return category ? notSafe(category) : null
}

const notSafe = (category: SafetyCategory): Danger => ({ type: 'danger', category, minor: false, about: 'self' })

async function finish(inbound: Inbound, loaded: Loaded, answer: Answer, parts: TurnParts): Promise<Turned | null> {
  const { conversations, counts, clock } = parts
  const firstNumber = loaded.conversation.lastNumber + 1
  if (answer.wiped) {
    const wiped = await conversations.wipe(inbound.key)
    void counts.add({ type: 'wiped' }, clock())
    const language = loaded.conversation.language ?? inbound.proposedLanguage ?? 'nl'
    return { messages: [message(language, [wipedPhrase(wiped)])], firstNumber, kept: false }
  }
  const memoryOnly = answer.memoryOnly || loaded.memoryOnly
  if (memoryOnly && !loaded.memoryOnly) await conversations.forget(inbound.key)
  const moved = memoryOnly && !loaded.memoryOnly ? { ...answer.conversation, version: 0 } : answer.conversation
  const sent = answer.messages.map((said, index) => ({ number: firstNumber + index, at: clock(), message: said }))
  const unconfirmed = moved.sent.filter(({ number }) => number > (inbound.confirmed ?? 0)).slice(-MOST_UNCONFIRMED)
  const answered = inbound.id ? [...moved.answered, inbound.id].slice(-MOST_ANSWERED) : moved.answered
  const commit = await conversations.commit(
    { ...moved, answered, sent: [...unconfirmed, ...sent], lastNumber: firstNumber + sent.length - 1 },
    memoryOnly,
  )
  return commit.type === 'committed' ? { messages: answer.messages, firstNumber, kept: true } : null
}

const isAnswered = ({ id }: Inbound, { conversation }: Loaded): boolean =>
  id !== undefined && conversation.answered.includes(id)

const nothingNew = ({ conversation }: Loaded): Turned => ({
  messages: [],
  firstNumber: conversation.lastNumber + 1,
  kept: true,
})
