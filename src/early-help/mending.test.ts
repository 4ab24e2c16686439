import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { writeAs } from '#platform/database/session.ts'
import { assessing } from './testing/assessing.ts'
import { ledFamilies } from './testing/led-families.ts'
import { ofRights } from './testing/of-rights.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, today, begun, filled } = assessing(town)
const { refused, led } = ledFamilies(town)
const { standOf } = ofRights(town)
const idOf = (at: string, n = 2): string => at.split('/')[n] ?? ''

test('E1: begun by mistake it is taken back with a reason, while nobody else knows of it; it counts for nothing and another begins', async () => {
  const { at, one } = await begun()
  await filled(at, one)
  await must(`${one}/contributors`, { post: town.post('nurse'), part: 'professionals', told: 'Wren' }, 'lead')
  assert.match((await town.send(`${one}/mistake`, { because: 'Another Wren' }, 'lead')).text, /Somebody else knows of it/)
  const asked = await ownerDb.selectFrom('casework.contribution').select('id').where('episode', '=', idOf(at)).executeTakeFirstOrThrow()
  await must(`${one}/take-back`, { contribution: asked.id }, 'lead')
  const drift = async () => {
    const { rows } = await writeAs(town.db, town.as('lead'), (tx) =>
      sql<{
        silent: number
      }>`select silent_children as silent from casework.drift_facts(${town.as('lead').today}::date, ${town.as('lead').today}::date) where episode = ${idOf(at)}`.execute(
        tx,
      ),
    )
    return rows[0]?.silent
  }
  assert.equal(await drift(), 0)
  assert.equal((await town.send(`${one}/mistake`, { because: '' }, 'lead')).status, 422)
  await must(`${one}/mistake`, { because: 'Another Wren' }, 'lead')
  assert.equal(await drift(), 1, 'what was said of it is no entry any more')
  assert.match((await town.get(one, 'lead')).text, /Taken back[\s\S]*Person lead: Another Wren/)
  for (const [step, fields] of [
    ['complete', {}],
    ['sent', dayFields('day', today())],
    ['signatures', { name: 'Mother', capacity: 'family', evidence: 'signed', ...dayFields('signedOn', today()) }],
    ['parts/reason', { version: '1', 'q-what-led': 'x' }],
    ['mistake', { because: 'Twice' }],
  ] as const)
    assert.equal((await town.send(`${one}/${step}`, fields, 'lead')).status, 422, step)
  for (const change of [
    sql`update casework.assessment set taken_back_at = null, taken_back_by = null, taken_back_because = '' where id = ${idOf(one, 4)}`,
    sql`update casework.answer set words = 'x' where assessment = ${idOf(one, 4)}`,
  ])
    await assert.rejects(
      writeAs(ownerDb, town.as('lead'), (tx) => change.execute(tx)),
      /stays as it was/,
    )
  const child = /name="children"[^>]*value="([^"]+)"/.exec((await town.get(`${at}/assessment/new`, 'lead')).text)?.[1] ?? ''
  const next = await must(`${at}/assessment/new`, { children: child, ...dayFields('startedOn', today()) }, 'lead')
  // Signed it is known to others, past every page.
  await must(`${next}/signatures`, { name: 'Mother', capacity: 'family', evidence: 'signed', ...dayFields('signedOn', today()) }, 'lead')
  const back = sql`update casework.assessment set taken_back_at = ${town.as('lead').now}, taken_back_by = ${town.person('lead')}, taken_back_because = 'x' where id = ${idOf(next, 4)}`
  await assert.rejects(
    writeAs(ownerDb, town.as('lead'), (tx) => back.execute(tx)),
    /not taken back/,
  )
})

const father = {
  ...{ saidBy: 'Father', entitledHow: 'The birth certificate', stance: 'objects', words: 'I was not asked', evidence: 'spoken' },
  ...dayFields('saidOn', '2026-03-09'),
}
const step = (agrees: 'yes' | 'no') => ({
  ...{ kind: 'step-up', target: town.agency('nurse'), toTier: 'child-in-need', agrees, words: 'The secret of Amber' },
  ...{ ...(agrees === 'no' ? { withoutBecause: 'A child is in danger' } : {}), ...dayFields('proposedOn', '2026-03-10') },
})

test('E3, E5: an objection closes what was sent with the family’s agreement at once, and nothing more is sent by it; what protects a child stands', async () => {
  const at = await led(['family', 'plan'])
  const move = await must(`${at}/movement/new`, step('yes'), 'lead')
  await must(`${move}/send-here`, {}, 'lead')
  assert.match((await town.get(move, 'nurse')).text, /The secret of Amber/)
  await must(`${at}/disagreement`, father, 'lead')
  const closed = (await town.get(move, 'nurse')).text
  assert.doesNotMatch(closed, /The secret of Amber|Father/)
  assert.match(closed, /has changed since, and it is closed to you/)
  assert.match((await town.get(move, 'lead')).text, /The secret of Amber/)
  await must(`${move}/withdraw`, {}, 'lead')
  await refused(`${at}/movement/new`, step('yes'), /Somebody else who may decide does not agree/)
  const without = await must(`${at}/movement/new`, step('no'), 'lead')
  await must(`${without}/send-here`, {}, 'lead')
  assert.match((await town.get(without, 'nurse')).text, /The secret of Amber/)
  assert.match((await town.get(`${at}/sharing`, 'lead')).text, /Two who may decide disagree[\s\S]*I was not asked/)
  assert.match((await town.get(`${at}/looks`, 'lead')).text, /Person lead/)
  // They agree now: what was sent by agreement may go again.
  await must(`${at}/disagreements/${await standOf(at)}/end`, { endedHow: 'He said so', version: '1' }, 'lead')
  assert.doesNotMatch((await town.get(`${at}/sharing`, 'lead')).text, /Two who may decide disagree/)
})

test('E3: a renewal counts from the review at which the family renewed, and from today where there was none', async () => {
  const at = await led()
  const dayOf = async (): Promise<string> => {
    const text = (await town.get(`${at}/agreement/renew`, 'lead')).text
    return ['day', 'month', 'year'].map((part) => new RegExp(`name="givenOn-${part}"[^>]*value="(\\d+)"`).exec(text)?.[1]).join(' ')
  }
  assert.equal(await dayOf(), '10 3 2026')
  const values = sql`insert into casework.plan_version (id, episode, number, agreed_on, entered_by, entered_at) values (gen_random_uuid(), ${idOf(at)}, 1, '2026-01-10', ${town.person('lead')}, '2026-01-10')`
  await values.execute(ownerDb)
  for (const [held, answer] of [
    ['2026-02-20', 'renews'],
    ['2026-03-01', 'not-asked'],
  ] as const)
    await sql`insert into casework.plan_review (id, episode, due_on, held_on, plan_number, agreement_answer, agreement_because, next_due_on, entered_by, entered_at)
      select gen_random_uuid(), ${idOf(at)}, ${held}::date, ${held}::date, 1 , ${answer}, ${answer === 'renews' ? '' : 'They were ill'}, '2026-06-01', ${town.person('lead')}, ${held}::timestamptz
      on conflict do nothing`.execute(ownerDb)
  assert.equal(await dayOf(), '20 2 2026')
})
