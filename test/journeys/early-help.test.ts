import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { codeOf, fillDay, follow, headed, openPageAs, press, says, saysNot, startJourney, tick, unfold, watch } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-11-23T09:00:00Z'))
const practitioner = house.people.find(({ role }) => role === 'signed-in')
assert.ok(practitioner)
const lead = await openPageAs(house, practitioner)
const coordinator = await house.pageAs('deputy')
const path = (page: Page): string => new URL(page.url()).pathname
const at = { family: '', part: '' }

step('E5, E6: a co-ordinator begins the day with their locality, and reads no family that they do not work with', async () => {
  await coordinator.goto('/families')
  await says(coordinator, 'Amber', 'Hazel', 'Teal', 'Asked for')
  await follow(coordinator, 'Teal')
  await says(coordinator, 'A sister who cares for her brother is tired')
  await saysNot(coordinator, 'Robin Teal')
  for (const [row, heading] of [
    ['On the move', /move/i],
    ['Quality', /Quality|check/i],
    ['Figures', /Figures/],
    ['Drift list', /drift/i],
  ] as const) {
    await coordinator.goto('/families')
    await coordinator.getByRole('main').getByRole('link', { name: row }).first().click()
    await headed(coordinator, heading)
  }
})

step('E4: a co-ordinator finds out what the family agreed to, and asks somebody to lead', async () => {
  await coordinator.goto('/families')
  await follow(coordinator, 'Hazel')
  at.family = path(coordinator)
  await says(coordinator, 'Agreement', 'Maya Tennant is asked')
  await coordinator.goto(`${at.family}/looks`)
  await says(coordinator, 'Jonathan Pryce')
})

step('E4: whoever is asked to lead says yes on the family’s page, and reads it from then on', async () => {
  await lead.goto('/families')
  await says(lead, 'You are asked to lead')
  await follow(lead, 'Hazel')
  await follow(lead, /Answer/)
  await tick(lead.getByRole('radio', { name: /^Yes/ }))
  await press(lead, /Save|Answer|Send/)
  await says(lead, 'Ivy Hazel', 'Maya Tennant')
})

step(
  'E1, X5: what is typed into an assessment is kept as one goes; the session ends, one signs in elsewhere, and nothing is lost',
  async () => {
    await lead.goto(`${at.family}/assessment`)
    await lead.getByRole('main').locator('a[href*="/assessment/"]').first().click()
    at.part = `${path(lead)}/parts/reason`
    const context = await house.browser.newContext({ baseURL: house.url, storageState: await lead.context().storageState() })
    context.setDefaultTimeout(8_000)
    const page = watch(await context.newPage())
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/401|403|410/.test(message.text())) faults.push(message.text())
    })
    await page.goto(at.part)
    const words = page.locator('[name="q-what-led"]')
    const said = page.locator('[data-saved]')
    await words.fill('The tenancy ends in spring. The landlord rang again on Friday.')
    await said.filter({ hasText: 'Kept at' }).waitFor({ timeout: 6_000 })
    // Signed out in another window, as a session that ends would; the page stays open and says so.
    await lead.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    await words.fill('The tenancy ends in spring. The landlord rang again on Friday, and they are frightened.')
    await page.evaluate('dispatchEvent(new Event("online"))')
    await said.filter({ hasText: 'signed out' }).waitFor({ timeout: 6_000 })
    assert.match(await words.inputValue(), /they are frightened/)
    // Signed in again in another window of the same browser: the page goes on by itself.
    const again = watch(await context.newPage())
    await again.goto('/sign-in')
    await again.getByLabel('Email address').fill(practitioner.email)
    await again.getByLabel('Password', { exact: true }).fill(practitioner.password)
    await press(again, 'Continue')
    await again.getByLabel('Code').fill(codeOf(practitioner.totp, 1))
    await press(again, 'Sign in')
    await again.waitForURL('**/work')
    const cookies = await context.cookies()
    await page.evaluate('dispatchEvent(new Event("online"))')
    await said.filter({ hasText: 'Kept at' }).waitFor({ timeout: 15_000 })
    await again.goto(at.part)
    assert.match(await again.locator('[name="q-what-led"]').inputValue(), /they are frightened/)
    // What was typed is saved from the page that stood open all the while.
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.waitForURL((url) => !url.pathname.includes('/parts/'))
    assert.deepEqual(faults, [])
    await lead.context().clearCookies()
    await lead.context().addCookies(cookies)
    await lead.goto(`${at.part.replace(/\/parts.*/, '')}/read`)
    await says(lead, 'and they are frightened')
    await context.close()
  },
)

step('E4: the lead writes what was agreed, and prints the plan for one reader', async () => {
  await lead.goto(`${at.family}/plan`)
  await unfold(lead)
  await says(lead, 'Plan')
  await lead.goto(`${at.family}/plan/needs/new`)
  await lead.locator('[name="need"]').fill('The tenancy ends in spring')
  await lead.locator('[name="outcome"]').fill('They know by February where they will live')
  await press(lead, 'Enter')
  await says(lead, 'They know by February where they will live')
  await follow(lead, /print/i)
  await lead.locator('select[name="who"]').selectOption({ index: 1 })
  await lead.getByRole('radio').first().check()
  await lead.getByRole('main').locator('form button').last().click()
  await says(lead, 'They know by February where they will live')
  await lead.emulateMedia({ media: 'print' })
  assert.equal(await lead.getByRole('button', { name: 'Sign out' }).isVisible(), false, 'a print has nothing to press')
  await says(lead, 'They know by February where they will live')
  await lead.emulateMedia({ media: 'screen' })
  // At 400 % on a screen of 1280 pixels a page is 320 wide, and nothing is scrolled sideways.
  for (const where of [path(lead), `${at.family}/plan`]) {
    await lead.setViewportSize({ width: 320, height: 800 })
    await lead.goto(where)
    assert.ok(((await lead.evaluate('document.documentElement.scrollWidth')) as number) <= 320, where)
  }
  await lead.setViewportSize({ width: 1280, height: 800 })
})

step('E5: the lead steps the family down, and the day ends with what was looked at', async () => {
  await lead.goto(`${at.family}/movement`)
  await says(lead, 'Early help')
  await lead.goto(`${at.family}/looks`)
  await says(lead, 'Maya Tennant', 'Jonathan Pryce')
  await fillDayless(lead)
})

/** A day that is not given is asked for beside its field, and what else was typed stays. */
async function fillDayless(page: Page): Promise<void> {
  await page.goto(`${at.family}/movement/new`)
  await page.locator('textarea').first().fill('A word that stays')
  await fillDay(page, 'proposedOn', '2026-11-23')
  await page.getByRole('main').locator('form button').last().click()
  await says(page, 'There is a problem')
  assert.equal(await page.locator('textarea').first().inputValue(), 'A word that stays')
}
