import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from '@jest/globals'
import { loadLanguageTable } from '../../content/language-table.js'

const folder = mkdtempSync(join(tmpdir(), 'languages-'))
afterAll(() => rmSync(folder, { recursive: true }))
cpSync(new URL('../../content/languages/', import.meta.url), folder, { recursive: true })
const copy = pathToFileURL(`${folder}/`)

function write(code: string, changes: Readonly<Record<string, unknown>>): void {
  mkdirSync(join(folder, code), { recursive: true })
  const row = {
    code,
    order: 99,
    ownName: 'Xhosa',
    dutchName: 'Xhosa',
    englishName: 'Xhosa',
    direction: 'ltr',
    script: 'Latn',
    fallback: ['nl'],
    texts: 'unreviewed',
    locale: 'xh',
  }
  writeFileSync(join(folder, code, 'language.json'), JSON.stringify({ ...row, ...changes }))
}

test('the twelve launch languages stand in menu order, Arabic and Farsi from right to left', () => {
  const { rows, isOffered } = loadLanguageTable()
  expect(rows.map(row => row.code)).toEqual(['nl', 'en', 'tr', 'ar', 'ti', 'pl', 'bg', 'es', 'fr', 'uk', 'so', 'fa'])
  expect(rows.filter(row => row.direction === 'rtl').map(row => row.code)).toEqual(['ar', 'fa'])
  expect(rows.every(row => isOffered(row.code))).toBe(true)
})

test('a language is added by adding a folder, and a draft is not offered', () => {
  write('xh', {})
  expect(loadLanguageTable(copy).rows.at(-1)?.code).toBe('xh')
  expect(loadLanguageTable(copy).isOffered('xh')).toBe(true)
  write('xh', { texts: 'draft' })
  expect(loadLanguageTable(copy).isOffered('xh')).toBe(false)
})

test.each([
  ['another code', { code: 'zu' }, /xh\/language\.json/],
  ['a place that is taken', { order: 1 }, /same order/],
  ['a field nobody knows', { colour: 'red' }, /colour/],
])('refuses %s and names what is wrong', (_, changes, message) => {
  write('xh', changes)
  expect(() => loadLanguageTable(copy)).toThrow(message)
})

test('languages that are only recognised are no launch languages and are answered in one', () => {
  const { rows, others, isOffered } = loadLanguageTable()
  const codes = rows.map(row => row.code)
  expect(others.length).toBeGreaterThanOrEqual(18)
  for (const other of others) expect([isOffered(other.code), codes.includes(other.nearest)]).toEqual([false, true])
})
