import { isPlaceMeant } from './is-place-meant.js'
import { appendSingle, doubledLettersCountUnder, type Name, type NameIndex, type NameMatch } from './name-index.js'
import type { NameToken } from './name-tokens.js'
import { arabicPrefixes, caseEndings, ordinaryWords } from './ordinary-words.js'
import { createTypoSearch } from './typo-search.js'

/** Names in a gazetteer have at most this many words ("Brink van de Oude …"); longer ones are found by their parts. */
const maxWords = 6
/** A name with an ending of its language behind it must keep this many letters of its own. */
const minStem = 5
const maxEnding = 4
/** A span may be this much longer than the longest name and still be it, misspelt. */
const slack = 2

/** Hears names, spelled right or nearly so, in the tokens of a text. Overlapping ones too: choosing is for later. */
export function createFindNames(index: NameIndex): (tokens: readonly NameToken[]) => NameMatch[] {
  const findTypos = createTypoSearch(index)
  const beginnings = beginningsOf(index)
  const longest = Math.max(...[...index.keys()].map(name => name.length))
  return tokens => {
    const matches: NameMatch[] = []
    for (let from = 0; from < tokens.length; from += 1) {
      let [single, spelling] = ['', '']
      for (let to = from + 1; to <= Math.min(tokens.length, from + maxWords); to += 1) {
        single = appendSingle(single, tokens[to - 1])
        spelling += tokens[to - 1]?.text ?? ''
        if (single.length > longest + slack) break
        const exact = beginnings.has(single) ? findExact(index, single, spelling) : undefined
        const name = exact ?? (to === from + 1 ? findInflected(index, spelling, single) : undefined)
        if (name !== undefined && name.ordinary && !isPlaceMeant(tokens, from, to)) continue
        const match = name === undefined ? findTypos(tokens, from, to) : { from, to, edits: 0, targets: name.targets }
        if (match !== undefined) matches.push(match)
      }
    }
    return matches
  }
}

/** Every name cut off after each letter: a span that is none of these is no name. */
function beginningsOf(index: NameIndex): ReadonlySet<string> {
  const beginnings = new Set<string>()
  for (const name of index.keys()) for (let end = 1; end <= name.length; end += 1) beginnings.add(name.slice(0, end))
  return beginnings
}

function findExact(index: NameIndex, single: string, spelling: string): Name | undefined {
  const name = index.get(single)
  if (name === undefined || name.spellings.has(spelling)) return name
  return single.length >= doubledLettersCountUnder && !ordinaryWords.has(spelling) ? name : undefined
}

/** `Osdorpta`, `w Osdorpie`, `بالبيلمر`: the name with an ending or a beginning that the grammar of a language adds. */
function findInflected(index: NameIndex, spelling: string, text: string): Name | undefined {
  if (text.length <= minStem || ordinaryWords.has(spelling)) return undefined
  for (let cut = 1; cut <= maxEnding && text.length - cut >= minStem; cut += 1) {
    if (!caseEndings.has(text.slice(-cut))) continue
    const name = index.get(text.slice(0, -cut))
    if (name !== undefined && !name.ordinary) return name
  }
  const prefix = arabicPrefixes.find(beginning => text.startsWith(beginning))
  const name = prefix === undefined ? undefined : index.get(text.slice(prefix.length))
  return name !== undefined && !name.ordinary && name.single.length >= minStem - 1 ? name : undefined
}
