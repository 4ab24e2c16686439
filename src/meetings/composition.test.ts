import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCompositionRule, endCompositionRule } from '#governance/commands/composition.ts'
import type { Terms } from '#governance/public.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { doerAt, itemInput, value } from './testing/arrange.ts'
import { openVotes } from './testing/votes-scene.ts'

const scene = await openVotes()
const { board, ownerDb, needs, field } = scene
const day = '2014-02-24'
const at = (clock: string): string => `${day}T${clock}:00Z`
const clerk = doerAt(board.clerk.account, at('09:00'))
const rule = (value: string, atMeetings: boolean) => ({
  ...{ body: board.body, matches: 'capacity' as const, value, atLeast: 1, atMeetings, source: 'Terms, section 7' },
  startsOn: Temporal.PlainDate.from('2013-04-01'),
})
const holders = await ownerDb
  .selectFrom('governance.appointment as a')
  .innerJoin('governance.seat as s', 's.id', 'a.seat')
  .select(['a.id', 'a.seat'])
  .where('s.body', '=', board.body)
  .execute()
const acts = async (seat: number, capacity: string): Promise<void> => {
  const held = holders.find((holder) => holder.seat === board.seats[seat]?.seat)
  await ownerDb
    .updateTable('governance.appointment')
    .set({ capacity })
    .where('id', '=', held?.id ?? newId())
    .execute()
}

test('G5: who must be at every meeting is missed in the room while they are away, and no more once they came', async () => {
  await acts(0, 'Clinician')
  await acts(1, 'Manager')
  for (const who of ['Clinician', 'Manager']) value(await addCompositionRule(needs.db, clerk, rule(who, true)))
  const { id, items } = await scene.meetingWith(day, [itemInput('The plan')])
  const send = (clock: string, act: string, fields: Readonly<Record<string, string>> = {}) =>
    scene.at(board.clerk.account, at(clock)).post(`/meetings/${id}/live/${act}`, { entry: newId(), ...fields })
  const now = async (clock: string) => (await scene.at(board.clerk.account, at(clock)).get(`/meetings/${id}/live`)).text
  assert.equal((await send('14:00', 'start')).status, 303)
  await send('14:01', 'move', { line: field(0), movement: 'arrive' })
  assert.match(await now('14:02'), /Somebody is missing[\s\S]*too few, are here as Manager, whom/)
  assert.equal((await send('14:10', 'item', { item: items[0] ?? '' })).status, 303)
  await send('14:30', 'move', { line: field(1), movement: 'arrive' })
  assert.doesNotMatch(await now('14:31'), /Somebody is missing/)
  await send('14:45', 'end')
  const page = (await scene.at(board.clerk.account, '2014-02-25T10:00:00Z').get(`/boards/${board.slug}/compliance`)).text
  assert.match(page, /At 1 of 1 recorded meeting somebody was lacking whom every meeting must have/)
})

test('G5: on any day the page of members and compliance say who is lacking; the same rule is not recorded twice', async () => {
  const added = await addCompositionRule(needs.db, clerk, { ...rule('Head teacher', false), atLeast: 2 })
  const again = await addCompositionRule(needs.db, clerk, rule('head teacher ', false))
  assert.deepEqual(again, { ok: false, problems: [{ field: 'value', code: 'composition-known' }] })
  const page = (await scene.at(board.clerk.account, '2014-02-25T10:00:00Z').get(`/boards/${board.slug}/compliance`)).text
  assert.match(page, /The board lacks 1 of 3 that it must have: Head teacher/)
  const { id } = value(added)
  const end = { id, body: board.body, endsOn: Temporal.PlainDate.from('2014-02-25'), version: 1 }
  value(await endCompositionRule(needs.db, clerk, end))
  await assert.rejects(endCompositionRule(needs.db, clerk, end))
  assert.doesNotMatch(
    (await scene.at(board.clerk.account, '2014-02-25T10:00:00Z').get(`/boards/${board.slug}/compliance`)).text,
    /Head teacher/,
  )
})

