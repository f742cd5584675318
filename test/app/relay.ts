import { createServer, type IncomingMessage } from 'node:http'

/** Stands before several apps as a balancer does: every webhook call goes to all of them, or each message to the next. */
export interface Relay {
  readonly url: URL
  to: readonly URL[]
  everybody: boolean
  close(): Promise<void>
}

export async function createRelay(): Promise<Relay> {
  let turn = 0
  const server = createServer((request, response) => {
    void pass(request).then(
      status => response.writeHead(status).end(),
      () => response.writeHead(502).end(),
    )
  })
  async function pass(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = []
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    if (body.includes('"messages":')) turn += 1
    const all = relay.everybody ? relay.to : relay.to.slice(turn % relay.to.length).slice(0, 1)
    const signature = String(request.headers['x-hub-signature-256'])
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
    const answers = await Promise.all(all.map(url => fetch(url, { method: 'POST', headers, body })))
    return Math.max(...answers.map(({ status }) => status))
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const relay: Relay = {
    url: new URL(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/channels/whatsapp`),
    to: [],
    everybody: true,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return relay
}
