import { expect, test } from '@jest/globals'
import { nothingOnOffer, understand } from './make-understand.js'

const topics = (...list: readonly string[]) => ({ type: 'topics', topics: list })
const command = (name: string) => ({ type: 'command', command: name })

/** Sentences of the scenarios. Several sensible readings are listed; danger is another service's and stands before this. */
const rows: readonly (readonly [number, string, string, readonly unknown[], string?])[] = [
  [1, 'nl', 'Merhaba. Faturalarımı ödeyemiyorum. Ne yapabilirim?', [topics('money-cannot-pay')], 'tr'],
  [
    2,
    'nl',
    'Wij zijn met 6 en ik verdien 700 euro. Kan iemand helpen?',
    [topics('money-benefit'), topics('money-cannot-pay')],
  ],
  [3, 'tr', 'Çocuğum beni dinlemiyor. Yardım istersem çocuğumu alırlar mı?', [command('takes-children')], 'tr'],
  [4, 'nl', 'Ik ben 74 en zie bijna niemand. Is er hier iets te doen?', [topics('meeting-people')]],
  [5, 'nl', "Salam, bghit nt3llem l'hollandia, kayn chi blasa ghir l3yalat?", [topics('language-lesson')]],
  [6, 'nl', 'Is dit van de gemeente? Ik vertrouw het niet.', [command('who-are-you')]],
  [11, 'nl', 'Dil kursunu bıraktım. Tekrar gelebilir miyim?', [topics('language-lesson')], 'tr'],
  [13, 'ar', 'عندي مشكلة في المال', [topics('money-cannot-pay')]],
  [
    17,
    'nl',
    'ik wil koffie drinken maar het is gewoon marokko en turkije daar en zo druk',
    [topics('meeting-people')],
    'nl',
  ],
  [18, 'nl', "Where can I meet Dutch people my age? I don't know how to start.", [topics('meeting-people')], 'en'],
  [19, 'ar', 'أنا طول اليوم في البيت مع الأولاد وما عندي زول', [topics('meeting-people')]],
  [
    21,
    'nl',
    "Je n'ai pas de papiers, où je peux m'asseoir, un café, charger mon téléphone ?",
    [topics('meeting-people')],
    'fr',
  ],
  [23, 'nl', 'mevrouw heeft brief van deurwaarder ik durf dit niet', [topics('money-debt'), topics('money-letter')]],
  [26, 'nl', 'Ik word gek zonder werk', [topics('talk-to-human')]],
  [29, 'nl', 'Merhaba, oğlum beni hiç dinlemiyor. Ama kimse duymasın.', [topics('parenting-general')], 'tr'],
  [
    30,
    'nl',
    'I work nights, bills are too much and I have no time for my kids.',
    [topics('money-cannot-pay', 'parenting-general')],
    'en',
  ],
  [34, 'nl', 'Gaat jeugdzorg dan mijn kinderen afpakken?', [command('takes-children')]],
  [
    40,
    'nl',
    'السلام عليكم، وصلتنا رسالة عن الروضة لابني الذي عمره سنتان ونصف، ولا أعرف كيف أسجّل، ولا أجيد استعمال الكمبيوتر',
    [topics('parenting-young', 'forms-help'), topics('parenting-young'), topics('forms-help', 'parenting-young')],
    'ar',
  ],
  [
    41,
    'nl',
    'Dzień dobry, wracam z pracy o 19:30, mam długi za mieszkanie. Do kogo mogę pójść?',
    [topics('money-debt')],
    'pl',
  ],
  [43, 'nl', 'ik schaam me dood maar we hebben bijna geen eten meer deze week', [topics('money-food')]],
  [
    44,
    'nl',
    'mevrouw spreekt hongaars, aanmaning zorgverzekering, wat mag ik doen en wie moet ik bellen',
    [topics('money-letter')],
  ],
  [47, 'tr', 'Kızım daha iki yaşında, evde kalsın istiyorum. Neden kreşe gitsin?', [topics('parenting-young')]],
  [48, 'nl', 'yo ik ben 15, heb schuld bij iemand en hij zegt dat ik iets moet doen voor hem', [topics('money-debt')]],
  [49, 'nl', 'wat heb ik gedeeld en met wie? wis alles', [command('what-is-kept'), command('wipe')]],
  [
    50,
    'nl',
    'is de voorschool niet te duur? ik had eerder problemen met toeslag',
    [topics('parenting-young', 'money-benefit')],
  ],
  [
    52,
    'nl',
    'Добрий день, я не розумію, чим відрізняються садок і "voorschool". Куди звернутися?',
    [topics('parenting-young')],
    'uk',
  ],
  [
    53,
    'nl',
    'rekeningen lopen op en mijn kind wil niet luisteren, ik ben op',
    [topics('money-cannot-pay', 'parenting-general')],
  ],
]
test.each(
  rows.map(([number, language, text, meanings, proposed = '']) => ({ number, language, text, meanings, proposed })),
)('scenario $number ($language): $text', ({ language, text, meanings, proposed }) => {
  const understood = understand(text, nothingOnOffer(language))
  expect(meanings).toContainEqual(understood.meaning)
  if (proposed !== '') expect(understood.language).toEqual({ type: 'offer', code: proposed })
})

