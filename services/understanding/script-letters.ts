const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Ethiopic}/u, 'Ethi'],
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Greek}/u, 'Grek'],
  [/\p{Script=Devanagari}/u, 'Deva'],
]

/** The script of the first letters that are not Latin, as ISO 15924; `Latn` when there are none we know. */
export const scriptOf = (text: string): string => SCRIPTS.find(([letters]) => letters.test(text))?.[1] ?? 'Latn'

/**
 * Letters that one language writes and its neighbours do not, and what each kind of letter weighs (a function word is 1).
 * Arabic, Cyrillic and Ethiopic rows were measured on short messages; a letter that two languages share stands at both.
 */
const LETTERS: readonly (readonly [code: string, letters: RegExp, weight: number])[] = [
  ['ti', /[ኣኸቐኽቕዅ]/u, 1.5],
  ['am', /አ/u, 1],
  ['ckb', /[ێۆڕڵە]/u, 2.5],
  ['ur', /[ٹڈڑںےہھ]/u, 3],
  ['ps', /[ټډړښځڅې]/u, 3],
  ['fa', /[پچژگ]/u, 1],
  ['fa', /[کی]/u, 1],
  ['ar', /[ةىإؤئأيك]/u, 1],
  ['uk', /[іїєґ]/iu, 2],
  ['ru', /[ыэё]/iu, 2],
  ['bg', /[бвгджзклмнпрстфхц]ъ[бвгджзклмнпрстфхц]/iu, 1.5],
  ['tr', /[ğı]/iu, 1],
  ['tr', /ş/iu, 0.5],
  ['ku', /[êîû]/iu, 0.5],
  ['ku', /ş/iu, 0.25],
  ['ro', /[ăț]/iu, 1],
  ['pl', /[ąęłńśźż]/iu, 1],
  ['hu', /[őű]/iu, 1],
  ['pt', /[ãõ]/iu, 1],
  ['es', /[ñ¿¡]/iu, 1],
  ['de', /[äß]/iu, 0.75],
  ['fr', /[œèêùç]/iu, 0.5],
  ['tw', /[ɛɔ]/iu, 0.75],
  ['gaa', /[ɛɔŋ]/iu, 0.5],
  ['ha', /[ɗɓƙ]/iu, 1.5],
  ['sq', /ë/iu, 0.75],
  // Arabic in Latin letters writes sounds as digits inside words: 3andi, bo7di, 9raya
  ['ar', /\b(?:[379](?=\p{L}{2})|\p{L}+[379]\p{L}*)/u, 0.5],
  ['ary', /\b(?:[379](?=\p{L}{2})|\p{L}+[379]\p{L}*)/u, 0.5],
]

/** What the letters of a text say for each language. A kind of letter counts once, however often it occurs. */
export function* lettersSpeakFor(text: string): Generator<[code: string, weight: number]> {
  for (const [code, letters, weight] of LETTERS) if (letters.test(text)) yield [code, weight]
}
