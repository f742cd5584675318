/**
 * What the Cloud API refuses, written down a second time and on purpose apart from the renderer and from `limits.ts`: figures
 * of Meta's documentation (design/whatsapp.md), so that a wrong constant there is found here.
 */

type Json = Readonly<Record<string, unknown>>

/** UTF-16 units: neither code points nor graphemes can be more, so it is the strictest way in which a platform may count. */
const size = (text: string): number => text.length

/** One readable line for each reason to refuse the payload; empty where Meta would take it. */
export function problemsOf(payload: unknown): readonly string[] {
  if (!isObject(payload)) return ['the payload is no object']
  const { type } = payload
  const body = typeof type === 'string' ? payload[type] : undefined
  if (Object.keys(payload).length !== 2 || !isObject(body))
    return [`a payload holds its type and one object: ${String(type)}`]
  switch (type) {
    case 'text':
      return [...stringOf(body, 'body', 4096), ...(body['preview_url'] === false ? [] : ['preview_url is not false'])]
    case 'location':
      return locationProblems(body)
    case 'interactive':
      return interactiveProblems(body)
    default:
      return [`unknown type ${String(type)}`]
  }
}

function locationProblems(location: Json): readonly string[] {
  const degrees = (name: string, most: number) => {
    const value = location[name]
    return typeof value === 'number' && Math.abs(value) <= most ? [] : [`${name} is no number of degrees`]
  }
  return [
    ...degrees('latitude', 90),
    ...degrees('longitude', 180),
    ...stringOf(location, 'name', 1000),
    ...stringOf(location, 'address', 1000),
  ]
}

function interactiveProblems(interactive: Json): readonly string[] {
  const { body, action, type } = interactive
  if (!isObject(body) || !isObject(action)) return ['no body or no action']
  const common = stringOf(body, 'text', 1024)
  switch (type) {
    case 'button':
      return [...common, ...buttonProblems(action)]
    case 'list':
      return [...common, ...listProblems(action)]
    case 'cta_url':
      return [...common, ...linkProblems(action)]
    default:
      return [`unknown interactive ${String(type)}`]
  }
}

function buttonProblems({ buttons }: Json): readonly string[] {
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 3) return ['not 1 to 3 buttons']
  const replies = buttons.map((button: unknown) =>
    isObject(button) && isObject(button['reply']) ? button['reply'] : {},
  )
  return [
    ...replies.flatMap(reply => [...stringOf(reply, 'id', 256), ...stringOf(reply, 'title', 20)]),
    ...twice(replies, 'id'),
    ...twice(replies, 'title'),
  ]
}

function listProblems(action: Json): readonly string[] {
  const { sections } = action
  if (!Array.isArray(sections) || sections.length < 1 || sections.length > 10) return ['not 1 to 10 sections']
  const all = sections.filter(isObject)
  const rows = all.flatMap(({ rows: own }) => (Array.isArray(own) ? own.filter(isObject) : []))
  return [
    ...stringOf(action, 'button', 20),
    ...(rows.length >= 1 && rows.length <= 10 ? [] : [`${rows.length} rows`]),
    ...all.flatMap(section => (sections.length > 1 || 'title' in section ? stringOf(section, 'title', 24) : [])),
    ...all.filter(({ rows: own }) => !Array.isArray(own) || own.length === 0).map(() => 'a section without rows'),
    ...rows.flatMap(row => [
      ...stringOf(row, 'id', 200),
      ...stringOf(row, 'title', 24),
      ...('description' in row ? stringOf(row, 'description', 72) : []),
    ]),
    ...twice(rows, 'id'),
  ]
}

function linkProblems({ name, parameters }: Json): readonly string[] {
  if (name !== 'cta_url' || !isObject(parameters)) return ['no link']
  const { url } = parameters
  return [
    ...stringOf(parameters, 'display_text', 20),
    ...stringOf(parameters, 'url', 2000),
    ...(typeof url === 'string' && URL.canParse(url) && /^https?:/.test(url) ? [] : ['url is no web address']),
  ]
}

function stringOf(of: Json, name: string, most: number): readonly string[] {
  const value = of[name]
  if (typeof value !== 'string') return [`${name} is no string`]
  if (value.trim() === '') return [`${name} is blank`]
  if (/\p{Surrogate}/u.test(value)) return [`${name} holds half a character`]
  return size(value) > most ? [`${name} has ${size(value)} characters, ${most} fit`] : []
}

function twice(items: readonly Json[], name: string): readonly string[] {
  const values = items.map(item => item[name])
  return new Set(values).size === values.length ? [] : [`the same ${name} twice`]
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
