/** What Meta answers when it refuses: its JSON, with the HTTP status that goes with the code. */
export interface GraphError {
  readonly status: number
  readonly code: number
  readonly type: string
  readonly message: string
  readonly details: string
}

interface Known {
  readonly status: number
  readonly title: string
  readonly type?: string
}

/** Meta's list of error codes (November 2026), as far as a client can meet them when it sends. */
const known: Readonly<Record<number, Known>> = {
  4: { status: 400, title: 'API Too Many Calls' },
  100: { status: 400, title: 'Invalid parameter' },
  190: { status: 401, title: 'Invalid OAuth access token' },
  368: { status: 403, title: 'Temporarily blocked for policies violations' },
  80007: { status: 400, title: 'Rate limit issues' },
  130429: { status: 429, title: 'Rate limit hit' },
  131000: { status: 500, title: 'Something went wrong' },
  131008: { status: 400, title: 'Required parameter is missing' },
  131009: { status: 400, title: 'Parameter value is not valid' },
  131026: { status: 400, title: 'Message undeliverable' },
  131031: { status: 403, title: 'Business Account locked' },
  131042: { status: 400, title: 'Business eligibility payment issue' },
  131047: { status: 400, title: 'Re-engagement message' },
  131048: { status: 400, title: 'Spam rate limit hit' },
  131049: { status: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement' },
  131051: { status: 400, title: 'Unsupported message type' },
  131053: { status: 400, title: 'Media upload error' },
  131056: { status: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { status: 500, title: 'Account in maintenance mode' },
  132000: { status: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { status: 404, title: 'Template name does not exist in the translation' },
  133016: { status: 400, title: 'Account register deregister rate limit exceeded' },
}

/** An unknown code is refused with 400, or with the status that is asked for. */
export function graphError(code: number, details = '', status?: number): GraphError {
  const { title, status: usual } = known[code] ?? { title: 'Unknown error', status: 400 }
  return {
    code,
    status: status ?? usual,
    type: 'OAuthException',
    message: `(#${code}) ${title}`,
    details: details === '' ? title : details,
  }
}

export const graphErrorBody = ({ code, type, message, details }: GraphError, trace: string): object => ({
  error: { message, type, code, error_data: { messaging_product: 'whatsapp', details }, fbtrace_id: trace },
})

/** As it stands in a failed status. */
export const statusError = ({ code, message, details }: GraphError): object => ({
  code,
  title: message,
  message,
  error_data: { details },
})
