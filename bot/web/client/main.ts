import type { Island } from '../island.js'
import { CHOICE_FORM } from '../option-list.js'
import { Conversation } from './conversation.js'
import { pageElement } from './page-element.js'
import { startQuickExit } from './quick-exit.js'
import { startReadAloud } from './read-aloud.js'
import { readIsland } from './read-island.js'

let conversation: Conversation | null = null

const stays = startQuickExit({ token: () => conversation?.token ?? null, clear: () => conversation?.forget() })
if (stays) {
  startPrint()
  const island = readIsland(document)
  if (island) conversation = startConversation(island)
}

function startConversation(island: Island): Conversation {
  const conversation = new Conversation(island)
  startAnswering(conversation)
  startLanguages(conversation)
  startReadAloud(conversation.words.all)
  return conversation
}

/** Takes over the forms of the page, which go on working without this. */
function startAnswering(conversation: Conversation): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button?.getAttribute('form') !== CHOICE_FORM) return
    event.preventDefault()
    conversation.choose(button)
  })
  const form = pageElement('#write', HTMLFormElement)
  const field = pageElement('#text', HTMLInputElement)
  form.addEventListener('submit', event => {
    event.preventDefault()
    const text = field.value.trim()
    field.value = ''
    if (text !== '') conversation.write(text)
  })
}

/** A language is chosen in the conversation itself, so that place and answers stay. */
function startLanguages(conversation: Conversation): void {
  const picker = pageElement('.languages', HTMLDetailsElement)
  picker.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null) return
    event.preventDefault()
    picker.open = false
    pageElement('summary', HTMLElement, picker).focus()
    conversation.say(link.textContent ?? '', `lang:${link.hreflang}`)
  })
  document.addEventListener('click', event => {
    if (event.target instanceof Node && !picker.contains(event.target)) picker.open = false
  })
}

function startPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
}
