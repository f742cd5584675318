import type { Words } from './words.js'

/** What the resident just chose or wrote. Shown, never kept. */
export const SaidItem = ({ text, words }: { text: string; words: Words }) => (
  <li class="message from-resident">
    <span class="visually-hidden">{words('web.you')}: </span>
    <p class="note" dir="auto">
      {text}
    </p>
  </li>
)
