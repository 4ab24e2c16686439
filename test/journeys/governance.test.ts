import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { loadSample, type SamplePerson } from '#src/sample/load.ts'
import { fillDay, follow, headed, openPage, openPageAs, press, says, saysNot, startJourney, unfold } from '../support/journey.ts'
import { serveHouse } from '../support/served-house.ts'

const step = startJourney()
const people: SamplePerson[] = []
const house = await serveHouse(Temporal.Instant.from('2026-03-10T10:00:00Z'), async ({ needs, ownerDb }) => {
  people.push(...(await loadSample(needs, ownerDb)))
})
const board = '/boards/northbrook-childrens-partnership'
const pages: { clerk?: Page; member?: Page } = {}

async function pageAs(role: 'clerk' | 'member'): Promise<Page> {
  const person = people.find((one) => one.role === role)
  assert.ok(person)
  pages[role] ??= await openPageAs(house, person)
  return pages[role]
}

step('G5: a clerk adds a person and fills the vacancy', async () => {
  const clerk = await pageAs('clerk')
  await clerk.goto('/organisations')
  await follow(clerk, 'Add a person')
  await clerk.getByLabel('Full name').fill('Grace Okonjo')
  await clerk.getByLabel('Email address').fill('grace.okonjo@probation.example')
  await clerk.getByLabel('Post', { exact: true }).fill('Head of probation delivery')
  await clerk.getByLabel('Organisation of the post').selectOption({ label: 'Northbrook Probation' })
  await press(clerk, 'Add person')
  await headed(clerk, 'Grace Okonjo')
  await clerk.goto(`${board}/members`)
  await says(clerk, '30 seats, 29 filled. 1 vacant.')
  await follow(clerk, /^Appoint to Probation/)
  await clerk.getByLabel('Person', { exact: true }).selectOption({ label: 'Grace Okonjo' })
  await clerk.getByLabel('Speak for it').check()
  await fillDay(clerk, 'startsOn', '2026-03-02')
  await press(clerk, 'Appoint')
  await headed(clerk, /Grace Okonjo/)
  await clerk.goto(`${board}/members`)
  await says(clerk, '30 seats, 30 filled', 'Grace Okonjo')
})

step('G5: a place that is filled already is told in words, and what was typed stays', async () => {
  const clerk = await pageAs('clerk')
  await clerk.goto(`${board}/members`)
  const seat = /\/seats\/([0-9a-f-]+)\/change/.exec(
    (await clerk.getByRole('link', { name: 'Change Probation' }).getAttribute('href')) ?? '',
  )?.[1]
  await clerk.goto(`${board}/members/seats/${seat}/appoint`)
  await clerk.getByLabel('Person', { exact: true }).selectOption({ label: 'Helen Marsh' })
  await fillDay(clerk, 'startsOn', '2026-03-31')
  await press(clerk, 'Appoint')
  await says(clerk, 'There is a problem', 'This place is already filled by Grace Okonjo with no end recorded')
  assert.equal(await clerk.locator('[name="startsOn-day"]').inputValue(), '31')
  await fillDay(clerk, 'startsOn', '2026-02-31')
  await press(clerk, 'Appoint')
  await says(clerk, 'There is no such day in the calendar')
})

step('G5: an appointment ends with its reason, and the history keeps it', async () => {
  const clerk = await pageAs('clerk')
  await clerk.goto(`${board}/members/history`)
  await unfold(clerk)
  await clerk
    .getByRole('row', { name: /Piotr Nowak/ })
    .getByRole('link')
    .first()
    .click()
  await follow(clerk, /^End/)
  await headed(clerk, 'End an appointment')
  await press(clerk, 'End appointment')
  await says(clerk, 'There is a problem')
  await clerk.getByLabel('Resigned').check()
  await fillDay(clerk, 'endsOn', '2026-03-09')
  await press(clerk, 'End appointment')
  await says(clerk, 'Resigned', '9 March 2026')
  const visitor = await openPage(house)
  await visitor.goto(`${board}/members/history`)
  await unfold(visitor)
  const row = (await visitor.getByRole('row', { name: /Piotr Nowak/ }).innerText()).replace(/\s+/g, ' ')
  assert.match(row, /1 October 2021 9 March 2026/)
  await says(visitor, 'Margaret Ellwood', 'Nadia Hussain', '1 November 2025')
  await visitor.goto(`${board}/members`)
  await says(visitor, '30 seats, 29 filled. 1 vacant.')
  await saysNot(visitor, 'Piotr Nowak')
})

