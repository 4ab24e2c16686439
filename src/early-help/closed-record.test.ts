import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { episodeOf, ledFamilies } from './testing/led-families.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { ownerDb } = town
const { must, refused, led, enter, personOf } = ledFamilies(town)
const referenceOf = async (at: string): Promise<string> =>
  (await ownerDb.selectFrom('casework.episode').select('reference').where('id', '=', episodeOf(at)).executeTakeFirstOrThrow()).reference

test('E12: a closed record is put right by two: a co-ordinator of the locality proposes, the owner of information governance approves, each sees the one line', async () => {
  const at = await led()
  const today = town.as('lead').today.toString()
  const person = (await town.get(`${at}/people`, 'lead')).text.match(/\/people\/([0-9a-f-]{36})"/)?.[1] ?? ''
  await must(`${at}/people/${person}/facts`, { religion: 'hindu', source: 'School', ...dayFields('knownOn', today) }, 'lead')
  await must(`${at}/close`, { reason: 'needs-met', plan: 'None', familyView: 'Good', ...dayFields('closedOn', today) }, 'lead')
  const { id: fact } = await ownerDb
    .selectFrom('casework.person_fact')
    .select('id')
    .where('episode', '=', episodeOf(at))
    .executeTakeFirstOrThrow()
  const looks = async (who: Townsperson) =>
    (
      await ownerDb
        .selectFrom('casework.look')
        .select('id')
        .where('episode', '=', episodeOf(at))
        .where('person', '=', town.person(who))
        .execute()
    ).length
  const closed = `${at}/closed-right`
  for (const who of ['lead', 'asker', 'colleague', 'nurse', 'other-co-ordinator', 'governance', 'administrator', 'board-member'] as const)
    assert.ok([403, 404].includes((await town.get(closed, who)).status), who)
  // The page lists kinds and days; what is opened is that one line, and both stand in the family's list.
  const before = await looks('co-ordinator')
  assert.match((await town.get(at, 'co-ordinator')).text, /Correct a closed record/)
  const listed = (await town.get(closed, 'co-ordinator')).text
  assert.match(listed, /Religion, known on/)
  assert.doesNotMatch(listed, /Hindu|Wren/)
  const line = `${closed}/person_fact/${fact}`
  assert.match((await town.get(line, 'co-ordinator')).text, /It says now: Wren Amber[\s\S]*Hindu/)
  assert.equal(await looks('co-ordinator'), before + 3)
  const right = {
    wanted: 'Mother: Sikh',
    answer: 'sikh',
    origin: 'Mother',
    ...dayFields('knownOn', today),
    ...dayFields('receivedOn', today),
  }
  await refused(line, { ...right, kind: 'asked' }, /Who asks/, 'co-ordinator')
  await refused(line, { ...right, kind: 'mistake', askedBy: 'Mother' }, /leave this empty/, 'co-ordinator')
  await refused(line, { ...right, kind: 'mistake', answer: 'hindu', origin: 'School' }, /Nothing is changed below/, 'co-ordinator')
  await must(line, { ...right, kind: 'asked', askedBy: 'Mother', entitledBy: 'responsibility' }, 'co-ordinator')
  await refused(line, { ...right, kind: 'mistake' }, /waits for the decision/, 'co-ordinator')
  const { id, due_on } = await ownerDb
    .selectFrom('casework.rectification')
    .select(['id', 'due_on'])
    .where('record', '=', fact)
    .executeTakeFirstOrThrow()
  assert.ok(due_on.equals(town.as('lead').today.add({ months: 1 })))
  // Past every page: nobody decides but whoever owns information governance, who is not the one that proposed; nothing is changed without it.
  for (const who of ['co-ordinator', 'lead', 'other-co-ordinator'] as const)
    await assert.rejects(
      writeAs(town.db, town.as(who), (tx) => sql`select casework.decide_closed_right(${id}::uuid, 'put-right', 'b', 't', 1)`.execute(tx)),
      /governance|permission/,
      who,
    )
  for (const who of ['lead', 'other-co-ordinator', 'governance'] as const)
    await assert.rejects(
      writeAs(town.db, town.as(who), (tx) =>
        sql`select casework.propose_closed_right(${episodeOf(at)}::uuid, gen_random_uuid(), 'plan', 'other', null, 'mistake', 's', 'w', null, null, ${today}::date, null)`.execute(
          tx,
        ),
      ),
      /co-ordinator of the locality proposes/,
      who,
    )
  await ownerDb
    .insertInto('casework.post')
    .values({
      id: newId(),
      person: town.person('co-ordinator'),
      organisation: town.agency('co-ordinator'),
      role: 'governance',
      area: null,
      starts_on: Temporal.PlainDate.from('2020-01-01'),
      ends_on: town.as('lead').today.add({ days: 1 }),
    })
    .execute()
  assert.equal((await town.get(`/families/put-right/${id}`, 'co-ordinator')).status, 404)
  await assert.rejects(
    writeAs(town.db, town.as('co-ordinator'), (tx) =>
      sql`select casework.decide_closed_right(${id}::uuid, 'put-right', 'b', 't', 1)`.execute(tx),
    ),
    /approved_by_another/,
  )
  // Whoever approves finds it in their work and the register, which names no word; opens that one thing; and approves.
  assert.ok(((await familyWork(town.db)(town.as('governance')))?.items ?? []).some(({ href }) => href === '/families/put-right'))
  const register = (await town.get('/families/put-right', 'governance')).text
  assert.match(register, new RegExp(await referenceOf(at)))
  assert.doesNotMatch(register, /Hindu|Sikh|Wren/)
  assert.match((await town.get(`/families/put-right/${id}`, 'governance')).text, /Hindu[\s\S]*It shall say[\s\S]*Sikh/)
  assert.ok((await looks('governance')) > 0)
  const approve = { verdict: 'put-right', because: 'The letter was shown', version: '1' }
  await refused(`/families/put-right/${id}`, approve, /how whoever asked is told/, 'governance')
  await must(`/families/put-right/${id}`, { ...approve, toldHow: 'By letter' }, 'governance')
  const now = await ownerDb.selectFrom('casework.person_fact').select('code').where('id', '=', fact).executeTakeFirstOrThrow()
  assert.equal(now.code, 'sikh')
  const former = await ownerDb.selectFrom('casework.former_version').select('content').where('record', '=', fact).execute()
  assert.deepEqual(
    former.map(({ content }) => (content as { code: string }).code),
    ['hindu'],
  )
  assert.match(
    (await town.get('/families/put-right', 'governance')).text,
    /Put right<[\s\S]*the record is closed|the record is closed[\s\S]*Put right</,
  )
  assert.match((await town.get(closed, 'co-ordinator')).text, /You proposed: Mother: Sikh[\s\S]*Because: The letter was shown/)
  assert.equal((await town.get(`/families/put-right/${id}`, 'governance')).status, 404)
  // The rest of the record, by its words; refused this time.
  await must(
    `${closed}/new`,
    { kind: 'mistake', class: 'plan', said: 'Tuesdays', wanted: 'Mondays', ...dayFields('receivedOn', today) },
    'co-ordinator',
  )
  const other = await ownerDb.selectFrom('casework.rectification').select('id').where('said', '=', 'Tuesdays').executeTakeFirstOrThrow()
  await must(`/families/put-right/${other.id}`, { ...approve, verdict: 'refused' }, 'governance')
  // What was held before the closing is held from whoever proposes, too.
  await must(`${at}/hold`, { class: 'family', ground: 'accuracy', words: 'Father asks' }, 'co-ordinator')
  assert.equal((await town.get(line, 'co-ordinator')).status, 404)
})

test('E12: what is held is held from whoever entered it before anybody leads, but for a purpose that they name', async () => {
  const today = town.as('asker').today.toString()
  const asked = {
    label: 'Brook',
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', today),
    why: 'Nights are short',
    told: 'yes',
  }
  const at = await must('/families/new', { ...asked, child1: 'Sky Brook' }, 'asker')
  const reads = async (who: Townsperson) => {
    const { text } = await town.get(at, who)
    return [/Sky Brook/.test(text), /Nights are short/.test(text)]
  }
  assert.deepEqual(await reads('asker'), [true, true])
  for (const part of ['family', 'assessment'])
    await must(`${at}/hold`, { class: part, ground: 'accuracy', words: 'Mother asks' }, 'co-ordinator')
  assert.deepEqual(await reads('asker'), [false, false])
  assert.deepEqual(await reads('co-ordinator'), [false, false])
  await must(`${at}/hold/read`, { purpose: 'protect', words: 'A referral is made today' }, 'asker')
  assert.deepEqual(await reads('asker'), [true, true])
  town.tick({ hours: 3 })
  assert.deepEqual(await reads('asker'), [false, false])
})

test('E3, E5, E12: what is settled is set from a day on by those who may, signed; what held before stays, past every page too', async () => {
  const at = (code: string): string => `/families/settled/${code}/set`
  const weeks = { first_review_weeks: '4', next_review_weeks: '8', source: 'Steering group, 3 March 2026' }
  const { today } = town.as('lead')
  for (const who of ['lead', 'co-ordinator', 'governance', 'board-member'] as const)
    assert.equal((await town.get(at('plan'), who)).status, 403, who)
  assert.equal((await town.get(at('emergency'), 'administrator')).status, 403)
  assert.equal((await town.get(at('drift'), 'administrator')).status, 404)
  assert.equal((await town.get('/families/settled', 'board-member')).status, 403)
  const wrong = await town.send(
    at('plan'),
    { ...weeks, first_review_weeks: '27', ...dayFields('startsOn', today.toString()) },
    'administrator',
  )
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="27"[\s\S]*Steering group, 3 March 2026/)
  const late = await town.send(at('plan'), { ...weeks, ...dayFields('startsOn', today.subtract({ days: 1 }).toString()) }, 'administrator')
  assert.equal(late.status, 422)
  await must(at('plan'), { ...weeks, ...dayFields('startsOn', today.add({ days: 3 }).toString()) }, 'administrator')
  assert.equal(
    (await town.send(at('plan'), { ...weeks, ...dayFields('startsOn', today.add({ days: 3 }).toString()) }, 'administrator')).status,
    422,
  )
  await must(
    at('step-up'),
    { send_days: '2', receive_days: '1', decide_days: '3', source: 'Board', ...dayFields('startsOn', today.toString()) },
    'administrator',
  )
  await must(at('emergency'), { hours: '3', source: 'Board', ...dayFields('startsOn', today.toString()) }, 'governance')
  const page = await town.get('/families/settled', 'lead')
  assert.match(
    page.text,
    /Reviews of a plan[\s\S]*First review after 4 weeks[\s\S]*13 March 2026[\s\S]*First review after 6 weeks[\s\S]*What held before[\s\S]*Answered, once received, within 1 day/,
  )
  assert.doesNotMatch(page.text, /Set it from a day on/)
  const past = { id: newId(), first_review_weeks: 1, next_review_weeks: 1, source: 'Me', starts_on: today, set_on: today }
  const insert = (who: Townsperson, by: string, more = {}) =>
    writeAs(town.db, town.as(who), (tx) =>
      tx
        .insertInto('casework.plan_rule')
        .values({ ...past, set_by: by, ...more })
        .execute(),
    )
  await assert.rejects(insert('lead', town.person('lead')), /row-level security/)
  await assert.rejects(insert('administrator', town.person('lead')), /row-level security/)
  await assert.rejects(
    insert('administrator', town.person('administrator'), { starts_on: today.subtract({ days: 1 }) }),
    /row-level security/,
  )
  await assert.rejects(ownerDb.updateTable('casework.plan_rule').set({ next_review_weeks: 2 }).execute(), /never changed|refuse|append/i)
})

