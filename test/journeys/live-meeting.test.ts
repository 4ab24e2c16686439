import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { follow, press, says, startJourney, watch } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-03-10T14:00:00Z'))
// The journey's pages have no script; those of the same people on another device have one.
const plain = await house.pageAs('other-clerk')
const clerk = await withScript(plain)
const member = await withScript(await house.pageAs('member'))

async function withScript(page: Page): Promise<Page> {
  const context = await house.browser.newContext({ baseURL: house.url, storageState: await page.context().storageState() })
  context.setDefaultTimeout(12_000)
  return watch(await context.newPage())
}

const made = { live: '' }
const entries = () => house.ownerDb.selectFrom('meetings.entry').selectAll().orderBy('entered_at').execute()

step(
  'M8: the clerk finds the live screen from the work of the day, starts the meeting, marks who is there and takes the first item',
  async () => {
    await clerk.goto('/work')
    await follow(clerk, /A meeting you sit on is today/)
    made.live = new URL(clerk.url()).pathname
    await says(clerk, 'Not begun yet')
    await press(clerk, 'Start the meeting')
    await clerk.getByText('Began at 2pm').waitFor()
    await member.goto(made.live)
    await clerk.getByRole('button', { name: /Mark everybody not yet marked/ }).click()
    await clerk.getByText('Quorate', { exact: true }).waitFor()
    await clerk.getByRole('button', { name: /^Next: item 1/ }).click()
    await clerk.getByText('Since 2pm').waitFor()
    await clerk
      .locator('item-timer')
      .getByText(/^\d+:[0-5]\d (on this item|left)$/)
      .waitFor()
  },
)

step(
  'M8: a member sees it without loading the page, and says of themselves that they leave; what the clerk types meanwhile stays',
  async () => {
    await member.getByText('Since 2pm').waitFor()
    const note = clerk.getByLabel('What is said')
    await note.fill('The chair welcomed every')
    await press(member, 'I am leaving')
    await member.getByText('You: has left').waitFor()
    await clerk.locator('.gt-live-person', { hasText: 'Helen Marsh' }).getByText('Has left').waitFor()
    assert.equal(await note.inputValue(), 'The chair welcomed every')
    assert.equal(await note.evaluate((field) => field === field.ownerDocument.activeElement), true)
  },
)

step('X5: what cannot be sent is kept, said so in words, survives loading the page again, and is sent once', async () => {
  const note = clerk.getByLabel('What is said')
  await clerk.route('**/live/note', (route) => route.abort('connectionfailed'))
  await note.fill('Apologies came from the hospital.')
  await press(clerk, 'Keep the note')
  await clerk.getByText('Not sent yet: kept on this device.').waitFor()
  await says(clerk, 'Note: Apologies came from the hospital.')
  await clerk.reload()
  await clerk.getByText('Not sent yet: kept on this device.').waitFor()
  assert.equal((await entries()).filter(({ act }) => act === 'item-note').length, 0)
  await clerk.unroute('**/live/note')
  await clerk.evaluate('dispatchEvent(new Event("online"))')
  await clerk.getByText('Notes so far').waitFor()
  await clerk.getByText('Not sent yet: kept on this device.').waitFor({ state: 'hidden' })
  const notes = await house.ownerDb.selectFrom('meetings.item_note').select('text').execute()
  assert.deepEqual(notes, [{ text: 'Apologies came from the hospital.' }])
})

step('M8: without a script everything is a form and a page', async () => {
  await plain.goto(made.live)
  await plain.getByRole('button', { name: /^Left/ }).first().click()
  assert.equal(new URL(plain.url()).pathname, made.live)
  await says(plain, 'Has left')
  await press(plain, 'Keep the note')
  await says(plain, 'There is a problem', 'Write something first')
  await plain.getByLabel('What is said').fill('Written without a script.')
  await press(plain, 'Keep the note')
  await plain.getByText('Written without a script.').waitFor()
})

step('X5: when too many come at once nothing is lost: the script sends the entry again by itself, without one a button does', async () => {
  const whileHeld = (work: () => Promise<unknown>) =>
    house.ownerDb.transaction().execute(async (tx) => {
      await tx
        .selectFrom('meetings.meeting')
        .select('id')
        .where('id', '=', made.live.split('/')[2] ?? '')
        .forUpdate()
        .execute()
      await work()
    })
  await plain.getByLabel('What is said').fill('Said while all\nwere busy.')
  await whileHeld(async () => {
    await press(plain, 'Keep the note')
    await says(plain, 'Very busy at this moment', 'Nothing was saved.', 'Said while all')
  })
  await press(plain, 'Send it again')
  assert.equal(new URL(plain.url()).pathname, made.live)
  await says(plain, 'Said while all')
  await clerk.getByLabel('What is said').fill('Kept while the house was busy.')
  await whileHeld(async () => {
    await press(clerk, 'Keep the note')
    await clerk.getByText('The meeting is very busy. Nothing was saved; your words are kept and sent again.').waitFor()
  })
  await clerk.getByText('The meeting is very busy.').waitFor({ state: 'hidden' })
  const notes = await house.ownerDb.selectFrom('meetings.item_note').select('text').execute()
  for (const words of ['Kept while the house was busy.', 'Said while all were busy.'])
    assert.equal(notes.filter(({ text }) => text.replace(/\s+/g, ' ') === words).length, 1, words)
})

step('X5: an entry that is refused when it comes at last says so', async () => {
  await member.route('**/live/move', (route) => route.abort('connectionfailed'))
  await press(member, 'I am in the room')
  await member.getByText('Not sent yet: kept on this device.').waitFor()
  await clerk.locator('summary', { hasText: 'End the meeting' }).click()
  await press(clerk, 'End the meeting now')
  await clerk.getByText('The meeting is over').waitFor()
  await member.unroute('**/live/move')
  await member.evaluate('dispatchEvent(new Event("online"))')
  await member
    .getByText(/was not taken\. The meeting is not running/)
    .first()
    .waitFor()
})
