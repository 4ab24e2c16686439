import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { writeAs } from '#platform/database/session.ts'
import { chasePartners } from './pack/chase-partners.ts'
import { itemInput } from './testing/arrange.ts'
import { recordRules } from './testing/record-board.ts'
import { decisionFields, openScene } from './testing/record-scene.ts'

const functions = [{ key: 'plan', name: 'Agree the plan', may: 'decide', reservedTo: [], binding: false }]
const { needs, ownerDb, board, meetingWith, at, present } = await openScene({
  ...recordRules,
  functions: { status: 'stated', value: functions, source: null },
})
const [council, police, health] = board.seats
const { id: meeting, items } = await meetingWith('2014-01-15', [itemInput('Business plan')])
const room = at(board.clerk.account, '2014-01-15T14:30:00Z')
await room.post(`/meetings/${meeting}/attendance/start`)
await room.post(`/meetings/${meeting}/attendance`, { mark: '', ...present(0, 1, 2, 3, 4) })

const agencies = await ownerDb.selectFrom('governance.organisation').select(['id', 'name']).where('name', 'like', '% agency').execute()
const agency = (name: string): string => agencies.find((one) => one.name.startsWith(name))?.id ?? ''
const clerk = at(board.clerk.account, '2014-01-20T10:00:00Z')
const asLead = (seat = council, day = '2014-01-25') => at(seat?.account, `${day}T10:00:00Z`)
const dayOf = (name: string, day: string): Record<string, string> => {
  const { year, month, day: date } = Temporal.PlainDate.from(day)
  return { [`${name}-year`]: String(year), [`${name}-month`]: String(month), [`${name}-day`]: String(date) }
}

async function decided(text: string, functionKey = 'plan', type = 'approve'): Promise<string> {
  const { status, location } = await room.post(
    `/meetings/${meeting}/decisions/new`,
    decisionFields({ item: items[0] ?? '', type, text, functionKey }),
  )
  assert.equal(status, 303)
  return location
}

/** Asks these agencies; the form takes several of one name, which the record's client does not post. */
async function asked(decision: string, fields: Readonly<Record<string, string>>, names: readonly string[]): Promise<Map<string, string>> {
  const { meetingsClient } = await import('./testing/client.ts')
  const client = meetingsClient(needs, board.clerk.account, '2014-01-20T10:00:00Z')
  const answer = await client.post(`${decision}/partners`, {
    ...{ purpose: 'ratify', rule: 'all', version: '0', partners: names.map(agency), ...dayOf('dueOn', '2014-02-20') },
    ...fields,
  })
  assert.equal(answer.status, 303, answer.text)
  const rows = await ownerDb
    .selectFrom('meetings.ratification')
    .select(['id', 'name'])
    .where('decision', '=', decision.replace('/decisions/', ''))
    .execute()
  return new Map(rows.map(({ id, name }) => [name.split(' ')[1] ?? '', id]))
}

const version = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
async function answer(id: string | undefined, who: ReturnType<typeof at>, fields: Readonly<Record<string, string>>, day = '2014-01-24') {
  const form = await who.get(`/ratifications/${id}/answer`)
  return who.post(`/ratifications/${id}/answer`, {
    ownBody: 'Cabinet',
    ...dayOf('answeredOn', day),
    version: version(form.text),
    ...fields,
  })
}

test('M10, G14: a final decision on a function that binds nobody says that it is not in force, and asks the clerk to name the partners', async () => {
  const decision = await decided('That the plan be approved.')
  const page = (await clerk.get(decision)).text
  assert.match(page, /Not in force yet: the partners that must take it home are not named/)
  assert.match(page, /Say which partners must take it home/)
  const form = (await clerk.get(`${decision}/partners`)).text
  for (const { name } of agencies) assert.match(form, new RegExp(name))
  assert.doesNotMatch((await asLead().get(await decided('That it be noted.', 'plan', 'note'))).text, /in force/i)
})

test('M10: in force once all partners have agreed, each by its own body, by its lead or on its word with evidence', async () => {
  const decision = await decided('That the plan be adopted.')
  const parts = await asked(decision, {}, ['Fay', 'Gus'])
  assert.match((await asLead().get(decision)).text, /Not in force yet: 0 of 2 partners have agreed/)
  assert.equal((await answer(parts.get('Council'), asLead(), { answer: 'agreed' })).status, 303)
  assert.match((await clerk.get(`/boards/${board.slug}/decisions`)).text, /Not in force yet: 1 of 2 partners has agreed/)
  assert.equal((await answer(parts.get('Police'), clerk, { answer: 'agreed' }, '2014-01-19')).status, 422, 'the clerk gives no evidence')
  const kept = await answer(parts.get('Police'), clerk, { answer: 'agreed', evidence: 'Letter of 19 January' }, '2014-01-19')
  assert.equal(kept.status, 303)
  const page = (await asLead().get(decision)).text
  assert.match(page, /In force since 24 January 2014: 2 of 2 partners have agreed/)
  assert.match((await asLead().get(kept.location)).text, /Letter of 19 January/)
})

