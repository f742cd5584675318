import type { ReferralTopic, SafetyCategory } from '../../content/vocabulary.js'
import type { Gap } from '../referrals/referral.js'

/** What is counted. Closed, and without room for a person or a text (M3, M5). */
export type CountedEvent =
  | { readonly type: 'opened'; readonly channel: string }
  | { readonly type: 'language-chosen'; readonly language: string }
  | { readonly type: 'language-unmet'; readonly language: string }
  | { readonly type: 'cards-shown'; readonly topic: ReferralTopic; readonly language: string }
  | { readonly type: 'gap'; readonly gap: Gap }
  /** A week and a category, and nothing beside (G3). */
  | { readonly type: 'safety'; readonly category: SafetyCategory }
  | { readonly type: 'wiped' }
  /** Outbound messages are a budget (A2): how many went, what became of them, and which had to be dropped (N3). */
  | { readonly type: 'message-sent'; readonly channel: string }
  | { readonly type: 'message-status'; readonly status: string }
  | { readonly type: 'message-dropped'; readonly why: string }

/** Adds one to a total. Never fails a turn: a count that cannot be written is lost. */
export interface Counts {
  add(event: CountedEvent, at: number): Promise<void>
}

/** Under which name and in which time bucket an event is added up. Safety by week, the rest by day. */
export function bucketOf(event: CountedEvent, at: number): { day: string; event: string; dimension: string } {
  const day = new Date(at).toISOString().slice(0, 10)
  switch (event.type) {
    case 'opened':
    case 'message-sent':
      return { day, event: event.type, dimension: event.channel }
    case 'language-chosen':
    case 'language-unmet':
      return { day, event: event.type, dimension: event.language }
    case 'cards-shown':
      return { day, event: event.type, dimension: `${event.topic} ${event.language}` }
    case 'gap':
      return {
        day,
        event: event.type,
        dimension: `${event.gap.topic} ${event.gap.area ?? '-'} ${event.gap.language} ${event.gap.because}`,
      }
    case 'safety':
      return { day: mondayOf(at), event: event.type, dimension: event.category }
    case 'message-status':
      return { day, event: event.type, dimension: event.status }
    case 'message-dropped':
      return { day, event: event.type, dimension: event.why }
    case 'wiped':
      return { day, event: event.type, dimension: '' }
  }
}

const DAY = 86_400_000
/** 1 January 1970 was a Thursday: three days after a Monday. */
function mondayOf(at: number): string {
  const days = Math.floor(at / DAY)
  return new Date((days - ((days + 3) % 7)) * DAY).toISOString().slice(0, 10)
}
