import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { createSnapshot } from '../content/snapshot.js'
import { days } from '../content/vocabulary.js'
import { dialogs } from '../dialogs/index.js'
import type { Clock } from '../services/clock.js'
import { createConversations } from '../services/conversations/conversations.js'
import { createOneAtATime } from '../services/conversations/one-at-a-time.js'
import { expiryJob } from '../services/jobs/expiry-job.js'
import { sendingJob } from '../services/jobs/sending-job.js'
import { createJobs } from '../services/jobs/jobs.js'
import { createPlaceCodes } from '../services/links/place-codes.js'
import { createLookUp } from '../services/lookups/look-up.js'
import { createFindPlaces } from '../services/places/find-places.js'
import { placeAt } from '../services/places/place-at.js'
import { createKeyedHash } from '../services/privacy/keyed-hash.js'
import { createSeal } from '../services/privacy/seal.js'
import { mask } from '../services/privacy/mask.js'
import { createFindReferrals } from '../services/referrals/find-referrals.js'
import { createCheckDanger } from '../services/safety/check-danger.js'
import { createSafetyCard } from '../services/safety/safety-card.js'
import { createStatedMinor } from '../services/safety/stated-minor.js'
import { localTime } from '../services/schedule/local-time.js'
import { createOpenings } from '../services/schedule/openings.js'
import type { Stores } from '../services/storage/stores.js'
import { MemoryConversationStore } from '../services/storage/memory/memory-conversation-store.js'
import { createTransfers } from '../services/transfers/transfers.js'
import { createSaysMan } from '../services/understanding/says-man.js'
import { createUnderstand } from '../services/understanding/understand.js'
import { createTokens, newId } from './channels/direct-line/tokens.js'
import { createEchoes } from './channels/direct-line/echoes.js'
import { createPartingWords } from './channels/direct-line/parting-words.js'
import { API_HOST, API_VERSION } from './channels/whatsapp/cloud-api.js'
import { createDeliver } from './channels/whatsapp/deliver.js'
import type { Config } from './config.js'
import { createBotFramework } from './bot-framework.js'
import { createElsewhere } from './elsewhere.js'
import { throughFramework } from './framework.js'
import type { Content } from './load-content.js'
import { offerLabel, type RenderSources } from './rendering/render-message.js'
import { secretOf } from './secrets.js'
import { outageAnswer } from './turn/outage.js'
import type { TurnParts } from './turn/turn-parts.js'
import { createTurn } from './turn/turn.js'
import { placeHref } from './web/place-links.js'
import { createProposeLanguage } from './web/routes/propose-language.js'
import { createWhatsApp } from './whatsapp/create-whatsapp.js'
import { createWebChat } from './web-chat.js'

/** The outside that is handed in, so that tests own time and chance. */
export interface Outside {
  readonly clock: Clock
  /** At least 0 and below 1; the machine's where none is handed in. */
  readonly chance?: () => number
  readonly log: Logger
}

export type House = ReturnType<typeof compose>

