import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import { planPaths } from '../paths.ts'
import type { PlanState } from '../rules/plan.ts'

/** A plan as other parts name it: in the version that its address means. */
export interface PlanReference {
  readonly id: string
  readonly body: string
  readonly title: string
  readonly state: PlanState
  readonly href: string
}

/** A priority or an outcome as other parts name it, with the plan that it stands in. */
export interface PlanRowReference {
  readonly id: string
  readonly kind: 'priority' | 'outcome'
  readonly body: string
  readonly plan: string
  readonly planTitle: string
  /** The priority of an outcome; of a priority itself. */
  readonly priority: string
  /** '' where it has none. */
  readonly reference: string
  readonly title: string
  readonly href: string
}

const shownPlans = (reader: Reader) =>
  reader.selectFrom('plans.plan_version as v').select(['v.plan as id', 'v.body', 'v.title', 'v.state']).where('v.shown', '=', true)

/** One plan; undefined where there is none that one may see. */
export async function findPlan(reader: Reader, id: string): Promise<PlanReference | undefined> {
  const row = isUuid(id) ? await shownPlans(reader).where('v.plan', '=', id).executeTakeFirst() : undefined
  return row && { ...row, state: row.state as PlanState, href: planPaths.plan(row.id) }
}

/** The plans of a body that one may see, by their titles. */
export async function findPlansOf(reader: Reader, body: string): Promise<readonly PlanReference[]> {
  const rows = await shownPlans(reader).where('v.body', '=', body).orderBy('v.title').orderBy('v.plan').execute()
  return rows.map((row) => ({ ...row, state: row.state as PlanState, href: planPaths.plan(row.id) }))
}

const shownPriorities = (reader: Reader) =>
  reader
    .selectFrom('plans.priority_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .select(['t.priority as id', 't.priority', 't.body', 't.plan', 'v.title as planTitle', 't.reference', 't.title'])
    .where('v.shown', '=', true)

const shownOutcomes = (reader: Reader) =>
  reader
    .selectFrom('plans.outcome_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .select(['t.outcome as id', 't.priority', 't.body', 't.plan', 'v.title as planTitle', 't.reference', 't.title'])
    .where('v.shown', '=', true)

/** One priority; undefined where there is none that one may see. */
export async function findPriority(reader: Reader, id: string): Promise<PlanRowReference | undefined> {
  const row = isUuid(id) ? await shownPriorities(reader).where('t.priority', '=', id).executeTakeFirst() : undefined
  return row && { ...row, kind: 'priority', href: planPaths.priority(row.id) }
}

/** One outcome; undefined where there is none that one may see. */
export async function findOutcome(reader: Reader, id: string): Promise<PlanRowReference | undefined> {
  const row = isUuid(id) ? await shownOutcomes(reader).where('t.outcome', '=', id).executeTakeFirst() : undefined
  return row && { ...row, kind: 'outcome', href: planPaths.outcome(row.id) }
}

/** The priorities of the plans of a body, or of every body, that one may see, plan by plan and in order; at most 1,000. */
export async function listPriorities(reader: Reader, body?: string): Promise<readonly PlanRowReference[]> {
  const rows = await shownPriorities(reader)
    .$if(body !== undefined, (query) => query.where('t.body', '=', body ?? ''))
    .orderBy('v.title')
    .orderBy('t.plan')
    .orderBy('t.position')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...row, kind: 'priority', href: planPaths.priority(row.id) }))
}

/** The outcomes of the plans of a body, or of every body, that one may see, plan by plan and in order; at most 1,000. */
export async function listOutcomes(reader: Reader, body?: string): Promise<readonly PlanRowReference[]> {
  const rows = await shownOutcomes(reader)
    .innerJoin('plans.priority_text as p', (join) => join.onRef('p.version', '=', 't.version').onRef('p.priority', '=', 't.priority'))
    .$if(body !== undefined, (query) => query.where('t.body', '=', body ?? ''))
    .orderBy('v.title')
    .orderBy('t.plan')
    .orderBy('p.position')
    .orderBy('t.position')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...row, kind: 'outcome', href: planPaths.outcome(row.id) }))
}

/** An action of a plan as other parts name it. */
export interface PlanActionReference {
  readonly id: string
  readonly body: string
  readonly planTitle: string
  /** '' where it has none. */
  readonly reference: string
  readonly title: string
  readonly state: 'not-started' | 'started' | 'done' | 'stopped'
  /** By when, as the plan writes it; '' where it does not. */
  readonly dueWords: string
  readonly href: string
}

const shownActions = (reader: Reader) =>
  reader
    .selectFrom('plans.action_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .innerJoin('plans.action as a', 'a.id', 't.action')
    .select(['t.action as id', 't.body', 'v.title as planTitle', 't.reference', 't.title', 'a.state', 't.due_words as dueWords'])
    .where('v.shown', '=', true)

type ActionRow = Omit<PlanActionReference, 'state' | 'href'> & { readonly state: string }
const actionOf = (row: ActionRow): PlanActionReference => ({
  ...row,
  state: row.state as PlanActionReference['state'],
  href: planPaths.action(row.id),
})

/** Some actions of plans, as far as one may see them. */
export async function findActions(reader: Reader, ids: readonly string[]): Promise<readonly PlanActionReference[]> {
  return ids.length === 0 ? [] : (await shownActions(reader).where('t.action', 'in', ids).execute()).map(actionOf)
}

/** The actions of plans that one may see, those of a body first, plan by plan and in order; at most 1,000. */
export async function listActions(reader: Reader, body: string): Promise<readonly PlanActionReference[]> {
  const rows = await shownActions(reader)
    .orderBy((order) => order('t.body', '=', body), 'desc')
    .orderBy('v.title')
    .orderBy('t.plan')
    .orderBy('t.position')
    .limit(1000)
    .execute()
  return rows.map(actionOf)
}
