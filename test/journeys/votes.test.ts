import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { addItem } from '#meetings/commands/agenda/add-item.ts'
import { callMeeting } from '#meetings/commands/meeting/call-meeting.ts'
import { createMeeting } from '#meetings/commands/meeting/create-meeting.ts'
import { doerAt, itemInput, meetingInput, value } from '#meetings/testing/arrange.ts'
import { buildRecordBoard, recordRules } from '#meetings/testing/record-board.ts'
import { newId } from '#platform/database/ids.ts'
import { axeFaults, reflowFaults } from '../pages/walk.ts'
import { giveAccount, mainText, openPageAs, press, says, saysNot, startJourney } from '../support/journey.ts'
import { serveHouse } from '../support/served-house.ts'

const step = startJourney()
const house = await serveHouse(Temporal.Instant.from('2026-03-10T14:20:00Z'))
const { ownerDb, needs } = house
const interests = { default: 'chair-decides', pecuniary: 'leave', mayBeAskedToLeave: true, register: true, reviewedEveryMonths: 12 }
const stated = { status: 'stated', source: null, value: { ...interests, otherMembershipsDeclared: true } }
const board = await buildRecordBoard(ownerDb, { ...recordRules, interests: stated })
const [council, police, health, schools] = board.seats
if (!council || !police || !health || !schools) throw new Error('The board has too few seats.')

/** A meeting that runs, four members there, the chair in the chair. */
async function arrange(): Promise<string> {
  const early = doerAt(board.clerk.account, '2026-02-02T10:00:00Z')
  const { id } = value(await createMeeting(needs, early, board.body, meetingInput('2026-03-10')))
  value(await addItem(needs, early, id, itemInput('An evening clinic')))
  value(await callMeeting(needs, early, id, 1))
  const ofMeeting = { meeting: id, body: board.body, sight: 'members' }
  await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'public' }).where('meeting', '=', id).execute()
  await ownerDb.updateTable('meetings.item_content').set({ sight: 'public' }).where('meeting', '=', id).execute()
  await ownerDb.updateTable('meetings.meeting').set({ state: 'in_progress' }).where('id', '=', id).execute()
  for (const { person, seat } of board.seats.slice(0, 4))
    await ownerDb
      .insertInto('meetings.attendance')
      .values({ ...ofMeeting, id: newId(), person, name: await nameOf(person), seat, place: 1, mode: 'in_room' })
      .execute()
  const chair = { id: newId(), person: board.chair.person, name: 'Ben Chair', basis: 'chair' }
  await ownerDb
    .insertInto('meetings.meeting_chair')
    .values({ ...ofMeeting, ...chair })
    .execute()
  return id
}

async function nameOf(person: string): Promise<string> {
  return (await ownerDb.selectFrom('governance.person').select('name').where('id', '=', person).executeTakeFirstOrThrow()).name
}

