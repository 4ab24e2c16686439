import type { Guarded } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { PlanState, Sight } from '../rules/plan.ts'
import { type ShapeLevels, shapeLevels } from '../rules/shape.ts'

/** A plan in one of its versions. */
export interface PlanHead {
  readonly id: string
  readonly body: string
  readonly type: string
  readonly typeName: string
  /** Law or guidance that asks for such a plan; '' where none does. */
  readonly typeSource: string
  readonly shape: string
  readonly shapeName: string
  readonly levels: ShapeLevels
  readonly reference: string
  /** Of the plan itself, for forms. */
  readonly planVersion: number
  /** Id of the version that this is. */
  readonly version: string
  readonly number: number
  readonly state: PlanState
  readonly sight: Sight
  readonly title: string
  readonly summary: string
  /** First day that it is for, and first day that it is no longer for; null: not settled, open. */
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly reviewMonths: number | null
  readonly significant: boolean
  readonly reason: string
  readonly publishedOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly closeReason: string
  readonly shown: boolean
  /** Of this version of the plan, for forms. */
  readonly revision: number
}

function heads(reader: Reader) {
  return reader
    .selectFrom('plans.plan_version as v')
    .innerJoin('plans.plan as p', 'p.id', 'v.plan')
    .innerJoin('plans.plan_type as t', 't.code', 'p.type')
    .innerJoin('plans.shape as s', (join) => join.onRef('s.code', '=', 'p.shape').onRef('s.number', '=', 'p.shape_number'))
    .select(['p.id', 'p.body', 'p.type', 't.name as typeName', 't.source as typeSource', 'p.shape', 's.name as shapeName', 's.levels'])
    .select(['p.reference', 'p.version as planVersion', 'v.id as version', 'v.number', 'v.state', 'v.sight', 'v.title', 'v.summary'])
    .select(['v.starts_on as startsOn', 'v.ends_on as endsOn', 'v.review_months as reviewMonths', 'v.significant', 'v.reason'])
    .select([
      'v.published_on as publishedOn',
      'v.closed_on as closedOn',
      'v.close_reason as closeReason',
      'v.shown',
      'v.version as revision',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number]

const headOf = ({ levels, ...row }: Row): PlanHead => ({
  ...row,
  levels: shapeLevels(levels),
  state: row.state as PlanState,
  sight: row.sight as Sight,
})

/** Every version of a plan that one may see, the latest first; empty where one may see none. */
export async function findVersions(reader: Reader, plan: string): Promise<readonly PlanHead[]> {
  if (!isUuid(plan)) return []
  return (await heads(reader).where('p.id', '=', plan).orderBy('v.number', 'desc').execute()).map(headOf)
}

/** The version that the plan's own address leads to. @throws NotFound where there is none that one may see */
export async function findPlanHead(reader: Reader, plan: string): Promise<PlanHead> {
  const versions = await findVersions(reader, plan)
  // Whoever may not see the version that is worked on, and none that was published, sees nothing.
  const found = versions.find(({ shown }) => shown) ?? versions.find(({ state }) => state !== 'dropped')
  if (!found) throw new NotFound('No such plan.')
  return found
}

/** One version by its number. @throws NotFound */
export async function findPlanVersion(reader: Reader, plan: string, number: number): Promise<PlanHead> {
  const found = (await findVersions(reader, plan)).find((version) => version.number === number)
  if (!found) throw new NotFound('No such version.')
  return found
}

/** The versions that are shown of the plans of a board, or of every board, by their titles; at most 500. */
export async function listPlans(reader: Reader, body?: string): Promise<readonly PlanHead[]> {
  const rows = await heads(reader)
    .where('v.shown', '=', true)
    .$if(body !== undefined, (query) => query.where('p.body', '=', body ?? ''))
    .orderBy('t.position')
    .orderBy('v.title')
    .orderBy('p.id')
    .limit(500)
    .execute()
  return rows.map(headOf)
}

/** The versions that are worked on while another is in force, by plan. */
export async function findWorkedOn(reader: Reader, plans: readonly string[]): Promise<ReadonlyMap<string, PlanHead>> {
  if (plans.length === 0) return new Map()
  const rows = await heads(reader)
    .where('p.id', 'in', [...plans])
    .where('v.shown', '=', false)
    .where('v.state', 'in', ['draft', 'consultation', 'approval'])
    .execute()
  return new Map(rows.map((row) => [row.id, headOf(row)]))
}

/** The types of plans that can be made, with the shapes that they come in. */
export async function listPlanTypes(
  reader: Reader,
): Promise<readonly { readonly code: string; readonly name: string; readonly shape: string }[]> {
  return reader.selectFrom('plans.plan_type').select(['code', 'name', 'shape']).orderBy('position').execute()
}

/** The shapes in their latest numbers. */
export async function listShapes(
  reader: Reader,
): Promise<readonly { readonly code: string; readonly number: number; readonly name: string }[]> {
  const rows = await reader.selectFrom('plans.shape').select(['code', 'number', 'name']).orderBy('code').orderBy('number', 'desc').execute()
  return rows.filter(({ code }, index) => rows[index - 1]?.code !== code)
}

/** The board of a plan as it is on a day. @throws NotFound */
export async function boardOf(reader: Reader, body: string, day: Temporal.PlainDate) {
  const [found] = await findBodiesById(reader, [body], day)
  if (!found) throw new NotFound('No such board.')
  return found
}

/** A version as the access matrix names it. */
export function guardedVersion({ body, sight }: Pick<PlanHead, 'body' | 'sight'>, leads: readonly string[] = []): Guarded {
  return { record: 'plan-version', state: sight, ties: { body, leads } }
}
