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

test('E4: a meeting is run in the room: two who write at once lose nothing, approved minutes stay, and calendars and the diary name nobody', async () => {
  const at = await led()
  await planned(at)
  const meeting = await must(
    `${at}/plan/new-meeting`,
    { ...day('heldOn', 1), startsAt: '15:30', endsAt: '', place: 'At home, 1 Oak Street' },
    'lead',
  )
  await must(`${meeting}/items`, { title: 'Mornings' }, 'nurse')
  const note = /href="([^"]*\/notes)"/
  assert.doesNotMatch((await town.get(meeting, 'nurse')).text, note, 'no notes before it begins')
  await must(`${meeting}/people`, { presence0: 'attended', report0: 'yes', presence1: 'apologies' }, 'lead')
  const file = await town.get(`${meeting}/meeting.ics`, 'nurse')
  assert.match(file.text, /SUMMARY:Meeting\r\n/)
  assert.doesNotMatch(file.text, /Amber|Oak|LOCATION/)
  const diary = (await town.get('/families/diary', 'nurse')).text
  assert.match(diary, /3\.30 ?pm|3:30 ?pm|15:30/i)
  assert.doesNotMatch(diary, /Amber|Oak|EH-/)
  assert.equal((await town.send(`${meeting}/start`, { version: '1' }, 'nurse')).status, 403)
  await must(`${meeting}/start`, { version: '1' }, 'lead')
  const notes = note.exec((await town.get(meeting, 'nurse')).text)?.[1] ?? ''
  const both = await Promise.all([
    town.send(notes, { words: 'Calmer now' }, 'lead'),
    town.send(notes, { words: 'Mondays are hard' }, 'nurse'),
  ])
  assert.deepEqual(
    both.map(({ status }) => status),
    [303, 303],
  )
  town.tick()
  assert.match((await town.get(meeting, 'lead')).text, /Calmer now[\s\S]*Mondays are hard|Mondays are hard[\s\S]*Calmer now/)
  await must(`${meeting}/end`, { version: '2' }, 'lead')
  await must(`${meeting}/minutes`, { minutes: 'We meet again', isApproved: 'yes', version: '3' }, 'lead')
  const late = await town.send(notes, { words: 'One word more' }, 'nurse')
  assert.equal(late.status, 422)
  assert.match(late.text, /approved[\s\S]*One word more/)
  const change = (tx: Writer) => tx.updateTable('casework.meeting_note').set({ words: 'Other' }).execute()
  await assert.rejects(looking(at, 'lead', change), /minutes are approved/)
})

test('E3, E4: who is withdrawn while they write is told, keeps their words, and is shown nothing of the family', async () => {
  const at = await led()
  await planned(at)
  const meeting = await must(`${at}/plan/new-meeting`, { ...day('heldOn', 1), startsAt: '15:30' }, 'lead')
  await must(`${meeting}/items`, { title: 'Mornings' }, 'lead')
  await must(`${meeting}/start`, { version: '1' }, 'lead')
  const notes = /href="([^"]*\/notes)"/.exec((await town.get(meeting, 'nurse')).text)?.[1] ?? ''
  const withdraw = /href="([^"]*\/withdraw)"/.exec((await town.get(at, 'lead')).text)?.[1] ?? ''
  await must(withdraw, { withdrawnBy: 'Mother' }, 'lead')
  for (const who of ['nurse', 'lead'] as const) {
    const kept = await town.send(notes, { words: 'What I had just typed' }, who)
    assert.equal(kept.status, who === 'nurse' ? 404 : 403)
    assert.match(kept.text, /Nothing was saved[\s\S]*What I had just typed/)
    assert.doesNotMatch(kept.text, /Amber|Mornings/)
  }
  assert.doesNotMatch((await town.get(`${at}/plan`, 'lead')).text, /calm mornings|Mornings are hard/)
  const notesLeft = await ownerDb.selectFrom('casework.meeting_note').select('id').where('episode', '=', idOf(at)).execute()
  assert.equal(notesLeft.length, 0)
})

