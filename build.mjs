/**
 * Makes `dist/` from the sources: compiles, puts the data files beside the compiled ones, bundles the script of the chat page.
 * Runs as `npm run build`, and by itself at the end of `npm ci`. Leaves with 1 when anything failed, saying what.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const dist = join(root, 'dist')
const FOLDERS = ['content', 'dialogs', 'services', 'bot']
/** What is compiled, or is there for people only; everything else is data that the program reads. */
const NOT_DATA = new Set(['.ts', '.tsx', '.js', '.mjs', '.md'])
/** The script for the browser is bundled, not copied; tests leave their own bundle beside the pages. */
const NOT_COPIED = [join('bot', 'web', 'client'), join('bot', 'web', 'assets')]

async function build(tsc) {
  const started = performance.now()
  await rm(dist, { recursive: true, force: true })
  const outcomes = await Promise.allSettled([compile(tsc), bundle(), ...FOLDERS.map(copyData)])
  const failed = outcomes.filter(({ status }) => status === 'rejected')
  for (const { reason } of failed) console.error(`build: ${reason.message}`)
  if (failed.length > 0) process.exitCode = 1
  else console.log(`build: dist/ is ready (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

const compile = tsc =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
      cwd: root,
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(new Error('the compiler found the errors above'))))
  })

async function bundle() {
  const { bundleClient } = await import('./bot/web/client/bundle.mjs')
  await bundleClient(join(dist, 'bot', 'web', 'assets', 'client.js')).catch(cause => {
    throw new Error(`the script of the chat page could not be bundled: ${cause.message}`, { cause })
  })
}

async function copyData(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(root.length + 1)
    if (!entry.isFile() || NOT_DATA.has(extname(entry.name)) || NOT_COPIED.some(folder => path.startsWith(folder)))
      continue
    await mkdir(dirname(join(dist, path)), { recursive: true })
    await cp(join(root, path), join(dist, path))
  }
}

/** Null where only the packages for running are installed (`npm ci --omit=dev`). */
function findCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc')
  } catch {
    return null
  }
}

function withoutCompiler() {
  if (existsSync(join(dist, 'bot', 'main.js')))
    return console.log('build: no compiler is installed, so dist/ stays as it is')
  console.error(
    'build: no compiler is installed and there is no dist/ yet. Run `npm ci` first, then `npm prune --omit=dev`',
  )
  process.exitCode = 1
}

const compiler = findCompiler()
if (compiler === null) withoutCompiler()
else await build(compiler)
