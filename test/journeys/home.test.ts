import assert from 'node:assert/strict'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { deliverMail } from '#platform/mail/deliver.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { follow, headed, openPage, says, saysNot, startJourney, unfold } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const house = await serveSample(now)
const board = '/boards/northbrook-childrens-partnership'

/** What each person of the sample sees at once. */
const works: Readonly<Record<string, readonly string[]>> = {
  administrator: ['Frances Lowe', 'No meeting is announced'],
  clerk: ['Omar Siddiqui', 'Prepare your next meeting', 'Children and Young People’s Strategic Partnership', 'clerk'],
  'other-clerk': ['Grace Mbeki', 'Prepare your next meeting', 'Women and Children’s Delivery Board'],
  chair: ['Winston Clarke', 'chair or deputy chair'],
  member: ['Helen Marsh', 'Your next meetings'],
  deputy: ['Jonathan Pryce', 'deputy'],
  observer: ['Dr Ruth Abrahams', 'Your next meetings', 'You: observer'],
  author: ['Leila Haddad', 'papers to hand in', 'Supervision standards for all agencies', 'To write'],
}

for (const [role, words] of Object.entries(works)) {
  step(`X1: the sample’s ${role} signs in and sees their work`, async () => {
    const page = await house.pageAs(role)
    await headed(page, 'My work')
    await unfold(page)
    await says(page, ...words)
    if (role === 'author') {
      await follow(page, 'Supervision standards for all agencies')
      await headed(page, 'Supervision standards for all agencies')
    }
    if (role === 'clerk') {
      await follow(page, 'Prepare your next meeting')
      await headed(page, 'Prepare the meeting')
    }
    await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    await says(page, 'You are signed out')
    await page.goto('/work')
    await headed(page, 'Sign in')
    await page.context().close()
  })
}

step('X3: an administrator reads mail that was kept because no mail server is set', async () => {
  const acting = { actor: SYSTEM_ACTOR, now, today: Temporal.PlainDate.from('2026-03-10') }
  const mail = { to: 'helen.marsh@northbrook.example', subject: 'Papers for Tuesday', text: `Read them here: ${house.url}/boards\n` }
  const queued = { ...mail, attachments: [] }
  const delivery = await writeAs(house.needs.db, acting, (tx) => sendLater({ enqueue: async () => '' }, tx, mail))
  await deliverMail(house.needs.db, house.clock, undefined)({ id: delivery, data: { delivery, ...queued } })
  const administrator = await house.pageAs('administrator')
  await administrator.goto('/admin')
  await follow(administrator, 'Mail')
  await says(administrator, 'Mail kept here', 'Papers for Tuesday', 'helen.marsh@northbrook.example')
  await follow(administrator, 'Papers for Tuesday')
  await headed(administrator, 'Papers for Tuesday')
  await says(administrator, 'Read them here')
  const letter = new URL(administrator.url()).pathname
  for (const link of ['Bodies', 'Organisations', 'People', 'Audit']) {
    await administrator.goto('/admin')
    await follow(administrator, link)
    assert.notEqual(await administrator.locator('h1').innerText(), 'Page not found', link)
  }
  const member = await house.pageAs('member')
  for (const path of ['/admin', '/admin/mail', letter, '/admin/audit']) {
    assert.equal((await member.goto(path))?.status(), 403, path)
    await headed(member, 'You cannot do this')
    await saysNot(member, 'Papers for Tuesday')
  }
  const visitor = await openPage(house)
  await visitor.goto('/admin/mail')
  await headed(visitor, 'Sign in')
})

step('X1: wrong addresses and wrong people are answered in words, and nothing is revealed', async () => {
  const visitor = await openPage(house)
  for (const path of ['/no-such-page', '/boards/nowhere', '/meetings/01a20000-0000-7000-8000-000000000000', '/papers/x', '/admin/mail/x']) {
    assert.equal((await visitor.goto(path))?.status(), 404, path)
    await headed(visitor, 'Page not found')
    await says(visitor, 'check that it is correct')
  }
  const observer = await house.pageAs('observer')
  assert.equal((await observer.goto(`${board}/members/import`))?.status(), 403)
  await says(observer, 'If you think it should, ask the clerk')
  const other = await house.pageAs('other-clerk')
  assert.equal((await other.goto(`${board}/members/seats/new`))?.status(), 403, 'a clerk of another board')
  const author = await house.pageAs('author')
  await author.goto('/papers')
  await says(author, 'Supervision standards for all agencies')
})
