import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { settingNames } from '../bot/config.js'
import { errorCodes } from '../services/app-error.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const config = join(root, '.dependency-cruiser.cjs')
const FOLDERS = ['content', 'dialogs', 'services', 'bot', 'test', 'bench']

const rulesSchema = z.object({ forbidden: z.array(z.object({ name: z.string() })) })
const reportSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })) }),
})

/** One file for each rule that breaks it: rule, file, what it imports. */
const breaches: readonly (readonly [string, string, string])[] = [
  ['content-alone', 'content/a.ts', `import { clock } from '../services/clock.js'\nexport const a = clock`],
  ['content-alone', 'content/a-type.ts', `import type { Clock } from '../services/clock.js'\nexport type A = Clock`],
  ['content-packages', 'content/b.ts', `import express from 'express'\nexport const b = express`],
  [
    'dialogs-content-only',
    'dialogs/engine/c.ts',
    `import { clock } from '../../services/clock.js'\nexport const c = clock`,
  ],
  ['dialogs-no-packages', 'dialogs/engine/d.ts', `import { z } from 'zod'\nexport const d = z`],
  [
    'dialogs-no-packages',
    'dialogs/engine/d-core.ts',
    `import { readFileSync } from 'node:fs'\nexport const d = readFileSync`,
  ],
  ['services-content-only', 'services/e.ts', `import { money } from '../dialogs/money.js'\nexport const e = money`],
  ['services-packages', 'services/f.ts', `import pino from 'pino'\nexport const f = pino`],
  ['app-no-tests', 'bot/g.ts', `import { fixture } from '../test/fixture.js'\nexport const g = fixture`],
  ['dialog-is-data', 'dialogs/h.ts', `import { advance } from './engine/advance.js'\nexport const h = advance`],
  ['engine-no-dialog', 'dialogs/engine/i.ts', `import { money } from '../money.js'\nexport const i = money`],
  ['drivers-in-storage', 'services/j.ts', `import Database from 'libsql'\nexport const j = Database`],
  ['stores-in-compose', 'services/k.ts', `import { store } from './storage/store.js'\nexport const k = store`],
  ['stores-in-compose', 'bot/k.ts', `import { store } from '../services/storage/store.js'\nexport const k = store`],
  ['channels-in-compose', 'bot/l.ts', `import { one } from './channels/one/one.js'\nexport const l = one`],
  ['pages-web-channel', 'bot/web/routes/m.ts', `import { one } from '../../channels/one/one.js'\nexport const m = one`],
  ['emulator-alone', 'bot/emulator/q.ts', `import { one } from '../channels/one/one.js'\nexport const q = one`],
  [
    'emulator-no-service',
    'bot/emulator/r.ts',
    `import { clock } from '../../services/clock.js'\nexport const r = clock`,
  ],
  ['emulator-in-commands', 'bot/s.ts', `import { phone } from './emulator/phone.js'\nexport const s = phone`],
  [
    'channel-no-dialog',
    'bot/channels/one/n.ts',
    `import type { Money } from '../../../dialogs/money.js'\nexport type N = Money`,
  ],
  [
    'channel-no-service',
    'bot/channels/one/o.ts',
    `import { clock } from '../../../services/clock.js'\nexport const o = clock`,
  ],
  ['channel-no-sibling', 'bot/channels/two/p.ts', `import type { One } from '../one/one.js'\nexport type P = One`],
  ['sdk-in-one-file', 'bot/q.ts', `import { ActivityHandler } from 'botbuilder'\nexport const q = ActivityHandler`],
  [
    'browser-code-small',
    'bot/web/client/r.ts',
    `import { clock } from '../../../services/clock.js'\nexport const r = clock`,
  ],
  ['no-circular', 'content/s.ts', `import { t } from './t.js'\nexport const s = () => t`],
  ['no-orphans', 'content/u.ts', `export const u = 1`],
  ['no-unresolvable', 'content/v.ts', `import { gone } from './gone.js'\nexport const v = gone`],
  ['no-dev-packages', 'bot/w.ts', `import fc from 'fast-check'\nexport const w = fc`],
  ['no-unlisted-packages', 'bot/x.ts', `import semver from 'semver'\nexport const x = semver`],
]

/** What the breaches import, and imports that are allowed: none of these files may be reported. */
const sound: Readonly<Record<string, string>> = {
  'services/clock.ts': `export type Clock = () => number\nexport const clock = () => 0`,
  'dialogs/money.ts': `import { define } from './engine/definition.js'\nexport type Money = 1\nexport const money = define`,
  'dialogs/engine/definition.ts': `export const define = 1`,
  'dialogs/engine/advance.ts': `import { define } from './definition.js'\nexport const advance = define`,
  'services/storage/store.ts': `import Database from 'libsql'\nexport const store = Database`,
  'services/zoned.ts': `import { Temporal } from 'temporal-polyfill'\nimport { z } from 'zod'\nexport const zoned = { Temporal, z }`,
  'content/texts.ts': `import { readFileSync } from 'node:fs'\nimport i18next from 'i18next'\nexport const texts = { readFileSync, i18next }`,
  'content/t.ts': `import { s } from './s.js'\nexport const t = () => s`,
  'bot/channels/one/one.ts': `import type { Clock } from '../../../services/clock.js'\nexport type One = Clock\nexport const one = 1`,
  'bot/compose.ts': `import { store } from '../services/storage/store.js'\nimport { one } from './channels/one/one.js'\nexport const house = { store, one }`,
  'bot/emulator/phone.ts': `export const phone = 1`,
  'bot/sdk.ts': `export { ActivityHandler } from 'botbuilder'`,
  'test/fixture.ts': `export const fixture = 1`,
}

