import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { enterFamilies } from './testing/entered-families.ts'
import { figureRecounts } from './testing/slow-figures.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const countOf = async (month: string, name: string) => {
  const { rows } = await sql<{
    count: number
    of_all: number | null
  }>`select count, of_all from casework.count_month(${month}::date) where indicator = ${name}`.execute(ownerDb)
  return rows[0]
}
const one = async () => {
  const [made] = figureRecounts.families(1, '2025-01-10', '2025-01-10', 50 + entered)
  entered += 1
  assert.ok(made)
  const family = { ...made, agreedOn: day('2025-01-10'), closedOn: undefined, reason: undefined, children: 0 }
  await enterFamilies(town, [family])
  const row = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', family.id).executeTakeFirstOrThrow()
  return { id: family.id, family: row.family }
}
let entered = 0

test('E7, E10: a record checked twice in a month, or moderated, is one; days are those of London; before the first draw nothing is counted', async () => {
  assert.equal(await countOf('2025-07-01', 'reviewed'), undefined)
  const rule = await ownerDb.selectFrom('casework.quality_rule').select('id').executeTakeFirstOrThrow()
  const tool = await ownerDb.selectFrom('casework.audit_tool').select('id').executeTakeFirstOrThrow()
  const families = [await one(), await one(), await one()]
  const by = { drawn_by: town.person('co-ordinator'), drawn_at: at('2025-06-10T10:00:00Z') }
  await ownerDb.transaction().execute(async (tx) => {
    await sql`alter table casework.quality_review disable trigger bound`.execute(tx)
    for (const [frame, times] of [
      // The last moment of June in London is an hour before that of the clock of the machine.
      ['monthly', ['2025-06-12T10:00:00Z', '2025-06-30T23:30:00Z', '2025-07-31T22:59:00Z']],
      ['closing', ['2025-06-29T10:00:00Z', undefined, '2025-07-01T10:00:00Z']],
    ] as const) {
      const draw = newId()
      const common = { rule: rule.id, tool: tool.id, frame_hash: '0'.repeat(64), seed: 1, ...by }
      await tx
        .insertInto('casework.quality_draw')
        .values({ id: draw, frame, month: day('2025-06-01'), ...common })
        .execute()
      for (const [position, time] of times.entries()) {
        const [item, episode] = [newId(), families[position]?.id ?? '']
        if (time === undefined) continue
        const seen = { agency: town.agency('asker'), stage: 'new', is_closed: false, is_stepped_up: false }
        await tx
          .insertInto('casework.quality_frame')
          .values({ draw, episode, ...seen })
          .execute()
        await tx
          .insertInto('casework.quality_item')
          .values({ id: item, draw, episode, position: position + 1, ...by })
          .execute()
        const moderated = { moderator: town.person('lead'), moderated_at: at('2025-09-01T10:00:00Z'), moderated_overall: 1 }
        await tx
          .insertInto('casework.quality_review')
          .values({
            ...{ id: newId(), item, episode, tool: tool.id, overall: 2, reviewer: town.person('nurse'), completed_at: at(time) },
            ...(position === 0 ? moderated : {}),
          })
          .execute()
      }
    }
  })
  assert.equal(await countOf('2025-05-01', 'reviewed'), undefined)
  assert.equal((await countOf('2025-06-01', 'reviewed'))?.count, 1)
  assert.equal((await countOf('2025-07-01', 'reviewed'))?.count, 2)
  assert.equal((await countOf('2025-09-01', 'reviewed'))?.count, 0)
})

test('E2, E10: a child’s own entry since the last review counts; what others report, and children too young, do not', async () => {
  const by = { entered_by: town.person('lead'), entered_at: at('2025-01-10T10:00:00Z') }
  const child = async (of: { readonly id: string; readonly family: string }, birth: object) => {
    const id = newId()
    const common = { family: of.family, name: 'Child', part: 'child', entered_by: town.person('lead'), entered_in: of.id }
    await ownerDb
      .insertInto('casework.person')
      .values({ id, ...common, ...birth })
      .execute()
    return id
  }
  const says = (of: { readonly id: string; readonly family: string }, person: string, saidOn: string, captured: string) =>
    ownerDb
      .insertInto('casework.own_words')
      .values({
        id: newId(),
        episode: of.id,
        family: of.family,
        person,
        name: 'Child',
        said_on: day(saidOn),
        words: 'Mine',
        captured,
        ...by,
      })
      .execute()
  // Only what is entered here is due: whoever was entered before has no birth, so is asked, and is closed first.
  await ownerDb
    .updateTable('casework.person')
    .set({ born_on: null, due_on: day('2027-01-01') })
    .where('part', '=', 'child')
    .execute()
  assert.equal(await countOf('2025-06-01', 'voice'), undefined)
  const [grown, small, unborn, reported, reviewed] = [await one(), await one(), await one(), await one(), await one()]
  const leap = { born_on: day('2020-02-29') }
  await says(grown, await child(grown, leap), '2025-01-10', 'by-them')
  await child(small, { born_year: 2022, born_month: 6 })
  await child(unborn, { due_on: day('2025-08-01') })
  await says(reported, await child(reported, { born_year: 2015 }), '2025-02-01', 'reported')
  await says(reviewed, await child(reviewed, {}), '2025-02-01', 'with-help')
  // The beginning was on 10 January: 42 days later is 21 February.
  assert.equal(await countOf('2025-01-01', 'voice'), undefined)
  assert.deepEqual(await countOf('2025-02-01', 'voice'), { count: 2, of_all: 3 })
  // Born in June 2022, on whatever day: three years old by the last day of June 2025.
  assert.deepEqual(await countOf('2025-05-01', 'voice'), { count: 2, of_all: 3 })
  assert.deepEqual(await countOf('2025-06-01', 'voice'), { count: 2, of_all: 4 })
  await ownerDb.transaction().execute(async (tx) => {
    await tx
      .insertInto('casework.plan_version')
      .values({ id: newId(), episode: reviewed.id, number: 1, agreed_on: day('2025-01-20'), ...by })
      .execute()
    await tx
      .insertInto('casework.plan_review')
      .values({
        ...{ id: newId(), episode: reviewed.id, due_on: day('2025-06-01'), held_on: day('2025-06-10'), plan_number: 1 },
        ...{ agreement_answer: 'renews', next_due_on: day('2025-09-01'), ...by },
      })
      .execute()
  })
  assert.deepEqual(await countOf('2025-06-01', 'voice'), { count: 1, of_all: 3 }, 'reviewed so lately is not due')
  assert.deepEqual(await countOf('2025-07-01', 'voice'), { count: 1, of_all: 4 }, 'what was said before the review is not since')
  const attains = async (born: string) => {
    const { rows } = await sql<{ on: string }>`select casework.attains(${born}::date, 3)::text as on`.execute(ownerDb)
    return rows[0]?.on
  }
  assert.deepEqual(
    [await attains('2020-02-29'), await attains('2020-02-28'), await attains('2021-03-31')],
    ['2023-03-01', '2023-02-28', '2024-03-31'],
  )
})
