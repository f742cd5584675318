import { expect, test } from '@jest/globals'
import { shakeHands } from '../../../bot/channels/whatsapp/handshake.js'

const TOKEN = 'the verify token of the test'
const right = { 'hub.mode': 'subscribe', 'hub.verify_token': TOKEN, 'hub.challenge': '1158201444' }

test('the right token gets its challenge back and nothing else', () => {
  expect(shakeHands(right, TOKEN)).toEqual({ type: 'accepted', challenge: '1158201444' })
})

test.each([
  ['nothing asked', undefined, 403],
  ['an empty query', {}, 403],
  ['a wrong token', { ...right, 'hub.verify_token': 'wrong' }, 403],
  ['a token of the same length', { ...right, 'hub.verify_token': TOKEN.replace('t', 'x') }, 403],
  ['the beginning of the token', { ...right, 'hub.verify_token': TOKEN.slice(0, -1) }, 403],
  ['an empty token', { ...right, 'hub.verify_token': '' }, 403],
  ['the token twice', { ...right, 'hub.verify_token': [TOKEN, TOKEN] }, 403],
  ['a token that is an object', { ...right, 'hub.verify_token': { length: TOKEN.length } }, 403],
  ['a wrong token and a bad challenge', { ...right, 'hub.verify_token': 'wrong', 'hub.challenge': '<b>' }, 403],
  ['another mode', { ...right, 'hub.mode': 'unsubscribe' }, 400],
  ['no mode', { 'hub.verify_token': TOKEN, 'hub.challenge': '1' }, 400],
  ['no challenge', { 'hub.verify_token': TOKEN, 'hub.mode': 'subscribe' }, 400],
  ['an empty challenge', { ...right, 'hub.challenge': '' }, 400],
  ['a challenge with markup', { ...right, 'hub.challenge': '<script>alert(1)</script>' }, 400],
  ['a challenge with a line break at the end', { ...right, 'hub.challenge': '12\n' }, 400],
  ['a very long challenge', { ...right, 'hub.challenge': '1'.repeat(201) }, 400],
  ['two challenges', { ...right, 'hub.challenge': ['1', '2'] }, 400],
])('%s is refused and not echoed', (_name, query, status) => {
  const answer = shakeHands(query, TOKEN)
  expect(answer).toMatchObject({ type: 'refused', status })
  expect(JSON.stringify(answer)).not.toMatch(/<|wrong|1158201444/)
})

test('without a token of ours nobody is let in', () => {
  expect(shakeHands({ ...right, 'hub.verify_token': '' }, '')).toMatchObject({ type: 'refused', status: 403 })
  expect(shakeHands(right, '')).toMatchObject({ type: 'refused', status: 403 })
})
