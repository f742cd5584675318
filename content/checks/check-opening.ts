import { createFillIn } from './fill-in.js'
import type { Issue } from './issue.js'
import type { CheckSubject } from './subject.js'

/** Requirement A3: everything before the first choice, on a screen of 320 × 568. */
export const MOST_OPENING_CHARACTERS = 350

/** Every way to open fits: who this is, the mark of unreviewed text where it stands, what is kept, the first question. */
export function checkOpening({ languages, words, pack }: CheckSubject): readonly Issue[] {
  return languages.flatMap(({ code, locale, texts: state }) => {
    const own = words.get(code)
    if (!own) return []
    const { texts } = own
    const fillIn = createFillIn(pack, own, locale)
    const kept = Object.keys(texts).filter(key => /^kept\.(web|whatsapp)$/.test(key))
    const hellos = Object.keys(texts).filter(key => key.startsWith('opening.hello'))
    const mark = state === 'reviewed' ? [] : ['opening.unreviewed']
    return hellos.flatMap(hello =>
      kept.flatMap(keeps => {
        const keys = [hello, ...mark, keeps, 'menu.ask']
        const length = fillIn(keys.map(key => texts[key] ?? '').join(' ')).length
        if (length <= MOST_OPENING_CHARACTERS) return []
        const message = `the opening with ${keeps} has ${length} characters, at most ${MOST_OPENING_CHARACTERS} fit on a small screen`
        return [{ rule: 'long-opening', severity: 'critical', where: `${code}/texts ${hello}`, message } as const]
      }),
    )
  })
}
