/**
 * What residents say. Every answer within a script is unlike every other one, so that an answer that comes twice, is missing
 * or stands in the wrong place can be told by its words alone; the run without trouble checks that.
 */

/** By which digit a language is chosen from the first menu, and danger in its own words. */
export const languages = [
  { digit: '1', danger: 'mijn man slaat mij', next: 'Nederlands' },
  { digit: '2', danger: 'my husband hits me', next: 'Türkçe' },
  { digit: '3', danger: 'kocam beni dövüyor', next: 'Türkçe' },
  { digit: '4', danger: 'زوجي يضربني', next: 'Français' },
]

/** Understood in every language, and answered whatever the question at hand, which stays as it is: their order matters to nobody. */
const [who, pays, benefit, children, kept] = [
  'bent u een mens?',
  'wie betaalt dit?',
  'raak ik hierdoor mijn uitkering kwijt?',
  'halen jullie dan mijn kinderen weg?',
  'wat bewaart u van mij?',
].map(text => ({ write: text }))

const write = text => ({ say: [{ write: text }] })
const tap = id => ({ say: [{ tap: id }] })
const start = ({ digit }) => [write('hallo'), write(digit)]

/**
 * Steps of each script. `burst`: written at once, and answered in any order that their arrival allows. `together`: written at
 * once, and they lead to one another; if they arrive in one call they are answered in that order. `unkept`: nothing of the
 * answer is on disk, so it is said before it is written down, and the platform repeats what failed.
 */
export const scripts = {
  digits: language => [...start(language), write('5'), write('1'), write('1068')],
  taps: language => [...start(language), tap('letter'), tap('later'), write('1057'), tap('more')],
  questions: language => [
    ...start(language),
    tap('money'),
    { say: [who, pays, benefit], burst: true },
    tap('week'),
    { say: [children, kept], burst: true },
  ],
  media: language => [
    ...start(language),
    tap('meeting'),
    { say: [{ voice: true }] },
    tap('coffee'),
    { say: [{ place: [52.3702, 4.8952] }] },
  ],
  // From English always: the menu in Dutch is also the first answer of all
  languages: ({ next }) => [...start({ digit: '2' }), write('2'), write('taal'), write(next), tap('week')],
  together: language => [
    ...start(language),
    { say: [{ write: '5' }, { write: '1' }, { write: '1013' }], together: true },
  ],
  wipe: language => [...start(language), write('5'), { say: [{ write: 'wis alles' }], unkept: true, wipe: true }],
  danger: language => [...start(language), write('2'), { say: [{ write: language.danger }], unkept: true }],
}
