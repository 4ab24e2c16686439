import assert from 'node:assert/strict'
import { addItem, addressOf, clearPaper, planMeeting, startPaper } from '../support/clerk.ts'
import { assertMode, type Hand, handOf, type Mode, modes, push, tells, unfold } from '../support/hand.ts'
import { choose, fillDay, headed, hit, press, saysNot, startJourney, tick, type } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

/*
 * One meeting of the women and children's board of present-day Northbrook, from a paper that comes late to minutes that are published; the same four
 * times: as designed, without JavaScript, at 320 px, by keyboard.
 */

const step = startJourney()
const slug = 'women-and-childrens-delivery-board'
const house = await serveSample(Temporal.Instant.from('2026-03-11T10:00:00Z'))
const londonAt = (day: Temporal.PlainDate, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) }).toInstant()

for (const [index, mode] of modes.entries()) live(mode, Temporal.PlainDate.from('2026-04-21').add({ days: 42 * index }), index)

function live(mode: Mode, heldOn: Temporal.PlainDate, index: number): void {
  const at = (days: number, time: string): void => house.clock.set(londonAt(heldOn.add({ days }), time))
  const made = { meeting: '', paper: '', next: '' }
  const hands: { clerk?: Hand; member?: Hand; author?: Hand } = {}
  const hand = async (who: 'clerk' | 'member' | 'author'): Promise<Hand> => {
    const names = { clerk: 'Grace Mbeki', member: 'Dr Ngozi Eze', author: 'Leila Haddad' }
    hands[who] ??= await handOf(house, mode, names[who])
    return hands[who]
  }
  const act = (words: string, work: () => Promise<void>): void =>
    step(`${words}, ${mode.name}`, async () => {
      await work()
      for (const one of Object.values(hands)) await assertMode(one)
    })

  act('M5: the author misses the deadline, and two named people consent', async () => {
    at(-20, '09:00')
    const clerk = await hand('clerk')
    await clerk.page.goto(`/boards/${slug}/meetings/new`)
    await tick(clerk.page.getByLabel('Held in private'))
    made.meeting = await planMeeting(clerk.page, { day: heldOn.toString(), start: '2pm', end: '4pm', place: 'Committee room 2' })
    await clerk.page.goto(`${made.meeting}/agenda`)
    // What is due at this meeting by the terms is ticked already; of that, this agenda takes the feedback from other boards alone.
    const due = clerk.page.locator('input[name=standing]:checked')
    while ((await due.count()) > 1) await due.nth(1).press(' ')
    await push(clerk, /^Add .*(openers|chosen|ticked|these)/i)
    for (const title of ['Key workers', 'An evening clinic in Harrowdale'])
      await addItem(clerk.page, made.meeting, { title, status: title === 'Key workers' ? 'attached' : 'verbal' })
    made.paper = await startPaper(clerk.page, made.meeting, '5', 'Leila Haddad')
    await clerk.page.goto(`${made.meeting}/prepare`)
    await push(clerk, 'Announce the meeting')
    at(-7, '09:00')
    await writeLate(await hand('author'), made.paper)
    await clearPaper(clerk.page, made.paper)
    for (const [consenter, person] of [
      ['Assistant director or deputy', 'Philippa Rigby'],
      ['Chair or deputy chair', 'Helen Marsh'],
    ] as const) {
      await clerk.page.goto(`${made.meeting}/check`)
      await saysNot(clerk.page, 'Publish agenda and papers')
      await clerk.page.goto(made.paper)
      await unfold(clerk, 'Record a consent')
      await choose(clerk.page.getByLabel('As', { exact: true }), consenter)
      await type(clerk.page.getByLabel('Who consented?'), person)
      await type(clerk.page.getByLabel('Why?'), 'The figures came on Monday evening.')
      await push(clerk, 'Record consent')
    }
    await clerk.page.goto(`${made.meeting}/check`)
    await push(clerk, 'Publish agenda and papers')
    await headed(clerk.page, 'Agenda and papers')
  })

  act('G7: a deputy whom the chair has not agreed to is refused; G6: the meeting is quorate with two of each side', async () => {
    at(0, '14:00')
    const clerk = await hand('clerk')
    await clerk.page.goto(`${made.meeting}/live`)
    await push(clerk, 'Start the meeting')
    await tells(clerk, 'Began at')
    for (const absent of ['Harpreet Gill', 'Adrian Vickers']) {
      await unfold(clerk, `More for ${absent}`)
      await push(clerk, new RegExp(`^Sent apologies.*${absent}`))
      await clerk.page.locator('.gt-live-person', { hasText: absent }).getByText('Apologies', { exact: true }).waitFor()
    }
    await push(clerk, /^Everybody else is here|^Mark everybody/)
    await tells(clerk, 'Quorate', '2 members from the clinical commissioning groups present, 2 needed')
    await unfold(clerk, 'Somebody comes in a member’s place')
    const deputy = clerk.page.locator('#form-deputy')
    await choose(deputy.getByLabel('In whose place?'), /Gill|another clinical commissioning group/)
    await choose(deputy.getByLabel('Who has come?'), 'Kwame Osei')
    await push(clerk, 'Note who has come')
    await tells(clerk, 'The chair has not agreed')
    await unfold(clerk, 'Record who takes the chair')
    await choose(clerk.page.locator('#form-chair').getByLabel('Who takes the chair?'), 'Helen Marsh')
    await push(clerk, 'Takes the chair now')
    await tells(clerk, 'In the chair: Helen Marsh')
  })

  act('G13, G6: quorum is lost when a member with a pecuniary interest leaves for item 6', async () => {
    const [clerk, member] = [await hand('clerk'), await hand('member')]
    await member.page.goto(`${made.meeting}/live`)
    await unfold(member, 'Declare an interest of mine')
    const form = member.page.locator('#form-declare')
    await choose(form.getByLabel('In which item?'), /^6/)
    await tick(form.getByLabel('Pecuniary'))
    await type(form.getByLabel('What is it?'), 'I am a partner in the practice that would run it.')
    await push(member, 'Declare the interest')
    await tells(member, 'Dr Ngozi Eze, item 6', 'May stay and vote, and does not speak, by the terms')
    await clerk.page.goto(`${made.meeting}/live`)
    const ruling = clerk.page.locator('live-form', { hasText: 'What does the chair rule on Dr Ngozi Eze?' })
    await unfold(clerk, 'The chair asks them to leave')
    await tick(ruling.getByLabel(/Leaves/))
    await type(ruling.getByLabel('The chair’s words'), 'The practice would be paid.')
    await push(clerk, 'Keep the ruling')
    await tells(clerk, 'The practice would be paid')
    await tells(clerk, '2 members from the clinical commissioning groups present, 2 needed')
    at(0, '14:20')
    await push(clerk, 'Take it now item 6')
    await tells(clerk, 'Not quorate', '1 member from the clinical commissioning groups present, 2 needed')
    if (mode.script) await tells(member, 'Not quorate')
  })

  act('G9, M8: without quorum nothing is decided; back in quorum a vote on resources is refused and referred upward', async () => {
    const clerk = await hand('clerk')
    await putMotion(clerk, /^6/, 'That £38,400 be given to an evening clinic.', 'Resources')
    await tells(clerk, 'The meeting is not quorate')
    await offersNoVote(clerk)
    at(0, '14:30')
    await push(clerk, /Arrived.*Adrian Vickers/)
    await tells(clerk, '2 members from the clinical commissioning groups present, 2 needed')
    await tells(clerk, 'The terms do not let this body settle or vote on resources', 'Northbrook Joint Commissioning Board')
    await offersNoVote(clerk)
    await push(clerk, /^Refer it to Northbrook Joint Commissioning Board/)
    await tells(clerk, 'Refer to another body: Northbrook Joint Commissioning Board')
    // The clock of the test stands still between its settings: what comes after the arrival must not seem to come before it.
    at(0, '14:35')
    await settleByConsensus(clerk, 'Everybody agreed to ask the joint commissioning board.')
    await tells(clerk, 'Carried')
  })

  act('M9, M11: decisions get the next numbers, two actions are set', async () => {
    const clerk = await hand('clerk')
    at(0, '14:45')
    await push(clerk, 'Take it now item 5')
    await tells(clerk, 'Item 5 Key workers')
    await putMotion(clerk, /^5/, 'That the strategy be approved.', 'Neither')
    await settleByConsensus(clerk, 'All agreed.')
    await tells(clerk, `Decision ${2 * index + 5}: Resolved. That the strategy be approved.`)
    for (const [text, lead] of [
      ['Name the key workers', 'Maeve Delaney'],
      ['Send the strategy to the four districts', 'Philippa Rigby'],
    ] as const) {
      await unfold(clerk, 'Set an action')
      const form = clerk.page.locator('#form-action')
      await choose(form.getByLabel('Item', { exact: true }), /^5/)
      await type(form.getByLabel('What is to be done?'), text)
      await choose(form.getByLabel('Who leads?'), lead)
      await type(form.getByLabel('By when?'), 'by end December')
      await push(clerk, 'Set the action')
      await tells(clerk, text)
    }
    at(0, '15:30')
    await unfold(clerk, 'End the meeting')
    await push(clerk, 'End the meeting now')
    await tells(clerk, 'The meeting has ended')
  })

  act('M12: minutes are drafted from the record, amended and approved at the next meeting, published in time', async () => {
    const clerk = await hand('clerk')
    at(1, '10:00')
    await clerk.page.goto(`${made.meeting}/minutes`)
    await push(clerk, 'Write the draft from the record')
    await tells(clerk, 'That the strategy be approved.', 'Name the key workers', 'Dr Ngozi Eze', 'The practice would be paid')
    await hit(clerk.page.getByRole('main').getByRole('link', { name: 'Circulate the draft to members' }))
    await tick(clerk.page.getByLabel('The chair has cleared the draft'))
    await push(clerk, 'Circulate to members')
    await tells(clerk, 'Record the approval')
    made.next = await holdNext(clerk, heldOn.add({ days: 14 }), () => at(14, '14:00'))
    await clerk.page.goto(`${made.meeting}/minutes/approve`)
    await choose(clerk.page.getByLabel('Which meeting approved them?'), new RegExp(String(heldOn.add({ days: 14 }).day)))
    await type(clerk.page.getByLabel('Amendments that were agreed'), 'Item 5: add that schools are told first.')
    await type(clerk.page.getByLabel('Who proposed the amendments?'), 'Zainab Khan')
    await amend(clerk, /Key workers/, 'Schools are told first.')
    await type(clerk.page.getByLabel('Signed by'), 'Helen Marsh')
    await push(clerk, 'Record the approval')
    await tells(clerk, 'Approved', 'Signed by Helen Marsh', 'Due by')
    at(17, '10:00')
    await clerk.page.goto(`${made.meeting}/minutes/publish`)
    await push(clerk, 'Publish')
    await tells(clerk, 'Published')
    await clerk.page.goto(`/boards/${slug}/compliance`)
    await tells(clerk, 'Minutes')
    assert.notEqual(made.next, made.meeting)
  })
}