test('E4: a review looks at every need, renews nothing by itself, counts children one by one, and sets the next within the rule', async () => {
  const at = await led()
  await planned(at)
  const review = { ...day('heldOn'), agreement: 'renews', progress0: 'better', verdict0: 'end', version: '1' }
  assert.match(
    (await town.send(`${at}/plan/reviews/new`, { ...review, ...day('nextDueOn', 100) }, 'lead')).text,
    /later than the partnership allows/,
  )
  assert.match(
    (await town.send(`${at}/plan/reviews/new`, { ...review, agreement: 'not-asked', ...day('nextDueOn', 80) }, 'lead')).text,
    /Say why they do not go on/,
  )
  const both = await Promise.all([0, 1].map(() => town.send(`${at}/plan/reviews/new`, { ...review, ...day('nextDueOn', 80) }, 'lead')))
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 422])
  town.tick()
  const page = both.find(({ status }) => status === 303)?.location ?? ''
  assert.match((await town.get(page, 'lead')).text, /0 asked, 0 not asked with a reason, 2 not written down yet/)
  await must(page.replace('/reviews/', '/children/review/'), { answer0: 'comes', answer1: 'not-asked', because1: 'Asleep' }, 'lead')
  assert.match((await town.get(page, 'nurse')).text, /1 asked, 1 not asked with a reason, 0 not written down yet/)
  const agreements = await ownerDb.selectFrom('casework.agreement').select('id').where('episode', '=', idOf(at)).execute()
  assert.equal(agreements.length, 1, 'no silent renewal')
  const plan = (await town.get(`${at}/plan`, 'lead')).text
  assert.match(plan, /Version 2/)
  assert.doesNotMatch(plan, /Mornings are hard/)
})

test('E4: a print is for one reader: it is recorded as given to them, leaves out what is kept from them, and a signed copy comes back', async () => {
  const at = await led()
  await planned(at)
  await must(`${at}/people/new`, { name: 'Lee Amber', part: 'parent', hasResponsibility: 'yes' }, 'lead')
  const people = await ownerDb
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .where('e.id', '=', idOf(at))
    .select(['p.id', 'p.name'])
    .execute()
  const [lee, wren] = ['Lee Amber', 'Wren Amber'].map((name) => people.find((one) => one.name === name)?.id ?? '')
  const refuge = { name: 'Kim', agency: 'A shelter', role: 'Advises', contact: '01234 secret', ...day('startsOn'), shieldedFrom: lee ?? '' }
  await must(`${at}/plan/members/new`, refuge, 'lead')
  const print = (who: string, edition: string) => must(`${at}/plan/print-for`, { who: `relative:${who}`, edition }, 'lead')
  const forLee = (await town.get(await print(lee ?? '', 'plain'), 'lead')).text
  assert.match(forLee, /calm mornings[\s\S]*Kim/)
  assert.doesNotMatch(forLee, /01234 secret/)
  const wrens = await print(wren ?? '', 'child')
  assert.match((await town.get(wrens, 'nurse')).text, /gt-plan-page--large[\s\S]*Who helps us/)
  await must(`${wrens}/signed`, { ...day('signedOn'), signedWords: 'Wren signed, in the folder', version: '1' }, 'lead')
  assert.match((await town.get(wrens, 'lead')).text, /Wren signed, in the folder[\s\S]*Add a photograph of it/)
  const told = await ownerDb
    .selectFrom('casework.disclosure')
    .select(['print', 'channel'])
    .where('episode', '=', idOf(at))
    .where('print', 'is not', null)
    .execute()
  assert.deepEqual(
    told.map(({ channel }) => channel),
    ['paper', 'paper'],
  )
  const pdf = await town.get(`${wrens}/plan.pdf`, 'lead')
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
})
