/** Largest body of a webhook call in bytes; Meta's documentation says "up to 3 MB". Larger is answered 413. */
export const MOST_WEBHOOK_BODY = 3 * 1024 * 1024

/** Longest id that is read: message, person, number or option. Ours have at most 256 (a button), Meta's about 100. */
export const LONGEST_ID = 256

/** WhatsApp was founded in 2009: what is older than 1 January of that year is no time of a message. */
export const EARLIEST_TIME = Date.UTC(2009, 0, 1)

/** How far a time may lie in the future, in milliseconds: clocks differ by seconds, never by a day. */
export const MOST_AHEAD = 86_400_000

/** Unread places that one call tells of: 3 MB of rubbish would else be a list of a million. */
export const MOST_UNREAD = 100