test('M10: a decline under ‘all’ ends it, visibly, with its reason', async () => {
  const decision = await decided('That the second plan be adopted.')
  const parts = await asked(decision, {}, ['Fay', 'Gus'])
  assert.equal((await answer(parts.get('Council'), asLead(), { answer: 'declined' })).status, 422, 'no reason')
  assert.equal((await answer(parts.get('Council'), asLead(), { answer: 'declined', words: 'No money for it.' })).status, 303)
  const page = (await asLead(police).get(decision)).text
  assert.match(page, /Not in force: declined/)
  assert.match(page, /No money for it/)
})

test('M10: agreed with changes counts once the changed words are put to all and agreed; whoever asked for them has agreed', async () => {
  const decision = await decided('That four centres open.')
  const parts = await asked(decision, {}, ['Fay', 'Gus'])
  assert.equal((await answer(parts.get('Council'), asLead(), { answer: 'agreed_with_changes', words: 'Three centres.' })).status, 303)
  assert.equal((await answer(parts.get('Police'), asLead(police), { answer: 'agreed' })).status, 303)
  assert.match((await clerk.get(decision)).text, /Not in force yet: 1 of 2 partners has agreed, and changes are asked for/)
  const form = await clerk.get(`${decision}/partners/text`)
  const words = {
    text: 'That three centres open.',
    reason: 'The council asked for it',
    takesUp: parts.get('Council') ?? '',
    version: version(form.text),
  }
  const later = at(board.clerk.account, '2014-01-26T10:00:00Z')
  assert.equal((await later.post(`${decision}/partners/text`, words)).status, 303)
  assert.equal((await later.post(`${decision}/partners/text`, words)).status, 409, 'a second click puts nothing twice')
  const page = (await later.get(decision)).text
  assert.match(page, /Not in force yet: 1 of 2 partners has agreed/)
  assert.match(page, /That three centres open/)
  assert.match(page, /That four centres open/, 'the words that were decided stay')
  assert.equal((await answer(parts.get('Police'), asLead(police, '2014-01-28'), { answer: 'agreed' }, '2014-01-28')).status, 303)
  assert.match((await asLead(police, '2014-01-29').get(decision)).text, /In force since 28 January 2014/)
})

test('M10: a partner answers once; an answer to words that were changed meanwhile, or sent twice, is not kept', async () => {
  const decision = await decided('That a fifth plan be adopted.')
  const parts = await asked(decision, {}, ['Fay', 'Gus'])
  const id = parts.get('Council')
  const old = version((await asLead().get(`/ratifications/${id}/answer`)).text)
  const fields = { answer: 'agreed', ownBody: 'Cabinet', version: old, ...dayOf('answeredOn', '2014-01-24') }
  const twice = await Promise.all([1, 2].map(() => asLead().post(`/ratifications/${id}/answer`, fields)))
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), [303, 409])
  assert.equal((await answer(id, asLead(), { answer: 'declined', words: 'Changed our minds' })).status, 422)
  assert.equal(
    (
      await ownerDb
        .selectFrom('meetings.ratification_answer')
        .select('id')
        .where('ratification', '=', id ?? '')
        .execute()
    ).length,
    1,
  )
})

test('M10: nobody answers for another partner, and asked words are no longer changed', async () => {
  const decision = await decided('That a sixth plan be adopted.')
  const parts = await asked(decision, {}, ['Fay', 'Gus'])
  assert.equal((await asLead(police).get(`/ratifications/${parts.get('Council')}/answer`)).status, 403)
  assert.equal((await asLead(police).post(`/ratifications/${parts.get('Council')}/answer`, { answer: 'agreed' })).status, 403)
  const form = (await clerk.get(`${decision}/change`)).text
  const changed = decisionFields({
    item: items[0] ?? '',
    type: 'approve',
    text: 'Something else.',
    functionKey: 'plan',
    version: version(form),
  })
  const refused = await clerk.post(`${decision}/change`, changed)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Partners have been asked about these words/)
})

