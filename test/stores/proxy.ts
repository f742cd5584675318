import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to a server that can be cut, or go silent, and come back on the same port. */
export interface Proxy {
  readonly port: number
  on(): Promise<void>
  /** Nobody listens any more, and what was open is broken. */
  off(): Promise<void>
  /** What is open stays open, and nothing comes through: a cable that was pulled. */
  silent(): void
}

/** Off at first, with a port that is free now. */
export async function createProxy(to: { host: string; port: number }): Promise<Proxy> {
  const sockets = new Set<Socket>()
  let mute = false
  let server: Server | null = null

  function forward(from: Socket): void {
    const onward = connect(to)
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      sockets.add(one)
      one.on('data', bytes => void (mute || other.write(bytes)))
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.on('error', () => one.destroy())
    }
  }

  const listen = (port: number) =>
    new Promise<Server>((resolve, reject) => {
      const listening = createServer(forward)
      listening.once('error', reject)
      listening.listen(port, '127.0.0.1', () => resolve(listening))
    })
  const end = async (listening: Server) => {
    const closed = new Promise(resolve => listening.close(resolve))
    for (const socket of sockets) socket.destroy()
    await closed
  }

  const reserved = await listen(0)
  const address = reserved.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await end(reserved)
  return {
    port,
    async on() {
      mute = false
      server ??= await listen(port)
    },
    async off() {
      const listening = server
      server = null
      if (listening) await end(listening)
    },
    silent() {
      mute = true
    },
  }
}
