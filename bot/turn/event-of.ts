import { commands, type Command } from '../../content/vocabulary.js'
import type { Event } from '../../dialogs/engine/event.js'
import { promptOf } from '../../dialogs/engine/prompt.js'
import type { Expectation } from '../../services/understanding/understood.js'
import type { Standing } from './decide.js'
import type { Inbound } from './inbound.js'
import type { TurnParts } from './turn-parts.js'

/** What a message means to the dialogs, where it stands. */
export function eventOf({ content }: Inbound, standing: Standing, parts: TurnParts): Event {
  if (content.type === 'attachment') return { type: 'attachment' }
  if (content.type === 'open') return { type: 'start' }
  if (content.type === 'option') return optionEvent(content.id, standing, parts)
  if (content.type === 'card' || content.type === 'continue') return { type: 'unclear' }
  if (content.type === 'location') {
    const place = parts.placeAt([content.latitude, content.longitude])
    return place ? { type: 'place', places: [place] } : { type: 'unclear' }
  }
  const understood = parts.understand(content.text, expectationOf(standing, parts))
  const { meaning, urgency, about } = understood
  switch (meaning.type) {
    case 'command':
      return { type: 'command', command: meaning.command }
    case 'choice':
      return optionEvent(meaning.option, standing, parts)
    case 'place':
      return { type: 'place', places: meaning.places }
    case 'topics':
      if (understood.ruling) return { type: 'ruling', topics: meaning.topics, urgency, about }
      return { type: 'topics', topics: meaning.topics, urgency, about }
    case 'greeting':
      return standing.conversation.opened ? { type: 'greeting' } : { type: 'start' }
    case 'attachment':
      return { type: 'attachment' }
    case 'unclear':
      if (understood.ruling) return { type: 'ruling', topics: [], urgency, about }
      // Whoever says only that it must be quiet asks for a place to be.
      if (understood.quiet) return { type: 'topics', topics: ['meeting-people'], urgency, about }
      return standing.conversation.opened ? { type: 'unclear' } : { type: 'start' }
  }
}

/** An option by its id; where it is not on offer, the ids of commands work in every state (A8, A9). */
function optionEvent(id: string, { conversation, session }: Standing, { dialogs }: TurnParts): Event {
  const offered = [...conversation.offered, ...promptOf(dialogs, session).offers].some(offer => offer.id === id)
  if (offered) return { type: 'choice', option: id }
  const command = commands.find((candidate): candidate is Command => candidate === id)
  return command ? { type: 'command', command } : { type: 'choice', option: id }
}

/** What an answer is compared with: the options of the last message, as they were written. */
export function expectationOf(
  { conversation, session, language }: Standing,
  { dialogs, labelOf }: TurnParts,
): Expectation {
  const prompt = promptOf(dialogs, session)
  const offers = conversation.offered.length > 0 ? conversation.offered : prompt.offers
  return {
    options: offers.map(offer => ({ id: offer.id, label: labelOf(offer, language) })),
    place: prompt.place,
    language,
  }
}
