import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { firstMonthOf } from './rules/audit-tool.ts'
import { namedProblem } from './rules/named.ts'
import { episodeOf, type Fields, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'

const town = await openTown()
const { must, led } = ledFamilies(town)
const { ownerDb } = town
const set = '/families/settled/audit/new'
const root = '/families/quality'
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const words: Fields = {
  ...{ name: 'Looking together', source: 'Steering group' },
  ...{ standard1: 'Fathers', standard1means: 'They were asked', standard2: 'The voice', standard2means: 'It was heard' },
  ...{ grade1: 'It helps', grade1means: 'The family says so', grade2: 'It does not help', grade2means: 'Nobody says so' },
  themes: 'Good work together between agencies\nSchool is missing\n',
}
const settled = (from: string, more: Fields = {}): Fields => ({ ...words, ...dayFields('startsOn', from), ...more })

/** Who reviews a family of a draw from now on. */
async function assign(draw: string, home: string): Promise<void> {
  const { id } = await ownerDb
    .selectFrom('casework.quality_item')
    .select('id')
    .where('draw', '=', draw.split('/').at(-1) ?? '')
    .where('episode', '=', episodeOf(home))
    .executeTakeFirstOrThrow()
  await must(`${draw}/${id}/assign`, { post: town.post('co-ordinator'), purpose: 'review' }, 'co-ordinator')
}

const homes = [await led(), await led()] as const
const march = await must(`${root}/draws`, { frame: 'monthly' }, 'co-ordinator')

test('E7: what an audit asks is set by an administrator from tomorrow on at the earliest, whole, and what was typed stays', async () => {
  for (const who of ['lead', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.equal((await town.get(set, who)).status, 403, who)
  assert.match(
    (await town.get(set, 'administrator')).text,
    /The child’s voice[\s\S]*Needs to be better[\s\S]*A brother or sister is not seen/,
  )
  const wrong = async (more: Fields, says: RegExp): Promise<void> => {
    const answer = await town.send(set, settled('2026-03-11', more), 'administrator')
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
    assert.match(answer.text, /Looking together/)
  }
  await wrong(dayFields('startsOn', town.as('lead').today.toString()), /Choose tomorrow or a later day/)
  await wrong({ standard1means: '' }, /Say what this standard asks/)
  await wrong({ standard3: 'the VOICE', standard3means: 'Again' }, /Another standard has this name/)
  await wrong({ grade2: '', grade2means: '' }, /Name two grades at least/)
  await wrong({ grade2means: '' }, /Say what this grade means/)
  await wrong({ themes: 'One\nTwo\none' }, /stands here twice/)
  await wrong({ themes: 'x'.repeat(201) }, /200 characters at most/)
  await must(set, settled('2026-03-11'), 'administrator')
  await wrong({}, /set from that day already/)
  const page = (await town.get('/families/settled/audit', 'lead')).text
  assert.match(
    page,
    /From 11 March 2026: Looking together[\s\S]*Version 2\.[\s\S]*April 2026[\s\S]*They were asked[\s\S]*Today: Review of a team/,
  )
  assert.match((await town.get('/families/settled', 'lead')).text, /What a review of quality asks/)
})

test('E7: a review keeps the version of its month, is read as it was made, and a later month tells its own grades alone', async () => {
  await assign(march, homes[0])
  town.tick({ hours: 24 * 24 })
  await assign(march, homes[0])
  // April: the new version holds, and a record of March is still asked what was asked in March.
  const form = (await town.get(`${homes[0]}/quality/review`, 'co-ordinator')).text
  assert.match(form, /version 1 from 1 January 2010[\s\S]*The child’s voice/)
  assert.doesNotMatch(form, /They were asked|It does not help|School is missing/)
  const old = Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((n) => [
      [`grade${n}`, '3'],
      [`evidence${n}`, `Seen ${n}`],
    ]),
  )
  await must(`${homes[0]}/quality/review`, { ...old, overall: '3', feedback: 'Warm' }, 'co-ordinator')
  const april = await must(`${root}/draws`, { frame: 'monthly' }, 'co-ordinator')
  await assign(april, homes[1])
  const now = (await town.get(`${homes[1]}/quality/review`, 'co-ordinator')).text
  assert.match(
    now,
    /Looking together, version 2 from 11 March 2026[\s\S]*They were asked[\s\S]*It does not help[\s\S]*Nobody says so[\s\S]*School is missing/,
  )
  assert.doesNotMatch(now, /The child’s voice|Needs to be better/)
  const made = { grade1: '1', evidence1: 'Both', grade2: '2', evidence2: 'Neither', overall: '2', feedback: 'Thank you' }
  assert.equal(
    (await town.send(`${homes[1]}/quality/review`, { ...made, overall: '3' }, 'co-ordinator')).status,
    422,
    'a grade of another version',
  )
  await must(`${homes[1]}/quality/review`, made, 'co-ordinator')
  assert.match((await town.get(`${homes[0]}/quality`, 'co-ordinator')).text, /Needs to be better[\s\S]*version 1 from 1 January 2010/)
  assert.match((await town.get(`${homes[1]}/quality`, 'co-ordinator')).text, /It does not help[\s\S]*Looking together, version 2/)
  town.tick({ hours: 24 * 30 })
  const report = async (month: string): Promise<string> => (await town.get(`${root}/report/${month}`, 'co-ordinator')).text
  assert.match(await report('2026-03'), /Very good[\s\S]*Not good enough[\s\S]*A brother or sister is not seen/)
  assert.doesNotMatch(await report('2026-03'), /It helps|School is missing/)
  assert.match(await report('2026-04'), /It helps[\s\S]*It does not help[\s\S]*School is missing/)
  assert.doesNotMatch(await report('2026-04'), /Very good|A brother or sister is not seen/)
})

test('E7: past every page the database keeps versions whole, signed and as they are, and a review to the version of its month', async () => {
  const today = town.as('lead').today
  const tool = (who: Townsperson, more: object = {}, parts: { standards?: number; grades?: readonly number[] } = {}) =>
    writeAs(town.db, town.as(who), async (tx) => {
      const row = {
        ...{ id: newId(), number: 99, name: 'N', source: 'S', standards: 1, grades: 2, themes: 0 },
        ...{ set_by: town.person(who), set_on: today, starts_on: today.add({ days: 9 }), ...more },
      }
      await tx.insertInto('casework.audit_tool').values(row).execute()
      for (let position = 1; position <= (parts.standards ?? 1); position += 1)
        await tx.insertInto('casework.audit_standard').values({ id: newId(), tool: row.id, position, name: 'S', words: 'W' }).execute()
      for (const rank of parts.grades ?? [1, 2])
        await tx
          .insertInto('casework.audit_grade')
          .values({ tool: row.id, rank, name: `G${rank}`, means: 'M' })
          .execute()
      return row.id
    })
  await assert.rejects(tool('co-ordinator'), /row-level security/)
  await assert.rejects(tool('administrator', { starts_on: today }), /row-level security/)
  await assert.rejects(tool('administrator', { set_by: town.person('lead') }), /row-level security/)
  await assert.rejects(tool('administrator', {}, { standards: 0 }), /all its standards, grades and themes at once/)
  await assert.rejects(tool('administrator', {}, { standards: 2 }), /fewer of them/)
  await assert.rejects(tool('administrator', {}, { grades: [1] }), /all its standards, grades and themes at once/)
  const whole = await tool('administrator')
  const { number } = await ownerDb.selectFrom('casework.audit_tool').select('number').where('id', '=', whole).executeTakeFirstOrThrow()
  assert.equal(number, 3, 'the database counts versions')
  const later = (grade: object) =>
    writeAs(town.db, town.as('administrator'), (tx) =>
      tx
        .insertInto('casework.audit_grade')
        .values({ tool: whole, rank: 3, name: 'Later', means: 'M', ...grade })
        .execute(),
    )
  await assert.rejects(later({}), /fewer of them/)
  await assert.rejects(later({ rank: 2 }), /duplicate key/)
  const { id: theme } = await ownerDb.selectFrom('casework.audit_theme').select('id').limit(1).executeTakeFirstOrThrow()
  await assert.rejects(
    writeAs(town.db, town.as('administrator'), (tx) => tx.insertInto('casework.audit_tool_theme').values({ tool: whole, theme }).execute()),
    /fewer of them/,
  )
  for (const table of ['audit_tool', 'audit_standard', 'audit_grade', 'audit_theme'] as const)
    await assert.rejects(ownerDb.updateTable(`casework.${table}`).set({ name: 'Other' }).execute(), /never changed|refuse|append/i, table)
  // A review by another version than that of its month is refused, even where whoever makes it is assigned.
  const item = await ownerDb
    .selectFrom('casework.quality_item as i')
    .leftJoin('casework.quality_review as r', 'r.item', 'i.id')
    .select(['i.id', 'i.episode'])
    .where('r.id', 'is', null)
    .executeTakeFirstOrThrow()
  const review = {
    ...{ id: newId(), item: item.id, episode: item.episode, tool: whole, overall: 1 },
    reviewer: town.person('co-ordinator'),
  }
  await must(`${march}/${item.id}/assign`, { post: town.post('co-ordinator'), purpose: 'review' }, 'co-ordinator')
  await assert.rejects(
    writeAs(town.db, town.as('co-ordinator'), (tx) =>
      tx
        .insertInto('casework.quality_review')
        .values({ ...review, completed_at: town.as('lead').now })
        .execute(),
    ),
    /what held when its month was drawn/,
  )
  const made = await ownerDb
    .selectFrom('casework.quality_review as r')
    .innerJoin('casework.audit_tool as t', 't.id', 'r.tool')
    .select('r.id')
    .where('t.number', '=', 1)
    .executeTakeFirstOrThrow()
  const foreign = await ownerDb
    .selectFrom('casework.audit_theme')
    .select('id')
    .where('name', '=', 'School is missing')
    .executeTakeFirstOrThrow()
  await assert.rejects(
    ownerDb.insertInto('casework.quality_theme').values({ review: made.id, theme: foreign.id }).execute(),
    /a theme of a review is one of its tool/,
  )
})

test('E7: a version that begins within a month holds from the next month', () => {
  for (const [from, first] of [
    ['2026-04-01', '2026-04-01'],
    ['2026-04-02', '2026-05-01'],
    ['2026-12-31', '2027-01-01'],
  ] as const)
    assert.equal(firstMonthOf(day(from)).toString(), first)
})

test('E5, E7: named things are whole: as many as are needed, none left out, each with its meaning and a name of its own', () => {
  const none = { name: undefined, means: undefined }
  const one = (name: string) => ({ name, means: 'It means' })
  assert.equal(namedProblem([one('A'), none], 1), undefined)
  assert.deepEqual(namedProblem([none, none], 1), { at: 1, part: 'name', code: 'few' })
  assert.deepEqual(namedProblem([one('A'), none, one('C')], 1), { at: 2, part: 'name', code: 'name' })
  assert.deepEqual(namedProblem([one('A'), { name: 'B', means: undefined }], 1), { at: 2, part: 'means', code: 'means' })
  assert.deepEqual(namedProblem([one('A'), one('a')], 1), { at: 2, part: 'name', code: 'twice' })
})
