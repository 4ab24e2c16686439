import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import { decemberMinutes } from '#meetings/sample/december-2013.ts'
import { februaryAgenda } from '#meetings/sample/february-2014.ts'
import {
  addItem,
  clearPaper,
  planMeeting,
  recordAction,
  recordAttendance,
  recordDecision,
  startPaper,
  writePaper,
} from '../support/clerk.ts'
import { partnership, serve2014 } from '../support/house-2014.ts'
import { fillDay, follow, headed, mainText, press, says, saysNot, startJourney } from '../support/journey.ts'

const step = startJourney()
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const house = await serve2014()
const { clerk, author, member, visitor, december, memberEmail } = house
const papers: Record<string, string> = {}
let meeting = ''

step('M2: the clerk plans the meeting of 24 February 2014; what cannot be is asked about in words', async () => {
  await clerk.goto(`/boards/${partnership}/meetings`)
  await follow(clerk, /Plan a meeting/)
  await press(clerk, 'Plan meeting')
  await says(clerk, 'There is a problem')
  await clerk.getByLabel('Starts at').fill('2pm')
  await clerk.getByLabel('Place', { exact: true }).fill('The Exhibition Hall, Mill Road, Northbrook')
  await fillDay(clerk, 'heldOn', '2014-02-30')
  await press(clerk, 'Plan meeting')
  await says(clerk, 'There is no such day in the calendar')
  assert.equal(await clerk.getByLabel('Place', { exact: true }).inputValue(), 'The Exhibition Hall, Mill Road, Northbrook')
  meeting = await planMeeting(clerk, { day: '2014-02-24', start: '2pm', place: 'The Exhibition Hall, Mill Road, Northbrook' })
  await says(
    clerk,
    'Monday 24 February 2014, 2pm',
    'Not due yet: the last day allowed is Thursday 13 February 2014',
    'seven working days before the meeting',
  )
  assert.equal((await visitor.goto(meeting))?.status(), 404, 'nobody outside knows of it yet')
})

step('M3: the agenda of February 2014, items 1 to 13 with 5a to 5h, and one in Part 2', async () => {
  for (const item of februaryAgenda) {
    const under = /[a-z]$/.test(item.number) ? { under: item.number.replace(/[a-z]+$/, '') } : {}
    await addItem(clerk, meeting, { title: item.title, status: item.status, ...under })
  }
  await clerk.goto(`${meeting}/agenda/new`)
  await clerk.getByLabel('Title', { exact: true }).fill('Tender of the Kittiwake nursery')
  await clerk.getByLabel('Part 2: exempt').check()
  await press(clerk, 'Add item')
  await says(
    clerk,
    'Enter the title that the public will read',
    'Choose at least one paragraph of Schedule 12A',
    'Say who decided that this item is exempt',
  )
  await addItem(clerk, meeting, { title: 'Tender of the Kittiwake nursery', status: 'attached', publicTitle: 'A tender' })
  const numbers = await clerk.locator('.gt-builder__number').allInnerTexts()
  assert.deepEqual(numbers, [...februaryAgenda.map(({ number }) => number), '14'])
})

step('M4: papers are asked of an author, who writes them in the browser and hands them in', async () => {
  papers['2'] = await startPaper(clerk, meeting, '2', 'Beth Lindqvist')
  for (const number of ['6', '8', '14']) papers[number] = await startPaper(clerk, meeting, number, 'Callum Reid')
  await author.goto('/papers')
  await says(author, 'Early help and the team around the child', 'Governance of joint commissioning', 'Tender of the Kittiwake nursery')
  for (const number of ['6', '8']) {
    const text = februaryAgenda.find((item) => item.number === number)?.paper ?? ''
    await writePaper(author, papers[number] ?? '', { body: text, summary: 'What members need to know first.' })
  }
  await writePaper(author, papers['14'] ?? '', {
    body: '# The offers\n\n#. Kittiwake offers £48,200 a year.',
    recommendations: 'That members advise on the offer',
  })
  await says(author, 'The terms state no deadline', 'Monday 3 February 2014')
  await writePaper(clerk, papers['2'] ?? '', {
    body: decemberMinutes.map(({ number, heading, text }) => `# ${number} ${heading}\n\n${text}`).join('\n\n'),
  })
  assert.equal((await visitor.goto(papers['6'] ?? ''))?.status(), 404)
  assert.equal((await member.goto(papers['6'] ?? ''))?.status(), 404, 'a draft is not for members')
})

