import { readFileSync } from 'node:fs'

/** One line that somebody says, or a move of the clock. */
export type Line =
  | { readonly type: 'resident'; readonly text: string }
  | { readonly type: 'bot'; readonly text: string }
  | { readonly type: 'wait'; readonly minutes: number }

export interface Transcript {
  readonly title: string
  /** Proposed language of the browser; null for none. */
  readonly language: string | null
  /** Local time in Amsterdam, as 2026-11-23 10:00. */
  readonly now: string
  readonly pack: string
  readonly lines: readonly Line[]
}

/** Reads a transcript: a title, a line of settings, then who says what. Continued lines are indented. */
export function readTranscript(file: string): Transcript {
  const [title = '', settings = '', ...rest] = readFileSync(file, 'utf8').split('\n')
  const setting = (name: string) => new RegExp(`${name}: (\\S+(?: \\d\\d:\\d\\d)?)`).exec(settings)?.[1] ?? null
  const lines: Line[] = []
  for (const raw of rest) {
    const match = /^(resident|bot|wait): *(.*)$/.exec(raw)
    const [, who, text = ''] = match ?? []
    if (who === 'resident' || who === 'bot') lines.push({ type: who, text })
    else if (who === 'wait') lines.push({ type: 'wait', minutes: Number.parseInt(text, 10) })
    else if (raw.startsWith(' ') && lines.length > 0) {
      const last = lines.pop()
      if (last && last.type !== 'wait') lines.push({ ...last, text: `${last.text}\n${raw.slice(5)}` })
    }
  }
  const language = setting('language')
  return {
    title: title.replace(/^# */, ''),
    language: language === 'none' ? null : language,
    now: setting('now') ?? '2026-11-23 10:00',
    pack: setting('pack') ?? 'amsterdam-example',
    lines,
  }
}

/** Writes it back in the same shape, for `UPDATE=1`. */
export function writeTranscript({ title, language, now, pack, lines }: Transcript): string {
  const settings = `language: ${language ?? 'none'}   now: ${now}   pack: ${pack}`
  const body = lines.map(line =>
    line.type === 'wait' ? `wait: ${line.minutes} minutes` : `${line.type}: ${line.text.replaceAll('\n', '\n     ')}`,
  )
  return `# ${title}\n${settings}\n\n${body.join('\n')}\n`
}
