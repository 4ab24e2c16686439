import type { BrowserContext, Locator, Page } from 'playwright-core'
import { mainText, openPageAs, type Traveller, watch } from './journey.ts'
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
  return { page: watch(await context.newPage()), mode }
}

/** Presses something: with the pointer, or with the Enter key. */
export async function hit({ mode }: Hand, target: Locator): Promise<void> {
  const one = target.first()
  if (!mode.keyboard) return one.click()
  await one.focus()
  await one.press('Enter')
}

/** Presses a button of the main part. */
export function push(hand: Hand, name: string | RegExp, within?: Locator): Promise<void> {
  const root = within ?? hand.page.getByRole('main')
  return hit(hand, root.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }))
}

/** Folds out a part that is folded. */
export async function unfold(hand: Hand, words: string): Promise<void> {
  const details = hand.page.locator('details', { has: hand.page.locator('summary', { hasText: words }) }).first()
  if ((await details.getAttribute('open')) === null) await hit(hand, details.locator('summary').first())
}

/** Ticks a box or chooses a radio: with the pointer, or with the space bar. */
export async function tick({ mode }: Hand, target: Locator): Promise<void> {
  if (!mode.keyboard) return target.first().check()
  await target.first().focus()
  if (!(await target.first().isChecked())) await target.first().press('Space')
}

/** Chooses from a list: with the pointer, or by typing the words. */
export async function choose({ mode, page }: Hand, target: Locator, label: string | RegExp): Promise<void> {
  const list = target.first()
  const option = list.locator('option', { hasText: label }).first()
  const value = (await option.getAttribute('value')) ?? ''
  if (!mode.keyboard) {
    await list.selectOption(value)
    return
  }
  await list.focus()
  await page.keyboard.type(((await option.textContent()) ?? '').trim())
  if ((await list.inputValue()) !== value) throw new Error(`Typing does not choose ${label}.`)
}

/** Types into a field: at once, or key by key. */
export async function type({ mode, page }: Hand, target: Locator, words: string): Promise<void> {
  if (!mode.keyboard) return target.first().fill(words)
  await target.first().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
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
