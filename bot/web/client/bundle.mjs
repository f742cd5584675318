import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = name => fileURLToPath(new URL(name, import.meta.url))

/** Phones of about 2018 still read this (Chrome 66, Safari 12); they have `fetch` and `AbortController` too. */
const TARGET = 'es2017'

/** Bundles the script of the resident's pages into one file. */
export const bundleClient = outfile =>
  build({
    entryPoints: [here('main.ts')],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    tsconfig: here('tsconfig.json'),
    jsx: 'automatic',
    jsxImportSource: 'preact',
    alias: { 'preact/jsx-runtime': here('jsx-runtime.ts') },
    logLevel: 'warning',
  })
