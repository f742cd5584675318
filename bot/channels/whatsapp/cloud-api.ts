/** Meta's Graph API as used here. Look at Meta's changelog before raising it: each version lives for about two years. */
export const API_VERSION = 'v25.0'

/** Where messages are sent; tests and the emulator hand in their own. */
export const API_HOST = 'https://graph.facebook.com'