test('G5, G9: who votes on some functions only is asked there, and nowhere else', async () => {
  const [council, police] = board.seats
  const terms = await ownerDb
    .selectFrom('governance.terms_version')
    .select('document')
    .where('body', '=', board.body)
    .executeTakeFirstOrThrow()
  const functions = (terms.document as unknown as Terms).functions.value ?? []
  const [one = '', other = ''] = functions.filter(({ may }) => may === 'decide').map(({ key }) => key)
  await ownerDb
    .updateTable('governance.seat')
    .set({ votes_on: [one] })
    .where('id', '=', police?.seat ?? '')
    .execute()
  const { id, items } = await scene.running('2014-03-03', [itemInput('Clinic')], [0, 1, 2])
  const then = '2014-03-03T14:20:00Z'
  const act = (who: typeof council, what: string, fields: Readonly<Record<string, string>>) =>
    scene.at(who?.account ?? board.clerk.account, then).post(scene.live(id, what), fields)
  const votes = async (functionKey: string) => {
    const motion = await scene.put(id, items[0] ?? '', { functionKey })
    assert.equal((await act(undefined, 'motions/open', { motion })).status, 303)
    const answer = await act(police, 'motions/vote', { motion, choice: 'for' })
    const whole = await act(council, 'motions/vote', { motion, choice: 'for' })
    assert.equal(whole.status, 303)
    await act(undefined, 'motions/close', { motion })
    return answer
  }
  assert.equal((await votes(one)).status, 303)
  assert.match((await votes(other)).text, /You have no vote here/)
  await assert.rejects(
    ownerDb
      .updateTable('governance.seat')
      .set({ voting: 'observer' })
      .where('id', '=', police?.seat ?? '')
      .execute(),
  )
})

test('G5: the database lets nobody rewrite what a board was asked to have', async () => {
  const change = writeAs(needs.db, clerk, (tx) => tx.updateTable('governance.composition_rule').set({ at_least: 9 }).execute())
  await assert.rejects(change, /ends; it does not change/)
})

test('G3: whoever writes, and however many at one moment, the database closes no circle of sub-groups', async () => {
  const [one, two, three] = [newId(), newId(), newId()]
  await ownerDb
    .insertInto('governance.body')
    .values([one, two, three].map((id, index) => ({ id, slug: `circle-${index}`, name: `Circle ${index}`, kind: 'sub-group' })))
    .execute()
  const under = (from_body: string, to_body: string, starts: string, ends?: string) =>
    ownerDb
      .insertInto('governance.body_relation')
      .values({
        ...{ id: newId(), from_body, to_body, kind: 'sub-group-of', starts_on: Temporal.PlainDate.from(starts) },
        ends_on: ends === undefined ? null : Temporal.PlainDate.from(ends),
      })
      .execute()
  await under(one, two, '2020-01-01', '2021-01-01')
  await under(two, one, '2021-01-01')
  const both = await Promise.allSettled([under(one, three, '2022-01-01'), under(three, two, '2022-01-01')])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('G2: the database keeps no task and finish group without its end and what happens to its actions', async () => {
  const group = { id: newId(), slug: 'endless', name: 'Endless', kind: 'task-and-finish', ends_rule: 'They go to the board' }
  await assert.rejects(ownerDb.insertInto('governance.body').values(group).execute(), /needs its end/)
})

test('G4, G10: the law of a council committee stands above terms that ask for less notice, and the page says which and why', async () => {
  const row = await ownerDb
    .selectFrom('governance.terms_version')
    .select(['id', 'document'])
    .where('body', '=', board.body)
    .executeTakeFirstOrThrow()
  const document = row.document as unknown as Terms
  const shorter = { ...document, agendaOut: { ...document.agendaOut, status: 'stated', value: { mode: 'working', days: 4, cutOff: null } } }
  await ownerDb.updateTable('governance.terms_version').set({ state: 'draft' }).where('id', '=', row.id).execute()
  await ownerDb
    .updateTable('governance.terms_version')
    .set({ document: JSON.stringify(shorter), state: 'adopted', version: 99 })
    .where('id', '=', row.id)
    .execute()
  const { id } = await scene.meetingWith('2014-04-14', [itemInput('The plan')])
  const page = async () => (await scene.at(board.clerk.account, '2014-03-20T10:00:00Z').get(`/meetings/${id}/prepare`)).text
  assert.doesNotMatch(await page(), /100B/)
  await ownerDb.updateTable('governance.body_setting').set({ legal_regime: 'lga1972' }).where('body', '=', board.body).execute()
  const lawful = await page()
  // Five clear working days before Monday 14 April: 7 to 11 April lie between, and Friday 4 April is the last day.
  assert.match(lawful, /4 April/)
  assert.match(lawful, /Local Government Act 1972, section 100B; the law stands above .* asks for less \(at least (four|4) working days/)
})
