import { isIP } from 'node:net'
import { z } from 'zod'
import { AppError } from '../services/app-error.js'

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(value => value === 'true')

/** As Express understands it: one of its names, or an address with or without the bits of its network. */
function isProxy(part: string): boolean {
  const [address = '', bits = '8', ...more] = part.split('/')
  const known = ['loopback', 'linklocal', 'uniquelocal'].includes(part)
  const most = isIP(address) === 6 ? 128 : 32
  return known || (isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most && more.length === 0)
}

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
  VOORDEUR_TRUSTED_PROXIES: z
    .string()
    .refine(value => value.split(' ').every(isProxy), 'addresses or networks with a space between, or loopback')
    .default('loopback'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/)
    .optional(),
  WHATSAPP_TOKEN: z.string().min(8).optional(),
  WHATSAPP_NUMBER: z
    .string()
    .regex(/^\d{5,30}$/)
    .optional(),
  WHATSAPP_APP_SECRET: z.string().min(8).optional(),
  WHATSAPP_APP_SECRET_PREVIOUS: z.string().min(8).optional(),
  WHATSAPP_VERIFY_TOKEN: z.string().min(8).optional(),
  WHATSAPP_HOST: z
    .string()
    .regex(/^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)$/)
    .optional(),
  WHATSAPP_PHONE: z
    .string()
    .regex(/^[1-9]\d{7,14}$/)
    .optional(),
  WHATSAPP_PER_SECOND: z.coerce.number().int().min(1).max(1_000).default(80),
  MICROSOFT_APP_ID: z.uuid().optional(),
  MICROSOFT_APP_PASSWORD: z.string().min(8).optional(),
  MICROSOFT_APP_TENANT: z.uuid().optional(),
  MICROSOFT_APP_TYPE: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  VOORDEUR_BOT_FRAMEWORK_DEV: flag,
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
  /** Addresses and networks of the proxies that say who called and by which scheme; `loopback` is this machine. */
  readonly trustedProxies: readonly string[]
  /** Null for the embedded database. */
  readonly mongodbUri: string | null
  /** Null where nothing of WhatsApp is set: then the channel is not there. */
  readonly whatsapp: WhatsAppSettings | null
  /** Our number in WhatsApp for links and QR codes, digits with country code (E.164 without plus); null makes none. */
  readonly whatsappPhone: string | null
  /** Null where nothing of the Bot Framework is set: then the channel is not there. */
  readonly botFramework: BotFrameworkSettings | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** What Meta gives whoever runs a number (docs/go-live.md). */
export interface WhatsAppSettings {
  readonly token: string
  /** Meta's id of our number. */
  readonly number: string
  /** The first signs; a second is good while one takes over from the other. */
  readonly secrets: readonly string[]
  readonly verifyToken: string
  /** Null for Meta itself. */
  readonly host: string | null
  readonly perSecond: number
}

/** What Azure gives whoever registers a bot. */
export interface BotFrameworkSettings {
  /** Null only for development on this machine: then anybody on it may call. */
  readonly app: {
    readonly id: string
    readonly password: string | null
    readonly tenant: string | null
    readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI'
  } | null
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
  if (values.MONGODB_URI && !values.VOORDEUR_SECRET) {
    throw invalid('VOORDEUR_SECRET', 'with MongoDB every process must have the same secret of at least 32 characters')
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
    trustedProxies: values.VOORDEUR_TRUSTED_PROXIES.split(' '),
    mongodbUri: values.MONGODB_URI ?? null,
    whatsapp: whatsappIn(values),
    whatsappPhone: values.WHATSAPP_PHONE ?? null,
    botFramework: botFrameworkIn(values),
    logLevel: values.LOG_LEVEL,
  })
}

/** All four or none: a channel that is half set would be silent, or open to everybody. */
function whatsappIn(values: z.infer<typeof schema>): WhatsAppSettings | null {
  const { WHATSAPP_TOKEN, WHATSAPP_NUMBER, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = values
  const needed = { WHATSAPP_TOKEN, WHATSAPP_NUMBER, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN }
  if (Object.values(needed).every(value => value === undefined)) return null
  const missing = Object.entries(needed).find(([, value]) => value === undefined)?.[0]
  if (!WHATSAPP_TOKEN || !WHATSAPP_NUMBER || !WHATSAPP_APP_SECRET || !WHATSAPP_VERIFY_TOKEN) {
    throw invalid(missing ?? 'WHATSAPP_TOKEN', 'WhatsApp needs its token, number, app secret and verify token together')
  }
  const previous = values.WHATSAPP_APP_SECRET_PREVIOUS
  return {
    token: WHATSAPP_TOKEN,
    number: WHATSAPP_NUMBER,
    secrets: previous === undefined ? [WHATSAPP_APP_SECRET] : [WHATSAPP_APP_SECRET, previous],
    verifyToken: WHATSAPP_VERIFY_TOKEN,
    host: values.WHATSAPP_HOST ?? null,
    perSecond: values.WHATSAPP_PER_SECOND,
  }
}

/** Without an app the SDK lets anybody in, and lets callers choose where we post to: on this machine alone, and when asked. */
function botFrameworkIn(values: z.infer<typeof schema>): BotFrameworkSettings | null {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT: tenant } = values
  const type = values.MICROSOFT_APP_TYPE
  if (id !== undefined) {
    if (type !== 'UserAssignedMSI' && !password) throw invalid('MICROSOFT_APP_PASSWORD', `${type} needs it`)
    if (type !== 'MultiTenant' && !tenant) throw invalid('MICROSOFT_APP_TENANT', `${type} needs it`)
    return { app: { id, password: password ?? null, tenant: tenant ?? null, type } }
  }
  if (!values.VOORDEUR_BOT_FRAMEWORK_DEV) return null
  const here = ['127.0.0.1', '::1', 'localhost'].includes(values.HOST)
  if (!here || values.VOORDEUR_MODE === 'production')
    throw invalid('VOORDEUR_BOT_FRAMEWORK_DEV', 'anybody could call: only on 127.0.0.1, and never in production')
  return { app: null }
}

/** Read by the tests alone. */
const testOnly = new Set(['VOORDEUR_REQUIRE_BROWSER', 'VOORDEUR_REQUIRE_MONGODB'])

const invalid = (name: string, why: string): AppError =>
  new AppError('setting-invalid', `Setting ${name} is not right: ${why}. See .env.example`, { retryable: false })

/** The process's own environment; the only place that reads it. */
export const environment: Readonly<Record<string, string | undefined>> = process.env
