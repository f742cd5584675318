import type { Conversation } from '../../services/conversations/conversation.js'
import type { Disk, Ports } from './disk.js'
import type { Machine } from './machine.js'
import type { Witness } from './witness.js'

/** The stores as one process has them: each call is a step that can fail, and the witness sees what lands. */
export function steppedPorts(machine: Machine, disk: Disk, witness: Witness, clock: () => number): Ports {
  const { conversations, handled, preferences, letters } = disk.open()
  const step = <Result>(name: string, effect: () => Promise<Result>) => machine.call(name, effect)

  async function commit(conversation: Conversation) {
    const before = disk.record(conversation.key)
    const outcome = await conversations.commit(conversation)
    if (outcome.type === 'committed') witness.committed(before, conversation, clock())
    return outcome
  }

  async function erase(key: string, expired: boolean, run: () => Promise<boolean>) {
    const before = disk.record(key)
    const erased = await run()
    if (erased) witness.erased(before, expired)
    return erased
  }

  return {
    conversations: {
      find: (key, now) => step('find', () => conversations.find(key, now)),
      commit: conversation => step('commit', () => commit(conversation)),
      erase: key => step('erase', () => erase(key, false, () => conversations.erase(key))),
      eraseVersion: (key, version) =>
        step('erase version', () => erase(key, true, () => conversations.eraseVersion(key, version))),
      expired: (now, most) => step('expired', () => conversations.expired(now, most)),
      due: (now, most) => step('due', () => conversations.due(now, most)),
    },
    handled: {
      add: ids => step('add handled', () => handled.add(ids)),
      has: (id, now) => step('has handled', () => handled.has(id, now)),
      sweep: now => step('sweep handled', () => handled.sweep(now)),
    },
    preferences: {
      find: (key, now) => step('find language', () => preferences.find(key, now)),
      save: (key, language, until) =>
        step('save language', async () => {
          await preferences.save(key, language, until)
          witness.rememberedLanguage(key, clock())
        }),
      erase: key => step('erase language', () => preferences.erase(key)),
      sweep: now => step('sweep languages', () => preferences.sweep(now)),
    },
    letters: {
      note: letter => step('note letter', () => letters.note(letter)),
      latest: most => letters.latest(most),
      sweep: now => letters.sweep(now),
    },
  }
}
