import { describe, expect, test } from '@jest/globals'
import { commands } from '../../content/vocabulary.js'
import { codes, languages, nothingOnOffer, understand, vocabulary } from './make-understand.js'

const phrasesOf = (code: string, command: (typeof commands)[number]) => vocabulary[code]?.commands[command] ?? []
const everywhere = ['stop', 'wipe', 'person', 'language'] as const

test('each launch language has words', () => {
  expect(Object.keys(vocabulary).sort()).toEqual(languages.rows.map(row => row.code).sort())
})

describe.each(codes)('%s', code => {
  test.each(commands)('%s: every phrase is the command in its own language', command => {
    expect(phrasesOf(code, command).length).toBeGreaterThanOrEqual(2)
    for (const phrase of phrasesOf(code, command))
      expect([phrase, understand(phrase, nothingOnOffer(code)).meaning]).toEqual([phrase, { type: 'command', command }])
  })

  test.each(everywhere)('%s is known whatever language the conversation is in', command => {
    const known = phrasesOf(code, command).filter(phrase =>
      codes.every(other => {
        const { meaning } = understand(phrase, nothingOnOffer(other))
        return meaning.type === 'command' && meaning.command === command
      }),
    )
    // a few words mean something else next door ("para" is money in Turkish): most must hold, and at least two
    expect([code, command, known.length >= 2]).toEqual([code, command, true])
  })

  test('a command stands in capitals and with signs too', () => {
    for (const phrase of phrasesOf(code, 'stop').slice(0, 2))
      expect(understand(`  ${phrase.toUpperCase()}!! `, nothingOnOffer(code)).meaning).toEqual({
        type: 'command',
        command: 'stop',
      })
  })
})

test.each([
  ['nl', 'stop er maar mee', 'stop'],
  ['nl', 'ik wil graag een echt mens spreken', 'person'],
  ['en', 'I want to speak to a person', 'person'],
  ['nl', 'Is dit van de gemeente? Ik vertrouw het niet.', 'who-are-you'],
  ['nl', 'Gaat jeugdzorg dan mijn kinderen afpakken?', 'takes-children'],
  ['nl', 'wat heb ik gedeeld en met wie? wis alles', 'what-is-kept'],
  ['en', 'will they take my children away if I ask for help', 'takes-children'],
  ['nl', 'Hallo, bent u een mens?', 'who-are-you'],
  ['nl', 'Goedemorgen, wie betaalt dit eigenlijk?', 'who-pays'],
  ['nl', 'raak ik hierdoor mijn uitkering kwijt', 'touches-benefit'],
  ['nl', 'Halen ze dan mijn kinderen weg?', 'takes-children'],
  ['en', 'does this affect my benefits?', 'touches-benefit'],
  ['en', 'hello, who pays for this', 'who-pays'],
  ['tr', 'merhaba bunu kim ödüyor', 'who-pays'],
  ['tr', 'sosyal yardımım kesilir mi bu yüzden', 'touches-benefit'],
  ['ar', 'هل سيأخذون أطفالي مني', 'takes-children'],
  ['ar', 'من يدفع ثمن هذا؟', 'who-pays'],
  ['ti', 'ነዚ መን ይኸፍሎ፧', 'who-pays'],
  ['pl', 'Dzień dobry, czy zabiorą mi dzieci?', 'takes-children'],
  ['bg', 'ще ми спрат ли помощите заради това', 'touches-benefit'],
  ['es', '¿quién paga esto?', 'who-pays'],
  ['fr', 'est-ce qu’on va prendre mes enfants', 'takes-children'],
  ['uk', 'а хто за це платить?', 'who-pays'],
  ['so', 'carruurtayda ma la iga qaadayaa haddii aan wax weydiiyo', 'takes-children'],
  ['fa', 'سلام، شما انسان هستید؟', 'who-are-you'],
  ['nl', '0', 'not-safe'],
  ['fa', '۰', 'not-safe'],
  ['nl', 'nee', 'later'],
  ['nl', 'weet ik niet', 'skip'],
])('%s: "%s" is %s', (language, text, command) => {
  expect(understand(text, nothingOnOffer(language)).meaning).toEqual({ type: 'command', command })
})

test.each([
  ['nl', 'mijn zoon wil stoppen met school en ik weet niet hoe ik hem tegenhoud'],
  ['nl', 'ik wil later graag nederlands leren met andere vrouwen'],
  ['nl', 'ik heb geen geld meer'],
  ['en', 'I need more money to pay the rent'],
  ['en', 'my son does not stop gaming'],
  ['tr', 'param yok'],
])('%s: no command in "%s"', (language, text) => {
  expect(understand(text, nothingOnOffer(language)).meaning.type).toBe('topics')
})
