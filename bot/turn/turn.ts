import type { LanguageTable } from '../../content/language-table.js'
import { commands, safetyCategories, type Command, type SafetyCategory } from '../../content/vocabulary.js'
import type { Event } from '../../dialogs/engine/event.js'
import { promptOf, type Dialogs } from '../../dialogs/engine/prompt.js'
import type { Clock } from '../../services/clock.js'
import type { Conversations, Loaded } from '../../services/conversations/conversations.js'
import type { OfferRef, Outbound } from '../../services/conversations/outbound.js'
import type { Counts } from '../../services/counting/counts.js'
import type { Danger } from '../../services/safety/danger.js'
import type { Expectation, Understood } from '../../services/understanding/understood.js'
import type { Answer } from './answer.js'
import { askAgain, decide, safetyMessage, type DecideParts, type Live, type Standing } from './decide.js'
import type { Inbound } from './inbound.js'
import { languageMenu, message, openingMessage } from './opening.js'
import { resume } from './session.js'
import { languageToOffer } from './language-offer.js'
import { wipedPhrase } from './wiped.js'

/** A turn that another turn of the same conversation overtook is done again, this often at most. */
const MOST_TRIES = 5

export interface TurnParts {
  readonly live: () => Live
  readonly dialogs: Dialogs
  readonly table: LanguageTable
  readonly conversations: Conversations
  readonly counts: Counts
  readonly checkDanger: (text: string) => Danger
  readonly understand: (text: string, expectation: Expectation) => Understood
  /** Whether the writer says that he is a man or father; then places must be open to men (E5). */
  readonly saysMan: (text: string, language: string) => boolean
  /** Whether the text held a number or address that is never kept (H2). */
  readonly holdsPersonal: (text: string) => 'number' | 'address' | 'nothing'
  readonly labelOf: (offer: OfferRef, language: string) => string
  readonly clock: Clock
}

export interface Turned {
  readonly messages: readonly Outbound[]
  /** Number of the first of them in the conversation; the next ones follow. */
  readonly firstNumber: number
  /** Nothing of this conversation is kept: the channel keeps nothing either. */
  readonly memoryOnly: boolean
}

/**
 * One message of a resident and all its answers. The danger check comes first, before anything is read or written; the
 * text itself goes no further than this function. Ends in one write.
 */
export function createTurn(parts: TurnParts): (inbound: Inbound) => Promise<Turned> {
  return async function turn(inbound) {
    const danger = dangerIn(inbound, parts)
    if (danger?.type === 'danger') await parts.conversations.forget(inbound.key)
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const loaded = await parts.conversations.load(inbound.key, inbound.channel)
      const answer = answerTo(inbound, loaded, danger, parts)
      const turned = await finish(inbound, loaded, answer, parts)
      if (turned) return turned
    }
    throw new Error(`A conversation was overtaken ${MOST_TRIES} times in one turn: are its turns run one at a time?`)
  }
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
    return { messages: [message(language, [wipedPhrase(wiped)])], firstNumber, memoryOnly: true }
  }
  const memoryOnly = answer.memoryOnly || loaded.memoryOnly
  if (memoryOnly && !loaded.memoryOnly) await conversations.forget(inbound.key)
  const moved = memoryOnly && !loaded.memoryOnly ? { ...answer.conversation, version: 0 } : answer.conversation
  const sent = answer.messages.map((said, index) => ({ number: firstNumber + index, at: clock(), message: said }))
  const commit = await conversations.commit(
    { ...moved, sent: [...moved.sent, ...sent], lastNumber: firstNumber + sent.length - 1 },
    memoryOnly,
  )
  return commit.type === 'committed' ? { messages: answer.messages, firstNumber, memoryOnly } : null
}

