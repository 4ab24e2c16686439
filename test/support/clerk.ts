import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { choose, fillDay, follow, headed, hit, press, tick, type } from './journey.ts'

/** An item as the clerk types it. */
export interface TypedItem {
  readonly title: string
  readonly status: 'attached' | 'to_follow' | 'verbal' | 'none' | 'not_stated'
  /** Number of the item that it stands under. */
  readonly under?: string
  readonly presenter?: string
  readonly summary?: string
  /** What the public reads; makes the item exempt. */
  readonly publicTitle?: string
}

/** Plans a meeting from the form that is open; returns its address. */
export async function planMeeting(
  clerk: Page,
  meeting: { readonly day: string; readonly start: string; readonly end?: string; readonly place: string },
): Promise<string> {
  await tick(clerk.getByLabel('Ordinary meeting', { exact: true }))
  await fillDay(clerk, 'heldOn', meeting.day)
  await type(clerk.getByLabel('Starts at'), meeting.start)
  await type(clerk.getByLabel('Ends at'), meeting.end ?? '')
  await type(clerk.getByLabel('Place', { exact: true }), meeting.place)
  await press(clerk, 'Plan meeting')
  await headed(clerk, 'Prepare the meeting')
  return addressOf(clerk)
}

/** The address of the meeting whose page is open: '/meetings/…'. */
export function addressOf(page: Page): string {
  const found = /\/meetings\/[0-9a-f-]{36}/.exec(page.url())
  assert.ok(found, `${page.url()} is not below a meeting`)
  return found[0]
}

/** Adds an item to the agenda. */
export async function addItem(clerk: Page, meeting: string, item: TypedItem): Promise<void> {
  await clerk.goto(`${meeting}/agenda/new`)
  await type(clerk.getByLabel('Title', { exact: true }), item.title)
  if (item.under !== undefined) {
    const option = clerk.locator('#parent option', { hasText: new RegExp(`^${item.under} `) })
    await clerk.getByLabel('Under item').selectOption((await option.getAttribute('value')) ?? '')
  }
  if (item.presenter !== undefined) await clerk.getByLabel('Presented by').fill(item.presenter)
  if (item.summary !== undefined) await clerk.getByLabel('Summary', { exact: true }).fill(item.summary)
  await tick(clerk.locator(`[name=reportStatus][value=${item.status}]`))
  if (item.publicTitle !== undefined) {
    await clerk.getByLabel('Part 2: exempt').check()
    await clerk.getByLabel('Public title').fill(item.publicTitle)
    await clerk.getByLabel('3: Information about financial or business affairs').check()
    await clerk.locator('[name=interestFor]').fill('People ask what is spent.')
    await clerk.locator('[name=publicInterest]').fill('The price is being negotiated.')
    await clerk.locator('[name=exemptDecidedBy]').fill('The monitoring officer')
    await fillDay(clerk, 'exemptDecidedOn', '2014-01-06')
  }
  await press(clerk, 'Add item')
  await headed(clerk, 'Agenda')
}

/** Starts a paper for an item, by its number, and says who writes it. */
export async function startPaper(clerk: Page, meeting: string, number: string, author: string): Promise<string> {
  await clerk.goto(`${meeting}/agenda`)
  const item = clerk.locator('.gt-builder__item', { has: clerk.locator('.gt-builder__number', { hasText: new RegExp(`^${number}$`) }) })
  await hit(item.getByRole('link', { name: /Start a paper/ }))
  await choose(clerk.getByLabel('Who writes it?'), author)
  await press(clerk, 'Start paper')
  const found = /\/papers\/[0-9a-f-]{36}/.exec(clerk.url())
  assert.ok(found, clerk.url())
  return found[0]
}

/** A paper as its author types it. */
export interface TypedPaper {
  readonly body: string
  readonly summary?: string
  readonly recommendations?: string
}

/** Writes a paper in the browser, looks at the preview, saves it and hands it in. */
export async function writePaper(author: Page, paper: string, typed: TypedPaper): Promise<void> {
  await author.goto(paper)
  await follow(author, 'Write')
  if (typed.summary !== undefined) await author.getByLabel('Summary', { exact: true }).fill(typed.summary)
  if (typed.recommendations !== undefined) await author.getByLabel('Recommendations', { exact: true }).fill(typed.recommendations)
  await author.getByLabel('Text', { exact: true }).fill(typed.body)
  await press(author, 'Preview')
  await headed(author, 'Write the paper')
  assert.equal(await author.getByLabel('Text', { exact: true }).inputValue(), typed.body, 'the preview keeps what was typed')
  await press(author, 'Save')
  await press(author, 'Hand in')
}

/** Clears a paper for publication. */
export async function clearPaper(clerk: Page, paper: string): Promise<void> {
  await clerk.goto(paper)
  await press(clerk, 'Clear for publication')
}

/** Records a decision for an item of the meeting, by its number; returns its address. */
export async function recordDecision(
  clerk: Page,
  meeting: string,
  decision: { readonly item: string; readonly type: string; readonly text: string },
): Promise<string> {
  await clerk.goto(`${meeting}/decisions/new`)
  await chooseItem(clerk, decision.item)
  await clerk.getByLabel('Type of decision').selectOption({ label: decision.type })
  await clerk.getByLabel('What was decided').fill(decision.text)
  await clerk.getByLabel('Neither', { exact: true }).check()
  await clerk.getByLabel('By consensus').check()
  await press(clerk, 'Record the decision')
  assert.match(clerk.url(), /\/decisions\/[0-9a-f-]{36}$/)
  return new URL(clerk.url()).pathname
}

/** Records an action for an item of the meeting, due as the minutes would say it. */
export async function recordAction(
  clerk: Page,
  meeting: string,
  action: { readonly item: string; readonly text: string; readonly lead: string; readonly due: string },
): Promise<void> {
  await clerk.goto(`${meeting}/actions/new`)
  await clerk.getByLabel('What is to be done?').fill(action.text)
  await chooseItem(clerk, action.item)
  await clerk.getByLabel('Who leads?').selectOption({ label: action.lead })
  await clerk.getByLabel('Due').fill(action.due)
  await press(clerk, 'Record the action')
}

async function chooseItem(clerk: Page, number: string): Promise<void> {
  const option = clerk.locator('#item option', { hasText: new RegExp(`^${number} `) })
  await clerk.getByLabel('Item of the agenda').selectOption((await option.getAttribute('value')) ?? '')
}

/** Records everybody as present but those whose names are given with another status. */
export async function recordAttendance(clerk: Page, meeting: string, others: Readonly<Record<string, string>>): Promise<void> {
  await clerk.goto(`${meeting}/attendance`)
  const fields = clerk.locator('select[name^=status_]')
  for (const field of await fields.all()) {
    const label = (await clerk.locator(`label[for="${await field.getAttribute('id')}"]`).textContent()) ?? ''
    const name = Object.keys(others).find((one) => label.includes(one))
    await field.selectOption(name === undefined ? 'present' : (others[name] ?? ''))
  }
}
