import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mask } from '../../services/privacy/mask.js'
import { passesElevenTest, passesLuhn, passesMod97 } from '../../services/privacy/number-tests.js'

const personal: readonly { name: string; text: string; masked: string; kinds: readonly string[] }[] = [
  { name: 'a BSN in one piece', text: 'mijn bsn is 123456782', masked: 'mijn bsn is •••', kinds: ['bsn'] },
  { name: 'a BSN with dots', text: 'bsn 1234.56.782 graag', masked: 'bsn ••• graag', kinds: ['bsn'] },
  { name: 'a BSN with blanks', text: '123 456 782', masked: '•••', kinds: ['bsn'] },
  { name: 'a BSN with dashes', text: '123-456-782', masked: '•••', kinds: ['bsn'] },
  { name: 'a BSN digit by digit', text: '1 2 3 4 5 6 7 8 2', masked: '•••', kinds: ['bsn'] },
  { name: 'a BSN that lost its zero', text: 'nr 10000008', masked: 'nr •••', kinds: ['bsn'] },
  { name: 'a BSN in Arabic digits', text: 'رقمي ١٢٣٤٥٦٧٨٢', masked: 'رقمي •••', kinds: ['bsn'] },
  { name: 'a BSN in Persian digits', text: 'شماره ۱۲۳۴۵۶۷۸۲', masked: 'شماره •••', kinds: ['bsn'] },
  { name: 'a BSN in wide digits', text: '１２３４５６７８２', masked: '•••', kinds: ['bsn'] },
  { name: 'a BSN with narrow no-break blanks', text: '123\u202f456\u202f782', masked: '•••', kinds: ['bsn'] },
  { name: 'two BSNs', text: '123456782 en 111222333', masked: '••• en •••', kinds: ['bsn'] },
  { name: 'an IBAN', text: 'NL91ABNA0417164300', masked: '•••', kinds: ['iban'] },
  { name: 'an IBAN in fours', text: 'op NL91 ABNA 0417 1643 00 betaald', masked: 'op ••• betaald', kinds: ['iban'] },
  { name: 'an IBAN in small letters', text: 'nl91 abna 0417 1643 00', masked: '•••', kinds: ['iban'] },
  { name: 'a Dutch IBAN with a slip', text: 'NL92ABNA0417164300', masked: '•••', kinds: ['iban'] },
  { name: 'a German IBAN', text: 'DE89 3704 0044 0532 0130 00', masked: '•••', kinds: ['iban'] },
  { name: 'a Turkish IBAN', text: 'TR33 0006 1005 1978 6457 8413 26', masked: '•••', kinds: ['iban'] },
  { name: 'a card in fours', text: 'pas 4111 1111 1111 1111', masked: 'pas •••', kinds: ['card'] },
  { name: 'a card in one piece', text: '5500005555555559', masked: '•••', kinds: ['card'] },
  { name: 'a mobile number', text: 'bel 0612345678', masked: 'bel •••', kinds: ['phone'] },
  { name: 'a mobile number in pairs', text: '06 - 12 34 56 78', masked: '•••', kinds: ['phone'] },
  { name: 'a mobile number with dots', text: '06.12.34.56.78', masked: '•••', kinds: ['phone'] },
  { name: 'a mobile number with +31 (0)', text: '+31 (0)6 12345678', masked: '•••', kinds: ['phone'] },
  { name: 'a number with 0031', text: '0031612345678', masked: '•••', kinds: ['phone'] },
  { name: 'a fixed number', text: 'tel (020) 612 34 56', masked: 'tel •••', kinds: ['phone'] },
  { name: 'a Polish number', text: '+48 512 345 678', masked: '•••', kinds: ['phone'] },
  { name: 'an Eritrean number', text: '+291 1 117 100', masked: '•••', kinds: ['phone'] },
  { name: 'a mobile number without its zero', text: 'app 612345678', masked: 'app •••', kinds: ['phone'] },
  { name: 'a mobile number in Arabic digits', text: 'رقم ٠٦١٢٣٤٥٦٧٨', masked: 'رقم •••', kinds: ['phone'] },
  { name: 'an e-mail address', text: 'mail fatma.k@voorbeeld.nl', masked: 'mail •••', kinds: ['email'] },
  { name: 'an e-mail address with a plus', text: 'a+b@mail.example.com!', masked: '•••!', kinds: ['email'] },
  { name: 'a house number', text: 'Kinkerstraat 10', masked: 'Kinkerstraat •••', kinds: ['address'] },
  {
    name: 'a house number with floor',
    text: 'Jan van Galenstraat 123-2',
    masked: 'Jan van Galenstraat •••',
    kinds: ['address'],
  },
  {
    name: 'a house number in small letters',
    text: 'ik woon op de postjesweg 12a',
    masked: 'ik woon op de postjesweg •••',
    kinds: ['address'],
  },
  {
    name: 'a house number and a phone number',
    text: 'Osdorpplein 5 0612345678',
    masked: 'Osdorpplein ••• •••',
    kinds: ['address', 'phone'],
  },
  { name: 'a house number behind the word', text: 'huisnummer 45', masked: 'huisnummer •••', kinds: ['address'] },
  {
    name: 'a house number before a postcode',
    text: 'Rokin 12, 1012 KT',
    masked: 'Rokin •••, 1012',
    kinds: ['address', 'postcode-letters'],
  },
  {
    name: 'a house number behind a postcode',
    text: '1057 XH 45',
    masked: '1057 •••',
    kinds: ['postcode-letters', 'address'],
  },
  { name: 'a pin on the map', text: '52.36941, 4.84512', masked: '•••', kinds: ['address'] },
  { name: 'letters of a postcode', text: '1068 AB', masked: '1068', kinds: ['postcode-letters'] },
  {
    name: 'small letters of a postcode',
    text: 'postcode 1057xh',
    masked: 'postcode 1057',
    kinds: ['postcode-letters'],
  },
  { name: 'small letters with a blank', text: '1068 ab', masked: '1068', kinds: ['postcode-letters'] },
  { name: 'a birth date', text: '12-03-1985', masked: '•••', kinds: ['birth-date'] },
  { name: 'a birth date in letters', text: 'geboren 12 maart 1985', masked: 'geboren •••', kinds: ['birth-date'] },
  { name: 'a birth date in Turkish', text: 'doğum 3 Ağustos 1990', masked: 'doğum •••', kinds: ['birth-date'] },
  { name: 'a birth date, year first', text: '1985/03/12', masked: '•••', kinds: ['birth-date'] },
  { name: 'a birth date without signs', text: '12031985', masked: '•••', kinds: ['birth-date'] },
  {
    name: 'a birth date of two-digit year',
    text: 'geboren op 12-03-85',
    masked: 'geboren op •••',
    kinds: ['birth-date'],
  },
  {
    name: 'a birth date of a baby',
    text: 'mijn zoon is geboren 01-02-2025',
    masked: 'mijn zoon is geboren •••',
    kinds: ['birth-date'],
  },
  {
    name: 'a DigiD name',
    text: 'mijn DigiD gebruikersnaam is fatmak',
    masked: 'mijn DigiD gebruikersnaam is •••',
    kinds: ['digid'],
  },
  { name: 'a DigiD password', text: 'digid wachtwoord: Zomer!22', masked: 'digid wachtwoord: •••', kinds: ['digid'] },
  { name: 'a DigiD name with digits', text: 'DigiD fatma1985', masked: 'DigiD •••', kinds: ['digid'] },
]