test('E1: a shield reaches contacts, prints and words: whoever prints what names a shielded place is asked, and no print carries it', async () => {
  const at = await led(['family', 'plan'])
  const wren = await personOf(at, 'Wren Amber')
  await enter(at, 'Karl', 'parent')
  const karl = (await personOf(at, 'Karl')).split('/').at(-1) ?? ''
  const today = town.as('lead').today.toString()
  await refused(`${wren}/contact`, { kind: 'phone', value: '12', source: 'Mother' }, /too short/)
  await must(`${wren}/contact`, { kind: 'school', value: 'Larch Lane School', source: 'Mother' })
  await must(`${wren}/contact`, { kind: 'phone', value: '+44 7700 900123', source: 'Mother' })
  await must(`${wren}/address`, { kind: 'usual', lines: '2 Elm Road\nNorthbrook', postcode: 'NB2 2BB', source: 'Mother' })
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today), familyWords: 'We walk from Elm Road' })
  await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'Ring 07700 900 123 when it is hard' })
  const print = { who: `relative:${karl}`, edition: 'plain' }
  const path = `${at}/plan/print-for`
  const options = (await town.get(path, 'lead')).text
  const who = new RegExp(`value="([^"]*${karl}[^"]*)"`).exec(options)?.[1] ?? print.who
  const open = await must(path, { ...print, who })
  assert.match((await town.get(open, 'lead')).text, /\+44 7700 900123[\s\S]*Larch Lane School/)
  await must(`${wren}/shield`, { shieldedFrom: karl, because: 'Non-molestation order' })
  assert.match((await town.get(`${at}/people/${karl}`, 'lead')).text, /No address and no contact at all/)
  await refused(path, { ...print, who }, /name an address or contact that is withheld/)
  const sure = await must(path, { ...print, who, sure: 'yes' })
  const page = (await town.get(sure, 'lead')).text
  assert.doesNotMatch(page, /Larch Lane|\+44 7700|NB2 2BB/)
  assert.match(page, /Words of this page name/)
  // Past every page: the database asks, too.
  await assert.rejects(
    writeAs(town.db, town.as('lead'), async (tx) => {
      await tx
        .insertInto('casework.look')
        .values({ id: newId(), episode: episodeOf(at), person: town.person('lead'), what: 'change', at: town.as('lead').now })
        .execute()
      await tx
        .insertInto('casework.plan_print')
        .values({
          id: newId(),
          episode: episodeOf(at),
          plan_number: 1,
          relative: karl,
          member: null,
          edition: 'plain',
          entered_by: town.person('lead'),
          entered_at: town.as('lead').now,
        })
        .execute()
    }),
    /name what is shielded/,
  )
})
