import { z } from 'zod'
import { AppError } from '../services/app-error.js'

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(value => value === 'true')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  VOORDEUR_MODE: z.enum(['demo', 'production']).default('demo'),
  VOORDEUR_DATA: z.string().min(1).default('data'),
  VOORDEUR_PACK: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .default('amsterdam-example'),
  VOORDEUR_SECRET: z.string().min(32).optional(),
  VOORDEUR_SECRET_PREVIOUS: z.string().min(32).optional(),
  VOORDEUR_FRAME_ANCESTORS: z
    .string()
    .regex(/^(https?:\/\/[a-z0-9.:*-]+)?( https?:\/\/[a-z0-9.:*-]+)*$/i)
    .default(''),
  VOORDEUR_ALLOW_EXAMPLES: flag,
  VOORDEUR_EXIT_URL: z
    .string()
    .regex(/^(\/|https:\/\/)/)
    .default('/leeg'),
  VOORDEUR_PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** All settings, read once and frozen. What each is for stands in `.env.example`; a test compares the two. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly mode: 'demo' | 'production'
  readonly data: string
  readonly pack: string
  /** Null in a demonstration that has none: one is then made and kept beside the database. */
  readonly secret: string | null
  readonly previousSecret: string | null
  /** Sites that may show the chat in a frame, as in Content-Security-Policy; empty for none. */
  readonly frameAncestors: string
  readonly allowExamples: boolean
  readonly exitUrl: string
  readonly publicUrl: string | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Names of all settings, for the comparison with `.env.example`. */
export const settingNames = Object.keys(schema.shape)

/** Reads the settings. Throws an `AppError` that names the variable and what it should be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const unknown = Object.keys(given).find(
    name => name.startsWith('VOORDEUR_') && !settingNames.includes(name) && !testOnly.has(name),
  )
  if (unknown) throw invalid(unknown, 'no setting has this name')
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalid(String(issue?.path[0] ?? 'setting'), issue?.message ?? 'not valid')
  }
  const values = parsed.data
  if (values.VOORDEUR_MODE === 'production' && !values.VOORDEUR_SECRET) {
    throw invalid(
      'VOORDEUR_SECRET',
      'production needs a secret of at least 32 characters; it keys the hashes of conversations',
    )
  }
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    mode: values.VOORDEUR_MODE,
    data: values.VOORDEUR_DATA,
    pack: values.VOORDEUR_PACK,
    secret: values.VOORDEUR_SECRET ?? null,
    previousSecret: values.VOORDEUR_SECRET_PREVIOUS ?? null,
    frameAncestors: values.VOORDEUR_FRAME_ANCESTORS,
    allowExamples: values.VOORDEUR_ALLOW_EXAMPLES,
    exitUrl: values.VOORDEUR_EXIT_URL,
    publicUrl: values.VOORDEUR_PUBLIC_URL ?? null,
    logLevel: values.LOG_LEVEL,
  })
}

/** Read by the tests alone. */
const testOnly = new Set(['VOORDEUR_REQUIRE_BROWSER'])

const invalid = (name: string, why: string): AppError =>
  new AppError('setting-invalid', `Setting ${name} is not right: ${why}. See .env.example`, { retryable: false })

/** The process's own environment; the only place that reads it. */
export const environment: Readonly<Record<string, string | undefined>> = process.env
