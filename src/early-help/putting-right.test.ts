import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { contentClasses } from './rules/access.ts'
import { episodeOf, type Fields, ledFamilies } from './testing/led-families.ts'
import { ofRights } from './testing/of-rights.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { must, refused, led } = ledFamilies(town)
const { standOf, past, sameScope } = ofRights(town)
const father: Fields = {
  ...{ saidBy: 'Father', entitledHow: 'The birth certificate', stance: 'objects', words: 'I was not asked', evidence: 'spoken' },
  ...dayFields('saidOn', '2026-03-09'),
}
const readsPeople = async (at: string, who: Townsperson) => /Wren Amber/.test((await town.get(at, who)).text)
const workOf = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items ?? []
test('E3: of two who may decide the narrower holds at once, past every page too, until a co-ordinator who recorded nothing settles it', async () => {
  const at = await led(['family', 'plan'])
  await refused(`${at}/disagreement`, { ...father, saidBy: 'mother' }, /gave the agreement themselves/)
  await refused(`${at}/disagreement`, { ...father, agencies: [town.agency('nurse')], classes: ['plan'] }, /they agree to less/)
  await must(`${at}/disagreement`, father)
  assert.equal(await readsPeople(at, 'lead'), false)
  assert.equal((await town.get(at, 'nurse')).status, 404)
  assert.equal(await sameScope(at), 0)
  const page = (await town.get(at, 'lead')).text
  assert.match(page, /Who does not agree[\s\S]*I was not asked/)
  assert.match(page, /it opens nothing/)
  // Neither a newer agreement of the one nor a grant by hand passes over the other.
  await must(`${at}/agreement/renew`, {
    ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Again', evidence: 'signed' },
    ...dayFields('givenOn', '2026-03-10'),
    ...{ agencies: [town.agency('lead'), town.agency('nurse')], classes: contentClasses },
  })
  assert.equal(await readsPeople(at, 'lead'), false)
  await refused(`${at}/team`, { post: town.post('nurse'), classes: ['family'] }, /does not name that agency/)
  await assert.rejects(
    past('lead', at, (tx) =>
      sql`insert into casework.access_grant (id, episode, person, organisation, class, relation, starts_at, ends_at, agreement, given_by)
        select gen_random_uuid(), a.episode, ${town.person('lead')}, ${town.agency('lead')}, 'family', 'lead', platform.now(), platform.now() + interval '1 day', a.id, ${town.person('lead')}
        from casework.agreement a where a.episode = ${episodeOf(at)} and a.withdrawn_at is null`.execute(tx),
    ),
    /no agreement and no decision covers this/,
  )
  const stand = await standOf(at)
  const settled = { verdict: 'as-agreed', because: 'Both were heard; school goes better', toldHow: 'A letter to each', version: '1' }
  for (const who of ['lead', 'nurse', 'other-co-ordinator', 'governance'] as const)
    assert.ok([403, 404].includes((await town.send(`${at}/disagreements/${stand}`, settled, who)).status), who)
  await assert.rejects(
    past('lead', at, (tx) =>
      sql`update casework.agreement_stand set verdict = 'as-agreed', because = 'b', told_how = 't', settled_by = ${town.person('co-ordinator')}, settled_at = platform.now()
        where id = ${stand}`.execute(tx),
    ),
    /settled once, by a co-ordinator/,
  )
  assert.ok((await workOf('co-ordinator')).some(({ href }) => href === `${at}/disagreements/${stand}`))
  await must(`${at}/disagreements/${stand}`, settled, 'co-ordinator')
  assert.equal(await readsPeople(at, 'lead'), true)
  assert.equal(await readsPeople(at, 'nurse'), true)
  await refused(`${at}/disagreements/${stand}`, settled, /nothing left to settle/, 'co-ordinator')
})

