import { CONVERSATION_FORMAT, type Conversation } from './conversation.js'

/** A conversation of which nothing is stored. What was answered before a wipe or an expiry may stand among the handled ids. */
export function newConversation(key: string, channel: string, language: string | null): Conversation {
  return {
    key,
    format: CONVERSATION_FORMAT,
    version: 0,
    channel,
    language,
    proposed: null,
    session: null,
    gentle: null,
    asked: null,
    offered: [],
    answered: [],
    spilled: true,
    opened: false,
    sent: [],
    sending: null,
    lastNumber: 0,
    updatedAt: 0,
    expiresAt: 0,
  }
}

/** What is left of a record that has expired: a new conversation that can replace it and knows what was answered. */
export function expiredOf({ key, channel, version, answered, spilled }: Conversation): Conversation {
  return { ...newConversation(key, channel, null), version, answered, spilled }
}
