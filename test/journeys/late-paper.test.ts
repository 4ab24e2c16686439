import assert from 'node:assert/strict'
import { addItem, clearPaper, planMeeting, startPaper, writePaper } from '../support/clerk.ts'
import { fillDay, follow, headed, openPage, press, says, startJourney } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const slug = 'women-and-childrens-delivery-board'
const house = await serveSample(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const clerk = await house.pageAs('other-clerk')
const author = await house.pageAs('author')
const made = { meeting: '', paper: '' }

step('M5: the terms state when papers are due, and the clerk is told of each deadline', async () => {
  await clerk.goto(`/boards/${slug}/meetings/new`)
  await fillDay(clerk, 'heldOn', '2026-04-21')
  await clerk.getByLabel('Held in private').check()
  made.meeting = await planMeeting(clerk, { day: '2026-04-21', start: '10am', end: 'midday', place: 'Committee room 2' })
  await says(clerk, 'Papers handed in', 'Not due yet: the last day allowed is Monday 13 April 2026')
  await addItem(clerk, made.meeting, { title: 'Health visiting', status: 'attached' })
  made.paper = await startPaper(clerk, made.meeting, '1', 'Leila Haddad')
  await clerk.goto(`${made.meeting}/prepare`)
  await press(clerk, 'Announce the meeting')
})

step('M5: a paper handed in late goes out only with the consents that the terms name', async () => {
  house.clock.set(Temporal.Instant.from('2026-04-14T09:00:00Z'))
  await author.goto('/papers')
  await says(author, 'Health visiting', 'Overdue')
  await writePaper(author, made.paper, { body: '# Visits\n\n#. Nine in ten families were visited.' })
  await says(author, 'One working day late: the last day allowed was Monday 13 April 2026')
  await clearPaper(clerk, made.paper)
  await says(clerk, 'By the terms it still needs the consent of: Assistant director or deputy, Chair or deputy chair')
  await clerk.goto(`${made.meeting}/check`)
  await says(clerk, 'The report of item 1 came late. It still needs the consent of: Assistant director or deputy, Chair or deputy chair')
  assert.equal(await clerk.getByRole('button', { name: 'Publish agenda and papers' }).count(), 0)
  await clerk.goto(`${made.meeting}/prepare`)
  await says(clerk, 'Late papers need consent', 'Late, needs consent')
  for (const [consenter, person] of [
    ['Assistant director or deputy', 'Jonathan Pryce'],
    ['Chair or deputy chair', 'Helen Marsh'],
  ] as const) {
    await clerk.goto(made.paper)
    await clerk.locator('summary', { hasText: 'Record a consent' }).click()
    await clerk.getByLabel('As', { exact: true }).selectOption({ label: consenter })
    await clerk.getByLabel('Who consented?').fill(person)
    await clerk.getByLabel('Why?').fill('The figures came on Monday evening.')
    await press(clerk, 'Record consent')
    await says(clerk, `${consenter}: ${person} consented on 14 April 2026`)
  }
})

step('M5, M7: with the consents it is published in time, for members alone', async () => {
  await clerk.goto(`${made.meeting}/check`)
  await says(clerk, 'This meeting is private: the public sees nothing of it', 'In time')
  await press(clerk, 'Publish agenda and papers')
  await headed(clerk, 'Agenda and papers')
  await house.settled()
  const visitor = await openPage(house)
  assert.equal((await visitor.goto(made.meeting))?.status(), 404)
  const member = await house.pageAs('member')
  await member.goto(made.meeting)
  await says(member, 'Health visiting')
  await follow(member, 'Health visiting')
  await says(member, 'Nine in ten families were visited')
  assert.ok(
    house.mails.every(({ raw, text }) => !/Nine in ten|Health visiting/.test(raw + text)),
    'a mail names no item',
  )
})
