import { expect, test } from '@jest/globals'
import { checkContent } from '../../../content/checks/check-content.js'
import { realSubject } from './real-subject.js'

test.each(['amsterdam-example', 'overvecht-example'])('%s and every language pass without a critical issue', name => {
  const critical = checkContent(realSubject(name)).filter(({ severity }) => severity === 'critical')
  expect(critical.map(({ rule, where, message }) => `${rule} at ${where}: ${message}`)).toEqual([])
})
