/**
 * The long form of the simulation: `npm run simulate`. `SEED=…` plays one schedule again and prints it when it goes wrong;
 * `SEEDS=…` says how many schedules, `FIRST=…` from which seed on.
 */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const one = process.env.SEED === undefined ? [] : ['--testNamePattern', '^random schedules seed']
const jest = spawn(
  process.execPath,
  [
    '--expose-gc',
    '--experimental-vm-modules',
    '--no-warnings',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--runInBand',
    'test/simulation',
    ...one,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { SIMULATE: 'long', ...process.env } },
)
jest.on('close', code => {
  process.exitCode = code ?? 1
})
