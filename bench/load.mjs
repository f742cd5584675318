import autocannon from 'autocannon'

/** People who talk at the same time; each waits for her answer before she taps again. */
export const CONNECTIONS = 10

/**
 * Lets everybody talk for some seconds, each in her own conversations. `conversations` are lists of requests, more than are
 * needed. Answers turns, the time each took (milliseconds, of all its requests) and what was not answered well.
 */
export async function load(url, conversations, seconds, { connections = CONNECTIONS, overallRate } = {}) {
  const times = []
  const others = new Map()
  let bad = 0
  const shares = Array.from({ length: connections }, (_, connection) =>
    conversations.filter((_, index) => index % connections === connection).flat(),
  )
  let clients = 0
  const instance = autocannon({
    url,
    connections,
    ...(overallRate === undefined ? {} : { overallRate }),
    duration: seconds,
    setupClient: client => follow(client, shares[clients++]),
  })

  /** Sends one share in order, and counts a turn when its last request was answered. */
  function follow(client, share) {
    client.setRequests(share.map(({ turn: _, ...request }) => request))
    let next = 0
    let spent = 0
    client.on('response', (status, _bytes, milliseconds) => {
      if (status < 200 || status > 299) {
        bad += 1
        others.set(status, (others.get(status) ?? 0) + 1)
      }
      spent += milliseconds
      if (share[next].turn) {
        times.push(spent)
        spent = 0
      }
      next = (next + 1) % share.length
    })
  }

  const began = performance.now()
  const { errors, timeouts } = await instance
  return { times, seconds: (performance.now() - began) / 1000, bad: bad + errors + timeouts, statuses: [...others] }
}
