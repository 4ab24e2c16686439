import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ActionInput } from '../../forms/action.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findAction, findLeadOffers, guardedAction, type Lead } from '../../queries/actions.ts'
import { findItem } from '../../queries/agenda.ts'
import { findDecision } from '../../queries/decisions.ts'
import { guardedMeeting, lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { readDue } from '../../rules/action-due.ts'
import type { Category } from '../../rules/agenda.ts'
import { sightOnceMinuted } from '../../rules/minutes.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'

/** Records what somebody is to do after a meeting (M11). */
export async function recordAction(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: ActionInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const kept = await keepAction(tx, doer, meeting, input)
    return kept.ok ? succeed(kept.value.id) : kept
  })
}

/** The same inside somebody's transaction, which holds the meeting and has asked for the permission. A problem has written nothing. */
export async function keepAction(
  tx: Writer,
  doer: Doer,
  meeting: Meeting,
  input: ActionInput,
): Promise<Result<{ readonly id: string; readonly category: Category }, FieldProblem>> {
  if (meeting.state !== 'in_progress' && meeting.state !== 'ended') return fail({ field: '', code: 'not-begun' })
  const origin = await originOf(tx, meeting.id, input)
  const due = await settleDue(tx, meeting, input.due ?? '')
  if (!due.ok) return due
  if (input.ofBody !== undefined && input.ofBody !== meeting.body && !meeting.joint.includes(input.ofBody))
    return fail({ field: 'ofBody', code: 'body-not-at-table' })
  const leads = await leadsOf(tx, meeting, input)
  const minuted = (await sightOfRecord(tx, meeting.id)) === 'public'
  const id = newId()
  const sight = minuted ? sightOnceMinuted(origin.category) : 'members'
  const kept = { text: input.text, owner_confirmed: leads.length > 0 && !input.unconfirmed, ...due.value }
  await tx
    .insertInto('meetings.action')
    .values({
      id,
      meeting: meeting.id,
      body: meeting.body,
      sight,
      ...origin,
      ...kept,
      state: 'open',
      ...(input.ofBody ? { of_body: input.ofBody } : {}),
    })
    .execute()
  await keepLeads(tx, id, leads)
  await appendAudit(tx, { actor: doer.actor, act: 'action.recorded', subjectType: 'action', subject: id, content: JSON.stringify(input) })
  return succeed({ id, category: origin.category })
}

/** Changes what is to be done, by whom and by when; the words of the due date are read again against the same meeting. */
export async function changeAction(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  input: ActionInput,
  version: number,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const action = await findAction(tx, id)
    if (!action) throw new NotFound('No such action.')
    await demand(tx, doer, guardedAction(action), 'change')
    if (action.meetingOn === null) throw new NotFound('No such meeting.')
    const meeting = { id: action.meeting, body: action.body, heldOn: action.meetingOn }
    const due = await settleDue(tx, meeting, input.due ?? '')
    if (!due.ok) return due
    const leads = await leadsOf(tx, meeting, input)
    const changed = await tx
      .updateTable('meetings.action')
      .set({ text: input.text, owner_confirmed: leads.length > 0 && !input.unconfirmed, ...due.value, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Conflict('Somebody else has changed this action.')
    await tx.deleteFrom('meetings.action_lead').where('action', '=', id).execute()
    await keepLeads(tx, id, leads)
    await appendAudit(tx, { actor: doer.actor, act: 'action.changed', subjectType: 'action', subject: id, content: JSON.stringify(input) })
    return succeed(id)
  })
}

/** The item and the decision it comes from; what comes from an exempt item is exempt. */
async function originOf(
  tx: Writer,
  meeting: string,
  input: ActionInput,
): Promise<{ item: string | null; decision: string | null; category: Category }> {
  const decision = input.decision === undefined ? undefined : await findDecision(tx, input.decision)
  if (input.decision !== undefined && decision?.meeting !== meeting) throw new NotFound('No such decision.')
  const itemId = input.item ?? decision?.item ?? undefined
  const item = itemId === undefined ? undefined : await findItem(tx, meeting, itemId)
  return { item: item?.id ?? null, decision: decision?.id ?? null, category: item?.category ?? decision?.category ?? 'public' }
}

interface Due {
  readonly due_words: string
  readonly due_from: Temporal.PlainDate | null
  readonly due_to: Temporal.PlainDate | null
  readonly due_meeting: string | null
  readonly returns_from: Temporal.PlainDate | null
}

async function settleDue(
  tx: Reader,
  meeting: { readonly id: string; readonly body: string; readonly heldOn: Temporal.PlainDate },
  words: string,
): Promise<Result<Due, FieldProblem>> {
  const none: Due = { due_words: words, due_from: null, due_to: null, due_meeting: null, returns_from: null }
  const reading = readDue(words, meeting.heldOn)
  switch (reading.kind) {
    case 'question':
      return fail({ field: 'due', code: reading.code, details: { offers: reading.offers.join('|') } })
    case 'interval':
      return succeed({ ...none, due_from: reading.from, due_to: reading.to })
    case 'meeting':
      return succeed({ ...none, due_meeting: await meetingMeant(tx, meeting, reading) })
    case 'returning':
    case 'each-meeting':
      return succeed({ ...none, returns_from: meeting.heldOn.with({ day: 1 }) })
    case 'words':
      return succeed(none)
  }
}

/** The first later meeting of the body, in that month where one was named; null where none is planned. */
async function meetingMeant(
  tx: Reader,
  meeting: { readonly id: string; readonly body: string; readonly heldOn: Temporal.PlainDate },
  { month, year }: { readonly month: number | null; readonly year: number | null },
): Promise<string | null> {
  const later = await tx
    .selectFrom('meetings.meeting')
    .select(['id', 'held_on as heldOn'])
    .where('body', '=', meeting.body)
    .where('held_on', '>', meeting.heldOn)
    .where('state', 'not in', ['cancelled', 'rescheduled'])
    .where('kind', 'not in', ['development_day', 'workshop'])
    .orderBy('held_on')
    .limit(60)
    .execute()
  const found = later.find(({ heldOn }) => month === null || (heldOn.month === month && heldOn.year === year))
  return found?.id ?? null
}

async function leadsOf(
  tx: Reader,
  meeting: { readonly body: string; readonly heldOn: Temporal.PlainDate },
  input: ActionInput,
): Promise<readonly Lead[]> {
  const offers = await findLeadOffers(tx, meeting.body, meeting.heldOn)
  const leads = [input.lead1, input.lead2, input.lead3].flatMap((choice): Lead[] => {
    if (choice === undefined) return []
    const list = choice.kind === 'person' ? offers.people : offers.organisations
    const name = list.find(({ id }) => id === choice.id)?.name
    if (name === undefined) return []
    return [{ person: choice.kind === 'person' ? choice.id : null, organisation: choice.kind === 'organisation' ? choice.id : null, name }]
  })
  const other = input.leadOther === undefined ? [] : [{ person: null, organisation: null, name: input.leadOther }]
  return [...new Map([...leads, ...other].map((one) => [one.person ?? one.organisation ?? one.name, one])).values()]
}

async function keepLeads(tx: Writer, action: string, leads: readonly Lead[]): Promise<void> {
  if (leads.length > 0)
    await tx
      .insertInto('meetings.action_lead')
      .values(leads.map((lead) => ({ action, ...lead })))
      .execute()
}
