/**
 * From hello to the first card on a slow phone: 400 kbit/s, 400 ms there and back, a processor four times as slow, in a real Chromium.
 * Prints taps, bytes over the line and machine seconds against the aims of the issue, and leaves with 1 when one is not met.
 *
 *   npm run build && node bench/slow-phone.mjs [nl|ar|ti|…]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { chromium } from 'playwright-core'
import { readConfig } from '../dist/bot/config.js'
import { start } from '../dist/bot/start.js'

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const SLOWER = 4
const AIMS = { taps: 4, bytes: 100 * 1024, seconds: 20 }
const TO_CARDS = ['letter', 'later', 'skip']
const language = process.argv[2] ?? 'nl'

const folder = mkdtempSync(join(tmpdir(), 'voordeur-'))
const config = readConfig({ PORT: '0', VOORDEUR_DATA: folder })
const running = await start(config, { clock: () => Date.now(), log: pino({ level: 'silent' }) })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})

try {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 568 }, locale: language })).newPage()
  page.setDefaultTimeout(120_000)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: false })
  await devtools.send('Network.emulateNetworkConditions', LINE)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  let bytes = 0
  let requests = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  const began = performance.now()
  await page.goto(running.url)
  const opened = performance.now()
  let taps = 0
  for (const value of TO_CARDS) {
    await page.locator(`button.option[value="${value}"]:not([disabled])`).click()
    taps += 1
  }
  await page.locator('article.card').first().waitFor()
  const seconds = (performance.now() - began) / 1000
  report({ taps, bytes, seconds }, { requests, opened: (opened - began) / 1000 })
} finally {
  await browser.close()
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
}

function report(found, { requests, opened }) {
  console.log(
    `Slow phone (${language}): 400 kbit/s, ${LINE.latency} ms, CPU ${SLOWER} x slower; ${cpus().length} x ${cpus()[0]?.model}`,
  )
  console.log(`  page loaded   ${opened.toFixed(1)} s, first card after ${requests} requests`)
  for (const [what, most] of Object.entries(AIMS)) {
    const met = found[what] <= most
    console.log(
      `  ${what.padEnd(13)} ${what === 'seconds' ? found[what].toFixed(1) : found[what]} (at most ${most}) ${met ? 'ok' : 'NOT MET'}`,
    )
    if (!met) process.exitCode = 1
  }
}