step('M5: nothing goes out that is not cleared and announced', async () => {
  await clerk.goto(`${meeting}/check`)
  await says(clerk, 'The report of item 6 is not cleared yet', 'Announce the meeting first')
  for (const number of ['2', '6', '8', '14']) await clearPaper(clerk, papers[number] ?? '')
  await clerk.goto(`${meeting}/prepare`)
  await says(clerk, '4 of 4 cleared')
  await press(clerk, 'Announce the meeting')
  await says(clerk, 'Announced')
  await house.settled()
  assert.ok(house.mails.length > 20, `${house.mails.length} mails went out`)
  await visitor.goto(meeting)
  await says(visitor, 'Monday 24 February 2014, 2pm, The Exhibition Hall, Mill Road, Northbrook', 'The agenda is not published yet')
  await saysNot(visitor, 'Childhood obesity')
})

step(
  'M6, G10: on 14 February the clerk sees the public’s view first, is told of the late notice, and gives reason and approver',
  async () => {
    house.clock.set(instant('2014-02-14T12:00:00Z'))
    await clerk.goto(`${meeting}/check`)
    const text = await mainText(clerk)
    const order = ['What the public will see', 'What only members will see besides', 'Are the rules kept?'].map((words) =>
      text.indexOf(words),
    )
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.ok(order.every((at) => at >= 0))
    await says(clerk, 'one working day late: the last day allowed was Thursday 13 February 2014', '4 papers go out now')
    const publicView = await clerk.locator('#public-view').locator('xpath=ancestor-or-self::section').innerText()
    assert.ok(publicView.includes('A tender') && !/kittiwake/i.test(publicView))
    await press(clerk, 'Publish agenda and papers')
    await says(clerk, 'There is a problem', 'Say why the notice is late', 'Say who approved publishing late')
    await clerk.getByLabel('Why is the notice late?').fill('The figures of the team around the child came on Thursday evening.')
    await clerk.getByLabel('Who approved publishing late?').fill('Rosalind Thackray, chair')
    await press(clerk, 'Publish agenda and papers')
    await headed(clerk, 'Agenda and papers')
    await says(clerk, 'Published', '14 February 2014')
    await house.settled()
    await clerk.reload()
    await says(clerk, 'Public pack Ready', 'Full pack, for members Ready', 'Who was told')
  },
)

step('Proof 1: the certificate says one working day late, the last day allowed, and every day by name', async () => {
  await visitor.goto(meeting)
  await says(visitor, 'Published on Friday 14 February 2014. One working day late: the last day allowed was Thursday 13 February 2014')
  await follow(visitor, 'How the days were counted')
  await headed(visitor, 'Notice')
  await says(
    visitor,
    'Rule broken',
    'One working day late: the last day allowed was Thursday 13 February 2014',
    'Out seven working days before the meeting',
    'terms of reference of the strategic partnership',
    'The figures of the team around the child came on Thursday evening.',
    'Rosalind Thackray, chair',
    'Monday 17 February 2014',
    'Saturday 15 February 2014',
  )
})

