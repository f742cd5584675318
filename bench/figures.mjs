import { cpus } from 'node:os'

/** The machine that the figures are of, in one line. */
export const machine = () =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`

/** The value below which this share of a sorted list lies. */
export const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN

export const median = list =>
  share(
    [...list].sort((a, b) => a - b),
    0.5,
  )
