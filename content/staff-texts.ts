import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type nl from './staff/nl.json'

/** The id of a sentence for volunteers and editors. Staff pages are Dutch. */
export type StaffKey = keyof typeof nl

/** The sentence of a key, with its `{{…}}` filled in. Throws when a value is missing: half a sentence is never shown. */
export type StaffWords = (key: StaffKey, values?: Readonly<Record<string, string>>) => string

const staffTextsSchema = z.record(z.string(), z.string().min(1))

/** Reads `content/staff/nl.json`. Throws when it is missing or no list of sentences. */
export function loadStaffTexts(): StaffWords {
  const texts = staffTextsSchema.parse(JSON.parse(readFileSync(new URL('staff/nl.json', import.meta.url), 'utf8')))
  return (key, values = {}) =>
    fillIn(texts[key] ?? missing(`The staff text ${key} is missing in staff/nl.json`), values)
}

const fillIn = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? missing(`Fill in ${name} of: ${sentence}`))

function missing(what: string): never {
  throw new Error(what)
}