step('M6: everybody reads the agenda as it stood, with pages, verbal reports and what is to follow', async () => {
  await visitor.goto(meeting)
  const rows = await visitor.getByRole('table', { name: 'Agenda' }).getByRole('row').allInnerTexts()
  const row = (number: string): string => rows.find((one) => one.replace(/\s+/g, ' ').startsWith(`${number} `))?.replace(/\s+/g, ' ') ?? ''
  for (const item of februaryAgenda) assert.ok(row(item.number).includes(item.title), `${item.number}: ${row(item.number)}`)
  for (const number of ['2', '6', '8']) assert.match(row(number), /Pages? \d+/i)
  assert.match(row('5a'), /To follow/)
  assert.match(row('3'), /Verbal report/)
  assert.match(row('5d'), /Not stated/)
  assert.match(row('14'), /A tender Not for publication: paragraph 3 of Schedule 12A/)
  await saysNot(visitor, 'Kittiwake')
  await follow(visitor, 'Early help and the team around the child')
  await says(visitor, 'What members need to know first.', 'Baseline of December 2013 and target of the first year', '1,094')
  await member.goto(meeting)
  await says(member, 'Tender of the Kittiwake nursery', 'Full pack, for members')
  const pack = (page: typeof member, edition: string) => page.request.get(`${house.url}${meeting}/pack/${edition}.pdf`)
  const answers = [await pack(visitor, 'public'), await pack(member, 'full'), await pack(visitor, 'full')]
  assert.deepEqual(
    answers.map((answer) => answer.status()),
    [200, 200, 404],
  )
  for (const answer of answers.slice(0, 2)) assert.equal((await answer.body()).subarray(0, 5).toString(), '%PDF-')
})

step('M7: every member is mailed, with a calendar entry that replaces the first', async () => {
  const out = house.mails.filter(({ subject }) => subject.includes('agenda and papers'))
  const mine = house.mails.filter(({ to }) => to === memberEmail)
  assert.ok(out.length > 20)
  assert.equal(new Set(out.map(({ to }) => to)).size, out.length, 'nobody is mailed twice')
  assert.equal(mine.length, 2)
  const [first, second] = mine.map(
    ({ calendar }) => new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent') ?? undefined),
  )
  assert.ok(first && second)
  assert.equal(first.uid, second.uid)
  assert.ok(second.sequence >= first.sequence)
  assert.equal(second.summary, 'Northbrook Children and Young People’s Strategic Partnership')
  assert.equal(second.location, 'The Exhibition Hall, Mill Road, Northbrook')
  assert.equal(second.startDate.toString(), '2014-02-24T14:00:00')
  assert.equal(second.startDate.zone.tzid || second.component.getFirstProperty('dtstart')?.getParameter('tzid'), 'Europe/London')
  assert.match(mine[1]?.text ?? '', new RegExp(`Read them as web pages or as PDF: ${house.url}${meeting}`))
  for (const mail of house.mails) assert.doesNotMatch(mail.raw + mail.text + mail.calendar, /kittiwake/i)
})

step('M8: on the day the clerk records who is there; quorum is told as not stated', async () => {
  house.clock.set(instant('2014-02-24T14:05:00Z'))
  await clerk.goto(meeting)
  await says(clerk, 'Today')
  await follow(clerk, 'Record attendance, start or end the meeting')
  await press(clerk, 'Start the meeting')
  await says(clerk, 'The meeting is in progress')
  await recordAttendance(clerk, meeting, { 'Cllr Peter Hallam': 'apologies', 'Joanne Sykes': 'no_apology' })
  await clerk.locator('summary', { hasText: 'Martin Tait' }).first().click()
  await clerk.getByLabel('Left: Martin Tait').first().fill('half past')
  await clerk.getByLabel('People in attendance without a seat').fill('Callum Reid, manager of the team around the child')
  await clerk.getByRole('radio', { name: 'Rosalind Thackray, chair' }).check()
  await press(clerk, 'Save the attendance')
  await says(clerk, 'There is a problem')
  await clerk.getByLabel('Left: Martin Tait').first().fill('3.55pm')
  await press(clerk, 'Save the attendance')
  await says(clerk, 'No quorum is stated', 'The terms in force on this day do not state a quorum')
})

