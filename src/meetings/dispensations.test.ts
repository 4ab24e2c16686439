import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { itemInput } from './testing/arrange.ts'
import { openVotes } from './testing/votes-scene.ts'

const { needs, ownerDb, board, at, running, live } = await openVotes()
const [council, police] = board.seats
const DAY = '2014-06-09'
const then = `${DAY}T14:20:00Z`
const { id, items } = await running(DAY, [itemInput('Contract'), itemInput('Clinic')], [0, 1, 2])
const [contract = '', clinic = ''] = items

async function grant(person: string | undefined, more: Record<string, unknown> = {}): Promise<string> {
  const leave = newId()
  await ownerDb
    .insertInto('governance.dispensation')
    .values({
      ...{ id: leave, person: person ?? '', body: board.body, scope: 'To take part', granted_by: 'the monitoring officer' },
      ...{ starts_on: Temporal.PlainDate.from('2014-01-01'), ends_on: Temporal.PlainDate.from('2015-06-01'), matter: 'body', ...more },
    })
    .execute()
  return leave
}
const declared = (person: string | undefined, item: string) =>
  ownerDb
    .selectFrom('meetings.declared_interest')
    .selectAll()
    .where('person', '=', person ?? '')
    .where('item', '=', item)
    .executeTakeFirstOrThrow()
const declare = (who: typeof council, item: string) =>
  at(who?.account, then).post(live(id, 'interests/declare'), { item, kind: 'pecuniary', nature: 'Shares in the firm' })

test('G13: a dispensation applies by itself to what it is for, and the consequence says until when and who granted it', async () => {
  await ownerDb.updateTable('meetings.item_content').set({ function_key: 'contracts' }).where('item', '=', contract).execute()
  await grant(council?.person, { matter: 'function', function_key: 'contracts' })
  for (const item of [contract, clinic]) assert.equal((await declare(council, item)).status, 303)
  assert.equal((await declared(council?.person, contract)).decided_from, 'dispensation')
  assert.equal((await declared(council?.person, clinic)).decided_from, 'terms')
  const page = await at(police?.account, then).get(`/meetings/${id}/live`)
  assert.match(page.text, /Dispensation until 31 May 2015, granted by the monitoring officer: may stay, speak and vote\./)
})

test('G13: the database applies a dispensation to nothing but its matter, and what is said of it is what stands in it', async () => {
  const leave = await grant(police?.person, { matter: 'function', function_key: 'contracts' })
  const write = (item: string) =>
    writeAs(needs.db, { actor: police?.account, today: Temporal.PlainDate.from(DAY), now: Temporal.Instant.from(then) }, (tx) =>
      tx
        .insertInto('meetings.declared_interest')
        .values({
          ...{
            id: newId(),
            meeting: id,
            body: board.body,
            sight: 'members',
            item,
            category: 'public',
            person: police?.person ?? '',
            name: 'x',
          },
          ...{ kind: 'pecuniary', nature: 'n', source: 'declared', declared_at: Temporal.Instant.from(then), dispensation: leave },
          ...{ consequence: 'stay', decided_from: 'dispensation', dispensed_by: 'myself', dispensed_until: null },
        })
        .execute(),
    )
  await assert.rejects(write(clinic), (error) => (error as { constraint?: string }).constraint === 'consequence_of_the_terms')
  await write(contract)
  const kept = await declared(police?.person, contract)
  assert.deepEqual([kept.dispensed_by, kept.dispensed_until?.toString()], ['the monitoring officer', '2015-06-01'])
})

test('G13: where a dispensation ends before a meeting that has not begun, what rested on it follows the terms again', async () => {
  const state = (to: string) => ownerDb.updateTable('meetings.meeting').set({ state: to }).where('id', '=', id).execute()
  const end = (person: string | undefined, day: string) =>
    ownerDb
      .updateTable('governance.dispensation')
      .set({ ended_on: Temporal.PlainDate.from(day), ended_by: 'The officer', end_reason: 'The firm was sold' })
      .where('person', '=', person ?? '')
      .execute()
  await end(council?.person, '2014-06-01')
  assert.equal((await declared(council?.person, contract)).decided_from, 'dispensation', 'what runs has counted on it')
  await state('called')
  await end(police?.person, '2014-06-09')
  const { decided_from: from, consequence } = await declared(police?.person, contract)
  assert.deepEqual([from, consequence], ['terms', 'stay_silent'])
})
