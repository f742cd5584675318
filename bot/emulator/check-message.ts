import type { z } from 'zod'
import { graphError, type GraphError } from './graph-error.js'
import { contentSchema, envelope, readMark, type Content, type Interactive, type ListAction } from './message-schema.js'

/** Most rows of a list, over all its sections. */
const MOST_ROWS = 10
const ENVELOPE_KEYS = new Set(Object.keys(envelope.shape))
const CONTENT_KINDS = new Set(contentSchema.options.map(({ shape }) => shape.type.value))

/** What a body to `/messages` asks for. */
export type Asked =
  | {
      readonly type: 'send'
      readonly to: { readonly phone?: string; readonly bsuid?: string }
      readonly content: Content
    }
  | { readonly type: 'read'; readonly id: string; readonly typing: boolean }
  | { readonly type: 'refused'; readonly error: GraphError }

/** Reads a body as strictly as Meta does: the first thing that is wrong is named. */
export function checkMessage(body: unknown): Asked {
  if (typeof body !== 'object' || body === null) return refuse(100, 'The body must be a JSON object')
  if ('status' in body) return checkReadMark(body)
  const outer = envelope.safeParse(body)
  if (!outer.success) return refused(outer.error, body)
  const { to, recipient, type } = outer.data
  if (to === undefined && recipient === undefined) return refuse(131_008, 'The parameter to or recipient is required')
  if (!isKind(type)) return refuse(131_051, `The type ${type.slice(0, 40)} is not supported`)
  const stray = Object.keys(body).find(key => !ENVELOPE_KEYS.has(key) && key !== type)
  if (stray !== undefined) return refuse(100, `Unexpected key "${stray.slice(0, 40)}" on param "message"`)
  const inner = contentSchema.safeParse({ ...body, type })
  if (!inner.success) return refused(inner.error, body)
  const trouble = inner.data.type === 'interactive' ? troubleAcross(inner.data.interactive) : null
  if (trouble !== null) return refuse(131_009, trouble)
  const address = { ...(recipient ? { bsuid: recipient } : {}), ...(to ? { phone: to.replace('+', '') } : {}) }
  return { type: 'send', to: address, content: inner.data }
}

function checkReadMark(body: object): Asked {
  const read = readMark.safeParse(body)
  if (!read.success) return refused(read.error, body)
  return { type: 'read', id: read.data.message_id, typing: read.data.typing_indicator !== undefined }
}

/** What no single field shows. */
function troubleAcross(interactive: Interactive): string | null {
  if (interactive.type === 'list') return troubleInList(interactive.action)
  if (interactive.type !== 'button') return null
  const replies = interactive.action.buttons.map(({ reply }) => reply)
  if (hasTwins(replies.map(({ id }) => id))) return 'Duplicated button id'
  return hasTwins(replies.map(({ title }) => title)) ? 'Duplicated button title' : null
}

function troubleInList({ sections }: ListAction): string | null {
  const rows = sections.flatMap(section => section.rows)
  if (rows.length > MOST_ROWS) return `Total row count exceed max allowed count: ${MOST_ROWS}`
  if (hasTwins(rows.map(({ id }) => id))) return 'Duplicated row id'
  const untitled = sections.some(({ title = '' }) => title.trim() === '')
  return sections.length > 1 && untitled ? 'Section title is required when there are more sections' : null
}

const hasTwins = (values: readonly string[]): boolean => new Set(values).size < values.length

const isKind = (type: string): boolean => [...CONTENT_KINDS].some(kind => kind === type)

/** Meta's code for each kind of fault: missing 131008; a text too long, a wrong type and what should not be there 100; else 131009. */
function refused(error: z.ZodError, body: object): Asked {
  const [issue] = error.issues
  if (!issue) return refuse(100, '')
  const where = issue.path.map(String).join('.')
  const details = `Parameter ${where}: ${issue.message}`.slice(0, 300)
  if (valueAt(body, issue.path) === undefined) return refuse(131_008, details)
  const isShape = issue.code === 'unrecognized_keys' || issue.code === 'invalid_type'
  return refuse(isShape || where.startsWith('text') ? 100 : 131_009, details)
}

function valueAt(body: object, path: readonly PropertyKey[]): unknown {
  let value: unknown = body
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return value
}

const refuse = (code: number, details: string): Asked => ({ type: 'refused', error: graphError(code, details) })
