import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CallOffInput, ChangedItemInput, CommunicationItemInput, ReportItemInput } from '../forms/communication.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type CommunicationItem, findCommunicationItem, guardedCommunication, guardedItem } from '../queries/communications.ts'
import { auditCommunication, holdCommunication, nameSomebody } from './communications.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Adds to a communication plan who is to hear what: its owner or the clerk. */
export async function addCommunicationItem(needs: Needs, doer: Doer, id: string, input: CommunicationItemInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdCommunication(tx, doer, id, 'change')
    const values = await valuesOf(tx, input)
    if (!values.ok) return values
    await tx
      .insertInto('plans.communication_item')
      .values({ id: newId(), communication: id, body: held.body, sight: held.sight, ...values.value })
      .execute()
    await auditCommunication(tx, doer, 'item-added', id, input)
    return succeed(null)
  })
}

/** Changes who is to hear what, while nothing came of it yet. @throws Conflict where somebody else saved first */
export async function changeCommunicationItem(needs: Needs, doer: Doer, id: string, input: ChangedItemInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await holdItem(tx, doer, id, 'change')
    if (isSettled(item)) return fail({ field: '', code: 'settled-already' })
    const values = await valuesOf(tx, input)
    if (!values.ok) return values
    await save(tx, item, input.version, values.value)
    await auditCommunication(tx, doer, 'item-changed', item.communication, { item: id, ...input })
    return succeed(null)
  })
}

/** Says what came of something: whoever sees to it, the owner or the clerk; also a second time, when the count comes in. @throws Conflict where somebody else saved first */
export async function reportCommunicationItem(needs: Needs, doer: Doer, id: string, input: ReportItemInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await holdItem(tx, doer, id, 'report')
    const { doneOn, cameState, came, learned, version } = input
    if (item.calledOffOn !== null) return fail({ field: '', code: 'settled-already' })
    if (Temporal.PlainDate.compare(doneOn, doer.today) > 0) return fail({ field: 'doneOn', code: 'in-the-future' })
    if (cameState === 'counted' && came === undefined) return fail({ field: 'came', code: 'required' })
    if (cameState !== 'counted' && came !== undefined) return fail({ field: 'came', code: 'came-without-count' })
    await save(tx, item, version, { done_on: doneOn, came_state: cameState, came: came ?? null, learned: learned ?? '' })
    await auditCommunication(tx, doer, 'item-reported', item.communication, { item: id, ...input })
    return succeed(null)
  })
}

/** Says that something is not done, and why. @throws Conflict where somebody else saved first */
export async function callOffCommunicationItem(needs: Needs, doer: Doer, id: string, { because, version }: CallOffInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await holdItem(tx, doer, id, 'change')
    if (isSettled(item)) return fail({ field: '', code: 'settled-already' })
    await save(tx, item, version, { called_off_on: doer.today, called_off_because: because })
    await auditCommunication(tx, doer, 'item-called-off', item.communication, { item: id, because })
    return succeed(null)
  })
}

const isSettled = ({ doneOn, calledOffOn }: CommunicationItem): boolean => doneOn !== null || calledOffOn !== null

async function holdItem(tx: Writer, doer: Doer, id: string, verb: 'change' | 'report'): Promise<CommunicationItem> {
  const { item, communication } = await findCommunicationItem(tx, id)
  await demand(tx, doer, verb === 'report' ? guardedItem(communication, item) : guardedCommunication(communication), verb)
  if (communication.closedOn !== null) throw new Conflict('It was closed.')
  return item
}

async function valuesOf(tx: Writer, input: CommunicationItemInput) {
  const { audience, message, channel, who, whoPost, plannedOn, reachOf, expected } = input
  const named = await nameSomebody(tx, { person: who, post: whoPost, fields: ['who', 'whoPost'] })
  if (!named.ok) return named
  return succeed({
    ...{ audience, message, channel, who: named.value.person, who_name: named.value.name },
    ...{ planned_on: plannedOn, reach_of: reachOf ?? 'people', expected: expected ?? null },
  })
}

async function save(tx: Writer, { id }: CommunicationItem, version: number, values: Readonly<Record<string, unknown>>): Promise<void> {
  const saved = await tx
    .updateTable('plans.communication_item')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
}