const ordinary: readonly { name: string; text: string }[] = [
  { name: 'an amount with cents', text: 'ik moet € 1.234,56 betalen' },
  { name: 'an amount in words', text: '700 euro schuld' },
  { name: 'a large amount', text: '12345678 euro' },
  { name: 'an amount in Arabic', text: '700 يورو' },
  { name: 'a time', text: 'om 10:30 of 16.00 uur' },
  { name: 'hours', text: '10:00-12:00' },
  { name: 'a four-digit postcode', text: '1057' },
  { name: 'two postcodes with "en"', text: '1057 en 1068' },
  { name: 'a postcode and a language word', text: '1068 is mijn wijk' },
  { name: 'a year', text: 'sinds 2019 in Nederland' },
  { name: 'years', text: '2015-2019' },
  { name: 'an age', text: 'mijn zoon is 15 jaar' },
  { name: 'ages in a row', text: 'kinderen van 4 6 10 12 14' },
  { name: 'a date in a letter', text: 'ontruiming op 12-03-2026' },
  { name: 'a date in a letter, in words', text: 'zitting 12 maart 2026' },
  { name: 'a day and month', text: 'op 12 maart' },
  { name: 'minutes under way', text: 'onderweg 10 minuten' },
  { name: 'a street without number', text: 'Jan van Galenstraat' },
  { name: 'a street and an hour', text: 'Kinkerstraat 10 uur' },
  { name: 'a tram', text: 'tram 13 en bus 21' },
  { name: 'a number of the menu', text: '3' },
  { name: 'the danger number', text: '112' },
  { name: 'nine digits that are no BSN', text: 'kenmerk 123456789' },
  { name: 'a lost DigiD', text: 'mijn DigiD is kwijt' },
  { name: 'a forgotten DigiD password', text: 'digid wachtwoord vergeten' },
  { name: 'DigiD that does not work', text: 'ik snap DigiD niet' },
  { name: 'a sign alone', text: '@ huis' },
  { name: 'kilometres', text: '2000 km' },
  { name: 'sixteen digits that are no card', text: '4111 1111 1111 1112' },
]

