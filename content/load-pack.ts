import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { gazetteerSchema } from './schema/area.js'
import { packInfoSchema, type Pack } from './schema/pack.js'
import { organisationSchema, recordSchema } from './schema/record.js'

/**
 * Reads one city's content from its folder and checks its shape; what refers to what is for the checks. Throws an Error that
 * names the file, the path in it and the reason, for every fault of that file at once. `theme.css` may be absent.
 */
export function loadPack(folder: URL | string): Pack {
  const directory = asPath(folder)
  return {
    info: readJson(directory, 'pack.json', packInfoSchema),
    gazetteer: readJson(directory, 'gazetteer.json', gazetteerSchema),
    organisations: readJson(directory, 'organisations.json', z.array(organisationSchema)),
    records: readJson(directory, 'records.json', z.array(recordSchema)),
    themeCss: readOptional(directory, 'theme.css'),
  }
}

/** Names that the pack says belong to several places on purpose; the resident is asked which. None when it has no such file. */
export function loadAmbiguousNames(folder: URL | string): readonly string[] {
  const directory = asPath(folder)
  const file = 'ambiguous-names.json'
  return existsSync(join(directory, file)) ? readJson(directory, file, z.array(z.string().min(2))) : []
}

const asPath = (folder: URL | string) => (typeof folder === 'string' ? folder : fileURLToPath(folder))

function readJson<T>(directory: string, file: string, schema: z.ZodType<T>): T {
  const data = parseJson(directory, file)
  const checked = schema.safeParse(data)
  if (checked.success) return checked.data
  const faults = checked.error.issues.map(issue => `${file} at ${issue.path.join('.') || 'the top'}: ${issue.message}`)
  throw new Error(`The pack in ${directory} is not valid.\n${faults.join('\n')}`)
}

function parseJson(directory: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, file), 'utf8'))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The pack in ${directory} is not valid.\n${file} at the top: ${reason}`, { cause })
  }
}

function readOptional(directory: string, file: string): string {
  const path = join(directory, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
