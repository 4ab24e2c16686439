import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { episodeOf, ledFamilies } from './testing/led-families.ts'
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