const as = async (person: string): Promise<Page> => {
  const name = await nameOf(person)
  const traveller = await giveAccount(house, { id: person, name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` })
  return openPageAs(house, traveller)
}

const live = `/meetings/${await arrange()}/live`
const clerk = await as(board.clerk.person)
const members = [await as(council.person), await as(police.person), await as(health.person)] as const
const [first, second, third] = members
const shots = process.env.JOURNEY_SHOTS

/** Looks at the page as it would stand with scripts on, everything folded out: no fault for assistive technology, nothing wider than the phone. */
const look = async (page: Page, name: string): Promise<void> => {
  const context = await house.browser.newContext({ storageState: await page.context().storageState(), baseURL: house.url })
  const seen = await context.newPage()
  const size = page.viewportSize()
  await seen.goto(page.url().replace(/#.*/, ''))
  await seen.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`)
  assert.deepEqual(await axeFaults(seen), [], name)
  assert.deepEqual(await reflowFaults(seen), [], name)
  if (shots) {
    await seen.setViewportSize(size ?? { width: 1280, height: 900 })
    for (const part of ['interests', 'motions', ''])
      if (part === '') await seen.getByRole('main').screenshot({ path: `${shots}/${name}.png` })
      else if (await seen.locator(`#part-${part}`).count())
        await seen.locator(`#part-${part}`).screenshot({ path: `${shots}/${name}-${part}.png` })
  }
  await context.close()
}

step('G9: the clerk puts a motion, and the page says how it can be settled', async () => {
  await clerk.goto(live)
  await clerk.locator('summary', { hasText: 'Put a motion' }).click()
  const form = clerk.locator('#form-motion-put')
  await form.getByLabel('Item', { exact: true }).selectOption({ label: '1 An evening clinic' })
  await form.getByLabel('Words of the motion').fill('That the board support an evening clinic in Harrowdale for a year.')
  await form.getByLabel('Put by').selectOption({ label: 'Fay Council' })
  await form.getByLabel('Seconded by').selectOption({ label: 'Gus Police' })
  await press(clerk, 'Put the motion')
  await says(
    clerk,
    'Motion 1, item 1 An evening clinic',
    'Put by Fay Council, seconded by Gus Police',
    'Show of hands',
    'Ask for a recorded vote',
  )
  await look(clerk, 'put')
})

step('G13: a member declares an interest from the phone, and the terms and the chair say what follows', async () => {
  await third.setViewportSize({ width: 320, height: 700 })
  await third.goto(live)
  await third.locator('summary', { hasText: 'Declare an interest of mine' }).click()
  const form = third.locator('#form-declare')
  await press(third, 'Declare the interest')
  await says(third, 'Choose the kind of interest')
  await form.getByLabel('In which item?').selectOption({ label: '1 An evening clinic' })
  await form.getByLabel('Personal').check()
  await form.getByLabel('What is it?').fill('My sister is a nurse there.')
  await press(third, 'Declare the interest')
  await says(third, 'Hal Health, item 1 An evening clinic', 'My sister is a nurse there', 'Waits for the chair’s ruling')
  await look(third, 'interest-320')
  await clerk.goto(live)
  await says(clerk, 'The chair has not ruled on the interest of Hal Health')
  const ruling = clerk.locator('live-form', { hasText: 'What does the chair rule on Hal Health?' })
  await ruling.getByLabel('Stays, may speak and vote').check()
  await ruling.getByLabel('The chair’s words').fill('Too remote to matter.')
  await press(clerk, 'Keep the ruling')
  await says(clerk, 'May stay, speak and vote, by the chair’s ruling', 'Ben Chair, in the chair: Too remote to matter.')
})

step('G9: three members vote by phone, the clerk calls the roll for the fourth, nobody sees how others vote until the close', async () => {
  await press(clerk, /^Open a recorded vote/)
  for (const [page, choice] of [
    [first, 'For'],
    [second, 'Against'],
    [third, 'For'],
  ] as const) {
    await page.goto(live)
    const vote = page.getByRole('group', { name: 'Your vote on motion 1' })
    await vote.getByLabel(choice, { exact: true }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await Promise.all([page.waitForURL(/#part-motions/), page.keyboard.press('Enter')])
    await page.waitForLoadState('load')
    await says(page, `You voted: ${choice.toLowerCase()}. You can change it until the vote is closed.`)
  }
  await saysNot(third, 'How each voted on motion 1')
  await look(third, 'vote-320')
  await second.getByRole('group', { name: 'Your vote on motion 1' }).getByLabel('Abstain').check()
  await press(second, 'Change my vote')
  await says(second, 'You voted: abstained', '3 of 4 have voted. Still to vote: Ivy Schools')
  await clerk.goto(live)
  await clerk.locator('summary', { hasText: 'Call the roll' }).click()
  await look(clerk, 'roll')
  await clerk.getByRole('group', { name: 'Ivy Schools' }).getByLabel('Against').check()
  await press(clerk, 'Keep these answers')
  await says(clerk, '4 of 4 have voted')
  await press(clerk, /^Close the vote/)
  await says(clerk, 'Recorded vote: For 2, against 1, abstained 1 (66.6% of those voting for or against)', 'Carried')
  await look(clerk, 'closed')
})

step('G9: a vote that comes after the close is told so; the decision says who voted how', async () => {
  await second.getByRole('group', { name: 'Your vote on motion 1' }).getByLabel('For', { exact: true }).check()
  await press(second, 'Change my vote')
  await says(second, 'The vote is closed. Your answer came after it and was not counted')
  await clerk.getByRole('link', { name: /The decision as recorded/ }).click()
  await says(
    clerk,
    'Decision 1',
    'How each voted',
    'Fay Council For',
    'Ivy Schools Against',
    'Interests in this item',
    'Too remote to matter',
  )
  await look(clerk, 'decision')
  assert.match(await mainText(clerk), /Proposed by Fay Council/)
})
