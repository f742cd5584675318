/**
 * Meta's sending end, as cheap as it can be: takes every message, answers an id, and counts. Answers on stdout how many came.
 * Both contestants send to one of these. `PORT=… node message-sink.mjs`.
 */
import { createServer } from 'node:http'

let messages = 0
let read = 0

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(JSON.stringify({ messages, read }))
    return
  }
  let body = ''
  request.setEncoding('latin1')
  request.on('data', part => (body += part))
  request.on('end', () => {
    if (body.includes('"status":"read"')) {
      read += 1
      response.end('{"success":true}')
    } else {
      messages += 1
      response.end(`{"messaging_product":"whatsapp","contacts":[],"messages":[{"id":"wamid.sink${messages}"}]}`)
    }
  })
})
server.keepAliveTimeout = 60_000
server.listen(Number(process.env['PORT']), '127.0.0.1')
