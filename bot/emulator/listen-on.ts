import { createServer } from 'node:http'
import type { ErrorRequestHandler, Express } from 'express'
import { graphError, graphErrorBody } from './graph-error.js'

/** A server on loopback alone: nothing here is meant for others. */
export interface Listener {
  /** Answers the address. Port 0 takes a free one. */
  listen(port?: number): Promise<string>
  /** Breaks what is still open. */
  close(): Promise<void>
}

export function listenOn(app: Express): Listener {
  const server = createServer(app)
  return {
    listen: (port = 0) =>
      new Promise((resolve, reject) => {
        app.use(onError)
        server.once('error', reject)
        server.listen(port, '127.0.0.1', () => {
          const address = server.address()
          const given = typeof address === 'object' && address !== null ? address.port : port
          resolve(`http://127.0.0.1:${given}`)
        })
      }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const onError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error)
  response.status(400).json(graphErrorBody(graphError(100, 'The body is not JSON'), 'none'))
}
