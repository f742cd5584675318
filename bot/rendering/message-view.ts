/** One message as people read it, in words, before any channel shapes it. The same on every channel (N1). */
export interface MessageView {
  /** Language of everything in it but proper names. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly paragraphs: readonly string[]
  readonly cards: readonly CardView[]
  /** The question that waits, read after the cards; empty where nothing is asked. */
  readonly question: string
  /** Choices of this question, in the order of their numbers: the first is 1. */
  readonly options: readonly OptionView[]
  /** What can be said in every state: not safe, a person, back, language. */
  readonly always: readonly OptionView[]
  readonly safety: SafetyView | null
  /** Ids of the texts and records it was made of (C8); never shown. */
  readonly sources: readonly string[]
}

export interface OptionView {
  /** The same in every language and channel (A6). */
  readonly id: string
  readonly label: string
  /** A pictogram, or empty. */
  readonly icon: string
  /** Language of the label where it differs from the message's, as in the language menu. */
  readonly language?: string
  readonly direction?: 'ltr' | 'rtl'
}

/** A place, hour or person as a card. */
export interface CardView {
  readonly record: string
  /** The stop that is meant, of a record that moves. */
  readonly stop?: string
  /** Proper name. */
  readonly title: string
  readonly kind: string
  /** "EXAMPLE. This place does not exist.", or null for a real one. */
  readonly exampleMark: string | null
  /** One line: why this card. */
  readonly reason: string
  /** When, in words, with weekday and 24-hour clock: "tomorrow, Tuesday 10:00 – 12:00". */
  readonly when: string
  /** The first view: at most 600 characters with title, reason and when. */
  readonly lines: readonly CardLine[]
  /** The rest, one tap away. */
  readonly more: readonly CardLine[]
  readonly position: readonly [number, number] | null
  /** Dutch original words of the place, when there is no translation; else null. */
  readonly description: { readonly text: string; readonly language: string } | null
  readonly checked: string
}

export interface CardLine {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** Numbers first, calm, and nothing else (G2). */
export interface SafetyView {
  readonly calls: readonly { readonly label: string; readonly tel: string }[]
  /** The Dutch twin of the text, where the language was not checked by a native reader (B5). */
  readonly dutch: readonly string[]
}
