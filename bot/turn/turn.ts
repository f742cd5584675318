import { safetyCategories, type SafetyCategory } from '../../content/vocabulary.js'
import type { Answered, Conversation } from '../../services/conversations/conversation.js'
import type { Loaded } from '../../services/conversations/conversations.js'
import { newConversation } from '../../services/conversations/new-conversation.js'
import type { Outbound } from '../../services/conversations/outbound.js'
import type { Danger } from '../../services/safety/danger.js'
import { answerTo } from './answer-to.js'
import type { Answer } from './answer.js'
import { afterAnswer } from './after-answer.js'
import { safetyMessage } from './decide.js'
import { arrive, leaveBehind, takeCodes, withWay } from './go-on-elsewhere.js'
import type { Inbound } from './inbound.js'
import { message } from './opening.js'
import { isYoung } from './session-facts.js'
import { standingOf, withMessages } from './standing-of.js'
import type { TurnParts } from './turn-parts.js'
import { wipedPhrase } from './wiped.js'

/** A turn that another turn of the same conversation overtook is done again, this often at most. */
const MOST_TRIES = 5

export interface Turned {
  readonly messages: readonly Outbound[]
  /** Number of the first of them in the conversation; the next ones follow. */
  readonly firstNumber: number
  /** Where the messages stand: in the conversation on disk, in memory alone, or nowhere (after a wipe, or when the store failed). */
  readonly kept: 'on-disk' | 'in-memory' | 'nowhere'
  /** This turn took the lease of sending, until then; absent where somebody has it already, or nothing is to be sent. */
  readonly lease?: number
}

/**
 * Messages of one conversation, in the order in which they are to be answered, and all their answers. The danger check
 * comes first, before anything is read or written; the texts themselves go no further than this function. Ordinary
 * messages that came together end in one write: after it nothing is lost, and before it nothing was said.
 */
export function createTurn(parts: TurnParts): (inbounds: readonly Inbound[]) => Promise<readonly Turned[]> {
  return async function turn(given) {
    const inbounds = await takeCodes(given, { ...parts, dangerIn: inbound => dangerIn(inbound, parts) })
    const turned: Turned[] = []
    for (let tries = 0; turned.length < inbounds.length; tries++) {
      const done = await answerFirst(inbounds.slice(turned.length), parts)
      if (done.length > 0) tries = 0
      else if (tries >= MOST_TRIES)
        throw new Error(
          `A conversation was overtaken ${MOST_TRIES} times in one turn: are its turns run one at a time?`,
        )
      if (done.length > 0) await leaveBehind(inbounds[turned.length], parts.conversations).catch(parts.trouble)
      turned.push(...done)
    }
    return turned
  }
}

/** Answers as many from the front as one write can hold, at least one; none when another turn was faster. */
async function answerFirst(inbounds: readonly Inbound[], parts: TurnParts): Promise<readonly Turned[]> {
  const [first] = inbounds
  if (!first) return []
  const danger = dangerIn(first, parts)
  if (danger?.type === 'danger') return [await answerDanger(first, danger, parts)]
  const loaded = arrive(await parts.conversations.load(first.key, first.channel), first.moved)
  let { conversation } = loaded
  const now = momentAfter(conversation, parts.clock())
  const done: Turned[] = []
  for (const inbound of inbounds) {
    const heard = inbound === first ? danger : dangerIn(inbound, parts)
    if (heard?.type === 'danger' || (inbound.moved && inbound !== first)) break
    if (await isAnswered(inbound, conversation, parts)) {
      done.push(nothingNew(conversation))
      continue
    }
    const answered = answerTo(inbound, { ...loaded, conversation }, heard, parts)
    const answer = await withWay(inbound, loaded.memoryOnly, answered, parts.elsewhere)
    if (answer.wiped || answer.memoryOnly || loaded.memoryOnly) {
      return done.length > 0 ? saved(loaded, conversation, done, parts) : alone(inbound, loaded, answer, parts)
    }
    done.push({ messages: answer.messages, firstNumber: conversation.lastNumber + 1, kept: 'on-disk' })
    conversation = afterAnswer(conversation, answer, inbound, now)
  }
  return saved(loaded, conversation, done, parts)
}

/** One moment for all that is answered together, and later than what waits: by it one turn's messages are told from the next's. */
const momentAfter = ({ sent }: Conversation, now: number): number => Math.max(now, (sent.at(-1)?.at ?? 0) + 1)

/** One write for all of them; none is answered when another turn was faster. */
async function saved(
  { conversation: before }: Loaded,
  after: Conversation,
  done: readonly Turned[],
  { conversations }: TurnParts,
): Promise<readonly Turned[]> {
  if (after === before) return done
  const commit = await conversations.commit(before, after, false)
  if (commit.type === 'stale') return []
  const lease = before.sending ? undefined : after.sending?.dueAt
  return lease === undefined ? done : done.map(turned => ({ ...turned, lease }))
}

