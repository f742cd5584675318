import type { Conversations } from '../../services/conversations/conversations.js'

/**
 * Carries a conversation over from somebody's number to her business-scoped id, when a payload named both (N5). Harmless
 * when there is nothing to carry, and when it was done before.
 */
export function createAdopt(conversations: Conversations): (from: string, to: string) => Promise<void> {
  return async (from, to) => {
    const { conversation: known } = await conversations.load(to, 'whatsapp')
    if (known.updatedAt > 0) return
    const { conversation: old, memoryOnly } = await conversations.load(from, 'whatsapp')
    // What still has to be sent is sealed for the old key; it is sent first, and carried over with the next message.
    if (old.updatedAt === 0 || old.sending !== null) return
    const moved = { ...old, key: to, version: known.version }
    const commit = await conversations.commit(known, moved, memoryOnly)
    if (commit.type === 'committed') await conversations.wipe(from)
  }
}
