import assert from 'node:assert/strict'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { hit, mainText, openPageAs, type Traveller, useKeys, watch } from './journey.ts'
import type { SampleHouse } from './sample-house.ts'

/** A way of using the product. */
export interface Mode {
  readonly name: string
  readonly script: boolean
  readonly width: number
  /** Everything by keys: no pointer ever touches the page. */
  readonly keyboard: boolean
}

/** The four ways in which a journey is made. */
export const modes: readonly Mode[] = [
  { name: 'as designed', script: true, width: 1280, keyboard: false },
  { name: 'without JavaScript', script: false, width: 1280, keyboard: false },
  { name: 'at 320 px', script: true, width: 320, keyboard: false },
  { name: 'by keyboard', script: true, width: 1280, keyboard: true },
]

/** Somebody at a page, who uses it in one mode. */
export interface Hand {
  readonly page: Page
  readonly mode: Mode
  /** What a pointer has touched of a page that is used by keys alone. */
  readonly touches: readonly string[]
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Who is signed in already: an authenticator's code is taken once, and a file asks for more of them than half a minute has. */
const signedIn = new Map<string, Cookies>()

async function signIn(house: SampleHouse, person: Traveller): Promise<Cookies> {
  const plain = await openPageAs(house, person)
  const cookies = await plain.context().cookies()
  await plain.context().close()
  return cookies
}

/** Signs somebody of the sample in, by their name, and opens a page for them in that mode. */
export async function handOf(house: SampleHouse, mode: Mode, name: string): Promise<Hand> {
  const person = house.people.find((one) => one.name === name)
  if (person === undefined) throw new Error(`Nobody of the sample who signs in is called ${name}.`)
  const cookies = signedIn.get(`${house.url} ${name}`) ?? (await signIn(house, person))
  signedIn.set(`${house.url} ${name}`, cookies)
  const options = { baseURL: house.url, javaScriptEnabled: mode.script, viewport: { width: mode.width, height: 800 } }
  const context = await house.browser.newContext(options)
  context.setDefaultTimeout(10_000)
  await context.addCookies([...cookies])
  const page = watch(await context.newPage())
  const touches: string[] = []
  if (mode.keyboard) {
    useKeys(page)
    await page.exposeFunction('touched', (what: string) => touches.push(what))
    await page.addInitScript("addEventListener('pointerdown', ({ target }) => touched(target.outerHTML.slice(0, 120)), true)")
  }
  return { page, mode, touches }
}

/** Presses a button of the main part. */
export function push(hand: Hand, name: string | RegExp, within?: Locator): Promise<void> {
  const root = within ?? hand.page.getByRole('main')
  return hit(root.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }))
}

/** Folds out a part that is folded. */
export async function unfold(hand: Hand, words: string): Promise<void> {
  const details = hand.page.locator('details', { has: hand.page.locator('summary', { hasText: words }) }).first()
  if ((await details.getAttribute('open')) === null) await hit(details.locator('summary').first())
}

/** Waits until the main part of the page says something; with a script an answer comes without a new page. */
export async function tells({ page }: Hand, ...wanted: readonly string[]): Promise<void> {
  const until = performance.now() + 8_000
  for (;;) {
    const text = (await mainText(page)).toLowerCase()
    const missing = wanted.filter((one) => !text.includes(one.toLowerCase()))
    if (missing.length === 0) return
    if (performance.now() > until) throw new Error(`${page.url()} should say: ${missing.join(' | ')}`)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

/** Asserts that the page was used as its mode says: no pointer where there are keys alone, no page wider than its window. */
export async function assertMode({ page, mode, touches }: Hand): Promise<void> {
  assert.deepEqual(touches, [], `${page.url()} was touched by a pointer`)
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= mode.width, `${page.url()} is wider than its window`)
}
