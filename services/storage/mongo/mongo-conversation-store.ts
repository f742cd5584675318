import { Schema } from 'mongoose'
import type { Commit, Conversation, ConversationStore } from '../../conversations/conversation.js'
import { expiredOf, newConversation } from '../../conversations/new-conversation.js'
import { parseConversation } from '../../conversations/conversation-body.js'
import { sweepAt } from '../sweep-at.js'
import { isDuplicate } from './mongo-error.js'
import type { MongoLink } from './mongo-link.js'
import { recordOptions } from './record-options.js'

interface ConversationRow {
  readonly _id: string
  readonly version: number
  readonly sweepAt: number
  readonly dueAt: number | null
  readonly body: string
}

/** What is asked for has a field of its own; the rest is one text, which the server need not look into. */
const schema = new Schema<ConversationRow>(
  { _id: String, version: Number, sweepAt: Number, dueAt: Number, body: String },
  recordOptions('conversation'),
)
schema.index({ sweepAt: 1 })
schema.index({ dueAt: 1 })

/** Conversations as one document each. Nothing is remembered here: another process may write at any time. */
export class MongoConversationStore implements ConversationStore {
  readonly #link
  readonly #records

  constructor(link: MongoLink) {
    this.#link = link
    this.#records = link.connection.model('Conversation', schema)
  }

  async find(key: string, now: number): Promise<Conversation | null> {
    const row = await this.#link.run(() => this.#records.findById(key, { version: 1, body: 1 }).lean().exec())
    if (!row) return null
    const found = conversationIn(row)
    return found.expiresAt > now ? found : expiredOf(found)
  }

  async commit(conversation: Conversation): Promise<Commit> {
    const done = await this.#link.run(() =>
      conversation.version === 1 ? this.#create(conversation) : this.#replace(conversation),
    )
    return { type: done ? 'committed' : 'stale' }
  }

  async erase(key: string): Promise<boolean> {
    const { deletedCount } = await this.#link.run(() => this.#records.deleteOne({ _id: key }).exec())
    return deletedCount > 0
  }

  async expired(now: number, most: number): Promise<readonly Conversation[]> {
    const rows = await this.#link.run(() =>
      this.#records
        .find({ sweepAt: { $lte: now } }, { version: 1, body: 1 })
        .limit(most)
        .lean()
        .exec(),
    )
    return rows.map(conversationIn)
  }

  async eraseVersion(key: string, version: number): Promise<boolean> {
    const { deletedCount } = await this.#link.run(() => this.#records.deleteOne({ _id: key, version }).exec())
    return deletedCount > 0
  }

  async due(now: number, most: number): Promise<readonly string[]> {
    const rows = await this.#link.run(() =>
      this.#records
        .find({ dueAt: { $lte: now } }, { _id: 1 })
        .sort({ dueAt: 1 })
        .limit(most)
        .lean()
        .exec(),
    )
    return rows.map(({ _id }) => _id)
  }

  async #create(conversation: Conversation): Promise<boolean> {
    try {
      await this.#records.insertOne({ _id: conversation.key, ...fieldsOf(conversation) })
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  async #replace(conversation: Conversation): Promise<boolean> {
    const before = { _id: conversation.key, version: conversation.version - 1 }
    const { matchedCount } = await this.#records.updateOne(before, { $set: fieldsOf(conversation) }).exec()
    return matchedCount > 0
  }
}

const fieldsOf = (conversation: Conversation) => ({
  version: conversation.version,
  sweepAt: sweepAt(conversation.expiresAt),
  dueAt: conversation.sending?.dueAt ?? null,
  body: JSON.stringify(conversation),
})

/** What cannot be read at all keeps its key and version, so that it can be replaced. */
const conversationIn = ({ _id, version, body }: Pick<ConversationRow, '_id' | 'version' | 'body'>): Conversation =>
  parseConversation(body) ?? { ...newConversation(_id, '', null), version }
