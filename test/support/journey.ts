import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import type { Locator, Page } from 'playwright-core'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { ServedHouse } from './served-house.ts'

/** Somebody who can sign in. */
export interface Traveller {
  readonly email: string
  readonly password: string
  /** Seed of the authenticator app, in base 32. */
  readonly totp: string
}

/** Opens a page for somebody who is not signed in. Scripts are off: no page needs them. */
export async function openPage(house: ServedHouse): Promise<Page> {
  const context = await house.browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  opened.push(page)
  return page
}

/** The pages of this file's journey, for telling what stood on them when a step fails. */
const opened: Page[] = []

/** Lets a page be told of when a step fails. */
export function watch(page: Page): Page {
  opened.push(page)
  return page
}

async function whatStands(): Promise<string> {
  const told: string[] = []
  for (const page of opened.filter((one) => !one.isClosed()).slice(-4)) {
    const text = await mainText(page).catch(() => 'nothing')
    told.push(`${page.url()} says: ${text.slice(0, Number(process.env.JOURNEY_TELLS ?? 1300))}`)
  }
  return told.join('\n\n')
}

/** Opens a page for somebody and signs them in. */
export async function openPageAs(house: ServedHouse, person: Traveller): Promise<Page> {
  const page = await openPage(house)
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await press(page, 'Continue')
  await page.getByLabel('Code').fill(freshCode(person.totp))
  await press(page, 'Sign in')
  assert.ok(!new URL(page.url()).pathname.startsWith('/sign-in'), `Signing in as ${person.email} failed: ${await mainText(page)}`)
  return page
}

/** Codes that this file's people have used: each is taken once. */
const used = new Set<string>()

function freshCode(seed: string): string {
  const code = [0, 1, -1].map((step) => codeOf(seed, step)).find((one) => !used.has(seed + one)) ?? ''
  used.add(seed + code)
  return code
}

/** The code that the authenticator app shows, so many steps of 30 seconds from now. */
export function codeOf(seed: string, step = 0): string {
  return new TOTP({ secret: Secret.fromBase32(seed.replaceAll(' ', '')) }).generate({
    timestamp: Temporal.Now.instant().epochMilliseconds + step * 30_000,
  })
}

/** Gives a person of the sample an account, and returns how to sign in. */
export async function giveAccount(
  house: Pick<ServedHouse, 'needs' | 'ownerDb'>,
  person: { readonly id: string; readonly name: string; readonly email: string },
): Promise<Traveller & { readonly account: ActorId }> {
  const ready = { email: person.email, password: 'quiet harbour lantern', totp: new Secret({ size: 20 }).base32 }
  const now = house.needs.clock.now()
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const { accountId } = await writeAs(house.needs.db, acting, (tx) =>
    house.needs.identity.createAccountWithPassword(tx, { ...ready, name: person.name, totpSecret: ready.totp }),
  )
  await writeAs(house.ownerDb, acting, (tx) =>
    tx.updateTable('governance.person').set({ account: accountId }).where('id', '=', person.id).execute(),
  )
  return { ...ready, account: accountId }
}

/** Pages that are used by keys alone. */
const byKeys = new WeakSet<Page>()

/** From now on everything done to this page is done by keys. */
export function useKeys(page: Page): void {
  byKeys.add(page)
}

/** Presses something: with the pointer, or with the Enter key. */
export async function hit(target: Locator): Promise<void> {
  const one = target.first()
  if (!byKeys.has(one.page())) return one.click()
  await one.focus()
  await one.press('Enter')
}

/** Ticks a box or chooses a radio: with the pointer, or with the space bar. */
export async function tick(target: Locator): Promise<void> {
  const one = target.first()
  if (!byKeys.has(one.page())) return one.check()
  await one.focus()
  if (!(await one.isChecked())) await one.press('Space')
}