function answerTo(inbound: Inbound, loaded: Loaded, danger: Danger | null, parts: TurnParts): Answer {
  const now = parts.clock()
  const decideParts: DecideParts = { ...parts, live: parts.live(), now }
  const standing = standingOf(inbound, loaded, parts, decideParts)
  if (danger?.type === 'danger') {
    void parts.counts.add({ type: 'safety', category: danger.category }, now)
    return withMessages(standing, [safetyMessage(standing.language, { ...danger, type: 'card' })], true)
  }
  if (danger?.type === 'ask-gently') {
    const heard = decide(standing, eventOf(inbound, standing, parts), decideParts)
    const asked = safetyMessage(standing.language, { ...danger, type: 'gentle' })
    return { ...heard, messages: [asked], memoryOnly: true, conversation: { ...heard.conversation, gentle: danger.category, offered: asked.offers } }
  }
  if (inbound.content.type === 'open') return opened(standing, inbound, decideParts)
  return ordinary(inbound, standing, parts, decideParts)
}

function ordinary(inbound: Inbound, standing: Standing, parts: TurnParts, decideParts: DecideParts): Answer {
  const { content } = inbound
  const understood = content.type === 'text' ? parts.understand(content.text, expectationOf(standing, parts)) : null
  const option = content.type === 'option' ? content.id : understood?.meaning.type === 'choice' ? understood.meaning.option : null
  const { gentle } = standing.conversation
  if (gentle && option === 'yes') {
    void parts.counts.add({ type: 'safety', category: gentle }, decideParts.now)
    const card = safetyMessage(standing.language, { type: 'card', category: gentle, minor: standing.session.minor, about: 'self' })
    return withMessages(standing, [card], true)
  }
  if (option === 'go-on' || (gentle && option === 'no')) return askAgain(standing, [], decideParts)
  if (option?.startsWith('lang:')) return languageChosen(option.slice('lang:'.length), inbound, standing, parts, decideParts)
  const offer = understood && languageToOffer(understood, standing, parts.table)
  if (offer) return offerLanguage(offer, inbound, standing, parts, decideParts)
  if (!standing.conversation.opened && !standing.conversation.language && !inbound.proposedLanguage && !offer) {
    if (understood?.meaning.type !== 'topics') return withMessages(standing, [languageMenu(parts.table, standing.language)])
  }
  return decide(withNotes(standing, inbound, understood, parts), eventOf(inbound, standing, parts), decideParts)
}

/** Before its answer a message may be told what was not kept; a stated minor is kept in memory only from here (E7, H2). */
function withNotes(standing: Standing, { content }: Inbound, understood: Understood | null, parts: TurnParts): Standing {
  const minor = standing.session.minor || understood?.minor === true
  const held = content.type === 'text' ? parts.holdsPersonal(content.text) : 'nothing'
  const man = content.type === 'text' && parts.saysMan(content.text, standing.language)
  const { preferences } = standing.session
  const note = held === 'number' ? ({ key: 'kept.masked' } as const) : held === 'address' ? ({ key: 'where.not-kept' } as const) : null
  return {
    ...standing,
    memoryOnly: standing.memoryOnly || minor,
    session: {
      ...standing.session,
      minor,
      preferences: man && !preferences.includes('open-to-men') ? ['open-to-men', ...preferences] : preferences,
    },
    before: note ? [...standing.before, note] : standing.before,
  }
}

function eventOf({ content }: Inbound, standing: Standing, parts: TurnParts): Event {
  if (content.type === 'attachment') return { type: 'attachment' }
  if (content.type === 'open') return { type: 'start' }
  if (content.type === 'option') return optionEvent(content.id)
  const understood = parts.understand(content.text, expectationOf(standing, parts))
  const { meaning } = understood
  switch (meaning.type) {
    case 'command':
      return { type: 'command', command: meaning.command }
    case 'choice':
      return optionEvent(meaning.option)
    case 'place':
      return { type: 'place', places: meaning.places }
    case 'topics':
      return { type: 'topics', topics: meaning.topics, urgency: understood.urgency, about: understood.about }
    case 'greeting':
      return standing.conversation.opened ? { type: 'greeting' } : { type: 'start' }
    case 'attachment':
      return { type: 'attachment' }
    case 'unclear':
      return standing.conversation.opened ? { type: 'unclear' } : { type: 'start' }
  }
}

/** An option by its id; the ids of commands work in every state (A8, A9). "Skip" is an option of its question first. */
function optionEvent(id: string): Event {
  const command = commands.find((candidate): candidate is Command => candidate === id)
  return command && command !== 'skip' && command !== 'more' ? { type: 'command', command } : { type: 'choice', option: id }
}

