import type { ClientWords } from '../client-words.js'

/** What is said of a message, in the order it is read. */
const SPOKEN = '.call, .note p, .card-title, .card-kind, .card-when, .card-reason, .facts dt, .facts dd, .option'

/**
 * A button on each message of the bot that reads it aloud. Only where this device itself has a voice for that language: a
 * voice of the network would send the words away.
 */
export function startReadAloud(words: () => ClientWords): void {
  if (!('speechSynthesis' in window)) return
  const list = document.querySelector('.messages')
  if (list === null) return
  const offer = () =>
    list.querySelectorAll<HTMLElement>('.from-bot:not([data-listen])').forEach(item => addButton(item, words))
  new MutationObserver(offer).observe(list, { childList: true })
  speechSynthesis.addEventListener?.('voiceschanged', offer)
  addEventListener('pagehide', () => speechSynthesis.cancel())
  offer()
}

function addButton(item: HTMLElement, words: () => ClientWords): void {
  const voice = voiceFor(item.lang)
  if (voice === undefined) return
  item.dataset['listen'] = ''
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'listen'
  button.textContent = words()['web.listen']
  button.addEventListener('click', () => toggle(item, voice))
  item.append(button)
}

const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.split(/[-_]/)[0] === language)

/** Reads, or stops when something is being read. */
function toggle(item: HTMLElement, voice: SpeechSynthesisVoice): void {
  if (speechSynthesis.speaking) return speechSynthesis.cancel()
  for (const part of item.querySelectorAll(SPOKEN)) {
    if (part.closest('[lang]') !== item && part.closest('[lang]')?.getAttribute('lang') !== item.lang) continue
    const speech = new SpeechSynthesisUtterance(part.textContent ?? '')
    speech.voice = voice
    speech.lang = voice.lang
    speechSynthesis.speak(speech)
  }
}