/** Chooses from a list: with the pointer, or by typing the words. */
export async function choose(target: Locator, label: string | RegExp): Promise<void> {
  const list = target.first()
  const option = list.locator('option', { hasText: label }).first()
  const value = (await option.getAttribute('value')) ?? ''
  if (!byKeys.has(list.page())) {
    await list.selectOption(value)
    return
  }
  await list.focus()
  await list.page().keyboard.type(((await option.textContent()) ?? '').trim())
  if ((await list.inputValue()) !== value) throw new Error(`Typing does not choose ${label}.`)
}

/** Types into a field: at once, or key by key. */
export async function type(target: Locator, words: string): Promise<void> {
  const field = target.first()
  if (!byKeys.has(field.page())) return field.fill(words)
  await field.focus()
  await field.page().keyboard.press('Control+a')
  await field.page().keyboard.press('Delete')
  await field.page().keyboard.type(words)
}

/** Presses a button of the page's main part. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await hit(page.getByRole('main').getByRole('button', named(name)))
}

/** Follows a link of the page's main part, also one that looks like a button. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const main = page.getByRole('main')
  await hit(main.getByRole('link', named(name)).or(main.getByRole('button', named(name))))
}

const named = (name: string | RegExp) => (typeof name === 'string' ? { name, exact: true } : { name })

/** Fills a date of three fields. */
export async function fillDay(page: Page, prefix: string, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-')
  await type(page.locator(`[name="${prefix}-day"]`), String(Number(day)))
  await type(page.locator(`[name="${prefix}-month"]`), String(Number(month)))
  await type(page.locator(`[name="${prefix}-year"]`), year)
}

/** What the main part of the page says, what is folded included, with spaces made one and without what lists offer. */
export async function mainText(page: Page): Promise<string> {
  const main = page.getByRole('main')
  const folded = await main.locator('details:not([open])').allTextContents()
  const text = [await main.innerText(), ...folded].join(' ')
  const offered = await main.locator('select').allInnerTexts()
  return offered.reduce((rest, options) => rest.replace(options, ''), text).replace(/\s+/g, ' ')
}

/** Opens everything that is folded and can be opened in the main part of the page: on a wide screen the pages of a board stand open without it. */
export async function unfold(page: Page): Promise<void> {
  const closed = page.getByRole('main').locator('details:not([open]) > summary:visible')
  while ((await closed.count()) > 0) await hit(closed)
}

/** Asserts that the main part of the page says something. */
export async function says(page: Page, ...wanted: readonly (string | RegExp)[]): Promise<void> {
  const text = await mainText(page)
  for (const one of wanted) {
    const found = typeof one === 'string' ? text.toLowerCase().includes(one.toLowerCase()) : one.test(text)
    assert.ok(found, `${page.url()} should say ${one}`)
  }
}

/** Asserts that the main part of the page does not say something. */
export async function saysNot(page: Page, ...unwanted: readonly string[]): Promise<void> {
  const text = await mainText(page)
  for (const one of unwanted) assert.ok(!text.toLowerCase().includes(one.toLowerCase()), `${page.url()} must not say ${one}.`)
}

/** Asserts the page's heading. */
export async function headed(page: Page, heading: string | RegExp): Promise<void> {
  const text = (await page.locator('h1').innerText()).replace(/\s+/g, ' ').trim()
  if (typeof heading === 'string') assert.equal(text, heading, `the heading of ${page.url()}`)
  else assert.match(text, heading, `the heading of ${page.url()}`)
}

/** Steps of one journey, each a test of its own: after one that fails the others are skipped, because they stand on it. */
export function startJourney(): (name: string, step: () => Promise<void>) => void {
  const failed: string[] = []
  return (name, step) => {
    test(name, async (t) => {
      if (failed.length > 0) return t.skip(`because of: ${failed[0]}`)
      try {
        await step()
      } catch (error) {
        failed.push(name)
        assert.fail(`${(error as Error).stack}\n\n${await whatStands()}`)
      }
    })
  }
}