function expectationOf({ conversation, session, language }: Standing, { dialogs, labelOf }: TurnParts): Expectation {
  const prompt = promptOf(dialogs, session)
  const offers = conversation.offered.length > 0 ? conversation.offered : prompt.offers
  return {
    options: offers.map(offer => ({ id: offer.id, label: labelOf(offer, language) })),
    place: prompt.place,
    language,
  }
}

function standingOf(inbound: Inbound, { conversation, memoryOnly }: Loaded, parts: TurnParts, { live }: DecideParts): Standing {
  const resumed = resume(parts.dialogs, conversation.session)
  const language = conversation.language ?? conversation.proposed ?? inbound.proposedLanguage ?? 'nl'
  const opened = conversation.opened || inbound.opened
  const area = inbound.presetArea === undefined ? undefined : live.snapshot.areas.get(inbound.presetArea)
  const place = area ? { area: area.id, position: area.position } : null
  const session = place && resumed.session.place === undefined ? { ...resumed.session, place } : resumed.session
  return {
    session,
    memoryOnly,
    language,
    conversation: { ...conversation, opened, proposed: conversation.proposed ?? inbound.proposedLanguage },
    before: [
      ...(opened ? [] : [keptPhrase(inbound)]),
      ...(resumed.type === 'changed' ? [{ key: 'version.changed' } as const] : []),
    ],
    first: opened ? [] : [openingMessage(live.snapshot, parts.table, language)],
  }
}

const keptPhrase = ({ channel }: Inbound) => ({ key: channel === 'web' ? 'kept.web' : 'kept.whatsapp' }) as const

/** The conversation was opened: the opening and the first question, or the languages to choose from (B2). */
function opened(standing: Standing, inbound: Inbound, decideParts: DecideParts): Answer {
  void decideParts.counts.add({ type: 'opened', channel: inbound.channel }, decideParts.now)
  const known = standing.conversation.language ?? standing.conversation.proposed
  if (!known) return withMessages(standing, [languageMenu(decideParts.table, standing.language)])
  return askAgain(standing, [], decideParts)
}

/** A choice of language beats everything, keeps place and answers, and asks the same question in the new language (B3). */
function languageChosen(code: string, inbound: Inbound, standing: Standing, parts: TurnParts, decideParts: DecideParts): Answer {
  if (!parts.table.isOffered(code)) return withMessages(standing, [languageMenu(parts.table, standing.language)])
  void parts.counts.add({ type: 'language-chosen', language: code }, decideParts.now)
  const conversation = { ...standing.conversation, language: code }
  const toldOpening = standing.conversation.opened && standing.conversation.language !== null
  const first = toldOpening ? [] : [openingMessage(decideParts.live.snapshot, parts.table, code)]
  const before = toldOpening ? [{ key: 'language.set', values: { language: { language: code } } } as const] : [keptPhrase(inbound)]
  return askAgain({ ...standing, conversation, language: code, first, before }, [], decideParts)
}

/** A language is only proposed, in both languages; what was said meanwhile is understood and kept as options (B2). */
function offerLanguage(code: string, inbound: Inbound, standing: Standing, parts: TurnParts, decideParts: DecideParts): Answer {
  const heard = decide({ ...standing, language: code }, eventOf(inbound, standing, parts), decideParts)
  const offer: Outbound = {
    ...message(code, [{ key: 'language.offer', values: { language: { language: code } } }]),
    offers: [
      { id: `lang:${code}`, label: { language: code } },
      { id: 'language', label: { text: 'language.offer.no' } },
    ],
    always: true,
  }
  return { ...heard, messages: [offer], conversation: { ...heard.conversation, proposed: code, offered: offer.offers } }
}

function withMessages(standing: Standing, messages: readonly Outbound[], memoryOnly = standing.memoryOnly): Answer {
  const { conversation, session } = standing
  const offered = messages.at(-1)?.offers ?? []
  return { messages, memoryOnly, wiped: false, conversation: { ...conversation, session, gentle: null, offered } }
}
