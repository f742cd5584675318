/**
 * The floor for WhatsApp: Express 5 checks the signature over the raw body, answers 200, marks as read and sends one list
 * message through node:http with kept connections; and nothing else. `PORT=… SINK=… node raw-webhook.mjs`.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Agent, request as post } from 'node:http'
import express from 'express'
import { SECRET, NUMBER, TOKEN } from './whatsapp-messages.mjs'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const sink = new URL(process.env['SINK'])
const rows = ['letter', 'money', 'child', 'teen', 'meeting', 'listen', 'other'].map(id => ({
  id,
  title: `Keuze ${id}`,
}))

function send(body) {
  const text = JSON.stringify(body)
  const call = post(
    {
      host: sink.hostname,
      port: sink.port,
      path: `/v25.0/${NUMBER}/messages`,
      method: 'POST',
      agent,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
    },
    response => {
      let answer = ''
      response.setEncoding('utf8')
      response.on('data', part => (answer += part))
      response.on('end', () => JSON.parse(answer))
    },
  )
  call.on('error', () => undefined)
  call.end(text)
}

const app = express()
app.disable('x-powered-by')
app.post('/channels/whatsapp', express.raw({ type: () => true, limit: '3mb' }), (request, response) => {
  const signed = Buffer.from(request.get('x-hub-signature-256') ?? '')
  const right = Buffer.from(`sha256=${createHmac('sha256', SECRET).update(request.body).digest('hex')}`)
  if (signed.length !== right.length || !timingSafeEqual(signed, right)) return response.status(401).end()
  const body = JSON.parse(request.body.toString('utf8'))
  response.writeHead(200).end('ok')
  for (const { changes } of body.entry)
    for (const { value } of changes)
      for (const message of value.messages) {
        send({ messaging_product: 'whatsapp', status: 'read', message_id: message.id })
        send({
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: message.from,
          type: 'interactive',
          interactive: {
            type: 'list',
            body: { text: 'Waar gaat het over?' },
            action: { button: 'Kies', sections: [{ title: 'Keuzes', rows }] },
          },
        })
      }
})
app.listen(Number(process.env['PORT']), '127.0.0.1')
