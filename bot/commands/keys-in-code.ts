import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const HOUSE = ['../../bot/', '../../dialogs/engine/', '../../services/']

/** Which of these keys the code names, whole or by the start of a template such as `show.${topic}`. For finding texts that nobody says. */
export function keysInCode(keys: readonly string[]): ReadonlySet<string> {
  const source = HOUSE.map(folder => readAll(fileURLToPath(new URL(folder, import.meta.url)))).join('\n')
  const starts = [...source.matchAll(/`([a-z][a-z0-9.-]*\.)\$\{/g)].map(match => match[1] ?? '')
  const isNamed = (key: string) => [`'${key}'`, `"${key}"`, `\`${key}\``].some(quoted => source.includes(quoted))
  return new Set(keys.filter(key => isNamed(key) || starts.some(start => start !== '' && key.startsWith(start))))
}

/** The text of every source file below a folder: TypeScript as it is written, JavaScript as it is built. */
function readAll(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map(entry => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n')
}
