import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import {
  addItem,
  addressOf,
  clearPaper,
  planMeeting,
  recordAction,
  recordAttendance,
  recordDecision,
  startPaper,
  writePaper,
} from '../support/clerk.ts'
import { crawl, type Fetched, fetchPath, textsOfPdf } from '../support/crawl.ts'
import { follow, headed, openPage, press, says, saysNot, startJourney } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

/** In every exempt text, in no public one. */
const MARK = 'Quillfeather'
const mark = /quillfeather/i
const step = startJourney()
const slug = 'northbrook-childrens-partnership'
const house = await serveSample(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const clerk = await house.pageAs('clerk')
const author = await house.pageAs('author')
const member = await house.pageAs('member')
const visitor = await openPage(house)
const made = { meeting: '', decision: '', publication: '' }

/** Asserts that nothing anybody may fetch, nor any mail, holds the mark. */
async function nothingIsOut(limit: number): Promise<readonly Fetched[]> {
  const from = [made.meeting, '/', '/boards', `/boards/${slug}`, `/feeds/${slug}.atom`, `/calendar/${slug}.ics`]
  const visited = await crawl(house.url, from, new RegExp(`${made.meeting}|/decisions/|/actions/|/boards/${slug}`), limit)
  for (const { path, headers, text, bytes, status } of visited) {
    assert.doesNotMatch(path, mark)
    assert.doesNotMatch(headers, mark, path)
    assert.doesNotMatch(text, mark, path)
    assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), mark, path)
    assert.ok(status < 500, `${path} answers ${status}`)
  }
  for (const { raw, text, subject, calendar, parts } of house.mails) {
    assert.doesNotMatch(raw + text + subject + calendar, mark)
    for (const { headers, body } of parts) assert.doesNotMatch(headers + Buffer.from(body).toString('utf8'), mark)
  }
  await visitor.goto(`/search?q=${MARK}`)
  await says(visitor, 'Nothing found')
  return visited
}

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

step('Proof 4: an exempt item is prepared with the mark in title, presenter, summary and paper, and the pack is published', async () => {
  await clerk.goto(`/boards/${slug}/meetings/new`)
  made.meeting = await planMeeting(clerk, { day: '2026-03-31', start: '2pm', end: '4pm', place: 'County Hall, Northbrook' })
  await addItem(clerk, made.meeting, { title: 'Apologies for absence', status: 'none' })
  await addItem(clerk, made.meeting, { title: 'Reading in the early years', status: 'attached', presenter: 'Wayne Ogden' })
  const exempt = { presenter: `${MARK} the presenter`, summary: `${MARK} in the summary`, publicTitle: 'A commercial matter' }
  await addItem(clerk, made.meeting, { title: `Offer of ${MARK} Limited`, status: 'attached', ...exempt })
  const open = await startPaper(clerk, made.meeting, '2', 'Leila Haddad')
  const closed = await startPaper(clerk, made.meeting, '3', 'Leila Haddad')
  await writePaper(author, open, { body: '# Background\n\n#. Lighthouse books reach every nursery.', summary: 'Books for all.' })
  const table = 'Table: Offers of Quillfeather\n\n| Offer | Price |\n| --- | ---: |\n| Quillfeather | £184,500 |'
  await writePaper(author, closed, {
    body: `# ${MARK} in a heading\n\n#. ${MARK} in the text\n\n${table}`,
    summary: `${MARK} in brief`,
    recommendations: `That ${MARK} be advised`,
  })
  for (const paper of [open, closed]) await clearPaper(clerk, paper)
  await clerk.goto(`${made.meeting}/prepare`)
  await press(clerk, 'Announce the meeting')
  await clerk.goto(`${made.meeting}/check`)
  const shown = await clerk
    .locator('section', { has: clerk.locator('#public-view') })
    .first()
    .innerText()
  assert.doesNotMatch(shown, mark)
  await says(clerk, 'What only members will see besides', `Offer of ${MARK} Limited`)
  await press(clerk, 'Publish agenda and papers')
  await headed(clerk, 'Agenda and papers')
  made.publication = new URL(clerk.url()).pathname
  await house.settled()
  await clerk.reload()
  await says(clerk, 'Public pack Ready', 'Full pack, for members Ready')
})

step(
  'Proof 4: two readers, outline, properties, tags and bytes of the public pack hold nothing of it; the same search finds it in the full pack',
  async () => {
    const open = await fetchPath(house.url, `${made.meeting}/pack/public.pdf`)
    assert.equal(open.status, 200)
    assert.doesNotMatch(open.headers, mark)
    const publicTexts = await textsOfPdf(open.bytes)
    for (const [where, text] of Object.entries(publicTexts)) assert.doesNotMatch(text, mark, where)
    for (const where of ['pdfjs', 'pdfium'] as const) assert.match(publicTexts[where] ?? '', /Lighthouse books reach every nursery/)
    assert.equal((await fetchPath(house.url, `${made.meeting}/pack/full.pdf`)).status, 404)
    const full = await fetchPath(house.url, `${made.meeting}/pack/full.pdf`, await cookieOf(member))
    assert.equal(full.status, 200)
    const fullTexts = await textsOfPdf(full.bytes)
    for (const where of ['pdfjs', 'pdfium', 'outline', 'bytes'] as const)
      assert.match(fullTexts[where] ?? '', mark, `the search itself works: ${where}`)
  },
)