step('M9, M11: decisions and actions are recorded with due dates as people say them', async () => {
  house.clock.set(instant('2014-02-24T15:30:00Z'))
  await recordDecision(clerk, meeting, {
    item: '6',
    type: 'Accept',
    text: 'That the paper be accepted as the steering group’s account of its work.',
  })
  await says(clerk, 'That the paper be accepted')
  await recordDecision(clerk, meeting, { item: '8', type: 'Note', text: 'That the governance of joint commissioning be noted.' })
  await clerk.goto(`${meeting}/actions/new`)
  await clerk.getByLabel('What is to be done?').fill('Send the standards of supervision to all agencies')
  await clerk.getByLabel('Due').fill('week of 4 March')
  await press(clerk, 'Record the action')
  await says(clerk, 'There is a problem', 'That day is not a Monday')
  await recordAction(clerk, meeting, {
    item: '6',
    text: 'Send the standards of supervision to all agencies',
    lead: 'Margaret Ellwood',
    due: 'by end March',
  })
  await recordAction(clerk, meeting, { item: '8', text: 'Ask each board for its quorum', lead: 'Dr Anita Rao', due: 'week of 3 March' })
  await clerk.goto(`${meeting}/actions`)
  await says(clerk, 'by end March', '31 March 2014', 'week of 3 March', '3 March 2014')
  await member.goto('/work')
  await says(member, 'Send the standards of supervision to all agencies')
  house.clock.set(instant('2014-02-24T16:20:00Z'))
  await clerk.goto(`${meeting}/attendance`)
  await press(clerk, 'End the meeting')
  await says(clerk, 'The meeting was held and has ended')
})

step('M12: December’s minutes are approved at it, signed and published; where the ten days start is a recorded reading', async () => {
  house.clock.set(instant('2014-02-25T10:00:00Z'))
  await visitor.goto(`${december}/minutes`)
  await says(visitor, 'Draft, not yet approved')
  await clerk.goto(`${december}/minutes`)
  await says(clerk, 'Draft, not yet approved', '29 Business plan of the Safeguarding Children Board')
  await follow(clerk, 'Record the approval')
  await press(clerk, 'Record the approval')
  await says(clerk, 'There is a problem', 'Choose the meeting that approved the minutes')
  await clerk.getByLabel('Which meeting approved them?').selectOption({ label: '24 February 2014' })
  await clerk.getByLabel('Amendments that were agreed').fill('Minute 31: the figure for 2013 is 4.93%.')
  await clerk.getByLabel('Who proposed the amendments?').fill('Margaret Ellwood')
  await clerk.locator('summary', { hasText: 'Amend the text' }).click()
  const minute = clerk.getByRole('group', { name: /^Minute 31/ }).locator('textarea')
  await minute.fill(`${await minute.inputValue()}\n\nThe figure for 2013 is 4.93%.`)
  await press(clerk, 'Record the approval')
  await says(
    clerk,
    'Approved at the meeting of 24 February 2014, with these amendments: Minute 31',
    'Ten days from the meeting that agrees the minutes',
    'Due by 6 March 2014',
  )
  await follow(clerk, 'Record the signature')
  await clerk.getByLabel('Signed by').fill('Rosalind Thackray')
  await press(clerk, 'Record the signature')
  await says(clerk, 'Signed by Rosalind Thackray')
  await follow(clerk, 'Publish the minutes')
  await says(clerk, 'Everybody can then read the minutes')
  await press(clerk, 'Publish')
  await house.settled()
  await visitor.goto(`${december}/minutes`)
  await says(visitor, 'Approved', 'That the business plan be noted', 'with these amendments', 'Signed by Rosalind Thackray')
  await visitor.goto(`${december}/attendance`)
  await says(visitor, 'left at 3.55pm', 'Fenella Strand')
  const pdf = await visitor.request.get(`${house.url}${december}/minutes.pdf`)
  assert.equal(pdf.status(), 200)
  assert.ok(house.mails.some(({ subject, to }) => to === memberEmail && subject.startsWith('Minutes published')))
})

step('M12: February’s minutes are drafted from the record and run on from number 36', async () => {
  await clerk.goto(`${meeting}/minutes`)
  await press(clerk, 'Write the draft from the record')
  await says(
    clerk,
    'Draft',
    '36 Apologies for absence',
    'That the paper be accepted as the steering group’s account of its work.',
    'by end March',
  )
  assert.equal((await visitor.goto(`${meeting}/minutes`))?.status(), 200)
  await says(visitor, 'No minutes yet')
  await visitor.goto(`/boards/${partnership}`)
  await says(visitor, '24 February 2014')
})
