import type { Pack } from '../schema/pack.js'
import type { DirectoryRecord } from '../schema/record.js'
import type { Issue } from './issue.js'

/** Made-up data can never be taken for real, and real data never for made up (K6). */
export function checkExample({ info, records, organisations }: Pack): readonly Issue[] {
  const wrong = [...records, ...organisations].filter(({ example }) => example !== info.example)
  const mark = info.example
    ? 'is not marked as an example in a pack of examples'
    : 'is an example in a pack of real places'
  return [
    ...wrong.map(({ id }) => critical('wrong-example-mark', id, `it ${mark}`)),
    ...records.filter(({ example }) => example).flatMap(realTraces),
    ...(info.example && (info.runBy ?? info.paidBy)
      ? [critical('example-run-by', info.id, 'nobody runs or pays for an example')]
      : []),
  ]
}

function realTraces({ id, where, phone, checked }: DirectoryRecord): readonly Issue[] {
  const numbered = where !== 'unknown' && (where.houseNumber !== undefined || /\s\d{1,4}\s?[a-z]?$/i.test(where.street))
  return [
    ...(numbered ? [critical('example-house-number', id, 'an example has no house number: somebody lives there')] : []),
    ...(phone === 'unknown'
      ? []
      : [critical('example-phone', id, 'an example has no phone number: somebody would answer')]),
    ...(checked.how === 'example' || checked.how === 'none'
      ? []
      : [critical('example-checked', id, `an example was not checked by "${checked.how}"`)]),
  ]
}

function critical(rule: string, where: string, message: string): Issue {
  return { rule, severity: 'critical', where, message }
}