step('Proof 4: pages, feeds, calendars, search and mails hold nothing of it; members read and find it', async () => {
  const visited = await nothingIsOut(200)
  assert.ok(visited.length > 40, `${visited.length} addresses were visited`)
  assert.ok(visited.some(({ text }) => text.includes('A commercial matter')))
  assert.ok(visited.some(({ path }) => path.startsWith('/feeds/')) && visited.some(({ path }) => path.endsWith('.ics')))
  await member.goto(made.meeting)
  await says(member, `Offer of ${MARK} Limited`, `${MARK} the presenter`)
  await follow(member, `Offer of ${MARK} Limited`)
  await says(member, `${MARK} in the summary`, `${MARK} in the text`)
  await member.goto(`/search?q=${MARK}`)
  await says(member, `Offer of ${MARK} Limited`)
})

step('Proof 4: decision, action and minutes of the exempt item stay inside when the minutes are published', async () => {
  house.clock.set(Temporal.Instant.from('2026-03-31T13:05:00Z'))
  await clerk.goto(`${made.meeting}/attendance`)
  await press(clerk, 'Start the meeting')
  await recordAttendance(clerk, made.meeting, { Vacant: '' })
  await clerk.getByRole('radio', { name: 'Winston Clarke, chair' }).check()
  await press(clerk, 'Save the attendance')
  await saysNot(clerk, 'There is a problem')
  made.decision = await recordDecision(clerk, made.meeting, { item: '3', type: 'Note', text: `That the offer of ${MARK} be noted.` })
  await recordDecision(clerk, made.meeting, { item: '2', type: 'Note', text: 'That the lighthouse books be noted.' })
  await recordAction(clerk, made.meeting, { item: '3', text: `Write to ${MARK} about evenings`, lead: 'Helen Marsh', due: 'by end April' })
  house.clock.set(Temporal.Instant.from('2026-03-31T15:10:00Z'))
  await clerk.goto(`${made.meeting}/attendance`)
  await press(clerk, 'End the meeting')
  await clerk.goto(`${made.meeting}/minutes`)
  await press(clerk, 'Write the draft from the record')
  await follow(clerk, 'Edit the draft')
  await clerk
    .getByRole('group', { name: /not for the public/ })
    .getByLabel('Text', { exact: true })
    .fill(`Members spoke of ${MARK} at length.`)
  await press(clerk, 'Save')
  await follow(clerk, 'Circulate the draft to members')
  await press(clerk, 'Circulate to members')
  await says(clerk, 'Confirm that the chair has cleared the draft')
  await clerk.getByLabel('The chair has cleared the draft').check()
  await press(clerk, 'Circulate to members')
  assert.equal((await visitor.goto(made.decision))?.status(), 404)
  await follow(clerk, 'Publish the draft')
  await says(clerk, '1 item is not for the public')
  await press(clerk, 'Publish the draft')
  await house.settled()
  await nothingIsOut(60)
  const pdf = await fetchPath(house.url, `${made.meeting}/minutes.pdf`)
  assert.equal(pdf.status, 200)
  for (const [where, text] of Object.entries(await textsOfPdf(pdf.bytes))) assert.doesNotMatch(text, mark, where)
  assert.equal((await visitor.goto(made.decision))?.status(), 404)
  await visitor.goto(`${made.meeting}/minutes`)
  await says(visitor, 'That the lighthouse books be noted', 'A commercial matter', 'Not for the public')
  await member.goto(`${made.meeting}/minutes`)
  await says(member, `Members spoke of ${MARK} at length`)
  const full = await fetchPath(house.url, `${made.meeting}/minutes-full.pdf`, await cookieOf(member))
  assert.match((await textsOfPdf(full.bytes)).pdfium ?? '', mark)
  assert.equal((await fetchPath(house.url, `${made.meeting}/minutes-full.pdf`)).status, 404)
  await member.goto(`/boards/${slug}/decisions`)
  await says(member, `That the offer of ${MARK} be noted`)
})

step('M15: withdrawn with a reason, the pack is gone at once everywhere, and the reason is shown', async () => {
  await visitor.goto(made.meeting)
  await follow(visitor, 'Reading in the early years')
  const item = new URL(visitor.url()).pathname
  assert.equal(addressOf(visitor), made.meeting)
  await clerk.goto(made.publication)
  await follow(clerk, 'Withdraw this publication')
  await press(clerk, 'Withdraw at once')
  await says(clerk, 'There is a problem', 'Enter a reason')
  await clerk.getByLabel('Why?').fill('A table named a child.')
  await press(clerk, 'Withdraw at once')
  for (const page of [visitor, member]) {
    await page.goto(made.meeting)
    await says(page, 'The agenda and papers were withdrawn on 31 March 2026 because: A table named a child.')
    await saysNot(page, 'Reading in the early years', 'Public pack')
    assert.equal((await page.goto(item))?.status(), 404)
    assert.equal((await page.goto(made.publication))?.status(), 200)
    await says(page, 'Withdrawn', 'A table named a child.')
  }
  const memberCookie = await cookieOf(member)
  for (const [file, cookie] of [
    ['public.pdf', ''],
    ['full.pdf', memberCookie],
    ['public.pdf', memberCookie],
  ] as const)
    assert.equal((await fetchPath(house.url, `${made.meeting}/pack/${file}`, cookie)).status, 404)
  await visitor.goto('/search?q=nursery')
  await saysNot(visitor, 'Lighthouse books reach every nursery')
  assert.doesNotMatch((await fetchPath(house.url, `/feeds/${slug}.atom`)).text, /Reading in the early years/)
  await house.settled()
  assert.ok(house.mails.some(({ subject, text }) => subject.startsWith('Withdrawn') && text.includes('A table named a child.')))
  await nothingIsOut(40)
})