test.each([
  [28, "Mepa wo kyɛw, me ba no ntie m'asɛm.", 'tw'],
  [33, 'Don Allah, ina neman taimako da makarantar jikana.', 'ha'],
  [42, 'Jó napot! Nem tudom befizetni a számlákat. Van valaki, aki magyarul beszél?', 'hu'],
])('scenario %i: %s is a language that is not spoken here', (_, text, code) => {
  expect(understand(text, nothingOnOffer('nl')).language).toEqual({ type: 'unsupported', code })
})

test.each([
  'Mijn buurvrouw eet slecht en doet niet open',
  'a form for my mother',
  'komşum çok yalnız',
  'mevrouw heeft een brief',
  'جارتي عندها ديون',
])('is about somebody else: %s', text => {
  expect(understand(text, nothingOnOffer('nl')).about).toBe('other')
})

test.each(['mijn kind luistert niet', 'my daughter is bullied', 'ik ben moeder'])('is about the writer: %s', text => {
  expect(understand(text, nothingOnOffer('nl')).about).toBe('self')
})

/** The days on which a named weekday is near. */
test.each([
  ['SU', 'today'],
  ['MO', 'today'],
  ['WE', 'days'],
] as const)('evicted on Monday, written on %s: %s', (today, urgency) => {
  expect(understand('maandag worden we ontruimd', nothingOnOffer('nl'), today).urgency).toBe(urgency)
})

test('a weekday is no deadline for coffee, and "tomorrow" in a greeting is none', () => {
  expect(understand('maandag koffie drinken', nothingOnOffer('nl')).urgency).toBe('none')
  expect(understand('goede morgen', nothingOnOffer('nl')).urgency).toBe('none')
  expect(understand('overmorgen komt de deurwaarder', nothingOnOffer('nl')).urgency).toBe('days')
})

test.each(['hoi', 'Salam alaikum', 'Merhaba', 'ሰላም', 'goedemorgen!', 'Dzień dobry'])('a greeting: %s', text => {
  expect(understand(text, nothingOnOffer('nl')).meaning).toEqual({ type: 'greeting' })
})

test.each([
  '',
  '   ',
  'asdfgh',
  'qwe rty uio',
  '🙂',
  'mooi weer zeg',
  'the train was late',
  'ja',
  'blauw',
  'ik heb een fiets',
  'what a lovely garden',
  'Ajax heeft gewonnen',
])('nothing to go by: "%s"', text => {
  expect(understand(text, nothingOnOffer('nl')).meaning).toEqual({ type: 'unclear' })
})