test('X1: with SQL of their own, a lead says nothing for others, nothing twice and nothing as the clerk; a clerk of no board nothing', async () => {
  const decision = await decided('That a seventh plan be adopted.')
  const parts = await asked(decision, {}, ['Fay', 'Gus'])
  const insert = (account: typeof board.clerk.account, id: string | undefined, number: number, as: string) =>
    writeAs(
      needs.db,
      { actor: account, today: Temporal.PlainDate.from('2014-01-25'), now: Temporal.Instant.from('2014-01-25T10:00:00Z') },
      (tx) =>
        sql`insert into meetings.ratification_answer (id, ratification, decision, body, text_number, number, answer, own_body, answered_on, recorded_as, recorded_by, evidence, actor, recorded_at)
        values (gen_random_uuid(), ${id}, ${decision.replace('/decisions/', '')}, ${board.body}, 1, ${number}, 'agreed', 'Cabinet', '2014-01-24', ${as}, 'Me', ${as === 'clerk' ? 'Letter' : ''}, ${account}, now())`.execute(
          tx,
        ),
    )
  const lead = council?.account as typeof board.clerk.account
  await assert.rejects(insert(lead, parts.get('Police'), 1, 'lead'), /row-level security/)
  await assert.rejects(insert(lead, parts.get('Council'), 2, 'lead'), /row-level security/)
  await assert.rejects(insert(lead, parts.get('Council'), 1, 'clerk'), /row-level security/)
  await insert(lead, parts.get('Council'), 1, 'lead')
  await assert.rejects(insert(lead, parts.get('Council'), 1, 'lead'), /duplicate key/)
  await assert.rejects(
    writeAs(
      needs.db,
      { actor: lead, today: Temporal.PlainDate.from('2014-01-25'), now: Temporal.Instant.from('2014-01-25T10:00:00Z') },
      (tx) => sql`update meetings.ratification_answer set answer = 'declined', words = 'No'`.execute(tx),
    ),
    /permission denied/,
  )
})

test('M10: a partner that has not answered is reminded, each stage once, and not once it has answered or the decision is withdrawn', async () => {
  await ownerDb.updateTable('meetings.ratification_ask').set({ withdrawn: true }).execute()
  const decision = await decided('That an eighth plan be adopted.')
  const parts = await asked(decision, dayOf('dueOn', '2014-02-20'), ['Fay', 'Hal'])
  for (const seat of [council, health])
    await ownerDb
      .insertInto('governance.person_contact')
      .values({ person: seat?.person ?? '', email: `${seat?.person}@example.org` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const chase = (day: string) => chasePartners(needs, Temporal.Instant.from(`${day}T06:30:00Z`))
  assert.equal(await chase('2014-02-01'), 0)
  assert.equal(await chase('2014-02-14'), 2)
  assert.equal(await chase('2014-02-15'), 0)
  assert.equal((await answer(parts.get('Council'), asLead(council, '2014-02-16'), { answer: 'agreed' }, '2014-02-16')).status, 303)
  assert.equal(await chase('2014-02-21'), 1)
  assert.equal(
    (await at(board.clerk.account, '2014-02-22T10:00:00Z').post(`${decision}/withdraw`, { reason: 'Recorded twice' })).status,
    303,
  )
  assert.equal(
    (
      await ownerDb
        .selectFrom('meetings.ratification_ask')
        .select('withdrawn')
        .where('decision', '=', decision.replace('/decisions/', ''))
        .executeTakeFirstOrThrow()
    ).withdrawn,
    true,
  )
  assert.equal((await answer(parts.get('Health'), asLead(health, '2014-02-23'), { answer: 'agreed' }, '2014-02-23')).status, 422)
})

test('M10: a request to all agencies is tracked reply by reply, and nothing waits for it', async () => {
  const decision = await decided('That each agency take this back.', '', 'request')
  const parts = await asked(decision, { purpose: 'reply' }, ['Fay', 'Gus', 'Hal'])
  assert.equal((await answer(parts.get('Health'), asLead(health), { answer: 'agreed_with_changes', words: 'From April.' })).status, 303)
  const page = (await asLead().get(decision)).text
  assert.match(page, /1 of 3 partners has replied/)
  assert.match(page, /Will do it in another way/)
  assert.doesNotMatch(page, /in force/i)
})

test('M10: what cannot be satisfied is refused in words, with what was typed', async () => {
  const decision = await decided('That a ninth plan be adopted.')
  const base = { purpose: 'ratify', version: '0', partners: agency('Fay'), ...dayOf('dueOn', '2014-02-20') }
  const cases: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ rule: 'number', needed: '4' }, /More partners must agree than are asked/],
    [{ rule: 'class', class: 'nobody' }, /None of the partners you chose/],
    [{ rule: 'all', partners: '' }, /Choose the partners/],
    [{ rule: 'all', partners: board.body }, /There is a problem/],
    [{ rule: 'all', ...dayOf('dueOn', '2013-02-20') }, /must not lie before/],
  ]
  for (const [fields, said] of cases) {
    const refused = await clerk.post(`${decision}/partners`, { ...base, ...fields })
    assert.equal(refused.status, 422)
    assert.match(refused.text, said)
  }
})
