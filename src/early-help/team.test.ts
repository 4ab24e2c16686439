import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import type { ContentClass } from './rules/access.ts'
import { openTown, type Townsperson, townsfolk } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
type Fields = Readonly<Record<string, string | readonly string[]>>

async function must(path: string, fields: Fields, who: Townsperson): Promise<string> {
  const done = await town.send(path, fields, who)
  assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 2500)}`)
  town.tick()
  return done.location
}
const all = ['family', 'assessment', 'voice', 'plan'] as const
const day = (name: string, by = 0): Record<string, string> => dayFields(name, town.as('lead').today.add({ days: by }).toString())

/** A family that agreed, led by 'lead', with 'nurse' in the team and reading what is said. */
async function led(nurse: readonly ContentClass[] = ['family', 'plan']): Promise<string> {
  const at = await must(
    '/families/new',
    {
      ...{ label: 'Amber', area: town.area, agency: town.agency('asker'), ...day('requestedOn'), why: 'They are tired', told: 'yes' },
      ...{ child1: 'Wren Amber', ...dayFields('born1', '2019-02-28'), child2: 'Lark Amber', ...dayFields('born2', '2021-02-28') },
    },
    'asker',
  )
  await must(
    `${at}/agreement`,
    {
      ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked it through', evidence: 'signed' },
      ...{ ...day('givenOn'), agencies: ['asker', 'lead', 'nurse'].map((who) => town.agency(who as Townsperson)), classes: all },
    },
    'asker',
  )
  await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
  await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
  await must(
    `${at}/plan/members/new`,
    { post: town.post('nurse'), role: 'Health visitor', contact: '01234 1', ...day('startsOn'), classes: nurse },
    'lead',
  )
  return at
}
/** Its plan with one need; the address at which actions are taken. */
async function planned(at: string): Promise<string> {
  await must(`${at}/plan/begin`, { ...day('agreedOn'), familyWords: 'We want calm mornings' }, 'lead')
  await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'Out of the door by eight' }, 'lead')
  return /href="([^"]*\/actions\/new)"/.exec((await town.get(`${at}/plan`, 'lead')).text)?.[1] ?? ''
}
const memberOf = async (at: string, person: string | null): Promise<string> => {
  const row = await ownerDb
    .selectFrom('casework.team_member')
    .select('id')
    .where('episode', '=', idOf(at))
    .where('person', person === null ? 'is' : '=', person)
    .where('ends_on', 'is', null)
    .executeTakeFirstOrThrow()
  return `member:${row.id}`
}
const actionOf = async (at: string): Promise<{ readonly id: string; readonly version: string; readonly state: string }> => {
  const row = await ownerDb
    .selectFrom('casework.plan_action')
    .selectAll()
    .where('episode', '=', idOf(at))
    .orderBy('entered_at', 'desc')
    .executeTakeFirstOrThrow()
  return { id: row.id, version: String(row.version), state: row.state }
}
const idOf = (at: string): string => at.split('/')[2] ?? ''
async function looking<Value>(at: string, who: Townsperson, work: (tx: Writer) => Promise<Value>): Promise<Value> {
  return writeAs(town.db, town.as(who), async (tx) => {
    await tx
      .insertInto('casework.look')
      .values({ id: newId(), episode: idOf(at), person: town.person(who), organisation: null, what: 'page', at: town.as(who).now })
      .execute()
    return work(tx)
  })
}

test('E4: an action is nobody’s until its owner says yes; of two answers at one moment one counts, and nobody answers for another', async () => {
  const at = await led()
  const take = await planned(at)
  await must(take, { what: 'Call the school', who: await memberOf(at, town.person('nurse')), ...day('dueOn', 9) }, 'lead')
  const { id, version, state } = await actionOf(at)
  assert.equal(state, 'proposed')
  assert.equal(
    (await town.send(take, { what: 'x', who: await memberOf(at, town.person('nurse')), ...day('dueOn', 9), inRoom: 'yes' }, 'lead')).status,
    422,
  )
  const answer = `${at}/plan/actions/${id}/answer`
  const refused = await town.send(answer, { verdict: 'yes', version }, 'lead')
  assert.match(refused.text, /answers for themselves/)
  const no = await town.send(answer, { verdict: 'no', because: '', version }, 'nurse')
  assert.match(no.text, /Say why/)
  const both = await Promise.all([
    town.send(answer, { verdict: 'yes', version }, 'nurse'),
    town.send(answer, { verdict: 'no', because: 'Away', version }, 'nurse'),
  ])
  assert.equal(both.filter((one) => one.status === 303).length, 1)
  town.tick()
  await ownerDb
    .updateTable('casework.plan_action')
    .set({ state: 'proposed', answered_at: null, answered_by: null, declined_because: '', version: 7 })
    .where('id', '=', id)
    .execute()
  await must(answer, { verdict: 'yes', version: '7' }, 'nurse')
  await must(
    `${at}/plan/actions/${id}/progress`,
    { progress: 'Called', isDone: 'yes', evidence: 'Letter of the school', version: '8' },
    'nurse',
  )
  assert.match((await town.get(`${at}/plan`, 'lead')).text, /Call the school[\s\S]*Done[\s\S]*Letter of the school/)
  // The database says the same: whoever leads cannot say yes for an owner, and nobody moves a day without asking again.
  await must(take, { what: 'Second', who: await memberOf(at, town.person('nurse')), ...day('dueOn', 9) }, 'lead')
  const second = (await actionOf(at)).id
  const set = (values: Record<string, unknown>) => (tx: Writer) =>
    tx.updateTable('casework.plan_action').set(values).where('id', '=', second).execute()
  const yes = { state: 'accepted', answered_by: town.person('lead'), answered_at: town.as('lead').now }
  await assert.rejects(looking(at, 'lead', set(yes)), /answers for themselves/)
  await looking(at, 'nurse', set({ ...yes, answered_by: town.person('nurse') }))
  await assert.rejects(looking(at, 'lead', set({ due_on: town.as('lead').today.add({ days: 30 }) })), /asked for anew/)
  await assert.rejects(looking(at, 'nurse', set({ what: 'Less' })), /whoever leads changes/)
})

test('E4: an owner without an account says yes in the room; who joins is shown with what they may read, and who leaves reads nothing from that moment', async () => {
  const at = await led()
  const take = await planned(at)
  const friend = { name: 'Aunt Jo', agency: 'A friend of the family', role: 'Takes Wren to school', contact: '01234 2', ...day('startsOn') }
  assert.match(
    (await town.send(`${at}/plan/members/new`, { ...friend, classes: ['plan'] }, 'lead')).text,
    /Only somebody who signs in here can read/,
  )
  await must(`${at}/plan/members/new`, friend, 'lead')
  await must(take, { what: 'Walk together', who: await memberOf(at, null), ...day('dueOn', 3), inRoom: 'yes' }, 'lead')
  const page = (await town.get(`${at}/plan`, 'lead')).text
  assert.match(page, /Aunt Jo, A friend of the family[\s\S]*No account: reads nothing here/)
  assert.match(page, /said yes in the room/)
  assert.match((await town.get(`${at}/plan`, 'nurse')).text, /Walk together/)
  assert.equal((await town.send(`${at}/plan/members/new`, { ...friend, name: 'Another' }, 'nurse')).status, 403)
  const nurse = (await memberOf(at, town.person('nurse'))).slice('member:'.length)
  await must(`${at}/plan/members/${nurse}/end`, { ...day('endsOn'), version: '1' }, 'lead')
  assert.equal((await town.get(`${at}/plan`, 'nurse')).status, 404)
  assert.equal((await town.get(at, 'nurse')).status, 404)
})

test('E4, E6: a co-ordinator sees days only, whoever reads another part sees no word of the plan, and strangers nothing', async () => {
  const at = await led(['family'])
  await planned(at)
  for (const who of townsfolk) {
    const seen = await town.get(`${at}/plan`, who)
    const expected = { lead: 200, nurse: 200, 'co-ordinator': 200 }[who as string] ?? 404
    assert.equal(seen.status, expected, who)
    assert.equal(/Mornings are hard|calm mornings/.test(seen.text), who === 'lead', who)
    for (const path of ['begin', 'needs/new', 'members/new', 'words']) {
      const status = (await town.get(`${at}/plan/${path}`, who)).status
      assert.equal(status, who === 'lead' ? 200 : expected === 200 ? 403 : 404, `${path} ${who}`)
    }
  }
  const tables = await sql<{
    name: string
  }>`select tablename as name from pg_policies where schemaname = 'casework' and policyname = 'read' and qual like '%plan%'
    and tablename not in ('former_version')`.execute(ownerDb)
  assert.ok(tables.rows.length >= 12)
  const counted = (who: Townsperson, isLooking: boolean, name: string) => {
    const count = async (tx: Writer) => (await sql`select from ${sql.raw(`casework.${name}`)}`.execute(tx)).rows.length
    return isLooking ? looking(at, who, count) : writeAs(town.db, town.as(who), count)
  }
  for (const { name } of tables.rows) {
    for (const who of townsfolk) assert.equal(await counted(who, false, name), 0, `${who} read ${name}`)
    for (const who of ['nurse', 'co-ordinator'] as const) assert.equal(await counted(who, true, name), 0, `${who} looked and read ${name}`)
  }
  assert.equal(await counted('lead', true, 'plan_need'), 1)
})
