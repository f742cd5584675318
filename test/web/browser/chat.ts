import type { Frame, Page } from 'playwright-core'

/** Taps that lead from the menu to cards. */
export const TO_CARDS = ['letter', 'later', 'skip'] as const

/** Messages of the bot on screen. */
export const botMessages = (page: Page | Frame) => page.locator('.message.from-bot')

/** The button of the last question that can be pressed, or of the bar below. */
export const buttonOf = (page: Page | Frame, value: string) =>
  page.locator(`button[name="value"][value="${value}"]:not([disabled])`).last()

/** Taps a choice and waits until it is answered, in place or by a new page. */
export async function tap(page: Page | Frame, value: string): Promise<void> {
  const before = (await botMessages(page).count()) - 1
  await buttonOf(page, value).click()
  await botMessages(page)
    .nth(before + 1)
    .waitFor()
}

/** Writes and waits for the answer. */
export async function write(page: Page | Frame, text: string): Promise<void> {
  const before = await botMessages(page).count()
  await page.locator('#text').fill(text)
  await page.locator('#write button[type=submit]').click()
  await botMessages(page).nth(before).waitFor()
}

export async function tapToCards(page: Page | Frame): Promise<number> {
  let taps = 0
  for (const value of TO_CARDS) {
    await tap(page, value)
    taps += 1
  }
  await page.locator('article.card').first().waitFor()
  return taps
}

/** What is wider than the screen, in CSS pixels; 0 when nothing has to be pushed aside. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const PATIENCE_MS = 8_000

/** Reads again until it holds; answers whether it came to hold in time. */
export async function comesToHold(holds: () => Promise<boolean> | boolean): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (await holds()) return true
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return false
}
