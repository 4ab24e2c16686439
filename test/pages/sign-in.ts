import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext } from 'playwright-core'
import type { RunningProduct } from '../support/product.ts'

/** Opens a browser context in which the sample's person with this role is signed in; a visitor's where the role is undefined. */
export async function contextAs(browser: Browser, product: RunningProduct, role: string | undefined): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: product.url })
  if (role === undefined) return context
  const person = product.people.find((one) => one.role === role)
  if (!person)
    throw new Error(`Nobody of the sample has the role '${role}'. There are: ${product.people.map((one) => one.role).join(', ')}.`)
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.fill('input[name=email]', person.email)
  await page.fill('input[name=password]', person.password)
  await page.click('main button[type=submit]')
  await page.fill('input[name=code]', new TOTP({ secret: Secret.fromBase32(person.totp) }).generate())
  await page.click('main button[type=submit]')
  if (new URL(page.url()).pathname.startsWith('/sign-in'))
    throw new Error(`Signing in as ${role} failed: ${await page.textContent('main')}`)
  await page.close()
  return context
}
