import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { episodeOf, ledFamilies } from './testing/led-families.ts'
import { ofTraining } from './testing/of-training.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { must, refused, led } = ledFamilies(town)
const { ownerDb } = town
// 'nurse' leads the practice of the agency for which 'lead' works, by a post of their own there.
await ownerDb
  .insertInto('casework.post')
  .values({
    ...{ id: newId(), person: town.person('nurse'), organisation: town.agency('lead'), role: 'agency-lead', area: null },
    starts_on: Temporal.PlainDate.from('2020-01-01'),
  })
  .execute()
const home = await led()
const other = await led()

test('E8: a caseload is counted against its limit and share of whole time, is said before a family is handed on, and names no family', async () => {
  const caseloads = '/families/caseloads'
  const limit = {
    ...{
      organisation: town.agency('lead'),
      families: '3',
      source: 'Decided by the practice board',
      elsewhere: '11.5',
      elsewhereSource: 'A survey',
    },
    ...dayFields('startsOn', town.as('nurse').today.toString()),
  }
  assert.equal((await town.send(`${caseloads}/limits/new`, limit, 'lead')).status, 403)
  await refused(`${caseloads}/limits/new`, { ...limit, elsewhere: '11.55' }, /at most one decimal/, 'nurse')
  await must(`${caseloads}/limits/new`, limit, 'nurse')
  await refused(`${caseloads}/limits/new`, limit, /from that day already/, 'nurse')
  assert.match((await town.get(caseloads, 'lead')).text, /Room for 1 of 3/)
  const half = { post: town.post('lead'), percent: '50', ...dayFields('startsOn', town.as('nurse').today.toString()) }
  await must(`${caseloads}/shares/new`, half, 'nurse')
  const own = (await town.get(caseloads, 'lead')).text
  assert.match(own, /Over the limit of 1 by 1/)
  assert.match(own, /Elsewhere: 11.5 \(A survey\)/)
  for (const who of ['co-ordinator', 'nurse'] as const) {
    const { text } = await town.get(caseloads, who)
    assert.match(text, /Over the limit: Person lead/)
    assert.doesNotMatch(text, /Amber|EH-|Wren/)
  }
  // Whoever sees several agencies sees them beside one another: 2 families of half a practitioner and none of a colleague, and what stands elsewhere.
  const compared = (await town.get(caseloads, 'co-ordinator')).text
  assert.match(compared, /Agencies compared[\s\S]*Agency of lead[\s\S]*?>1\.3<[\s\S]*?>3<[\s\S]*?1 of 2<[\s\S]*?11\.5 \(A survey\)/)
  assert.match(compared, /Agencies compared[\s\S]*Agency of nurse[\s\S]*?No limit set[\s\S]*?Not said/)
  assert.doesNotMatch((await town.get(caseloads, 'lead')).text, /Agencies compared/, 'with one agency nothing is compared')
  assert.doesNotMatch((await town.get(caseloads, 'asker')).text, /Person lead/, 'no colleague’s load is everybody’s')
  // What is withheld is counted for the lead alone.
  await ownerDb
    .updateTable('casework.family')
    .set({ is_shielded: true })
    .where(
      'id',
      '=',
      (await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', episodeOf(other)).executeTakeFirstOrThrow()).family,
    )
    .execute()
  assert.match((await town.get(caseloads, 'lead')).text, /Over the limit of 1 by 1/)
  const work = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items.map(({ text }) => text).join() ?? ''
  assert.match(await work('lead'), /You lead 2 families, and the limit is 1/)
  assert.doesNotMatch(
    await work('nurse'),
    /more families than the limit/,
    'a family that is withheld is counted for its lead and supervisor alone',
  )
  assert.doesNotMatch((await work('lead')) + (await work('nurse')), /Amber|EH-/)
  assert.match((await town.get(caseloads, 'co-ordinator')).text, /At the limit of 1/)
  // The proposer sees the receiver’s load, and the receiver their own, before anything is accepted.
  assert.match((await town.get(`${home}/lead`, 'lead')).text, /Person colleague[^<]*: leads no family of at most 3/)
  await must(`${home}/lead`, { post: town.post('colleague') }, 'lead')
  assert.match((await town.get(`${home}/lead/answer`, 'colleague')).text, /you lead no family of at most 3/)
})

test('E7: how records are drawn is set from a day on by an administrator, signed; what boards are not told stays as it was', async () => {
  const [at, on] = ['/families/quality/rules/new', { startsOn: '2026-09-01' }]
  const rule = {
    atLeast: '60',
    excludeMonths: '6',
    assignmentDays: '14',
    source: 'Steering group of June',
    ...dayFields('startsOn', on.startsOn),
  }
  for (const who of ['co-ordinator', 'lead', 'board-member'] as const) assert.equal((await town.send(at, rule, who)).status, 403, who)
  assert.equal(
    (await town.send(at, { ...rule, ...dayFields('startsOn', '2026-01-01') }, 'administrator')).status,
    422,
    'no day that is over',
  )
  assert.equal((await town.send(at, rule, 'administrator')).status, 303)
  assert.match((await town.send(at, rule, 'administrator')).text, /set from that day already/)
  assert.match(
    (await town.get('/families/quality/rules', 'co-ordinator')).text,
    /At least 60[\s\S]*6 months before[\s\S]*14 days[\s\S]*Steering group of June/,
  )
  const rules = await town.ownerDb.selectFrom('casework.quality_rule').select('hidden_up_to').execute()
  assert.deepEqual(
    rules.map(({ hidden_up_to }) => hidden_up_to),
    [5, 5],
  )
})

test('E9: whoever waits sees how many wait before them; what changed of a session is told with what it was before, until they say that they saw it', async () => {
  const { root, must, course, session, change, bookings } = ofTraining(town)
  const { today } = town.as('lead')
  const [first, later] = [today.add({ days: 20 }).toString(), today.add({ days: 27 }).toString()]
  const at = await session(await course('Moved'), '1', first)
  for (const who of ['lead', 'nurse', 'asker', 'governance'] as const) await must(`${at}/place`, {}, who)
  assert.match((await town.get(at, 'nurse')).text, /Nobody waits before you/)
  assert.match((await town.get(at, 'asker')).text, /1 person waits before you/)
  assert.match((await town.get(root, 'governance')).text, /2 people wait before you/)
  const kept = { ...change, startsAt: '2pm', capacity: '1' }
  await must(`${at}/change`, { ...kept, ...dayFields('heldOn', first), administrator: 'Another desk' })
  assert.doesNotMatch((await town.get(at, 'lead')).text, /I have seen this/, 'another desk concerns nobody who has a place')
  await must(`${at}/change`, { ...kept, ...dayFields('heldOn', later), venue: 'Library', version: '2' })
  for (const who of ['lead', 'nurse'] as const) {
    const work = await familyWork(town.db)(town.as(who))
    assert.ok(work?.items.some(({ text }) => /The day and the place changed of training that you booked/.test(text)))
    assert.match((await town.get(at, who)).text, /Library, East[\s\S]*Before: Hall, East/)
  }
  const [booked, second, third] = await bookings(at)
  assert.ok(booked && second && third)
  assert.match((await town.get(at, 'co-ordinator')).text, /Booked; has not seen what changed/)
  // Nobody says it for somebody else, through the page or past it; nor of what they were not shown.
  assert.equal((await town.send(`${root}/bookings/${booked.id}/seen`, { version: '3' }, 'co-ordinator')).status, 422)
  const past = writeAs(town.db, town.as('co-ordinator'), (tx) =>
    tx
      .updateTable('casework.booking')
      .set({ seen_at: town.as('lead').now })
      .where('id', '=', booked.id)
      .execute(),
  )
  await assert.rejects(past, /says themselves that they saw it/)
  const old = await town.send(`${root}/bookings/${booked.id}/seen`, { version: '2' }, 'lead')
  assert.match(old.text, /The session changed again/)
  await must(`${root}/bookings/${booked.id}/seen`, { version: '3' }, 'lead')
  assert.doesNotMatch((await town.get(at, 'lead')).text, /I have seen this|Before:/)
  // Given back while it is told: that the session changed is noted. Given back after it was seen: it is not.
  await must(`${root}/bookings/${second.id}/cancel`, {}, 'nurse')
  await must(`${root}/bookings/${booked.id}/cancel`, {}, 'lead')
  assert.deepEqual(
    (await bookings(at)).map(({ state, freed }) => [state, freed]),
    [
      ['cancelled', false],
      ['cancelled', true],
      ['offered', false],
      ['waiting', false],
    ],
  )
  assert.match((await town.get(at, 'co-ordinator')).text, /1 gave a place back because the session changed/)
  // Moved back to what they knew: nothing is told any more.
  await must(`${at}/change`, { ...kept, ...dayFields('heldOn', first), version: '3' })
  assert.doesNotMatch((await town.get(at, 'asker')).text, /I have seen this/)
})
