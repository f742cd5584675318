import type { MessageView, OptionView } from '../../rendering/message-view.js'
import { isObject, type Unknown } from './is-object.js'

/**
 * Messages of the bot in an answer of Direct Line, oldest first. What is not a message is left out. `language` is that of the page, for a message
 * that names none.
 */
export function readReply(
  body: unknown,
  language: string,
): { readonly views: readonly MessageView[]; readonly watermark: string | null } {
  if (!isObject(body) || !Array.isArray(body['activities'])) return { views: [], watermark: null }
  const watermark = body['watermark']
  return {
    views: body['activities'].filter(isFromBot).map(activity => asView(activity, language)),
    watermark: typeof watermark === 'string' ? watermark : null,
  }
}

const isFromBot = (activity: unknown): activity is Unknown =>
  isObject(activity) &&
  activity['type'] === 'message' &&
  isObject(activity['from']) &&
  activity['from']['role'] === 'bot'

function asView(activity: Unknown, language: string): MessageView {
  const view = isObject(activity['channelData']) ? activity['channelData']['view'] : undefined
  return isView(view) ? view : plainView(activity, language)
}

const isView = (view: unknown): view is MessageView =>
  isObject(view) &&
  typeof view['language'] === 'string' &&
  typeof view['question'] === 'string' &&
  ['paragraphs', 'cards', 'options', 'always'].every(name => Array.isArray(view[name]))

/** A message of a bot that sends no view: its text and its buttons. */
function plainView(activity: Unknown, language: string): MessageView {
  const { text, locale, suggestedActions } = activity
  const actions = isObject(suggestedActions) ? suggestedActions['actions'] : []
  return {
    language: typeof locale === 'string' ? locale : language,
    direction: 'ltr',
    paragraphs: typeof text === 'string' && text !== '' ? text.split('\n\n') : [],
    cards: [],
    question: '',
    options: Array.isArray(actions) ? actions.filter(isObject).map(asOption) : [],
    always: [],
    safety: null,
    sources: [],
  }
}

const asOption = ({ title, value }: Unknown): OptionView => ({
  id: String(value),
  label: String(title),
  icon: '',
})
