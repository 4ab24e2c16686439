import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import {
  choose,
  follow,
  headed,
  openPage,
  openPageAs,
  press,
  says,
  saysNot,
  startJourney,
  tick,
  unfold,
  useKeys,
} from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-11-23T10:00:00Z'))
const clerk = await house.pageAs('other-clerk')
const pageOf = async (name: string): Promise<Page> => {
  const person = house.people.find((one) => one.name === name)
  assert.ok(person, name)
  return openPageAs(house, person)
}
const [marsh, rahman, eze] = [await pageOf('Helen Marsh'), await pageOf('Dr Aisha Rahman'), await pageOf('Dr Ngozi Eze')]
const board = '/boards/women-and-childrens-delivery-board'
const made = { election: '' }
const receipts = new Map<string, string>()

/** Opens the paper, notes the receipt, chooses and hands in; notes the receipt that the answer shows. */
async function vote(page: Page, name: string, choice: string): Promise<void> {
  await page.goto(made.election)
  await follow(page, 'Vote now')
  await headed(page, 'Ballot paper')
  const shown = (await page.locator('.govuk-inset-text strong').first().innerText()).trim()
  await tick(page.getByLabel(choice))
  await press(page, 'Put the paper in the box')
  await headed(page, 'Your paper is in the box')
  await says(page, shown)
  receipts.set(name, shown)
}

step('G8: the clerk finds the elections from the board and calls one; members nominate, and who is nominated accepts', async () => {
  await clerk.goto(board)
  await unfold(clerk)
  await follow(clerk, /^Elections/)
  await follow(clerk, 'Call an election')
  await clerk.getByLabel('Deputy chair').check()
  await clerk.getByLabel('What members should know').fill('Until the terms are reviewed.')
  await press(clerk, 'Call the election')
  made.election = new URL(clerk.url()).pathname
  await says(clerk, 'Nobody is nominated yet')
  await marsh.goto(made.election)
  await follow(marsh, 'Nominate somebody')
  await choose(marsh.getByLabel('Who is nominated?'), 'Dr Aisha Rahman')
  await press(marsh, 'Nominate')
  await says(marsh, 'Dr Aisha Rahman', 'Has not answered')
  await rahman.goto(made.election)
  await press(rahman, 'Accept and stand')
  await eze.goto(made.election)
  await follow(eze, 'Nominate somebody')
  await choose(eze.getByLabel('Who is nominated?'), 'Dr Ngozi Eze')
  await press(eze, 'Nominate')
  await says(eze, 'Put themselves forward')
})

step('M14: the ballot opens; each votes once, on a phone and by keys alone, and writes a receipt down', async () => {
  await clerk.goto(made.election)
  await follow(clerk, 'End the nominations')
  await says(clerk, 'Do not restore a backup while the ballot is open')
  await press(clerk, 'Open the ballot')
  await marsh.setViewportSize({ width: 320, height: 640 })
  await vote(marsh, 'marsh', 'Dr Aisha Rahman')
  await marsh.reload()
  await says(marsh, receipts.get('marsh') ?? '-', 'It is in the box once')
  useKeys(rahman)
  await vote(rahman, 'rahman', 'Dr Aisha Rahman')
  await vote(eze, 'eze', 'Dr Ngozi Eze')
  await eze.goto(`${made.election}/ballot`)
  await says(eze, 'You have voted')
  assert.equal(new Set(receipts.values()).size, 3)
})

step('M14: the clerk counts; each voter finds their paper, and anybody of them can count again', async () => {
  await clerk.goto(made.election)
  await says(clerk, /3 of \d+/)
  await follow(clerk, 'Close the ballot and count')
  await press(clerk, 'Close and count')
  await says(clerk, 'Dr Aisha Rahman is elected')
  await rahman.goto(made.election)
  for (const [name, choice] of [
    ['marsh', 'Dr Aisha Rahman'],
    ['rahman', 'Dr Aisha Rahman'],
    ['eze', 'Dr Ngozi Eze'],
  ] as const) {
    const line = rahman.locator('tr', { hasText: receipts.get(name) ?? '-' })
    assert.match(await line.innerText(), new RegExp(choice))
  }
})

step('M14: the result is published without receipts, and the office is recorded by the clerk', async () => {
  const visitor = await openPage(house)
  await visitor.goto(`${board}/elections`)
  await saysNot(visitor, 'Rahman')
  await clerk.goto(made.election)
  await press(clerk, 'Publish the result')
  await visitor.goto(`${board}/elections`)
  await follow(visitor, 'Election of the deputy chair')
  await says(visitor, 'Dr Aisha Rahman is elected')
  await saysNot(visitor, receipts.get('marsh') ?? '-', 'Helen Marsh', 'Check and recount')
  await follow(clerk, 'Record the office')
  await says(clerk, 'office')
})
