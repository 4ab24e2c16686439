import assert from 'node:assert/strict'
import { follow, headed, openPage, press, says, saysNot, startJourney } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const board = '/boards/northbrook-childrens-partnership'
const house = await serveSample(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const clerk = await house.pageAs('clerk')
const visitor = await openPage(house)
const made = { meeting: '', before: '', question: '' }
const pathOf = (url: string): string => new URL(url).pathname

step('M13: somebody without an account asks a question of a public meeting, and confirms it by the link of a mail', async () => {
  await visitor.goto(`${board}/meetings`)
  await follow(visitor, /24 March 2026/)
  made.meeting = pathOf(visitor.url())
  await follow(visitor, 'Ask a question or bring a petition')
  await press(visitor, 'Send')
  await says(visitor, 'Choose what you bring', 'Enter what you want to ask or say', 'Enter your name', 'Enter your email address')
  await visitor.getByLabel('A question', { exact: true }).check()
  await visitor.getByLabel('The words').fill('Will the centre in Harrowdale open on Saturdays?')
  await visitor.getByLabel('Your name', { exact: true }).fill('Perran Lusk')
  await visitor.getByLabel('Do not show my name').check()
  await visitor.getByLabel('Your email address').fill('perran@example.org')
  await press(visitor, 'Send')
  await headed(visitor, 'Check your email')
  await house.settled()
  const mail = house.mails.find(({ subject }) => subject === 'Confirm what you sent to a meeting')
  assert.ok(mail)
  assert.doesNotMatch(mail.text, /Saturdays|Lusk/)
  const link = /\/questions\/confirm\?token=[\w-]+/.exec(mail.text)?.[0]
  assert.ok(link)
  await visitor.goto(link)
  await says(visitor, 'Will the centre in Harrowdale open on Saturdays?')
  await press(visitor, 'Confirm and send to the clerk')
})

step('M13: the clerk is told, sees that it came in time, and accepts it; the name stays with the clerk', async () => {
  await clerk.goto('/work')
  await follow(clerk, 'Settle the questions and petitions to the meeting of 24 March 2026')
  await follow(clerk, 'Will the centre in Harrowdale open on Saturdays?')
  made.question = pathOf(clerk.url())
  await says(clerk, 'Perran Lusk', 'In time: it could come until')
  await follow(clerk, 'Accept or refuse it')
  await clerk.getByLabel('Accept it').check()
  await press(clerk, 'Save')
  await visitor.goto(made.question)
  await says(visitor, /name withheld/i, 'Will the centre in Harrowdale open on Saturdays?')
  await saysNot(visitor, 'Perran Lusk')
})

step('M8, M13: at the meeting everybody is marked as present in one step, and the question is answered', async () => {
  house.clock.set(Temporal.Instant.from('2026-03-24T14:30:00Z'))
  await clerk.goto(`${made.meeting}/attendance`)
  await press(clerk, 'Start the meeting')
  await follow(clerk, 'Mark everybody as present')
  await clerk.getByRole('radio', { name: /, chair/ }).check()
  await press(clerk, 'Save the attendance')
  await clerk.goto(`${made.question}/answer`)
  await clerk.getByLabel('At the meeting').check()
  await clerk.getByLabel('The answer').fill('From May, on the first Saturday of each month.')
  await clerk.getByLabel('Who answers?').fill('Cllr Yasmin Akhtar')
  await press(clerk, 'Save the answer')
  await says(clerk, 'From May, on the first Saturday of each month.')
  await clerk.goto(`${made.meeting}/attendance`)
  await press(clerk, 'End the meeting')
})

step('M12: the meeting amends and approves the minutes of the meeting before: the amendment is a new version with its reason', async () => {
  await clerk.goto(made.meeting)
  await follow(clerk, /^Minutes of the meeting held on/)
  await follow(clerk, /^Minutes of the meeting held on/)
  made.before = pathOf(clerk.url())
  await follow(clerk, 'Record the approval')
  await clerk.getByLabel('Which meeting approved them?').selectOption({ label: '24 March 2026' })
  await clerk.getByLabel('Amendments that were agreed').fill('Waiting times: add that schools were heard.')
  await clerk.getByLabel('Who proposed the amendments?').fill('Cllr Yasmin Akhtar')
  await clerk.getByLabel('Signed by').fill('Winston Clarke')
  await press(clerk, 'Record the approval')
  await says(clerk, 'Make the amendment in the text below')
  const text = clerk.locator('textarea[name^=text_]').nth(4)
  await text.fill(`${await text.inputValue()}\n\nSchools were heard.`)
  await press(clerk, 'Record the approval')
  await says(clerk, 'Approved at the meeting of 24 March 2026', 'Waiting times: add that schools were heard', 'Schools were heard.')
  await follow(clerk, 'All versions')
  await says(clerk, 'Amended by the meeting of 24 March 2026: Waiting times')
})

step('M9, M12, M13: the draft of the meeting tells the question, its answer and the approval, with links back to the record', async () => {
  await clerk.goto(`${made.meeting}/minutes`)
  await press(clerk, 'Write the draft from the record')
  await says(
    clerk,
    'Question from the public (name withheld): Will the centre in Harrowdale open on Saturdays?',
    'From May, on the first Saturday of each month.',
    'with amendments, proposed by Cllr Yasmin Akhtar',
    'From: question from the public',
  )
  await saysNot(clerk, 'Perran Lusk', 'The text and the record disagree')
  await clerk.goto(`${made.question}/answer`)
  await clerk.getByLabel('The answer').fill('From June, every Saturday.')
  await press(clerk, 'Save the answer')
  await clerk.goto(`${made.meeting}/minutes`)
  await says(clerk, 'The text and the record disagree', 'was changed in the record after the minutes were written')
})
