import { clientWordKeys, type ClientWords } from '../client-words.js'
import { ISLAND_ID, type Island } from '../island.js'
import { isObject } from './is-object.js'

export const isWords = (value: unknown): value is ClientWords =>
  isObject(value) && clientWordKeys.every(key => typeof value[key] === 'string')

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

const isIsland = (value: unknown): value is Island =>
  isObject(value) &&
  typeof value['domain'] === 'string' &&
  typeof value['token'] === 'string' &&
  typeof value['language'] === 'string' &&
  typeof value['embedded'] === 'boolean' &&
  isTextOrNull(value['conversationId']) &&
  isTextOrNull(value['watermark']) &&
  isWords(value['strings'])

/** The data of a page, or null where it holds no conversation. */
export function readIsland(page: Document): Island | null {
  const text = page.getElementById(ISLAND_ID)?.textContent
  if (!text) return null
  const value: unknown = JSON.parse(text)
  return isIsland(value) ? value : null
}
