import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { writeAs } from '#platform/database/session.ts'
import { assessing } from './testing/assessing.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, today, begun, filled } = assessing(town)
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
