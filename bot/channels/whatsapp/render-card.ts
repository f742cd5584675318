import type { CardView } from '../../rendering/message-view.js'
import { lengthOf, whatsappLimits } from '../limits.js'
import { titleLine, wholeCardText } from './card-text.js'
import { fitted, type Cut } from './cuts.js'
import { sentence } from './plain-writing.js'
import { texts, type Rendered } from './render.js'
import type { InteractivePayload, LocationPayload, WirePayload } from './wire.js'
import type { Words } from './words.js'

/** Where a place is, as WhatsApp's own map; null where the card has no position. */
export function renderLocation(card: CardView): Rendered | null {
  if (card.position === null) return null
  const [latitude, longitude] = card.position
  const where = card.lines.find(({ name }) => name === 'where') ?? card.more.find(({ name }) => name === 'where')
  // The platform takes no blank name or address.
  const [name = card.record] = [card.title].filter(isSaid)
  const [address = name] = [where?.value ?? ''].filter(isSaid)
  const cuts: Cut[] = []
  const payload: LocationPayload = {
    type: 'location',
    location: {
      latitude,
      longitude,
      name: fitted(name, { part: 'location name', of: card.record, limit: whatsappLimits.locationName }, cuts),
      address: fitted(
        address,
        { part: 'location address', of: card.record, limit: whatsappLimits.locationAddress },
        cuts,
      ),
    },
  }
  return { payloads: [payload], cuts }
}

/**
 * Everything that is known of a place, with a button that opens its page. One payload wherever it fits; else the facts go
 * before and the button follows with the name.
 */
export function renderWholeCard(card: CardView, url: string, direction: 'ltr' | 'rtl', words: Words): Rendered {
  const cuts: Cut[] = []
  const facts = wholeCardText(card, direction)
  const fits = facts.trim() !== '' && lengthOf(facts) <= whatsappLimits.interactiveBody
  const before: readonly WirePayload[] = fits ? [] : texts(facts)
  const named = titleLine(card, direction)
  const short = named !== '' && lengthOf(named) <= whatsappLimits.interactiveBody ? named : words('card.more')
  return { payloads: [...before, link(fits ? facts : short, url, words, cuts)], cuts }
}

/** The page of a place, as one button below its name and hours. */
export function renderLink(card: CardView, url: string, direction: 'ltr' | 'rtl', words: Words): Rendered {
  const cuts: Cut[] = []
  const said = [titleLine(card, direction), sentence(card.when, direction)].filter(line => line !== '').join('\n')
  const fits = said.trim() !== '' && lengthOf(said) <= whatsappLimits.interactiveBody
  return { payloads: [link(fits ? said : words('card.more'), url, words, cuts)], cuts }
}

/** Throws where the address itself is too long: a cut address opens nothing, and ours are made of record ids. */
function link(body: string, url: string, words: Words, cuts: Cut[]): InteractivePayload {
  if (lengthOf(url) > whatsappLimits.linkAddress)
    throw new Error(`The address of a page has ${lengthOf(url)} characters: shorten the id of its record`)
  const text = fitted(
    words('whatsapp.page'),
    { part: 'link text', of: 'whatsapp.page', limit: whatsappLimits.linkButton },
    cuts,
  )
  return {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: body },
      action: { name: 'cta_url', parameters: { display_text: text, url } },
    },
  }
}

const isSaid = (text: string): boolean => text.trim() !== ''
