import type { Page } from 'playwright-core'
import { fillDay, follow, headed, openPage, press, says, saysNot, startJourney, unfold } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

// The golden thread by hand: a priority, an outcome, an action, a measure, its figure and its colour; then a citizen follows it.
const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const board = '/boards/northbrook-childrens-partnership'
const clerk: Page = await house.pageAs('clerk')
const outcome = 'Young carers are known to their schools'
const measure = 'Schools that keep a list of their young carers'

async function field(name: string, words: string): Promise<void> {
  await clerk.locator(`[name="${name}"]`).fill(words)
}

step('P2: a clerk begins a plan and writes a priority, an outcome and an action into it', async () => {
  await clerk.goto(`${board}/plans`)
  await follow(clerk, 'Begin a plan')
  await clerk.getByLabel('Children and young people’s plan').check()
  await press(clerk, 'Begin')
  await says(clerk, 'There is a problem')
  await field('title', 'Young carers’ plan')
  await fillDay(clerk, 'startsOn', '2026-03-01')
  await fillDay(clerk, 'lastDay', '2027-02-28')
  await press(clerk, 'Begin')
  await headed(clerk, 'Young carers’ plan')
  await follow(clerk, 'Add a priority')
  await field('title', 'No child cares unseen')
  await press(clerk, 'Add')
  await follow(clerk, /^Add: outcome/)
  await field('title', outcome)
  await press(clerk, 'Add')
  await follow(clerk, /^Add: action.* for /)
  await field('title', 'Every school names somebody for young carers')
  await field('timescale', 'by end June 2026')
  await press(clerk, 'Add')
  await says(clerk, 'Every school names somebody', 'by end June 2026')
})

step('P5: what the plan lacks is listed before it goes out', async () => {
  await follow(clerk, 'Check this plan')
  await says(clerk, 'Every school names somebody', outcome)
  await clerk.goBack()
})

step('P3: the plan comes into force, and a visitor reads it', async () => {
  const visitor = await openPage(house)
  await visitor.goto(`${board}/plans`)
  await saysNot(visitor, 'Young carers’ plan')
  await follow(clerk, 'Bring into force')
  await clerk.getByLabel('Everybody').check()
  await press(clerk, 'Bring into force')
  await says(clerk, 'In force')
  await visitor.goto(`${board}/plans`)
  await follow(visitor, 'Young carers’ plan')
  await says(visitor, 'No child cares unseen', 'No measure yet')
})

step('I1, I2: a measure is defined, has a target, and says which outcome it measures', async () => {
  await clerk.goto(`${board}/measures`)
  await follow(clerk, 'Add a measure')
  await field('title', measure)
  await field('meaning', 'Schools in the county that keep a list of their young carers on the last day of the month')
  for (const choice of [
    'More is better',
    'A service: its owner',
    'A count on the last day',
    'Take the last one',
    'Add the areas up',
    'Every month',
  ])
    await clerk.getByLabel(choice).check()
  for (const choice of ['No: nobody could be recognised', 'Everybody']) await clerk.getByLabel(choice).check()
  await field('unit', 'schools')
  await field('lagDays', '10')
  await field('source', 'The council’s survey of schools')
  await fillDay(clerk, 'startsOn', '2026-01-01')
  await press(clerk, 'Add measure')
  await headed(clerk, measure)
  await follow(clerk, 'Set a target')
  await field('words', '60 schools')
  await clerk.getByLabel('A value').check()
  await field('value', '60')
  await clerk.getByLabel('By a share of the target, in percent').check()
  await field('tolerance', '10')
  await fillDay(clerk, 'startsOn', '2026-01-01')
  await field('setBy', 'The board')
  await press(clerk, 'Set target')
  await clerk.locator('[name="confirmed"]').check()
  await press(clerk, 'Set target')
  await unfold(clerk)
  await follow(clerk, 'Say what it measures')
  await clerk.locator('[name="row"]').selectOption({ label: `Young carers’ plan: outcome ${outcome}` })
  await fillDay(clerk, 'startsOn', '2026-03-01')
  await press(clerk, 'Save')
  await says(clerk, outcome)
})

step('I2, I3: a figure is given, has its colour, and says why', async () => {
  await follow(clerk, 'Enter figures')
  await field('value0', '57')
  await press(clerk, /Save/)
  await says(clerk, '57', 'Amber')
})

step('T2: a citizen follows the thread from the outcome to what is done and whether it works', async () => {
  const visitor = await openPage(house)
  await visitor.goto(`${board}/plans`)
  await follow(visitor, 'Young carers’ plan')
  await follow(visitor, outcome)
  await says(visitor, 'Every school names somebody', measure)
  await follow(visitor, /thread/)
  await says(visitor, 'No child cares unseen', measure, 'Every school names somebody')
  await visitor.goBack()
  await follow(visitor, measure)
  await headed(visitor, measure)
  await says(visitor, '57', 'Amber')
})