describe('mask', () => {
  test.each(personal)('masks $name', ({ text, masked, kinds }) => {
    expect(mask(text)).toEqual({ text: masked, masked: kinds })
  })

  test.each(ordinary)('leaves $name', ({ text }) => {
    expect(mask(text)).toEqual({ text, masked: [] })
  })

  test('a text without digits, "@" and "digid" comes back as it is', () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 300 }).filter(text => !/[\p{Nd}@]|digi-?d/iu.test(text))
    fc.assert(fc.property(plain, text => expect(mask(text)).toEqual({ text, masked: [] })))
  })

  test('never throws, whatever is written', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789٠۱𝟏 .-/+()@,:€NLabDigiDstraat\u202f'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), digits), text => {
        mask(text)
      }),
      { numRuns: 500 },
    )
  })

  test('masks every number that passes the 11-test, in any digits', () => {
    const bsn = fc
      .integer({ min: 10_000_000, max: 999_999_999 })
      .map(value => String(value).padStart(9, '0'))
      .filter(passesElevenTest)
    const scripts = ['0', '٠', '۰', '०', '０']
    fc.assert(
      fc.property(bsn, fc.constantFrom(...scripts), (digits, zero) => {
        const shown = digits.replace(/\d/g, digit => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)))
        expect(mask(`nr ${shown} ja`).text).toBe('nr ••• ja')
      }),
    )
  })

  test('what was masked once is not masked again', () => {
    for (const { text } of personal) expect(mask(mask(text).text).masked).toEqual([])
  })
})

describe('the tests of numbers', () => {
  test.each([
    { name: 'a BSN', passes: passesElevenTest, good: '123456782', bad: '123456789' },
    { name: 'nine zeros', passes: passesElevenTest, good: '111222333', bad: '000000000' },
    { name: 'a card', passes: passesLuhn, good: '4111111111111111', bad: '4111111111111112' },
    { name: 'an IBAN', passes: passesMod97, good: 'NL91ABNA0417164300', bad: 'NL90ABNA0417164300' },
  ])('$name', ({ passes, good, bad }) => {
    expect([passes(good), passes(bad)]).toEqual([true, false])
  })
})
