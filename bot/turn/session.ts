import { dialogIds } from '../../dialogs/engine/definition.js'
import { newSession, SESSION_FORMAT, type Session } from '../../dialogs/engine/session.js'
import { versionOf, type Dialogs } from '../../dialogs/engine/prompt.js'

/** Who comes back: `new` never said anything, `changed` stood at a step that is gone. */
export type Resumed =
  | { readonly type: 'resumed'; readonly session: Session }
  | { readonly type: 'new'; readonly session: Session }
  | { readonly type: 'changed'; readonly session: Session }

/** Reads a stored session. An unknown format, version or step begins again, kindly (O6); never guessed. */
export function resume(dialogs: Dialogs, stored: unknown): Resumed {
  const fresh = newSession(versionOf(dialogs))
  if (stored === null || stored === undefined) return { type: 'new', session: fresh }
  if (!isSession(stored)) return { type: 'changed', session: fresh }
  const dialog = dialogs[stored.dialog]
  const known = dialog.steps[stored.step] !== undefined && stored.version === versionOf(dialogs)
  return known ? { type: 'resumed', session: stored } : { type: 'changed', session: fresh }
}

/** Enough to know the format, the dialog, its version and its step; of one format the rest is as this code wrote it. */
function isSession(stored: unknown): stored is Session {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'format' in stored &&
    stored.format === SESSION_FORMAT &&
    'dialog' in stored &&
    dialogIds.some(id => id === stored.dialog) &&
    'version' in stored &&
    typeof stored.version === 'number' &&
    'step' in stored &&
    typeof stored.step === 'string'
  )
}