/**
 * An answer of which the disk holds nothing: to a wipe, and all that is only in memory. Where we must send it ourselves it
 * is sent before anything is written; it rejects when it did not go, and the platform repeats the message.
 */
async function alone(inbound: Inbound, loaded: Loaded, answer: Answer, parts: TurnParts): Promise<readonly Turned[]> {
  if (!answer.wiped) await inbound.sayNow?.(answer.messages, isYoung(answer.conversation.session))
  const turned = answer.wiped ? await wipe(inbound, loaded, parts) : await inMemory(inbound, loaded, answer, parts)
  await noteHandled(inbound, parts)
  return turned ? [turned] : []
}

async function wipe(inbound: Inbound, { conversation }: Loaded, parts: TurnParts): Promise<Turned> {
  const wiped = await parts.conversations.wipe(inbound.key)
  void parts.counts.add({ type: 'wiped' }, parts.clock())
  const language = conversation.language ?? inbound.proposedLanguage ?? 'nl'
  const messages = [message(language, [wipedPhrase(wiped)])]
  await inbound.sayNow?.(messages, false)
  return { messages, firstNumber: conversation.lastNumber + 1, kept: 'nowhere' }
}

/** From here it goes on in memory; what was on disk is erased. Null when another turn was faster. */
async function inMemory(
  inbound: Inbound,
  { conversation, memoryOnly }: Loaded,
  answer: Answer,
  { conversations, clock }: TurnParts,
): Promise<Turned | null> {
  // It was said already: known before anything is erased, or after a stop it would be said again, and in no language of hers.
  const said: readonly Answered[] = inbound.sayNow && inbound.id ? [[inbound.id, inbound.at ?? clock()]] : []
  if (!memoryOnly) await conversations.forget({ ...conversation, answered: [...conversation.answered, ...said] })
  const after = afterAnswer(conversation, answer, inbound, clock())
  const commit = await conversations.commit(conversation, memoryOnly ? after : { ...after, version: 0 }, true)
  if (commit.type === 'stale') return null
  return { messages: answer.messages, firstNumber: conversation.lastNumber + 1, kept: 'in-memory' }
}

/** Where we sent an answer that is kept nowhere, at least that it was given is written down. */
async function noteHandled({ id, at, sayNow }: Inbound, { conversations, clock }: TurnParts): Promise<void> {
  if (sayNow && id !== undefined) await conversations.handled([[id, at ?? clock()]])
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
  const read = await conversations.load(inbound.key, inbound.channel).catch((error: unknown) => {
    trouble(error)
    return null
  })
  const loaded = read ?? { conversation: newConversation(inbound.key, inbound.channel, null), memoryOnly: true }
  const known = await isAnswered(inbound, loaded.conversation, parts).catch(() => false)
  if (known) return nothingNew(loaded.conversation)
  const answer = dangerAnswer(inbound, loaded, danger, parts)
  void counts.add({ type: 'safety', category: danger.category }, clock())
  await inbound.sayNow?.(answer.messages, isYoung(answer.conversation.session))
  const turned = await remembered(inbound, loaded, answer, read !== null, parts).catch((error: unknown) => {
    trouble(error)
    return null
  })
  const firstNumber = loaded.conversation.lastNumber + 1
  return turned ?? { messages: answer.messages, firstNumber, kept: 'nowhere' }
}

async function remembered(
  inbound: Inbound,
  loaded: Loaded,
  answer: Answer,
  wasRead: boolean,
  parts: TurnParts,
): Promise<Turned | null> {
  // What could not be read may stand there all the same
  if (!wasRead) await parts.conversations.wipe(inbound.key)
  const turned = await inMemory(inbound, loaded, answer, parts)
  await noteHandled(inbound, parts)
  return turned
}

function dangerAnswer(
  inbound: Inbound,
  loaded: Loaded,
  danger: Extract<Danger, { type: 'danger' }>,
  parts: TurnParts,
): Answer {
  const standing = standingOf(inbound, loaded, parts, { ...parts, live: parts.live(), now: parts.clock() })
  const minor = danger.minor || standing.session.minor
  const card = safetyMessage(standing.language, { ...danger, minor, type: 'card' })
  return withMessages({ ...standing, session: { ...standing.session, minor } }, [card], true)
}

/** What was heard or tapped that is answered from code: a phrase, "not safe", digit 0, or a kind of danger on that card. */
export function dangerIn({ content }: Inbound, { checkDanger }: Pick<TurnParts, 'checkDanger'>): Danger | null {
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

const isAnswered = async ({ id }: Inbound, conversation: Conversation, parts: TurnParts): Promise<boolean> =>
  id !== undefined && parts.conversations.wasAnswered(conversation, id)

const nothingNew = ({ lastNumber }: Conversation): Turned => ({
  messages: [],
  firstNumber: lastNumber + 1,
  kept: 'on-disk',
})
