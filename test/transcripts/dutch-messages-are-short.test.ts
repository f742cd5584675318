import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { MOST_CHARACTERS, MOST_SENTENCES } from '../../content/checks/check-length.js'
import { QUESTION_MARK } from '../../content/checks/check-questions.js'
import { isSentence, sentencesIn } from '../../content/checks/sentences.js'
import { readTranscript } from './transcript.js'

const folder = new URL('./', import.meta.url)
const dutch = readdirSync(folder).filter(name => /^nl-.*\.txt$/.test(name))

/** The mark of unreviewed text, which C1 does not count (B5). */
const MARKS = ['Deze tekst is nog niet nagekeken.', 'No native speaker has checked this text yet.']
/** A line of a card, of options or of a number to call. */
const isNoSentence = (line: string) => /^(\*|\[|\(|nl | {2})/.test(line)
const isOfCard = (line: string) => /^(\*| {2})/.test(line)

test('there are Dutch conversations', () => expect(dutch.length).toBeGreaterThan(15))

describe.each(dutch)('%s', name => {
  const { lines } = readTranscript(new URL(name, folder).pathname)
  // A message with a number to call is a card of the locked safety texts, held to G2 by its own test.
  const messages = lines.flatMap(line => (line.type === 'bot' && !line.text.startsWith('(') ? [line.text] : []))

  test('no message holds more than C1 allows', () => {
    for (const message of messages) {
      const own = message.split('\n').filter(line => !isOfCard(line) && !MARKS.includes(line))
      const said = own.filter(line => !isNoSentence(line) && isSentence(line))
      expect({ said, many: said.flatMap(sentencesIn).length > MOST_SENTENCES }).toEqual({ said, many: false })
      expect(said.join(' ').match(QUESTION_MARK)?.length ?? 0).toBeLessThanOrEqual(1)
      expect(own.join('\n').length).toBeLessThanOrEqual(MOST_CHARACTERS)
    }
  })
})