step('G5: members come in from a spreadsheet whole or not at all', async () => {
  const clerk = await pageAs('clerk')
  const head = 'seat,category,voting,name,email,organisation,post,from'
  const good = [
    'Registered housing,other,voting,Wilf Arden,wilf.arden@homes.example,,Chief executive,2026-03-02',
    'Registered housing,other,voting,,,,,',
  ]
  const bad = [
    'Young carers,other,chief,Zoë Lamb,zoe@carers.example,,,31/02/2026',
    'Faith groups,other,voting,=SUM(A1),,Northbrook Nowhere,,',
  ]
  await clerk.goto(`${board}/members`)
  await follow(clerk, 'Bring members in from a spreadsheet')
  await clerk.getByLabel('Or paste the rows').fill([head, ...good, ...bad].join('\n'))
  await press(clerk, 'Show what would happen')
  await says(
    clerk,
    'There is a problem',
    'Line 4, voting: “chief” is not known',
    'Line 4, from: “31/02/2026” is no day',
    'Line 5, name: “=SUM(A1)” looks like a formula',
  )
  assert.match(await clerk.getByLabel('Or paste the rows').inputValue(), /Wilf Arden/)
  await clerk.getByLabel('Or paste the rows').fill([head, ...good, 'Faith groups,other,voting,Ada Bell,,Northbrook Nowhere,,'].join('\n'))
  await press(clerk, 'Show what would happen')
  await says(clerk, 'Line 4: there is no organisation “Northbrook Nowhere”')
  await clerk.goto(`${board}/members`)
  await says(clerk, '30 seats, 29 filled')
  await saysNot(clerk, 'Registered housing')
  await follow(clerk, 'Bring members in from a spreadsheet')
  await clerk
    .getByLabel('CSV file')
    .setInputFiles({ name: 'members.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${[head, ...good].join('\r\n')}\r\n`) })
  await press(clerk, 'Show what would happen')
  await says(clerk, '1 new seats', '1 new people', '1 appointments', 'Wilf Arden (new)', 'Nothing has been saved yet')
  await press(clerk, 'Save all of it')
  await says(clerk, '32 seats, 30 filled. 2 vacant.', 'Registered housing', 'Wilf Arden')
})

step('G4: terms leave as JSON, come back as a draft, are checked, and are adopted with an answer', async () => {
  const clerk = await pageAs('clerk')
  await clerk.goto(`${board}/terms`)
  await says(clerk, 'What the checker found', 'Contradiction', 'Quorum: the terms say nothing')
  const href = (await clerk.getByRole('link', { name: /JSON/ }).getAttribute('href')) ?? ''
  const file = await clerk.request.get(href)
  assert.match(file.headers()['content-disposition'] ?? '', /^attachment; filename="northbrook-childrens-partnership-terms-1\.json"$/)
  const terms = JSON.parse(await file.text())
  assert.equal(terms.format, 'goldenthread-terms/1')
  await follow(clerk, 'Bring in a new version')
  await clerk.getByLabel('The document (JSON)').fill('{ "format": "goldenthread-terms/1" }')
  await press(clerk, 'Save as a draft')
  await says(clerk, 'There is a problem', 'The document is not a terms document')
  const impossible = {
    ...terms,
    from: '2026-04-01',
    quorum: {
      status: 'stated',
      value: { kind: 'at-least', n: 99, counts: 'people', of: { kind: 'members' } },
      source: { id: 'terms', section: '5' },
    },
  }
  await clerk.getByLabel('The document (JSON)').fill(JSON.stringify(impossible))
  await press(clerk, 'Save as a draft')
  await says(clerk, 'Draft', 'The quorum wants 99 members, and there are only')
  await follow(clerk, /^Adopt/)
  await clerk.getByLabel('Adopted by').fill('The partnership, at its meeting of 3 March 2026')
  await clerk.getByLabel('What is to hold where the terms contradict themselves?').fill('Nothing yet')
  await press(clerk, 'Adopt')
  await says(clerk, 'There is a problem', 'Terms that no meeting can meet are not adopted')
  await clerk.goto(`${board}/terms/import`)
  const possible = {
    ...impossible,
    quorum: { ...impossible.quorum, value: { kind: 'at-least', n: 10, counts: 'people', of: { kind: 'members' } } },
  }
  await clerk.getByLabel('The document (JSON)').fill(JSON.stringify(possible, null, 2))
  await press(clerk, 'Save as a draft')
  const visitor = await openPage(house)
  assert.equal((await visitor.goto(clerk.url()))?.status(), 404, 'a draft is for those who keep the terms')
  await follow(clerk, /^Adopt/)
  await clerk.getByLabel('Adopted by').fill('The partnership, at its meeting of 3 March 2026')
  await press(clerk, 'Adopt')
  await says(clerk, 'There is a problem', 'Say what is to hold: the checker found one contradiction')
  await clerk
    .getByLabel('What is to hold where the terms contradict themselves?')
    .fill('The independent chair chairs until the terms are changed.')
  await press(clerk, 'Adopt')
  await visitor.goto(`${board}/terms/3`)
  await says(visitor, '1 April 2026', 'at least 10 members')
  house.clock.set(Temporal.Instant.from('2026-04-02T09:00:00Z'))
  await visitor.goto(`${board}/terms`)
  await says(visitor, 'In force from 1 April 2026', 'at least 10 members')
})

step('G13: a member declares an interest; a sensitive one stays out of the public register', async () => {
  const member = await pageAs('member')
  const visitor = await openPage(house)
  await member.goto('/me/interests')
  await follow(member, 'Declare an interest')
  await press(member, 'Declare')
  await says(member, 'There is a problem')
  await member.getByRole('radio').first().check()
  await member.getByLabel('What is it?').fill('Trustee of the Lighthouse family charity')
  await fillDay(member, 'startsOn', '2026-01-05')
  await press(member, 'Declare')
  await says(member, 'Trustee of the Lighthouse family charity')
  await follow(member, 'Declare an interest')
  await member.getByRole('radio').first().check()
  await member.getByLabel('What is it?').fill('A relative is treated at the Cormorant unit')
  await fillDay(member, 'startsOn', '2026-01-06')
  await member.getByLabel('This is sensitive: keep it out of the public register').check()
  await press(member, 'Declare')
  await visitor.goto(`${board}/interests`)
  await says(visitor, 'Trustee of the Lighthouse family charity')
  await saysNot(visitor, 'Cormorant')
  const clerk = await pageAs('clerk')
  await clerk.goto(`${board}/interests`)
  await says(clerk, 'Cormorant')
})

step('G3: the arrangement of boards as it was in 2013', async () => {
  const visitor = await openPage(house)
  await visitor.goto(`${board}/relationships`)
  await says(visitor, 'Northbrook Health and Wellbeing Board')
  await fillDay(visitor, 'on', '2013-12-11').catch(() => visitor.goto(`${board}/relationships?on=2013-12-11`))
  await press(visitor, 'Show')
  await says(visitor, 'How this board stood to others on 11 December 2013', 'Early Help Steering Group', 'is a sub-group of', 'reports to')
  await visitor.goto('/boards/childrens-trust-board/relationships?on=2012-10-01')
  await says(visitor, 'Became the strategic partnership')
})

step('G2, X1: who may not keep a board is told so in words, and nothing changes', async () => {
  const member = await pageAs('member')
  assert.equal((await member.goto(`${board}/members/seats/new`))?.status(), 403)
  await headed(member, 'You cannot do this')
  const visitor = await openPage(house)
  await visitor.goto(`${board}/members/seats/new`)
  await headed(visitor, 'Sign in')
  assert.equal((await visitor.goto('/boards/no-such-board/members'))?.status(), 404)
})
