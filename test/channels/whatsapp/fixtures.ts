import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const FOLDER = new URL('./fixtures/', import.meta.url)
const list = z.array(z.unknown()).default([])

const schema = z.strictObject({
  about: z.string().min(10),
  body: z.unknown(),
  /** What it comes to; what is not named is empty. Of the unread only the paths. */
  expect: z.strictObject({
    messages: list,
    statuses: list,
    numberChanges: list,
    unread: z.array(z.string()).default([]),
    ignored: z.int().default(0),
  }),
})

export interface Fixture extends z.infer<typeof schema> {
  readonly name: string
}

/** All webhook bodies of the folder. */
export const fixtures: readonly Fixture[] = readdirSync(FOLDER)
  .filter(file => file.endsWith('.json'))
  .sort()
  .map(file => ({
    name: file.replace('.json', ''),
    ...schema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
  }))

/** The moment at which the fixtures are read, in milliseconds since 1970: 23 November 2026, 10 o'clock in Amsterdam. */
export const NOW = 1_795_424_400_000