let planted = ''
let found: readonly { readonly rule: string; readonly from: string }[] = []

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'voordeur-borders-'))
  for (const [path, text] of [...breaches.map(([, path, text]) => [path, text] as const), ...Object.entries(sound)]) {
    mkdirSync(dirname(join(planted, path)), { recursive: true })
    writeFileSync(join(planted, path), `${text}\n`)
  }
  for (const name of ['package.json', 'tsconfig.json'])
    writeFileSync(join(planted, name), readFileSync(join(root, name)))
  symlinkSync(join(root, 'node_modules'), join(planted, 'node_modules'), 'junction')
  found = cruise(planted)
})

afterAll(() => {
  rmSync(planted, { recursive: true, force: true })
})

/** Breaches in a tree. The tool leaves with their number, so a failure of the command is its answer. */
function cruise(folder: string): typeof found {
  const command = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
  const given = ['--config', config, '--output-type', 'json', 'content', 'dialogs', 'services', 'bot', 'test']
  const report = reportSchema.parse(JSON.parse(outputOf(command, given, folder)))
  return report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
}

function outputOf(command: string, given: readonly string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [command, ...given], { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout !== '')
      return error.stdout
    throw error
  }
}

describe('the borders can fail', () => {
  test.each(breaches)('%s: %s', (rule, path) => {
    expect(found).toContainEqual({ rule, from: path })
  })

  test('what is allowed is not reported', () => {
    const otherHalfOfTheCircle = 'content/t.ts'
    expect(found.filter(({ from }) => from in sound && from !== otherHalfOfTheCircle)).toEqual([])
  })

  test('every rule has a breach here', () => {
    const loaded: unknown = createRequire(import.meta.url)(config)
    const names = rulesSchema.parse(loaded).forbidden.map(({ name }) => name)
    expect(names.filter(name => !breaches.some(([rule]) => rule === name))).toEqual([])
  })
})

describe('every folder says what it is for', () => {
  test.each(FOLDERS)('%s has a README with its job, its imports, how to add to it and its decisions', folder => {
    const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
    for (const heading of ['## May import', '## To add', '## Decisions']) expect(readme).toContain(heading)
    expect(readme.split('\n')[2]).toMatch(/^[A-Z].{20,}[.]$/)
  })

  test('there is no other folder of code', () => {
    const others = readdirSync(root, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(entry => entry.name)
    const known = [...FOLDERS, 'deploy', 'docs', 'node_modules', 'dist', 'coverage', 'data', 'test-results']
    expect(others.filter(name => !known.includes(name))).toEqual([])
  })
})

describe('files are named after what is inside', () => {
  const files = FOLDERS.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)),
  ).filter(path => ['.ts', '.tsx', '.mjs'].includes(extname(path)) && !path.includes('node_modules'))

  test('in kebab-case', () => {
    expect(files.filter(path => !/^[a-z0-9]+(-[a-z0-9]+)*([.][a-z]+)*[.](ts|tsx|mjs)$/.test(basename(path)))).toEqual(
      [],
    )
  })

  test('and none is a drawer for everything', () => {
    const drawer = /(^|[/\\])(utils?|helpers?|common|misc|types|manager)([/\\]|[.])/
    expect(files.filter(path => drawer.test(path) && !path.startsWith(join('test', 'helpers')))).toEqual([])
  })
})

test('the papers are there', () => {
  const papers = [
    'LICENSE',
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'publiccode.yml',
    '.env.example',
  ]
  expect(papers.filter(name => !existsSync(join(root, name)))).toEqual([])
})

const paper = (name: string) => readFileSync(join(root, name), 'utf8')

test('.env.example has every setting and no other', () => {
  const named = [...paper('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(named).toEqual(settingNames)
})

test('the README explains every setting, in the same order', () => {
  const table = paper('README.md').split('\n## Settings\n')[1]?.split('\n## ')[0] ?? ''
  const named = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)
  expect(named).toEqual(settingNames)
})

test('the README explains every error code', () => {
  const named = [...paper('README.md').matchAll(/^\| `([a-z]+(?:-[a-z]+)+)`/gm)].map(([, code]) => code)
  expect(errorCodes.filter(code => !named.includes(code))).toEqual([])
})

test('the README gives a reason for every package that runs', () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(paper('package.json')))
  const reasons = paper('README.md').split('\n## Why these packages\n')[1] ?? ''
  expect(Object.keys(dependencies).filter(name => !reasons.includes(`\`${name}\``))).toEqual([])
})