test('E3: who agrees to less leaves that much open, a settled narrower scope stays until they agree, and nobody reads what they say without a look', async () => {
  const at = await led(['family', 'plan'])
  await must(`${at}/disagreement`, { ...father, stance: 'narrower', agencies: [town.agency('lead')], classes: ['family'] }, 'co-ordinator')
  assert.equal(await readsPeople(at, 'lead'), true)
  assert.equal((await town.get(`${at}/plan`, 'lead')).text.includes('not open to you'), true)
  assert.equal((await town.get(at, 'nurse')).status, 404)
  assert.equal(await sameScope(at), 1)
  const stand = await standOf(at)
  const settled = { verdict: 'narrower', because: 'The least is enough for now', toldHow: 'On the telephone', version: '1' }
  await refused(`${at}/disagreements/${stand}`, settled, /Another co-ordinator settles it/, 'co-ordinator')
  const rows = (tx: Writer) => tx.selectFrom('casework.agreement_stand').select('id').where('id', '=', stand).execute()
  assert.equal((await writeAs(town.db, town.as('lead'), rows)).length, 0)
  assert.equal(((await past('lead', at, rows)) as unknown[]).length, 1)
  await assert.rejects(past('nurse', at, rows), /row-level security/)
  await must(`${at}/disagreements/${stand}/end`, { endedHow: 'He said so at the meeting', version: '1' })
  assert.equal(await readsPeople(at, 'nurse'), true)
  assert.equal(await sameScope(at), 12)
})

