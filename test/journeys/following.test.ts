import assert from 'node:assert/strict'
import { tellFollowers } from '#public-site/commands/tell-followers.ts'
import { addItem, planMeeting } from '../support/clerk.ts'
import { fillDay, follow, headed, hit, openPage, press, says, saysNot, startJourney, tick } from '../support/journey.ts'
import { serveSample } from '../support/sample-house.ts'

const step = startJourney()
const house = await serveSample(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const visitor = await openPage(house)
const clerk = await house.pageAs('clerk')
const address = 'ros.penrose@example.org'
const board = '/boards/northbrook-childrens-partnership'
const made = { meeting: '', stop: '' }

/** Of the sample, and follows the same board at once. */
const another = 'newsdesk@fenmarsh-courier.example'

/** What came to an address so far, oldest first. */
const sentTo = (email: string) => house.mails.filter(({ to }) => to === email)
const theirs = () => sentTo(address)
/** The address of ours that the newest mail holds and that begins so. */
function linkTo(path: string): string {
  const link = theirs()
    .at(-1)
    ?.text.split(/\s/)
    .find((word) => word.startsWith(house.url + path))
  assert.ok(link, `the newest mail leads to ${path}`)
  return link.slice(house.url.length)
}
/** What the machine does every minute. */
async function aMinuteLater(): Promise<void> {
  house.clock.set(house.clock.now().add({ minutes: 1 }))
  await tellFollowers(house.needs)
  await house.settled()
}

step('O3: a visitor finds the board from the front page, asks for mails, and confirms by the link that comes', async () => {
  await visitor.goto('/')
  await visitor.getByRole('navigation').getByRole('link', { name: 'Boards', exact: true }).first().click()
  await follow(visitor, 'Northbrook Children and Young People’s Strategic Partnership')
  await hit(visitor.getByRole('main').locator('summary', { hasText: 'Follow this board' }))
  await follow(visitor, 'Mails about what comes out')
  await headed(visitor, 'Get mails about this')
  await visitor.getByLabel('Your email address').fill(address)
  await tick(visitor.getByLabel('As soon as something comes out'))
  await press(visitor, 'Send me the link')
  await house.settled()
  assert.equal(theirs().length, 1)
  await visitor.goto(linkTo('/follow/confirm'))
  await press(visitor, 'Begin the mails')
  await headed(visitor, 'Your mails begin')
  await aMinuteLater()
  assert.equal(theirs().length, 1, 'what came out before is nothing new')
})

step('O3: the clerk publishes an agenda: one mail comes, it names no item, and its link opens for a visitor', async () => {
  await clerk.goto(`${board}/meetings/new`)
  await fillDay(clerk, 'heldOn', '2026-04-21')
  made.meeting = await planMeeting(clerk, { day: '2026-04-21', start: '2pm', end: '4pm', place: 'County Hall' })
  await addItem(clerk, made.meeting, { title: 'What families said in the winter', status: 'verbal' })
  await addItem(clerk, made.meeting, { title: 'Offer of Kestrelhold', status: 'verbal', publicTitle: 'Commercial matter' })
  await clerk.goto(`${made.meeting}/prepare`)
  await press(clerk, 'Announce the meeting')
  await clerk.goto(`${made.meeting}/check`)
  await press(clerk, 'Publish agenda and papers')
  await house.settled()
  await aMinuteLater()
  await aMinuteLater()
  const mails = theirs().slice(1)
  assert.equal(mails.length, 1, 'told once')
  assert.equal(mails[0]?.subject, 'New: Northbrook Children and Young People’s Strategic Partnership')
  assert.match(mails[0]?.text ?? '', /meeting of 21 April 2026/)
  assert.doesNotMatch(mails[0]?.raw ?? '', /Kestrelhold|What families said/)
  made.stop = linkTo('/follow/stop')
  await visitor.goto(linkTo(made.meeting))
  await says(visitor, 'What families said in the winter', 'Commercial matter')
  await saysNot(visitor, 'Kestrelhold')
})

step('O3: one press stops the mails, the address is gone, and nothing more comes', async () => {
  await visitor.goto(made.stop)
  await press(visitor, 'Stop the mails')
  await headed(visitor, 'The mails have stopped')
  const kept = await house.ownerDb.selectFrom('publicsite.follower').select('email').where('email', '=', address).execute()
  assert.deepEqual(kept, [])
  await clerk.goto(made.meeting)
  await follow(clerk, 'How agenda and papers went out')
  await follow(clerk, 'Withdraw this publication')
  await clerk.getByRole('main').getByRole('textbox').first().fill('The wrong day stood on it.')
  await clerk.getByRole('main').getByRole('button').last().click()
  await house.settled()
  await aMinuteLater()
  assert.match(sentTo(another).at(-1)?.text ?? '', /Withdrawn:[\s\S]*The wrong day stood on it/, 'another, who follows the same, is told')
  assert.equal(theirs().length, 2)
  assert.deepEqual(await visitor.context().cookies(), [], 'no cookie for visitors')
})

step('O3: the administrator sees how many follow what, and no address', async () => {
  const administrator = await house.pageAs('administrator')
  await administrator.goto('/admin')
  await follow(administrator, /follow/i)
  await says(administrator, 'Early help', 'Strategic Partnership')
  await saysNot(administrator, '@')
})