/** The one place where stores, services and channels are made and tied together. */
export function compose(config: Config, content: Content, stores: Stores, outside: Outside) {
  const { clock, log } = outside
  const secret = secretOf(config, message => log.warn(message))
  const { counts, deadLetters } = stores
  const conversations = createConversations({
    kept: stores.conversations,
    memory: new MemoryConversationStore(),
    preferences: stores.preferences,
    handled: stores.handled,
    clock,
  })

  const { texts, table, staffWords } = content
  const openings = createOpenings(content.calendar)
  const snapshot = createSnapshot(content.pack)
  const findReferrals = createFindReferrals(snapshot, { openings })
  const findPlaces = createFindPlaces(snapshot.gazetteer)
  const live = () => ({ snapshot, findReferrals })

  const safetyWords = createSafetyCard({
    texts: content.safetyTexts,
    cards: content.safetyCards,
    numbers: content.safetyNumbers,
  })
  const checkDanger = createCheckDanger(content.dangerWords)
  const statedMinor = createStatedMinor(content.dangerWords)
  const understand = whenFirstNeeded(() =>
    createUnderstand({ words: content.understandingWords, languages: table, findPlaces, statedMinor }),
  )
  const saysMan = whenFirstNeeded(() => createSaysMan(content.understandingWords))

  const renderSources = (): RenderSources => ({ texts, snapshot, openings, now: clock(), table, safetyWords })
  const previous = config.previousSecret ? { previous: { id: 'p', secret: config.previousSecret } } : {}
  const keys = { current: { id: 'c', secret }, ...previous }
  const keyedHash = createKeyedHash(keys)
  const seal = createSeal(keys, randomBytes)
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`
  const hash = (value: string) => keyedHash.hash(value)
  const transfers = createTransfers({ store: stores.transfers, hash, seal, random: randomBytes, clock })
  const turnParts: TurnParts = {
    live,
    dialogs,
    table,
    conversations,
    elsewhere: createElsewhere({ transfers, phone: config.whatsappPhone, publicUrl }),
    counts,
    checkDanger,
    understand: (text, expectation) => understand(text, expectation, days[localTime(clock()).dayOfWeek - 1]),
    saysMan,
    holdsPersonal: text => personalIn(mask(text).masked),
    placeAt: position => placeAt(snapshot.gazetteer, position),
    labelOf: (offer, language) => offerLabel(offer, language, { texts, table, safetyWords }),
    placeOfCode: whenFirstNeeded(() => createPlaceCodes(snapshot)),
    startText: (code, language) => texts.text('start.text', language, { code }),
    clock,
    trouble: error => log.error({ err: error }, 'the store failed after an answer was given'),
  }
  const turn = createTurn(turnParts)

  const chat = createWebChat({
    turn: throughFramework(turn, 'directline', async () => {
      const { DirectLineAdapter } = await import('./channels/direct-line/adapter.js')
      return DirectLineAdapter
    }),
    conversations,
    outage: inbound => outageAnswer(inbound, turnParts),
    trouble: (error, what) => log.error({ err: error }, what),
    keyOf: hash,
    offerElsewhere: from => transfers.offer(from),
    renderSources,
    partingWords: createPartingWords(clock),
    oneAtATime: createOneAtATime(),
  })
  const { whatsapp } = config
  const messenger = whatsapp && {
    settings: whatsapp,
    ...createWhatsApp({
      turn: throughFramework(turn, 'whatsapp', async () => {
        const { WhatsAppAdapter } = await import('./channels/whatsapp/adapter.js')
        return WhatsAppAdapter
      }),
      turnParts,
      conversations,
      counts,
      deadLetters,
      keyedHash,
      seal,
      deliver: createDeliver({ ...whatsapp, host: whatsapp.host ?? API_HOST, version: API_VERSION, clock }),
      renderSources,
      pageOf: (record, language) => `${publicUrl}${placeHref(record, language)}`,
      clock,
      chance: outside.chance ?? Math.random,
      later,
      log,
    }),
  }
  const { botFramework } = config
  const framework = botFramework && {
    development: botFramework.app === null,
    answer: createBotFramework({
      app: botFramework.app,
      turn,
      conversations,
      keyOf: hash,
      renderSources,
      placeLink: language => record => ({
        title: texts.text('card.more', language),
        href: `${publicUrl}${placeHref(record, language)}`,
      }),
      proposeLanguage: createProposeLanguage(table),
      outage: inbound => outageAnswer(inbound, turnParts),
      trouble: (error, what) => log.error({ err: error }, what),
    }),
    trouble: (what: string) => log.warn({ error: what }, 'an answer was not taken by the connector'),
  }
  const tokens = createTokens([secret, ...(config.previousSecret ? [config.previousSecret] : [])], clock)
  const jobs = createJobs({
    jobs: [
      expiryJob([conversations, transfers, { sweep: () => deadLetters.sweep(clock()) }], () => live().snapshot, clock),
      ...(messenger ? [sendingJob(messenger.sender, clock)] : []),
    ],
    store: stores.jobs,
    clock,
    newId,
    report: (job, run, error) =>
      log[error ? 'error' : 'info']({ job, ...run, ...(error ? { err: error } : {}) }, 'job ran'),
  })
  const lookUp = createLookUp({
    snapshot,
    texts,
    table,
    understand: line => understand(line, { options: [], place: true, language: 'nl' }),
    findPlaces,
    findReferrals,
    nextOpening: (record, now) => openings.nextOpening(snapshot.records.get(record)?.schedule ?? 'unknown', now),
  })

  return {
    chat,
    messenger,
    framework,
    deadLetters,
    tokens,
    echoes: createEchoes(clock),
    jobs,
    lookUp,
    checkDanger,
    live,
    texts,
    table,
    openings,
    staffWords,
    renderSources,
    clock,
    safetyNumbers: content.safetyNumbers,
    /** Ends everything in the reverse order of its making; resolves when nothing is under way. */
    async close(): Promise<void> {
      await jobs.idle()
      await messenger?.sender.idle()
      await stores.close()
    },
  }
}

/** May be lost with the process, and must not keep it alive. */
const later = (milliseconds: number, task: () => void): void => void setTimeout(task, milliseconds).unref()

/** A function whose making is put off until it is first called; taps alone never need it. */
function whenFirstNeeded<Arguments extends readonly unknown[], Result>(
  create: () => (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let made: ((...args: Arguments) => Result) | null = null
  return (...args) => (made ??= create())(...args)
}

/** An address is reduced to its area; a number is not kept at all (H2). */
function personalIn(masked: readonly string[]): 'number' | 'address' | 'nothing' {
  const addressOnly = masked.every(kind => kind === 'address' || kind === 'postcode-letters')
  return masked.length === 0 ? 'nothing' : addressOnly ? 'address' : 'number'
}
