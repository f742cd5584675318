import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { loadDangerWords } from '../../content/danger-words.js'
import { safetyCategories } from '../../content/vocabulary.js'
import { createHear } from '../../services/safety/check-danger.js'

/** All danger words as the service loads them, and the check over them; built once, because it is the same for all tests. */
export const hear = createHear(loadDangerWords())
export const check = (text: string) => hear(text).danger

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const sentences = z.array(z.string().min(1))

/** Sentences by category as residents would write them, and idioms that are only to be asked about. */
const phraseSet = z.record(z.enum([...safetyCategories, 'gently']), sentences)

export const languages = readdirSync(new URL('phrases/', import.meta.url)).map(name => name.replace('.json', ''))
export const dangerSentences = (code: string) => phraseSet.parse(read(`phrases/${code}.json`))
export const ordinarySentences = (code: string) => sentences.parse(read(`ordinary/${code}.json`))
