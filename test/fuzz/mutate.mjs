import { oneOf } from '../chaos/chance.mjs'

const long = 'ab '.repeat(3_000)
const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`)
/** What people type that means something here, in several scripts, and what programs stumble over. */
export const texts = [
  ...['hallo', '1', '2', '13', '-1', '1013', '1057 AB', 'taal', 'terug', 'stop', 'wis alles', 'Türkçe', 'العربية'],
  ...['ik heb schulden', 'brief van de gemeente', 'wie betaalt dit?', 'mijn zoon van 15', 'Jordaan', 'ምሳሌ', '١٠١٣'],
  ...['', ' ', '\u0000', '\u202e\ufeff', 'a\ud800b', '😀👩🏽‍🦽🇳🇱', '\u0301'.repeat(400), 'a'.repeat(5_000), long],
  ...['{{name}} $t(menu.ask)', '<script>alert(1)</script>', "' or 1=1; --", '../../etc', '%00%ff', '(a+)+$', '\\', '"'],
]
const oddValues = [
  ...[null, true, false, 0, -1, 1e308, 1.5, 9_007_199_254_740_993, '', [], {}, [[]], [null], { a: 1 }],
  ...['__proto__', 'constructor', 'toString', '0', '1795424300', '99999999999999999999', '-1', 'NaN', 'Infinity'],
  ...['text', 'interactive', 'image', 'reaction', 'system', 'order', 'sent', 'read', 'failed', 'messages', deep, long],
]
const oddKeys = [
  '__proto__',
  'constructor',
  'length',
  'type',
  'id',
  'from',
  'text',
  'body',
  '',
  '0',
  'errors',
  'a'.repeat(300),
]

/** Changes a JSON value in some places: what stands there, its name, its number, or its order. `others` lend their parts. */
export function mutate(value, chance, others) {
  const changed = { root: globalThis.structuredClone(value) }
  const times = 1 + Math.floor(chance() * 5)
  for (let done = 0; done < times && 'root' in changed; done++) change(oneOf(chance, placesIn(changed)), chance, others)
  return changed.root ?? null
}

/** Every place of a value, as its holder and its name there; deep ones are left alone. */
function placesIn(value, depth = 0, places = []) {
  if (typeof value !== 'object' || value === null || depth > 30) return places
  for (const name of Object.keys(value)) {
    places.push({ holder: value, name })
    placesIn(value[name], depth + 1, places)
  }
  return places
}

function change({ holder, name }, chance, others) {
  const value = holder[name]
  const kind = Math.floor(chance() * 10)
  if (kind < 3) put(holder, name, typeof value === 'string' ? oneOf(chance, texts) : oneOf(chance, oddValues))
  else if (kind === 3) put(holder, name, oneOf(chance, oddValues))
  else if (kind === 4) remove(holder, name)
  else if (kind === 5) put(holder, oneOf(chance, oddKeys), value)
  else if (kind === 6) put(holder, name, [value, value])
  else if (kind === 7) repeat(holder, name, chance)
  else if (kind === 8) borrow(holder, name, chance, others)
  else put(holder, name, typeof value === 'string' ? scramble(value, chance) : { [name]: value })
}

function put(holder, name, value) {
  const isPlace = !Array.isArray(holder) || /^\d+$/.test(name)
  // As a program that reads JSON gets it: a name like any other
  Object.defineProperty(holder, isPlace ? name : '0', {
    value: globalThis.structuredClone(value),
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

function remove(holder, name) {
  if (Array.isArray(holder)) holder.splice(Number(name), 1)
  else Reflect.deleteProperty(holder, name)
}

function repeat(holder, name, chance) {
  if (!Array.isArray(holder)) return
  const times = chance() < 0.1 ? 200 : 3
  for (let done = 0; done < times && holder.length < 2_000; done++)
    holder.push(globalThis.structuredClone(holder[name]))
  if (chance() < 0.5) holder.reverse()
}

/** A part of another body in this place. */
function borrow(holder, name, chance, others) {
  const lender = oneOf(chance, placesIn({ root: oneOf(chance, others) }))
  put(holder, name, lender.holder[lender.name])
}

function scramble(text, chance) {
  const at = Math.floor(chance() * (text.length + 1))
  const kind = Math.floor(chance() * 4)
  if (kind === 0) return text.slice(0, at)
  if (kind === 1) return text.slice(0, at) + String.fromCharCode(Math.floor(chance() * 65_536)) + text.slice(at)
  if (kind === 2) return text.repeat(chance() < 0.05 ? 500 : 2)
  return text.slice(at) + text.slice(0, at)
}

/** Bytes that are no longer what they were: some flipped, cut off, or put in. */
export function garble(bytes, chance) {
  const garbled = Buffer.from(bytes)
  for (let done = 0; done < 4 && garbled.length > 0; done++)
    garbled[Math.floor(chance() * garbled.length)] = Math.floor(chance() * 256)
  return chance() < 0.3 ? garbled.subarray(0, Math.floor(chance() * garbled.length)) : garbled
}
