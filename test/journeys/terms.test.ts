import assert from 'node:assert/strict'
import { loadSample, type SamplePerson } from '#src/sample/load.ts'
import { fillDay, follow, openPageAs, press, says, startJourney } from '../support/journey.ts'
import { serveHouse } from '../support/served-house.ts'

const step = startJourney()
const people: SamplePerson[] = []
const house = await serveHouse(Temporal.Instant.from('2026-03-10T10:00:00Z'), async ({ needs, ownerDb }) => {
  people.push(...(await loadSample(needs, ownerDb)))
})
const board = '/boards/northbrook-childrens-partnership'

step('G18: one amendment from the terms in force through the guided form and the preview to its adoption', async () => {
  const person = people.find(({ role }) => role === 'clerk')
  assert.ok(person)
  const clerk = await openPageAs(house, person)
  await clerk.goto(`${board}/terms`)
  await press(clerk, 'Start a draft from this version')
  await says(clerk, 'Turn your terms into rules: draft 2', 'Needs you', 'Not stated')
  await follow(clerk, 'Quorum')
  await clerk.getByLabel('They say it').check()
  await clerk.getByLabel('Who must be there?').first().selectOption({ label: 'At least a number' })
  await press(clerk, 'Save and check')
  await says(clerk, 'There is a problem')
  await clerk.getByLabel('How many', { exact: true }).first().fill('5')
  await clerk.getByLabel('Counted among whom').first().selectOption({ label: 'The voting members' })
  await clerk.getByLabel('What is counted').first().selectOption({ label: 'People' })
  await clerk.getByLabel('In none, or not known').check()
  await press(clerk, 'Save and check')
  await says(clerk, 'A meeting is quorate with at least 5 voting members')
  await follow(clerk, 'See what this would have meant for past meetings')
  await says(clerk, 'What it would have meant', 'Meeting by meeting')
  await clerk.goto(`${board}/terms/2/changes`)
  await says(clerk, 'The terms say nothing.', 'at least 5 voting members')
  await clerk.goto(`${board}/terms/2/adopt`)
  await fillDay(clerk, 'startsOn', '2026-04-01')
  await clerk.getByLabel('Adopted by').fill('the partnership, at its meeting of 4 March 2026')
  await clerk
    .getByLabel('What is to hold where the terms contradict themselves?')
    .fill('The independent chair chairs until the terms are changed.')
  await press(clerk, 'Adopt')
  await clerk.goto(`${board}/terms/2`)
  await says(clerk, 'Adopted', 'at least 5 voting members')
})