async function writeLate({ page, mode }: Hand, paper: string): Promise<void> {
  await page.goto(`${paper}/edit`)
  const editor = page.locator('#body.ProseMirror')
  if (mode.script) {
    await editor.waitFor()
    await editor.focus()
    await page.keyboard.type('#. One key worker for every child with complex needs.')
  } else await page.getByLabel('Text', { exact: true }).fill('#. One key worker for every child with complex needs.')
  await press(page, 'Save')
  await press(page, 'Hand in')
}

async function offersNoVote({ page }: Hand): Promise<void> {
  assert.equal(await page.getByRole('button', { name: /^Open a recorded vote|^Keep the count/ }).count(), 0, 'no vote is offered')
}

async function putMotion(clerk: Hand, item: RegExp, words: string, touches: 'Resources' | 'Neither'): Promise<void> {
  await unfold(clerk, 'Put a motion')
  const form = clerk.page.locator('#form-motion-put')
  await choose(form.getByLabel('Item', { exact: true }), item)
  await type(form.getByLabel('Words of the motion'), words)
  await tick(form.getByLabel(touches))
  await choose(form.getByLabel('Put by'), 'Zainab Khan')
  await push(clerk, 'Put the motion')
  await tells(clerk, words)
}

async function settleByConsensus(clerk: Hand, words: string): Promise<void> {
  await unfold(clerk, 'Consensus')
  const form = clerk.page.locator('live-form', { hasText: 'Was there consensus?' }).first()
  await tick(form.getByLabel('Yes: it is decided'))
  await type(form.getByLabel('What was said'), words)
  await push(clerk, 'Keep this', form)
}

