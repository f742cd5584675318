import { describe, expect, test } from '@jest/globals'
import { check } from './danger-sets.js'

const minors = [
  ['nl', 'ik ben 15', 'mijn zoon is 15'],
  ['en', 'I am 15', 'my son is 15'],
  ['tr', '15 yaşındayım', 'oğlum 15 yaşında'],
  ['ar', 'عمري ١٥ سنة', 'ابني عمره 15 سنة'],
  ['es', 'tengo 15 años', 'mi hijo tiene 15 años'],
  ['fr', "j'ai 15 ans", 'mon fils a 15 ans'],
  ['pl', 'mam 15 lat', 'mój syn ma 15 lat'],
  ['uk', 'мені 15 років', 'моєму сину 15 років'],
  ['bg', 'на 15 години съм', 'синът ми е на 15 години'],
  ['fa', 'من ۱۵ سالمه', 'پسرم ۱۵ سالشه'],
  ['so', '15 jir ayaan ahay', 'wiilkaygu waa 15 jir'],
  ['ti', 'ኣነ 15 ዓመት እየ', 'ወደይ 15 ዓመቱ እዩ'],
] as const

describe('a minor is somebody who says so about herself (E7)', () => {
  test.each(minors)('%s: %s, not %s', (_, herself, child) => {
    expect(check(herself).minor).toBe(true)
    expect(check(child).minor).toBe(false)
  })

  test.each(['ik ben 15 weken zwanger', 'I am 15 minutes late', 'ik ben 34', 'I am 18', 'ik woon hier 12 jaar'])(
    'not a minor: %s',
    text => {
      expect(check(text).minor).toBe(false)
    },
  )

  test.each([
    ['I am 12 and my father hits me', 'child-danger'],
    ['ik ben 15jaar en mijn vader slaat me', 'child-danger'],
    ['yo ik ben 15, heb schuld bij iemand en hij zegt dat ik iets moet doen voor hem', 'trafficking'],
  ] as const)('danger and age together: %s', (text, category) => {
    expect(check(text)).toEqual({ type: 'danger', category, minor: true, about: 'self' })
  })
})

describe('whom it is about (G9)', () => {
  test.each([
    ['bezoeker wil niet meer leven', 'suicide', 'other'],
    ['Mevrouw zegt dat ze er een einde aan wil maken. Moet ik bellen?', 'suicide', 'other'],
    ['my neighbour beats her kids every day', 'child-danger', 'other'],
    ['kan ik mijn client met psychose naar het pluspunt sturen', 'psychosis', 'other'],
    ['ik wil niet meer leven', 'suicide', 'self'],
    ['Kocam beni dövüyor, evdeyim.', 'domestic-violence', 'self'],
    ['my neighbour hits me', 'domestic-violence', 'self'],
  ] as const)('%s', (text, category, about) => {
    expect(check(text)).toEqual({ type: 'danger', category, minor: false, about })
  })
})

// A negation after the phrase changes nothing: "mijn man slaat mij. Niet tegen hem zeggen".
describe('danger that is turned round is asked, not presumed', () => {
  test.each([
    'ik wil niet dood',
    'I dont want to die',
    'he does not hit me',
    'no quiero morir',
    'je ne veux pas mourir',
    'ich will ja nicht sagen maar ik wil niet dood',
  ])('%s', text => {
    expect(check(text).type).toBe('ask-gently')
  })

  test.each(['ik wil niet meer leven', 'I dont want to live anymore', 'ya no quiero vivir', 'نمیخوام زنده باشم'])(
    'a negation of its own: %s',
    text => {
      expect(check(text)).toMatchObject({ type: 'danger', category: 'suicide' })
    },
  )
})

describe('eviction and food: only tonight is danger (D1, D6)', () => {
  test.each([
    'ik word maandag uit huis gezet',
    'ontruiming volgende week',
    'I will be evicted',
    'deurwaarder komt morgen',
    'we hebben bijna geen eten meer deze week',
    'we have no money for food',
    'waar is de voedselbank',
  ])('left to the dialog: %s', text => {
    expect(check(text).type).toBe('none')
  })

  test.each([
    ['wij zijn vandaag uit huis gezet', 'homeless-tonight'],
    ['we were evicted today', 'homeless-tonight'],
    ['I have nothing to eat today', 'hungry-tonight'],
    ['my children have not eaten since yesterday', 'hungry-tonight'],
  ] as const)('%s', (text, category) => {
    expect(check(text)).toMatchObject({ type: 'danger', category })
  })
})

describe('children and school', () => {
  test.each([
    'mijn kind slaat andere kinderen op school',
    'my child hits other kids at school',
    'mijn kind luistert niet',
  ])('raising a child is no danger: %s', text => {
    expect(check(text).type).toBe('none')
  })

  // Decided: the parent is asked once; a card with Veilig Thuis would be about the wrong house.
  test.each(['my son is beaten at school', 'mijn kind wordt geslagen op school', 'a mi hijo le pegan en el colegio'])(
    'beaten at school is asked: %s',
    text => {
      expect(check(text)).toMatchObject({ type: 'ask-gently', category: 'child-danger' })
    },
  )
})

describe('the scenarios', () => {
  test.each([
    ['مرحبا، جاري عم يسبّني وضربني. لوين بروح؟', 'domestic-violence'],
    ['بنتي في شاب عم يلاحقها وخايفين', 'stalking'],
    ['Sometimes I think I end it, me and my baby.', 'suicide'],
    ['Kocam beni dövüyor, evdeyim.', 'domestic-violence'],
    ['kan ik mijn client met psychose naar het pluspunt sturen', 'psychosis'],
  ] as const)('%s', (text, category) => {
    expect(check(text)).toMatchObject({ type: 'danger', category })
  })

  test('losing one’s mind without work is asked gently', () => {
    expect(check('Ik word gek zonder werk').type).toBe('ask-gently')
  })

  test.each([
    'Merhaba. Faturalarımı ödeyemiyorum. Ne yapabilirim?',
    'Wij zijn met 6 en ik verdien 700 euro. Kan iemand helpen?',
    'Çocuğum beni dinlemiyor. Yardım istersem çocuğumu alırlar mı?',
    'Ik ben 74 en zie bijna niemand. Is er hier iets te doen?',
    'Salam, 3andi mochkil f dar. Ma bghitch li kay3refni y3ref',
    'I work nights, bills are too much and I have no time for my kids.',
    'Gaat jeugdzorg dan mijn kinderen afpakken?',
    'Jó napot! Nem tudom befizetni a számlákat. Van valaki, aki magyarul beszél?',
    'wat heb ik gedeeld en met wie? wis alles',
    'Mepa wo kyɛw, me ba no ntie m’asɛm.',
  ])('is ordinary: %s', text => {
    expect(check(text).type).toBe('none')
  })
})

describe('languages are mixed as people mix them', () => {
  test.each([
    ['abi kocam beni dövüyor, waar kan ik heen', 'domestic-violence'],
    ['hallo ich brauche hulp, he is hitting me', 'domestic-violence'],
    ['ik heb een probleem: quiero morir', 'suicide'],
    ['salam, ik wil niet meer leven', 'suicide'],
  ] as const)('%s', (text, category) => {
    expect(check(text)).toMatchObject({ type: 'danger', category })
  })
})
