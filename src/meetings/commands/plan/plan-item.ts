import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { PlanInput } from '../../forms/plan.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { allows, demand } from '../../permission.ts'
import { findOpenMeetings } from '../../queries/meetings.ts'
import { findPlanItem, guardedPlan, guardedPlanItem, type PlanItem } from '../../queries/plan.ts'
import type { Sight } from '../../rules/meeting.ts'
import { mayStep, type PlanStep } from '../../rules/plan.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Puts an item before a body: a clerk adds it as accepted, anybody else of the body nominates it, for the clerk to accept or refuse (M1). */
export async function nominateItem(
  needs: Needs,
  doer: Doer,
  body: string,
  input: PlanInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, (tx) => nominateItemIn(tx, doer, body, input))
}

/** The same inside a transaction of the caller's, for matters that other parts bring. */
export async function nominateItemIn(
  tx: Writer,
  doer: Doer,
  body: string,
  input: PlanInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const standing = await demand(tx, doer, guardedPlan(body), 'nominate')
  const adds = allows(standing, guardedPlan(body), 'add')
  if (!(await isOpenMeeting(tx, doer, body, input.meeting))) return fail({ field: 'meeting', code: 'meeting-not-open' })
  const id = newId()
  await tx
    .insertInto('meetings.plan_item')
    .values({
      id,
      body,
      ...columnsOf(input),
      // Only the clerk places: a nomination's meeting is a wish, kept until it is accepted.
      meeting: input.meeting ?? null,
      sight: adds ? 'members' : 'draft',
      state: adds ? 'accepted' : 'nominated',
      nominated_by: doer.actor,
      nominated_at: doer.now,
      ...(adds ? { accepted_by: doer.actor, accepted_at: doer.now } : {}),
    })
    .execute()
  await appendAudit(tx, {
    actor: doer.actor,
    act: adds ? 'plan.added' : 'plan.nominated',
    subjectType: 'plan-item',
    subject: id,
    content: JSON.stringify(input),
  })
  return succeed({ id })
}

/** Changes the words of an item. */
export async function changePlanItem(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  input: PlanInput & { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { body, id, version: input.version }, 'change', 'change', async (tx) => {
    await write(tx, id, input.version, columnsOf(input))
    return succeed(null)
  })
}

/** Accepts a nomination: the members see it on the plan. */
export async function acceptPlanItem(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  version: number,
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { body, id, version }, 'accept', 'accept', async (tx, item) => {
    await write(tx, id, version, { state: 'accepted', sight: 'members', reason: '', accepted_by: doer.actor, accepted_at: doer.now })
    if (item.meeting) await recordMove(tx, doer, item, item.meeting, 'Accepted for this meeting')
    return succeed(null)
  })
}

/** Refuses a nomination, with the reason that whoever nominated it reads. */
export async function refusePlanItem(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { body, id, version: input.version }, 'refuse', 'refuse', async (tx) => {
    await write(tx, id, input.version, { state: 'refused', reason: input.reason, meeting: null })
    return succeed(null)
  })
}

/** Takes an item off the plan, with a reason. */
export async function withdrawPlanItem(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { body, id, version: input.version }, 'withdraw', 'change', async (tx) => {
    await write(tx, id, input.version, { state: 'withdrawn', reason: input.reason })
    return succeed(null)
  })
}

/** Takes an item back from the public plan; the reason is kept with who did it. Problems: 'plan-step-closed' where it is not shown. */
export async function hidePlanItem(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { body, id, version: input.version }, 'hide', 'change', async (tx, item) => {
    if (item.sight !== 'public') return fail({ field: '', code: 'plan-step-closed' })
    await write(tx, id, input.version, { sight: 'members' })
    await appendAudit(tx, { actor: doer.actor, act: 'plan.hidden', subjectType: 'plan-item', subject: id, content: input.reason })
    return succeed(null)
  })
}

/** Places an item in a meeting, moves it to another, or takes it out; every move is kept. */
export async function movePlanItem(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  input: { readonly meeting: string | undefined; readonly reason: string | undefined; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { body, id, version: input.version }, 'place', 'place', async (tx, item) => {
    if (!(await isOpenMeeting(tx, doer, body, input.meeting))) return fail({ field: 'meeting', code: 'meeting-not-open' })
    if (item.dueMeeting !== null) return fail({ field: 'meeting', code: 'due-at-each' })
    if (item.meeting === (input.meeting ?? null)) return fail({ field: 'meeting', code: 'same-meeting' })
    const onAgenda = await tx.selectFrom('meetings.item_content').select('item').where('plan_item', '=', id).executeTakeFirst()
    if (onAgenda) return fail({ field: 'meeting', code: 'on-agenda-already' })
    await write(tx, id, input.version, { meeting: input.meeting ?? null, by_hand: true })
    await recordMove(tx, doer, item, input.meeting ?? null, input.reason ?? '')
    return succeed(null)
  })
}

async function step(
  needs: Needs,
  doer: Doer,
  target: { readonly body: string; readonly id: string; readonly version: number },
  name: PlanStep,
  verb: string,
  work: (tx: Writer, item: PlanItem) => Promise<Result<null, FieldProblem>>,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const item = await findPlanItem(tx, target.body, target.id)
    await demand(tx, doer, guardedPlanItem(item), verb)
    if (item.version !== target.version) throw new Conflict('Somebody else changed this item of the plan.')
    if (!mayStep(item.state, name)) return fail({ field: '', code: 'plan-step-closed' })
    const done = await work(tx, item)
    if (done.ok)
      await appendAudit(tx, { actor: doer.actor, act: `plan.${name}`, subjectType: 'plan-item', subject: item.id, content: item.title })
    return done
  })
}

interface PlanColumns {
  title?: string
  summary?: string
  lead?: string
  purpose?: string
  state?: string
  sight?: Sight
  reason?: string
  meeting?: string | null
  minutes?: number | null
  by_hand?: boolean
  accepted_by?: string
  accepted_at?: Temporal.Instant
}

async function write(tx: Writer, id: string, version: number, columns: PlanColumns): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.plan_item')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this item of the plan.')
}

async function recordMove(tx: Writer, doer: Doer, item: PlanItem, to: string | null, reason: string): Promise<void> {
  const from = item.state === 'nominated' ? null : item.meeting
  await tx
    .insertInto('meetings.plan_move')
    .values({ id: newId(), plan_item: item.id, from_meeting: from, to_meeting: to, reason, at: doer.now, actor: doer.actor })
    .execute()
}

async function isOpenMeeting(tx: Writer, doer: Doer, body: string, meeting: string | undefined): Promise<boolean> {
  return meeting === undefined || (await findOpenMeetings(tx, body, doer.today)).some(({ id }) => id === meeting)
}

const columnsOf = ({ title, summary, lead, purpose, minutes }: PlanInput) => ({
  ...{ title, summary: summary ?? '', lead: lead ?? '', purpose, minutes: minutes ?? null },
})
