import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { checkContent } from '../../content/checks/check-content.js'
import type { Issue } from '../../content/checks/issue.js'
import { loadAmbiguousNames, loadPack } from '../../content/load-pack.js'
import { dialogs } from '../../dialogs/index.js'
import { offeredLabels } from '../../dialogs/offered-labels.js'
import { channelLimits } from '../channels/limits.js'
import { loadLanguages } from './load-content.js'

/** Checks all words and every pack that has its files; prints what is wrong, and ends with 1 when something is critical. */
const PACKS = new URL('../../content/packs/', import.meta.url)
const LANGUAGES = new URL('../../content/languages/', import.meta.url)

const { table, words } = loadLanguages()
const packs = readdirSync(PACKS).filter(name => existsSync(new URL(`${name}/records.json`, PACKS)))
const reports = packs.map(name => {
  const folder = new URL(`${name}/`, PACKS)
  const pack = loadPack(folder)
  const safety = safetyTexts([...words.keys()])
  const subject = {
    languages: table.rows,
    words,
    pack,
    ambiguousNames: loadAmbiguousNames(folder),
    channelLimits,
    labels: offeredLabels(dialogs),
  }
  return {
    name,
    records: pack.records.length,
    issues: checkContent(safety.size > 0 ? { ...subject, safety } : subject),
  }
})

for (const { name, records, issues } of reports) {
  const texts = [...words.values()].reduce(
    (sum, one) => sum + Object.keys(one.texts).length + Object.keys(one.terms).length,
    0,
  )
  say(`\n${name}: ${records} records, ${words.size} languages, ${texts} texts and terms checked`)
  for (const [where, group] of Object.entries(byPlace(issues))) {
    say(`  ${where}`)
    for (const { severity, rule, where: place, message } of group)
      say(`    ${severity} ${rule} at ${place}: ${message}`)
  }
}
const critical = reports.flatMap(({ issues }) => issues).filter(({ severity }) => severity === 'critical').length
say(`\n${critical} critical ${critical === 1 ? 'issue' : 'issues'}`)
process.exitCode = critical > 0 ? 1 : 0

/** The file, or the kind of thing, that an issue stands in: what comes before the first space or dash-separated id. */
function byPlace(issues: readonly Issue[]): Readonly<Record<string, readonly Issue[]>> {
  const groups: Record<string, Issue[]> = {}
  for (const issue of issues) {
    const file = /^[a-z]{2,3}(\/\w+)?(?= |$)/.exec(issue.where)?.[0] ?? 'places'
    groups[file] = [...(groups[file] ?? []), issue]
  }
  return groups
}

/** Flat safety texts of the languages that have them, when they are kept as a flat list. */
function safetyTexts(codes: readonly string[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const schema = z.record(z.string(), z.string())
  const found = codes.flatMap(code => {
    const file = new URL(`${code}/safety.json`, LANGUAGES)
    const texts = existsSync(file) ? schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null
    return texts?.success ? [[code, texts.data] as const] : []
  })
  return new Map(found)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
