import { message, openingMessage } from '../../../bot/turn/opening.js'
import { lookUp } from '../../../bot/turn/lookup.js'
import { renderMessage } from '../../../bot/rendering/render-message.js'
import type { MessageView } from '../../../bot/rendering/message-view.js'
import { advance } from '../../../dialogs/engine/advance.js'
import type { Event } from '../../../dialogs/engine/event.js'
import { promptOf, versionOf } from '../../../dialogs/engine/prompt.js'
import { newSession, type Session } from '../../../dialogs/engine/session.js'
import { dialogs } from '../../../dialogs/index.js'
import type { CardRef, Outbound } from '../../../services/conversations/outbound.js'
import { createFindReferrals } from '../../../services/referrals/find-referrals.js'
import { NOW, type Pack } from './every-view.js'

/** What a resident is sent from hello to the first card, message by message; the language menu is not in it. */
export type FirstCardPath = readonly MessageView[]

/** More answers than this is a walk round, by "about this chat" or "for someone else". */
const MOST_ANSWERS = 6
const counts = { add: () => Promise.resolve() }

/** Every way by taps from hello to the first card, with the cards that the pack's own directory gives. */
export function firstCardPaths(pack: Pack, language: string): readonly FirstCardPath[] {
  const { sources } = pack
  const find = createFindReferrals(sources.snapshot, { openings: sources.openings })
  const show = (said: Outbound): MessageView => renderMessage(said, sources)
  const [area] = [...sources.snapshot.areas.values()].filter(({ level }) => level === 'neighbourhood')
  if (!area) throw new Error(`The pack ${pack.name} has no neighbourhood`)

  function take(session: Session, event: Event): { session: Session; said: Outbound; ended: boolean } {
    const asked = advance(dialogs, session, event)
    if (asked.type !== 'asking') return { ...told(asked, []), ended: asked.type !== 'waiting' }
    const { referred, cards } = lookUp(asked.request, language, find, counts, NOW)
    const done = advance(dialogs, asked.session, referred)
    return { ...told({ ...done, says: [...asked.says, ...done.says] }, cards), ended: done.type !== 'waiting' }
  }

  function told(result: ReturnType<typeof advance>, cards: readonly CardRef[]) {
    const prompt = result.type === 'waiting' ? result.prompt : undefined
    return { session: result.session, said: { ...message(language, result.says, prompt), cards } }
  }

  function walk(session: Session, before: readonly MessageView[], seen: ReadonlySet<string>): readonly FirstCardPath[] {
    const here = `${session.dialog}.${session.step}`
    if (seen.has(here) || seen.size >= MOST_ANSWERS) return []
    const prompt = promptOf(dialogs, session)
    const places = area ? [{ area: area.id, position: area.position }] : []
    const events: readonly Event[] = [
      ...prompt.offers.map(({ id }): Event => ({ type: 'choice', option: id })),
      ...(prompt.place ? [{ type: 'place', places } as const] : []),
    ]
    return events.flatMap(event => {
      const { session: next, said, ended } = take(session, event)
      const path = [...before, show(said)]
      if (said.cards.length > 0) return [path]
      return ended ? [] : walk(next, path, new Set([...seen, here]))
    })
  }

  const start = newSession(versionOf(dialogs))
  const hello = openingMessage(sources.snapshot, sources.table, language)
  const first = message(language, [{ key: 'kept.whatsapp' }], promptOf(dialogs, start))
  return walk(start, [show(hello), show(first)], new Set())
}