const recordOf = async (at: string, table: 'own_words' | 'scale_reading' | 'person_fact'): Promise<string> =>
  (
    await town.ownerDb
      .selectFrom(`casework.${table}`)
      .select('id')
      .where('episode', '=', episodeOf(at))
      .orderBy('entered_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const wants: Fields = { askedBy: 'Mother', entitledBy: 'responsibility', wanted: 'She said garden, not garage' }

test('E12, E2: what is wrong is put right by a decision and in no other way; what it said stays, marked, and who wrote it does not refuse', async () => {
  const at = await led(['family', 'voice'])
  const today = town.as('lead').today.toString()
  const { id: wren } = await town.ownerDb
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .where('e.id', '=', episodeOf(at))
    .select('p.id')
    .executeTakeFirstOrThrow()
  await must(`${at}/voice/words/new`, { who: wren, words: 'The garage', captured: 'reported', ...dayFields('saidOn', today) })
  const words = await recordOf(at, 'own_words')
  const path = `${at}/put-right/own_words/${words}`
  await must(path, { ...wants, ...dayFields('receivedOn', today) })
  await refused(path, { ...wants, ...dayFields('receivedOn', today) }, /waits for the decision/)
  const { id, due_on } = await town.ownerDb
    .selectFrom('casework.rectification')
    .select(['id', 'due_on'])
    .where('record', '=', words)
    .executeTakeFirstOrThrow()
  assert.ok(due_on.equals(town.as('lead').today.add({ months: 1 })))
  assert.ok((await workOf('lead')).some(({ href }) => href === `${at}/put-right/requests/${id}`))
  const decide = { verdict: 'refused', because: 'It is what was heard', toldHow: 'By letter', version: '1', captured: 'reported' }
  await refused(`${at}/put-right/requests/${id}`, decide, /You wrote this/)
  await refused(`${at}/put-right/requests/${id}`, { ...decide, verdict: 'put-right', words: 'The garage' }, /Nothing is changed below/)
  // Past every page: nobody writes over it without a decision, and the author does not refuse.
  await assert.rejects(
    past('lead', at, (tx) => sql`update casework.own_words set words = 'x' where id = ${words}`.execute(tx)),
    /only by putting it right/,
  )
  await assert.rejects(
    past('lead', at, (tx) =>
      sql`update casework.rectification set verdict = 'refused', because = 'b', told_how = 't', decided_by = ${town.person('lead')}, decided_at = platform.now(), transaction = pg_current_xact_id()
        where id = ${id}`.execute(tx),
    ),
    /whoever wrote it does not refuse/,
  )
  await must(`${at}/put-right/requests/${id}`, { ...decide, verdict: 'put-right', words: 'The garden' }, 'nurse')
  const page = (await town.get(`${at}/voice`, 'lead')).text
  assert.match(page, /The garden[\s\S]*Put right[\s\S]*<del[^>]*>[^<]*The garage/)
  const former = await town.ownerDb.selectFrom('casework.former_version').select('content').where('record', '=', words).execute()
  assert.equal(former.length, 1)
  await refused(`${at}/put-right/requests/${id}`, { ...decide, version: '2' }, /decided already/, 'nurse')
  for (const who of ['colleague', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.ok([403, 404].includes((await town.get(`${at}/put-right`, who)).status), who)
})

test('E2: a number and a fact that were written down wrongly are put right by whoever writes, and the chart shows the right one', async () => {
  const at = await led(['family', 'voice'])
  const today = town.as('lead').today.toString()
  await must(`${at}/voice/readings/new`, {
    ...{ who: 'lead', name: 'Lead', answer: '7', captured: 'by-them', occasion: 'visit' },
    ...dayFields('saidOn', today),
  })
  const reading = await recordOf(at, 'scale_reading')
  const mistake = `${at}/put-right/scale_reading/${reading}/mistake`
  await refused(mistake, { wanted: 'A slip', answer: '7', captured: 'by-them' }, /Nothing is changed below/)
  await must(mistake, { wanted: 'A slip', answer: '1', captured: 'by-them' })
  const { value } = await town.ownerDb
    .selectFrom('casework.scale_reading')
    .select('value')
    .where('id', '=', reading)
    .executeTakeFirstOrThrow()
  assert.equal(value, 1)
  const person = (await town.get(`${at}/people`, 'lead')).text.match(/\/people\/([0-9a-f-]{36})"/)?.[1] ?? ''
  await must(`${at}/people/${person}/facts`, { religion: 'hindu', source: 'School', ...dayFields('knownOn', today) })
  const fact = await recordOf(at, 'person_fact')
  await must(`${at}/people/${person}/known-as`, { name: 'Birdie' })
  await refused(`${at}/people/${person}/known-as`, { name: 'birdie' }, /have that name already/)
  const right = { wanted: 'Wrong line', answer: 'sikh', origin: 'Mother', ...dayFields('knownOn', today) }
  await refused(`${at}/put-right/person_fact/${fact}/mistake`, { ...right, answer: 'white-irish' }, /Choose/)
  await must(`${at}/put-right/person_fact/${fact}/mistake`, right)
  assert.match((await town.get(`${at}/people/${person}`, 'lead')).text, /Birdie[\s\S]*Sikh[\s\S]*<del[^>]*>[^<]*Hindu/)
})

test('E12: a statement of disagreement stands beside the record for whoever reads that part, and is withheld where it says so', async () => {
  const at = await led(['family'])
  const today = town.as('lead').today.toString()
  const said = {
    who: 'Wren',
    class: 'voice',
    about: 'The morning',
    words: 'I was not late',
    captured: 'by-them',
    ...dayFields('saidOn', today),
  }
  await must(`${at}/put-right/statement`, said)
  assert.match((await town.get(`${at}/voice`, 'lead')).text, /Somebody says that this is wrong[\s\S]*I was not late/)
  assert.match((await town.get(`${at}/put-right`, 'lead')).text, /I was not late/)
  assert.doesNotMatch((await town.get(`${at}/put-right`, 'nurse')).text, /I was not late/)
  await must(`${at}/put-right/new`, { ...wants, class: 'plan', said: 'Tuesdays', ...dayFields('receivedOn', today) })
  assert.match((await town.get(`${at}/put-right`, 'lead')).text, /Tuesdays/)
  // Nobody of another family can be named as whom it is withheld from.
  const other = await led(['family'])
  const { id } = await town.ownerDb
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .where('e.id', '=', episodeOf(other))
    .select('p.id')
    .executeTakeFirstOrThrow()
  await assert.rejects(
    past('lead', at, (tx) =>
      sql`insert into casework.dissent (id, episode, class, who, about, words, captured, said_on, withheld_from, entered_by, entered_at)
        values (gen_random_uuid(), ${episodeOf(at)}, 'voice', 'w', 'a', 'x', 'by-them', ${today}::date, ${id}, ${town.person('lead')}, platform.now())`.execute(
        tx,
      ),
    ),
    /nobody of this family/,
  )
})

test('E12: a part that is held is read by nobody but for a purpose that they name, for a short time, until another lifts it', async () => {
  const at = await led(['family'])
  await must(`${at}/hold`, { class: 'family', ground: 'accuracy', words: 'Mother says the names are wrong' })
  await refused(`${at}/hold`, { class: 'family', ground: 'claims', words: 'Again' }, /held already/)
  for (const who of ['lead', 'nurse'] as const) assert.equal(await readsPeople(at, who), false, who)
  await must(`${at}/hold/read`, { purpose: 'protect', words: 'A referral is made today' }, 'nurse')
  assert.equal(await readsPeople(at, 'nurse'), true)
  assert.equal(await readsPeople(at, 'lead'), false)
  assert.match((await town.get(at, 'lead')).text, /Person nurse[\s\S]*To protect somebody/)
  const { id } = await town.ownerDb
    .selectFrom('casework.restriction')
    .select('id')
    .where('episode', '=', episodeOf(at))
    .executeTakeFirstOrThrow()
  const lift = { liftedBecause: 'It was checked', toldHow: 'By letter', version: '1' }
  await refused(`${at}/hold/${id}/lift`, lift, /Another person lifts it/)
  town.tick({ hours: 3 })
  assert.equal(await readsPeople(at, 'nurse'), false)
  await must(`${at}/hold/${id}/lift`, lift, 'co-ordinator')
  assert.equal(await readsPeople(at, 'lead'), true)
})

test('E12: how long records are kept is set from a day to come on, by whoever owns information governance alone', async () => {
  const rule = {
    ...{ recordClass: 'episode', anchor: 'closure', months: '84', basis: 'Schedule of the council', approvedBy: 'Steering group' },
    ...dayFields('startsOn', town.as('governance').today.add({ days: 3 }).toString()),
  }
  for (const who of ['co-ordinator', 'lead', 'administrator'] as const)
    assert.equal((await town.send('/families/retention/rules/new', rule, who)).status, 403, who)
  await refused('/families/retention/rules/new', { ...rule, ...dayFields('startsOn', '2026-03-01') }, /still to come/, 'governance')
  await must('/families/retention/rules/new', rule, 'governance')
  await refused('/families/retention/rules/new', rule, /begins on that day already/, 'governance')
  assert.match((await town.get('/families/retention', 'governance')).text, /7 years[\s\S]*Schedule of the council/)
})

test('E7: from when on work drifts is set from a day on by an administrator, signed, and read with its source beside the list', async () => {
  const rules = '/families/drift/rules'
  const rule = {
    openMonths: '9',
    reviews: '4',
    closedDays: '60',
    source: 'Steering group',
    ...dayFields('startsOn', town.as('lead').today.toString()),
  }
  for (const who of ['lead', 'co-ordinator', 'board-member'] as const)
    assert.equal((await town.send(`${rules}/new`, rule, who)).status, 403, who)
  await refused(`${rules}/new`, { ...rule, ...dayFields('startsOn', '2026-03-01') }, /what held before stays/, 'administrator')
  await refused(`${rules}/new`, { ...rule, openMonths: '61' }, /60/, 'administrator')
  await must(`${rules}/new`, rule, 'administrator')
  await refused(`${rules}/new`, rule, /from that day already/, 'administrator')
  assert.match((await town.get(rules, 'co-ordinator')).text, /More than 9 months[\s\S]*Person administrator[\s\S]*More than 12 months/)
  assert.match((await town.get('/families/drift', 'lead')).text, /more than 9 months[\s\S]*Steering group/)
  assert.equal((await town.get(rules, 'board-member')).status, 403)
})

test('E3: an agreement that runs out soon, or ran out, waits in the work of whoever leads, and its renewal begins from the one before', async () => {
  const at = await led(['family'])
  const waits = async () => (await workOf('lead')).filter(({ href }) => href === `${at}/agreement/renew`).map(({ text }) => text)
  assert.deepEqual(await waits(), [])
  town.tick({ hours: 24 * 100 })
  assert.deepEqual(await waits(), ['An agreement runs out on 7 July 2026'])
  town.tick({ hours: 24 * 40 })
  assert.deepEqual(await waits(), ['An agreement ran out on 7 July 2026'])
  const form = (await town.get(`${at}/agreement/renew`, 'lead')).text
  assert.match(form, /value="Mother"/)
  assert.equal((form.match(/name="classes"[^>]*checked|checked[^>]*name="classes"/g) ?? []).length, 4)
  assert.doesNotMatch(form, />Talked</)
})
