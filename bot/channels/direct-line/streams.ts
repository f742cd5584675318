import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Turned } from '../../turn/turn.js'
import type { Tokens } from './tokens.js'

/** Sockets of one conversation; a resident has one or two windows. */
const MOST_SOCKETS = 4
/** Between two pings, in milliseconds: below the idle limit of common reverse proxies (60 s). */
const PING_MS = 30_000

/** Answers over WebSocket, beside polling. What is sent is read anew from the conversation, so both say the same. */
export interface Streams {
  tell(conversation: string, turned: Turned): void
  /** Takes over `GET …/conversations/:id/stream` of a server. */
  attach(server: Server, path: string): void
  close(): void
}

export interface StreamParts {
  readonly tokens: Tokens
  readonly activitySet: (conversation: string, watermark: number) => Promise<{ readonly watermark: string }>
}

interface Listener {
  readonly socket: WebSocket
  watermark: number
  /** The push under way; the next one waits for it, or answers would overtake each other. */
  tail: Promise<void>
}

export function createStreams({ tokens, activitySet }: StreamParts): Streams {
  const listeners = new Map<string, Set<Listener>>()
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4_096 })
  const ping = setInterval(() => sockets.clients.forEach(socket => socket.ping()), PING_MS).unref()

  function push(conversation: string, listener: Listener): void {
    listener.tail = listener.tail.then(() => send(conversation, listener)).catch(() => listener.socket.close(1011))
  }

  async function send(conversation: string, listener: Listener): Promise<void> {
    const set = await activitySet(conversation, listener.watermark)
    listener.watermark = Number(set.watermark)
    if (listener.socket.readyState === listener.socket.OPEN) listener.socket.send(JSON.stringify(set))
  }

  function listen(conversation: string, listener: Listener): void {
    const mine = listeners.get(conversation) ?? new Set()
    if (mine.size >= MOST_SOCKETS) return listener.socket.close(1013)
    listeners.set(conversation, mine.add(listener))
    listener.socket.on('error', () => listener.socket.terminate())
    listener.socket.on('close', () => {
      mine.delete(listener)
      if (mine.size === 0) listeners.delete(conversation)
    })
    push(conversation, listener)
  }

  async function upgrade(prefix: string, request: IncomingMessage, duplex: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const conversation = streamOf(url.pathname, prefix)
    const checked = conversation ? await tokens.check(url.searchParams.get('t') ?? '', null) : null
    if (!conversation || checked?.type !== 'valid' || checked.claims.c !== conversation) {
      duplex.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    const watermark = Number(url.searchParams.get('watermark')) || 0
    sockets.handleUpgrade(request, duplex, head, socket =>
      listen(conversation, { socket, watermark, tail: Promise.resolve() }),
    )
  }

  return {
    tell(conversation) {
      for (const listener of listeners.get(conversation) ?? []) {
        push(conversation, listener)
      }
    },
    attach(server, path) {
      server.on('upgrade', (request, duplex, head) => {
        duplex.on('error', () => duplex.destroy())
        upgrade(path, request, duplex, head).catch(() => duplex.destroy())
      })
    },
    close() {
      clearInterval(ping)
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function streamOf(pathname: string, prefix: string): string | null {
  if (!pathname.startsWith(`${prefix}/conversations/`) || !pathname.endsWith('/stream')) return null
  return pathname.slice(`${prefix}/conversations/`.length, -'/stream'.length)
}
