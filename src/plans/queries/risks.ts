import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/plan.ts'
import type { RiskGrade, RiskScale, RiskScore } from '../rules/risk.ts'

/** A score as it was given. */
export interface GivenScore extends RiskScore {
  readonly id: string
  readonly why: string
}

/** A risk with every score that it was given, the earliest first. */
export interface Risk {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  /** In the register of its body. */
  readonly number: number
  readonly title: string
  readonly cause: string
  readonly event: string
  readonly effect: string
  readonly owner: string | null
  /** '' while nobody owns it. */
  readonly ownerName: string
  readonly plan: string | null
  readonly priority: string | null
  readonly reviewOn: Temporal.PlainDate | null
  readonly raisedOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate | null
  readonly closeReason: string
  readonly version: number
  readonly scores: readonly GivenScore[]
  readonly latest: GivenScore | undefined
}

function risks(reader: Reader) {
  return reader
    .selectFrom('plans.risk as r')
    .select(['r.id', 'r.body', 'r.sight', 'r.number', 'r.title', 'r.cause', 'r.event', 'r.effect', 'r.owner', 'r.owner_name as ownerName'])
    .select(['r.plan', 'r.priority', 'r.review_on as reviewOn', 'r.raised_on as raisedOn', 'r.closed_on as closedOn'])
    .select(['r.close_reason as closeReason', 'r.version'])
    .$narrowType<{ sight: Sight }>()
}

type Row = Awaited<ReturnType<ReturnType<typeof risks>['execute']>>[number]

/** The risks of a body, of a plan or of a priority that one may see, by their numbers; at most 500. */
export async function listRisks(
  reader: Reader,
  of: { readonly body: string } | { readonly plan: string } | { readonly priority: string },
): Promise<readonly Risk[]> {
  const column = 'body' in of ? 'r.body' : 'plan' in of ? 'r.plan' : 'r.priority'
  const value = 'body' in of ? of.body : 'plan' in of ? of.plan : of.priority
  return withScores(reader, await risks(reader).where(column, '=', value).orderBy('r.number').limit(500).execute())
}

/** One risk. @throws NotFound where there is none that one may see */
export async function findRisk(reader: Reader, id: string): Promise<Risk> {
  const rows = isUuid(id) ? await risks(reader).where('r.id', '=', id).execute() : []
  const [found] = await withScores(reader, rows)
  if (!found) throw new NotFound('No such risk.')
  return found
}

async function withScores(reader: Reader, rows: readonly Row[]): Promise<readonly Risk[]> {
  if (rows.length === 0) return []
  const scores = await reader
    .selectFrom('plans.risk_score as s')
    .select(['s.id', 's.risk', 's.scale', 's.on_day as onDay', 's.before_likelihood', 's.before_impact', 's.after_likelihood'])
    .select(['s.after_impact', 's.why'])
    .where(
      's.risk',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('s.on_day')
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => {
    const given = scores
      .filter(({ risk }) => risk === row.id)
      .map(
        ({ id, scale, onDay, why, ...levels }): GivenScore => ({
          ...{ id, scale, onDay, why, before: { likelihood: levels.before_likelihood, impact: levels.before_impact } },
          after:
            levels.after_likelihood === null || levels.after_impact === null
              ? null
              : { likelihood: levels.after_likelihood, impact: levels.after_impact },
        }),
      )
    return { ...row, scores: given, latest: given.at(-1) }
  })
}

/** The scale of risks as the access matrix names it: the whole partnership's. */
export const guardedScale: Guarded = { record: 'risk-scale', state: 'any', ties: {} }

/** Every version of the scale with its cells, the latest first. */
export async function listRiskScales(reader: Reader): Promise<readonly RiskScale[]> {
  const [scales, cells] = await Promise.all([
    reader
      .selectFrom('plans.risk_scale')
      .select(['version', 'name', 'levels', 'likelihood', 'impact', 'starts_on as startsOn'])
      .orderBy('starts_on', 'desc')
      .execute(),
    reader.selectFrom('plans.risk_cell').select(['scale', 'likelihood', 'impact', 'grade']).execute(),
  ])
  return scales.map((scale) => ({
    ...scale,
    cells: cells
      .filter((cell) => cell.scale === scale.version)
      .map(({ likelihood, impact, grade }) => ({ likelihood, impact, grade: grade as RiskGrade })),
  }))
}

/** Ids of the actions that are to answer a risk. */
export async function findRiskActions(
  reader: Reader,
  risk: string,
): Promise<readonly { readonly action: string; readonly plan: string }[]> {
  return reader.selectFrom('plans.risk_action').select(['action', 'plan']).where('risk', '=', risk).execute()
}

/** The actions of the plans of a body as they are shown, for choosing among them and for naming them. */
export function listShownActions(reader: Reader, body: string) {
  return reader
    .selectFrom('plans.action_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .innerJoin('plans.action as a', 'a.id', 't.action')
    .select(['t.action as id', 't.plan', 't.reference', 't.title', 'v.title as planTitle', 'a.state'])
    .where('t.body', '=', body)
    .where('v.shown', '=', true)
    .orderBy('v.title')
    .orderBy('t.position')
    .limit(500)
    .execute()
}

/** A risk as the access matrix names it. */
export const guardedRisk = ({ body, sight, owner }: Pick<Risk, 'body' | 'sight' | 'owner'>): Guarded => ({
  record: 'risk',
  state: sight,
  ties: { body, leads: owner === null ? [] : [owner] },
})
