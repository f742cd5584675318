import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { WITH_PEOPLE } from '../../bot/commands/copy-words.js'
import { settingNames } from '../../bot/config.js'
import { WHATSAPP_PATH, DIRECT_LINE_PATH } from '../../bot/server.js'
import { STOP_WITHIN_MS } from '../../bot/start.js'
import { MOST_WEBHOOK_BODY } from '../../bot/channels/whatsapp/webhook-limits.js'

const root = new URL('../../', import.meta.url)
const paper = (name: string) => readFileSync(new URL(name, root), 'utf8')
const guide = paper('docs/go-live.md')
const part = (number: number) => guide.split(/^## /m).find(text => text.startsWith(`${number}. `)) ?? ''
const service = paper('deploy/voordeur.service')
const option = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(service)?.[1] ?? ''

/** Sources of the program, as one text. */
const code = ['bot', 'services']
  .flatMap(folder =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map(at => `${folder}/${at}`),
  )
  .filter(path => /\.tsx?$/.test(path) && !path.includes('emulator'))
  .map(paper)
  .join('\n')

describe('the guide', () => {
  test('explains every setting and no other', () => {
    const named = [...part(5).matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual(settingNames.toSorted())
  })

  test('names no setting that does not exist', () => {
    const known = [...settingNames, 'MONGO_PASSWORD']
    const named = [...guide.matchAll(/`((?:VOORDEUR|WHATSAPP|MONGO|MICROSOFT)[A-Z_]*)[`=]/g)].map(
      ([, name]) => name ?? '',
    )
    expect(named.filter(name => !known.includes(name))).toEqual([])
  })

  test('says of every secret that it is one', () => {
    const secret = [...part(5).matchAll(/^\| `([A-Z_]+)` .*\| yes +\|$/gm)].map(([, name]) => name)
    const named = settingNames.filter(name => /SECRET|TOKEN|PASSWORD|URI/.test(name))
    expect(secret.toSorted()).toEqual(named.toSorted())
  })

  test('quotes only lines of the log that the program writes', () => {
    const cells = [...part(7).matchAll(/^\| (`.*?`)  *\|/gm)].flatMap(([, cell]) => [
      ...(cell ?? '').matchAll(/`([^`]+)`/g),
    ])
    const lines = cells.map(([, line]) => line ?? '')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter(line => !code.includes(line))).toEqual([])
  })

  test('has every warning and error that the program writes', () => {
    const calls = code.match(/^.*(?:log\.(?:error|warn)|trouble)\(.*$/gm) ?? []
    const lines = calls.flatMap(call =>
      [...call.matchAll(/(?<=[(,] ?)'([^' ]+ [^']+)'/g)].map(([, line]) => line ?? ''),
    )
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter(line => !part(7).includes(line))).toEqual([])
  })

  test('links to files that are there', () => {
    const links = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '')
    expect(links.filter(link => !existsSync(new URL(link, new URL('docs/', root))))).toEqual([])
    const paths = [...guide.matchAll(/`((?:bot|content|test|deploy)\/[\w./-]+)`/g)].map(([, path]) => path ?? '')
    expect(paths.filter(path => !existsSync(new URL(path, root)))).toEqual([])
  })

  test('names the addresses and the flag as they are', () => {
    expect(guide).toContain(`<your site>${WHATSAPP_PATH}`)
    expect(guide).toContain(WITH_PEOPLE)
  })

  test('marks what nobody could look up', () => {
    expect(guide.match(/check with Meta/gi)?.length ?? 0).toBeGreaterThan(8)
  })
})

describe('the image', () => {
  const dockerfile = paper('deploy/Dockerfile')
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
    (names ?? '').split(' '),
  )

  test('copies what is there, and .dockerignore lets it through', () => {
    const letThrough = paper('.dockerignore')
      .split('\n')
      .filter(line => line.startsWith('!'))
      .map(line => line.slice(1))
    expect(copied.filter(name => !existsSync(new URL(name, root)))).toEqual([])
    expect(letThrough.toSorted()).toEqual([...new Set(copied)].toSorted())
  })

  test('gets every folder that the build reads', () => {
    const folders = z.object({ include: z.array(z.string()) }).parse(JSON.parse(paper('tsconfig.build.json'))).include
    expect(folders.filter(folder => !copied.includes(folder))).toEqual([])
  })

  test('starts what npm start starts, not as root, on Node 24, and asks /status with node itself', () => {
    expect(dockerfile).toContain(`CMD ["node", "${startFile()}"]`)
    expect(dockerfile).toMatch(/^USER node$/m)
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image?.split('-')[0])).toEqual([
      'node:24',
      'node:24',
    ])
    expect(dockerfile).toMatch(/HEALTHCHECK[^]*"node", "-e", "fetch\([^"]*\/status/)
  })

  test('holds no secret', () => {
    expect(dockerfile).not.toMatch(/SECRET|TOKEN|PASSWORD/)
  })
})

/** What `npm start` runs; its source must be there. */
function startFile(): string {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(paper('package.json')))
  const file = /^node (\S+)$/.exec(scripts['start'] ?? '')?.[1] ?? ''
  expect(existsSync(new URL(file.replace(/^dist\//, '').replace(/\.js$/, '.ts'), root))).toBe(true)
  return file
}

describe('the compose file', () => {
  const service = z.looseObject({
    environment: z.record(z.string(), z.string()).default({}),
    volumes: z.array(z.string()).default([]),
    networks: z.array(z.string()).default([]),
    stop_grace_period: z.string().optional(),
    read_only: z.boolean().optional(),
    healthcheck: z.looseObject({}).optional(),
  })
  const { services, volumes, networks } = z
    .object({
      services: z.object({ app: service, proxy: service, mongo: service }),
      volumes: z.record(z.string(), z.unknown()),
      networks: z.record(z.string(), z.unknown()),
    })
    .parse(parse(paper('deploy/compose.yaml'), { merge: true }))

  test('gives the app settings that exist', () => {
    expect(Object.keys(services.app.environment).filter(name => !settingNames.includes(name))).toEqual([])
    expect(services.app.environment['MONGODB_URI']).toMatch(/^mongodb:\/\/.*@mongo:27017\//)
  })

  test('asks for no word in settings.env that the app would refuse', () => {
    const asked = [...paper('deploy/compose.yaml').matchAll(/\$\{(\w+):/g)].map(([, name]) => name ?? '')
    expect(asked.filter(name => name.startsWith('VOORDEUR_'))).toEqual([])
  })

  test('uses volumes, networks and files that are there', () => {
    const all = [services.app, services.proxy, services.mongo]
    const sources = all.flatMap(({ volumes: mounts }) => mounts.map(mount => mount.split(':')[0] ?? ''))
    const missing = sources.filter(source =>
      source.startsWith('.') ? !existsSync(new URL(source, new URL('deploy/', root))) : !(source in volumes),
    )
    expect(missing).toEqual([])
    expect(all.flatMap(each => each.networks).filter(name => !(name in networks))).toEqual([])
  })

  test('waits longer than a stop takes, with nothing to write but the data, and a database that is asked how it is', () => {
    expect(seconds(services.app.stop_grace_period)).toBeGreaterThan(STOP_WITHIN_MS / 1_000)
    expect(services.app.read_only).toBe(true)
    expect(services.mongo.healthcheck).toBeDefined()
  })
})

const seconds = (text: string | undefined): number => Number(/^(\d+)s?$/.exec(text ?? '')?.[1])

describe('the service file', () => {
  test('starts what npm start starts', () => {
    expect(option('ExecStart')).toBe(`/usr/bin/node ${startFile()}`)
  })

  test('waits longer than a stop takes, and starts again whatever happens', () => {
    expect(seconds(option('TimeoutStopSec'))).toBeGreaterThan(STOP_WITHIN_MS / 1_000)
    expect(option('Restart')).toBe('always')
  })

  test('keeps its data where its settings say, for itself alone', () => {
    expect(option('Environment')).toContain(`VOORDEUR_DATA=/var/lib/${option('StateDirectory')}`)
    expect([option('UMask'), option('StateDirectoryMode')]).toEqual(['0077', '0700'])
    expect(part(5)).toContain(`/var/lib/${option('StateDirectory')}`)
  })

  test.each([
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'LimitCORE=0',
    'EnvironmentFile=/etc/voordeur/settings.env',
  ])('%s', line => expect(service.split('\n')).toContain(line))
})

describe('the proxies', () => {
  const megabytes = MOST_WEBHOOK_BODY / 1_024 / 1_024

  test('let the webhook and nothing else have a large body', () => {
    const nginx = paper('deploy/nginx.conf')
    const webhook = new RegExp(`location = ${WHATSAPP_PATH} {[^}]*client_max_body_size ${megabytes}m;`)
    expect(nginx).toMatch(webhook)
    expect(nginx.replace(webhook, '')).not.toMatch(/client_max_body_size (?!64k)/)
    expect(paper('deploy/Caddyfile')).toMatch(new RegExp(`path ${WHATSAPP_PATH}\\n[^}]*max_size ${megabytes}MiB`))
  })

  test('nginx logs no query, no address, nothing of the chat, and writes no body to disk', () => {
    const nginx = paper('deploy/nginx.conf')
    const format = /log_format voordeur '([^']*)'/.exec(nginx)?.[1] ?? ''
    expect(format).toContain('$uri')
    expect(format).not.toMatch(/\$(request_uri|request\b|args|query_string|remote_addr|http_)/)
    const chat = new RegExp(`location /${DIRECT_LINE_PATH.split('/')[1] ?? ''}/ {([^}]*)}`).exec(nginx)?.[1] ?? ''
    expect(chat).toMatch(/access_log off;/)
    expect(chat).toMatch(/proxy_set_header Upgrade \$http_upgrade;/)
    for (const [, size] of nginx.matchAll(/client_max_body_size (\w+);/g))
      expect(nginx).toContain(`client_body_buffer_size ${size};`)
  })
})

test('no paper or file names a secret, a machine or a registry', () => {
  const files = [
    ...readdirSync(fileURLToPath(new URL('deploy', root))).map(name => `deploy/${name}`),
    'docs/go-live.md',
    '.dockerignore',
  ]
  const wrong = /\/(work|tmp\/\w|home|root)\/|registry\.|EAA[A-Za-z0-9]{10}|[0-9a-f]{32}/
  expect(files.filter(name => wrong.test(paper(name)))).toEqual([])
})
