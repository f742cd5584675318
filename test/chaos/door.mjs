import { Agent, createServer, request } from 'node:http'

/** Stands between the platform's webhook calls and the program: sees each call, and may lose the word that it was taken. */
export async function openDoor({ port, program, events, chance }) {
  /** Of each message all calls that carried it, oldest first. */
  const calls = new Map()
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const takers = new Set()
  const door = {
    calls,
    underWay: 0,
    taken: 0,
    failed: 0,
    hidden: 0,
    hideShare: 0,
    wasTakenBy: life => takers.has(life),
  }

  const server = createServer(async (asked, answer) => {
    const body = await read(asked)
    const call = {
      life: program.life.number,
      began: performance.now(),
      ended: Infinity,
      status: null,
      ids: idsIn(body),
    }
    for (const id of call.ids) calls.set(id, [...(calls.get(id) ?? []), call])
    door.underWay += 1
    if (call.ids.length > 0) events.emit('call')
    const { status, said } = await forward(asked, body)
    door.underWay -= 1
    call.ended = performance.now()
    call.status = status
    if (status !== null) takers.add(call.life)
    if (call.ids.length > 0) events.emit('called')
    if (status === 200 && door.hideShare > 0 && chance() < door.hideShare) {
      door.hidden += 1
      call.status = null
      return void answer.destroy()
    }
    door[status === 200 ? 'taken' : 'failed'] += 1
    answer.writeHead(status ?? 502).end(said)
  })

  function forward({ url, method, headers }, body) {
    return new Promise(resolve => {
      const none = { status: null, said: '' }
      const passed = request({ port, host: '127.0.0.1', path: url, method, headers, agent }, async answer => {
        const said = await read(answer).catch(() => null)
        resolve(said === null ? none : { status: answer.statusCode, said })
      })
      passed.on('error', () => resolve(none))
      passed.end(body)
    })
  }

  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(door, {
    url: new URL(`http://127.0.0.1:${server.address().port}/channels/whatsapp`),
    close() {
      server.close()
      server.closeAllConnections()
      agent.destroy()
    },
  })
}

async function read(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Ids of the residents' messages in a call; none in one that only tells what became of ours. */
function idsIn(body) {
  if (body.length === 0) return []
  const { entry } = JSON.parse(body.toString('utf8'))
  return entry.flatMap(({ changes }) => changes.flatMap(({ value }) => (value.messages ?? []).map(({ id }) => id)))
}
