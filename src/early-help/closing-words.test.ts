import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { closingProblem, freelyTold } from './rules/closing.ts'
import { closureReasons } from './rules/episode.ts'
import { episodeOf, type Fields, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { must, led } = ledFamilies(town)
const { ownerDb } = town
const set = '/families/settled/closing/new'
const words: Fields = {
  ...{ name: 'Our reasons', source: 'Steering group' },
  ...Object.fromEntries(closureReasons.map((reason) => [`words-${reason}`, `Ours for ${reason}`])),
  ...Object.fromEntries(freelyTold.map((reason) => [`told-${reason}`, 'not-reported'])),
  'words-moved': 'Moved within the county\n\n Moved far away \n',
  'told-single-agency': 'needs-met',
}
const settled = (from: string, more: Fields = {}): Fields => ({ ...words, ...dayFields('startsOn', from), ...more })
const today = (): string => town.as('lead').today.toString()
const close = (reason: string, on = today()): Fields => ({
  ...{ reason, plan: 'Grandmother is there', familyView: 'It was good', forReferrer: 'They are well' },
  ...dayFields('closedOn', on),
})
const countOf = async (reason: string): Promise<number | undefined> => {
  const { rows } = await sql<{ count: number }>`
    select count from casework.count_month('2026-03-01'::date) where indicator = ${`closed:${reason}`}`.execute(ownerDb)
  return rows[0]?.count
}

test('E5: words of reasons for closing are set by an administrator from tomorrow on, for every reason, none twice', async () => {
  for (const who of ['lead', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.equal((await town.get(set, who)).status, 403, who)
  const wrong = async (more: Fields, says: RegExp): Promise<void> => {
    const answer = await town.send(set, settled('2026-03-15', more), 'administrator')
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
    assert.match(answer.text, /Moved far away/)
  }
  await wrong(dayFields('startsOn', today()), /Choose tomorrow or a later day/)
  await wrong({ 'words-died': ' \n ' }, /Give this reason one name at least/)
  await wrong({ 'words-died': 'moved FAR away' }, /under another reason, already/)
  await wrong({ 'words-died': '1\n2\n3\n4\n5\n6\n7' }, /six names at most/)
  await wrong({ 'told-other': 'something' }, /error-summary/)
  assert.doesNotMatch((await town.get(set, 'administrator')).text, /name="told-(withdrew|not-engaging|moved|needs-met|stepped-up)"/)
  await must(set, settled('2026-03-15'), 'administrator')
  await wrong({}, /set from that day already/)
  assert.match((await town.get('/families/settled', 'lead')).text, /Reasons for closing/)
})

test('E5, E10: a closing keeps the words of its day, and what is counted and given to others is the reason whatever it is called', async () => {
  const [before, after, late] = [await led(), await led(), await led()]
  assert.doesNotMatch((await town.get(`${before}/close`, 'lead')).text, /Moved far away/, 'not before its day')
  await must(`${before}/close`, close('moved'), 'lead')
  town.tick({ hours: 24 * 6 })
  const form = (await town.get(`${after}/close`, 'lead')).text
  assert.match(form, /Ours for withdrew[\s\S]*Ours for not-engaging[\s\S]*Moved within the county[\s\S]*Moved far away/)
  assert.doesNotMatch(form, /The family moved away/)
  assert.equal((await town.send(`${after}/close`, close('moved/3'), 'lead')).status, 422)
  await must(`${after}/close`, close('moved/2'), 'lead')
  // Closed as of a day on which other words held: the words of that day.
  await must(`${late}/close`, close('moved/2', '2026-03-12'), 'lead')
  const called = async (at: string) =>
    (await ownerDb.selectFrom('casework.closure').select(['called', 'reason']).where('episode', '=', episodeOf(at)).execute())[0]
  assert.deepEqual(await called(before), { called: 'The family moved away', reason: 'moved' })
  assert.deepEqual(await called(after), { called: 'Moved far away', reason: 'moved' })
  assert.deepEqual(await called(late), { called: 'The family moved away', reason: 'moved' })
  assert.match((await town.get('/families', 'co-ordinator')).text, /Moved far away/)
  assert.equal(await countOf('moved'), 3)
  for (const reason of closureReasons) if (reason !== 'moved' && reason !== 'refused') assert.equal(await countOf(reason), 0, reason)
})

test('E5: withdrew and not engaging are told as themselves, and past every page the database keeps words whole, signed and as they are', async () => {
  const now = town.as('lead').today
  const starts_on = now.add({ days: 9 })
  const document = (who: Townsperson, more: object = {}, parts: { without?: string; groups?: Readonly<Record<string, string>> } = {}) =>
    writeAs(town.db, town.as(who), async (tx) => {
      const id = newId()
      const row = { id, name: 'N', source: 'S', starts_on, reasons: 11, set_by: town.person(who), set_on: now, ...more }
      await tx.insertInto('casework.closing_document').values(row).execute()
      for (const reason of closureReasons) {
        if (reason !== parts.without)
          await tx.insertInto('casework.closing_reason').values({ document: id, reason, position: 1, name: reason }).execute()
        const { reported_as } = await ownerDb
          .selectFrom('casework.closure_group')
          .select('reported_as')
          .where('reason', '=', reason)
          .where('starts_on', '=', Temporal.PlainDate.from('2010-01-01'))
          .executeTakeFirstOrThrow()
        const group = { reason, reported_as: parts.groups?.[reason] ?? reported_as, source: 'S', starts_on: row.starts_on, document: id }
        await tx.insertInto('casework.closure_group').values(group).execute()
      }
    })
  await assert.rejects(document('lead'), /row-level security/)
  await assert.rejects(document('administrator', { starts_on: now }), /row-level security/)
  await assert.rejects(document('administrator', { set_by: town.person('lead') }), /row-level security/)
  await assert.rejects(document('administrator', {}, { without: 'died' }), /every reason for closing/)
  for (const groups of [{ withdrew: 'not-engaging' }, { 'not-engaging': 'consent-withdrawn' }, { withdrew: 'not-reported' }])
    await assert.rejects(document('administrator', {}, { groups }), /told_as_itself/)
  await document('administrator')
  for (const table of ['closing_document', 'closing_reason'] as const)
    await assert.rejects(ownerDb.updateTable(`casework.${table}`).set({ name: 'Other' }).execute(), /never changed|refuse|append/i)
  await assert.rejects(ownerDb.updateTable('casework.closure_group').set({ source: 'Other' }).execute(), /never changed|refuse|append/i)
  // Nobody words a closing afterwards.
  const home = await led()
  await must(`${home}/close`, close('moved/2'), 'lead')
  const say = (text: string) =>
    writeAs(town.db, town.as('lead'), (tx) => sql`select casework.say_closure(${episodeOf(home)}::uuid, ${text})`.execute(tx))
  await say('Moved within the county')
  const { called } = await ownerDb
    .selectFrom('casework.closure')
    .select('called')
    .where('episode', '=', episodeOf(home))
    .executeTakeFirstOrThrow()
  assert.equal(called, 'Moved far away')
})

test('E5: words of reasons are whole: one to six for each, none twice under any', () => {
  assert.equal(closingProblem([{ reason: 'moved', names: ['A', 'B'] }]), undefined)
  assert.deepEqual(closingProblem([{ reason: 'moved', names: [] }]), { reason: 'moved', code: 'closing-words' })
  assert.deepEqual(
    closingProblem([
      { reason: 'moved', names: ['A'] },
      { reason: 'died', names: ['B', 'a'] },
    ]),
    { reason: 'died', code: 'closing-twice' },
  )
  assert.deepEqual(closingProblem([{ reason: 'moved', names: ['x'.repeat(201)] }]), { reason: 'moved', code: 'closing-long' })
})
