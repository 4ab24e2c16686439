import type { Guarded } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import { type DecisionOfMatter, findDecisionsOfMatters } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { ApprovalState } from '../rules/approval.ts'
import type { PlanHead } from './plans.ts'

/** What a board says to a version of a plan. */
export interface Approval {
  readonly id: string
  readonly plan: string
  readonly version: string
  /** The board that owns the plan. */
  readonly body: string
  readonly sight: string
  readonly board: { readonly id: string; readonly slug: string; readonly name: string; readonly isOutside: boolean }
  readonly state: ApprovalState
  /** The matter of that board's forward plan; null until its clerk has put it there. */
  readonly planItem: string | null
  readonly decision: string | null
  readonly decidedOn: Temporal.PlainDate | null
  readonly words: string
  readonly revision: number
  /** Where the matter stands on agendas. */
  readonly items: readonly { readonly meeting: string; readonly item: string; readonly heldOn: Temporal.PlainDate }[]
  /** What was decided there. */
  readonly decisions: readonly DecisionOfMatter[]
}

function approvals(reader: Reader) {
  return reader
    .selectFrom('plans.approval as a')
    .select(['a.id', 'a.plan', 'a.version', 'a.body', 'a.sight', 'a.approving_body as approvingBody', 'a.state', 'a.plan_item as planItem'])
    .select(['a.decision', 'a.decided_on as decidedOn', 'a.words', 'a.revision'])
    .orderBy('a.asked_at')
}

type Row = Awaited<ReturnType<ReturnType<typeof approvals>['execute']>>[number]

async function approvalsOf(reader: Reader, rows: readonly Row[], today: Temporal.PlainDate): Promise<readonly Approval[]> {
  if (rows.length === 0) return []
  const boards = await findBodiesById(reader, [...new Set(rows.map(({ approvingBody }) => approvingBody))], today)
  const byId = new Map(boards.map(({ id, slug, name, status }) => [id, { id, slug, name, isOutside: status === 'outside' }]))
  const found = await findDecisionsOfMatters(
    reader,
    rows.flatMap(({ planItem }) => (planItem === null ? [] : [planItem])),
  )
  return rows.map(({ approvingBody, ...row }) => ({
    ...row,
    state: row.state as ApprovalState,
    board: byId.get(approvingBody) ?? { id: approvingBody, slug: '', name: 'A board', isOutside: false },
    items: found.items.filter(({ planItem }) => planItem === row.planItem),
    decisions: found.decisions.filter(({ planItem, ofBody }) => planItem === row.planItem && ofBody === approvingBody),
  }))
}

/** What boards say to a version, as they were asked. */
export async function findApprovals(reader: Reader, version: string, today: Temporal.PlainDate): Promise<readonly Approval[]> {
  return approvalsOf(reader, await approvals(reader).where('a.version', '=', version).execute(), today)
}

/** One of them; undefined where there is none that one may see. */
export async function findApproval(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Approval | undefined> {
  if (!isUuid(id)) return undefined
  return (await approvalsOf(reader, await approvals(reader).where('a.id', '=', id).execute(), today))[0]
}

/** What waits for the clerks of some boards: to be put on the forward plan, or to be settled once it was decided. */
export async function findApprovalDuties(
  reader: Reader,
  clerkOf: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly (Approval & { readonly title: string; readonly number: number })[]> {
  if (clerkOf.length === 0) return []
  const rows = await approvals(reader)
    .innerJoin('plans.plan_version as v', 'v.id', 'a.version')
    .select(['v.title', 'v.number'])
    .where('a.approving_body', 'in', [...clerkOf])
    .where('a.state', '=', 'waiting')
    .execute()
  const titles = new Map(rows.map(({ id, title, number }) => [id, { title, number }]))
  const found = await approvalsOf(reader, rows, today)
  return found
    .filter(({ planItem, decisions }) => planItem === null || decisions.length > 0)
    .map((approval) => ({ ...approval, ...(titles.get(approval.id) ?? { title: '', number: 1 }) }))
}

/** Whose opinion a version needs, and what was said to it. */
export interface Opinion {
  readonly id: string
  readonly rule: string | null
  readonly consultee: string
  readonly givenOn: Temporal.PlainDate
  readonly text: string
  /** What was changed because of it, or why nothing was; '' where that is not recorded. */
  readonly changedBecause: string
  /** Number of the version that it was given on. */
  readonly number: number
}

/** An opinion that a plan of this kind must carry. */
export interface ConsulteeRule {
  readonly id: string
  readonly consultee: string
  readonly source: string
}

/** Everything that was said to any version of a plan, the latest first. */
export async function findOpinions(reader: Reader, plan: string): Promise<readonly Opinion[]> {
  return reader
    .selectFrom('plans.opinion as o')
    .innerJoin('plans.plan_version as v', 'v.id', 'o.version')
    .select(['o.id', 'o.rule', 'o.consultee', 'o.given_on as givenOn', 'o.text', 'o.changed_because as changedBecause', 'v.number'])
    .where('o.plan', '=', plan)
    .orderBy('o.given_on', 'desc')
    .orderBy('o.id', 'desc')
    .execute()
}

/** Whose opinion a kind of plan must carry on a day. */
export async function findConsulteeRules(reader: Reader, type: string, day: Temporal.PlainDate): Promise<readonly ConsulteeRule[]> {
  return reader
    .selectFrom('plans.consultee_rule')
    .select(['id', 'consultee', 'source'])
    .where('plan_type', '=', type)
    .where('starts_on', '<=', day)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', day)]))
    .orderBy('consultee')
    .execute()
}

/** An approval as the access matrix names it: towards the board that is asked. */
export function guardedApproval({ board }: Pick<Approval, 'board'>): Guarded {
  return { record: 'plan-approval', state: 'any', ties: { body: board.id } }
}

/** Everything about the consultation and approval of a version. */
export interface ConsentView {
  readonly approvals: readonly Approval[]
  readonly opinions: readonly Opinion[]
  readonly rules: readonly ConsulteeRule[]
}

/** Reads it. */
export async function findConsent(reader: Reader, head: PlanHead, today: Temporal.PlainDate): Promise<ConsentView> {
  const [found, opinions, rules] = await Promise.all([
    findApprovals(reader, head.version, today),
    findOpinions(reader, head.id),
    findConsulteeRules(reader, head.type, today),
  ])
  return { approvals: found, opinions, rules }
}
