import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { findLine } from './queries/fund-money.ts'
import { openSharedPool } from './testing/shared-pool.ts'

const { rooms, governance, board, fund, post, idOf, finance, owner } = await openSharedPool()
const year = 2024

/** An item that commits money, with its report: pooled, 100 pounds. */
async function reportThatCommits(): Promise<{ readonly item: string; readonly paper: string; readonly meeting: string }> {
  const [meeting, item, paper] = [newId(), newId(), newId()]
  const { now, today, actor } = governance.acting('mbeki')
  const common = { meeting, body: board, sight: 'draft', category: 'public' }
  const called = { kind: 'ordinary', held_on: today, starts_at: '14:00', place: 'X', access: 'public', state: 'called' }
  await owner
    .insertInto('meetings.meeting')
    .values({ id: meeting, body: board, ...called })
    .execute()
  const face = { position: 1, number: '1', public_title: 'More nurses', purpose: 'decision', report_status: 'attached' }
  await owner
    .insertInto('meetings.agenda_item')
    .values({ id: item, ...common, ...face })
    .execute()
  await owner
    .insertInto('meetings.item_content')
    .values({ item, ...common, title: 'More nurses', commits_money: true })
    .execute()
  const author = governance.sample.people.get('vickers') ?? ''
  await owner
    .insertInto('meetings.paper')
    .values({ id: paper, item, ...common, title: 'More nurses', author, state: 'draft' })
    .execute()
  const fields = JSON.stringify({ budgetKind: 'pooled', budgetSum: '£100' })
  const version = { id: newId(), paper, ...common, number: 1, fields, tree: '{}', state: 'draft', made_by: actor ?? '', made_at: now }
  await owner.insertInto('meetings.paper_version').values(version).execute()
  return { item, paper, meeting }
}

test('C16: a report that commits money names fund, line, year and sum before it is cleared; its commitment follows the decision once, and leaves with it', async () => {
  const { item, paper, meeting } = await reportThatCommits()
  const nursing = await idOf('budget_line', 'Nursing', year + 1)
  const committed = async () => (await findLine(owner, nursing)).commitment
  const become = (state: string) => owner.updateTable('meetings.paper').set({ state }).where('id', '=', paper).execute()
  const name = (fields: Readonly<Record<string, string>>, who = 'mbeki') =>
    post(`/committed-money/${paper}`, { line: nursing, ...fields }, who)
  await assert.rejects(become('cleared'), { constraint: 'paper_names_line' })
  for (const who of [finance, 'lyle']) assert.ok([403, 404].includes((await name({ amount: '100' }, who)).status), who)
  assert.equal((await name({ amount: '60' })).status, 303)
  await assert.rejects(become('cleared'), { constraint: 'paper_line_sum' })
  assert.equal((await name({ amount: '100' })).status, 303)
  await become('cleared')
  assert.match((await name({ amount: '90' })).text, /cleared or published already/)
  assert.equal(await committed(), null)
  const decide = async (type: string): Promise<string> => {
    const id = newId()
    const { now, today } = governance.acting('mbeki')
    const said = { type, text: 'Approved.', method: 'consensus', category: 'public', decided_on: today, recorded_at: now, of_body: board }
    await owner
      .insertInto('meetings.decision')
      .values({ id, meeting, body: board, item, ...said })
      .execute()
    return id
  }
  await decide('note')
  assert.equal(await committed(), null, 'what is only noted commits nothing')
  const [first, second] = [await decide('approve'), await decide('approve')]
  assert.equal(await committed(), 10_000n)
  const change = (id: string, fields: { readonly withdrawn?: boolean; readonly type?: string }) =>
    owner
      .updateTable('meetings.decision')
      .set({ ...fields, withdrawn_reason: 'x' })
      .where('id', '=', id)
      .execute()
  await change(first, { type: 'approve' })
  assert.equal(await committed(), 10_000n, 'the same decision commits once')
  assert.match((await rooms.get(`/funds/${fund}?year=${year + 1}`, finance)).text, /id="moved"/)
  await change(first, { withdrawn: true })
  assert.equal(await committed(), 10_000n, 'another decision on the item stands')
  await change(second, { withdrawn: true })
  assert.equal(await committed(), 0n)
  // What partners must take home commits once they have, by the words that stand, and no more when one of them takes its word back.
  const third = await decide('approve')
  const { now, today, actor = '' } = governance.acting('mbeki')
  const of = { decision: third, body: board }
  const asked = { ...of, purpose: 'ratify', rule: 'all', asked_on: today, due_on: today.add({ days: 30 }) }
  await owner.insertInto('meetings.ratification_ask').values(asked).execute()
  assert.equal(await committed(), 0n, 'nobody has taken it home yet')
  const partners = [...governance.sample.organisations.values()]
    .slice(0, 2)
    .map((organisation) => ({ id: newId(), ...of, organisation, name: 'P' }))
  await owner.insertInto('meetings.ratification').values(partners).execute()
  await owner
    .insertInto('meetings.ratification_text')
    .values({ decision: third, number: 1, text: 'Approved.', put_on: today, actor })
    .execute()
  const answer = (place: number, number: number, said: string) =>
    owner
      .insertInto('meetings.ratification_answer')
      .values({
        ...{ id: newId(), ratification: partners[place]?.id ?? '', ...of, text_number: 1, number, answer: said, own_body: 'Cabinet' },
        ...{ answered_on: today, words: 'x', recorded_as: 'lead', recorded_by: 'A lead', actor, recorded_at: now },
      })
      .execute()
  await answer(0, 1, 'agreed')
  assert.equal(await committed(), 0n, 'one of two has')
  await answer(1, 1, 'agreed')
  assert.equal(await committed(), 10_000n)
  await answer(1, 2, 'declined')
  assert.equal(await committed(), 0n)
  await change(third, { withdrawn: true })
  const entries = await owner
    .selectFrom('commissioning.entry')
    .select('pence')
    .where('line', '=', nursing)
    .where('promise', 'is not', null)
    .execute()
  assert.deepEqual(
    entries.map(({ pence }) => pence).toSorted((one, other) => Number(one - other)),
    [...Array.from({ length: 4 }, () => -10_000n), ...Array.from({ length: 4 }, () => 10_000n)],
  )
})
