import { join } from 'node:path'
import { newConversation } from '../dist/services/conversations/new-conversation.js'
import { openDatabase } from '../dist/services/storage/embedded/database.js'

/** About what a conversation weighs in the middle of a talk. */
const SESSION = { note: 'x'.repeat(1_200) }
const AT_ONCE = 10_000

/** Makes the database of a folder with so many conversations that nobody goes on with. */
export async function fillDatabase(folder, count) {
  const database = openDatabase(join(folder, 'voordeur.db'))
  const insert = database.prepare(
    'insert into conversation (key, version, expires_at, due_at, body) values (?, 1, ?, null, ?)',
  )
  const expiresAt = Date.now() + 20 * 3_600_000
  const fill = database.transaction((from, to) => {
    for (let number = from; number < to; number += 1) {
      const key = `c:stored-${number}`
      const conversation = {
        ...newConversation(key, 'whatsapp', 'nl'),
        session: SESSION,
        version: 1,
        expiresAt,
        updatedAt: 1,
      }
      insert.run(key, expiresAt, JSON.stringify(conversation))
    }
  })
  for (let from = 0; from < count; from += AT_ONCE) fill(from, Math.min(count, from + AT_ONCE))
  database.close()
}
