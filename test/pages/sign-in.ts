import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunningProduct } from '../support/product.ts'

/** Gives the browser context of a role, made once: an authenticator's code is taken once. Without a role a visitor's. */
export type Contexts = (role: string | undefined, house?: 'empty') => Promise<BrowserContext>

/** Keeps a context for each role, in the sample's house and in an empty one. */
export function keepContexts(browser: Browser, product: RunningProduct, empty: RunningProduct | undefined): Contexts {
  const kept = new Map<string, Promise<BrowserContext>>()
  return (role, house) => {
    const key = `${role} ${house}`
    const made = kept.get(key) ?? contextAs(browser, house === 'empty' && empty ? empty : product, role)
    kept.set(key, made)
    return made
  }
}

/** Opens a context in which the sample's person with this role, or of this name, is signed in; with 'deputy before the code' the deputy has given a password only. */
export async function contextAs(browser: Browser, product: RunningProduct, role: string | undefined): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: product.url })
  if (role === undefined) return context
  const person = product.people.find((one) => one.role === role.replace(' before the code', '') || one.name === role)
  if (!person)
    throw new Error(`Nobody of the sample has the role '${role}'. There are: ${product.people.map((one) => one.role).join(', ')}.`)
  const page = await newPage(context)
  await page.goto('/sign-in')
  await page.fill('input[name=email]', person.email)
  await page.fill('input[name=password]', person.password)
  await page.click('main button[type=submit]')
  if (role.endsWith('before the code')) {
    await letGo(page)
    return context
  }
  await page.fill('input[name=code]', new TOTP({ secret: Secret.fromBase32(person.totp) }).generate())
  await page.click('main button[type=submit]')
  if (new URL(page.url()).pathname.startsWith('/sign-in'))
    throw new Error(`Signing in as ${role} failed: ${await page.textContent('main')}`)
  await letGo(page)
  return context
}

/** Opens a page; asks again where the renderer never answers, as under load happens now and then with this Chromium. */
export async function newPage(context: BrowserContext): Promise<Page> {
  for (let attempt = 1; attempt < 4; attempt += 1) {
    const page = await within(15_000, context.newPage())
    if (page) return page
  }
  throw new Error('The browser opened no page in three attempts.')
}

/** Closes a page, a context or the browser, and does not wait for a renderer that never answers. */
export async function letGo(open: { close(): Promise<void> }): Promise<void> {
  await within(5_000, open.close())
}

/** What comes within so many milliseconds; undefined when nothing does. */
async function within<T>(milliseconds: number, coming: Promise<T>): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => resolve(undefined), milliseconds)
  try {
    return await Promise.race([coming, promise])
  } finally {
    clearTimeout(timer)
  }
}