/** Adds a sentence to a section of the minutes: in the editor, or in the field where there is no script. */
async function amend(clerk: Hand, heading: RegExp, words: string): Promise<void> {
  const { page, mode } = clerk
  await unfold(clerk, 'Amend the text')
  const section = page.getByRole('group', { name: heading })
  if (mode.script) {
    const editor = section.locator('.ProseMirror').first()
    await editor.waitFor()
    await editor.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type(words)
    return
  }
  const field = section.locator('textarea').first()
  await field.fill(`${await field.inputValue()}\n\n${words}`)
}

/** Plans and begins the next meeting, at which minutes can be approved. */
async function holdNext(clerk: Hand, day: Temporal.PlainDate, atTheDay: () => void): Promise<string> {
  await clerk.page.goto(`/boards/${slug}/meetings/new`)
  await tick(clerk.page.getByLabel('Held in private'))
  await fillDay(clerk.page, 'heldOn', day.toString())
  const next = await planMeeting(clerk.page, { day: day.toString(), start: '2pm', place: 'Committee room 2' })
  await clerk.page.goto(`${next}/prepare`)
  await push(clerk, 'Announce the meeting')
  atTheDay()
  await clerk.page.goto(`${next}/live`)
  await push(clerk, 'Start the meeting')
  // With a script the answer comes without a new page: leaving before it has come would leave the meeting unstarted.
  await tells(clerk, 'Began at')
  return addressOf(clerk.page)
}
