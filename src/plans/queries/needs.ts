import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AssessmentRowKind, AssessmentState, ProposalRank } from '../rules/needs.ts'
import type { Sight } from '../rules/plan.ts'

/** A needs assessment. */
export interface Assessment {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly state: AssessmentState
  readonly kind: string
  readonly kindName: string
  /** Law or guidance that asks for it; '' where none does. */
  readonly kindSource: string
  readonly title: string
  readonly topic: string
  /** The group of people that it is about; '' where that is not stated. */
  readonly population: string
  readonly summary: string
  readonly rank: ProposalRank | null
  readonly why: string
  /** Day by which it is to be done anew; null: not settled. */
  readonly nextOn: Temporal.PlainDate | null
  readonly publishedOn: Temporal.PlainDate | null
  readonly endReason: string
  readonly version: number
}

/** What stands in an assessment. */
export interface AssessmentRow {
  readonly id: string
  readonly assessment: string
  readonly kind: AssessmentRowKind
  readonly number: number
  readonly title: string
  readonly text: string
  readonly source: string
  readonly datedOn: Temporal.PlainDate | null
  readonly licence: string
  readonly address: string
  readonly version: number
  /** Ids of the rows that it rests on. */
  readonly basis: readonly string[]
}

/** That a priority of a plan rests on a need or a finding. */
export interface NeedUse {
  readonly id: string
  readonly priority: string
  readonly plan: string
  readonly row: string
  readonly why: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; null: it does. */
  readonly endsOn: Temporal.PlainDate | null
}

function assessments(reader: Reader) {
  return reader
    .selectFrom('plans.assessment as a')
    .innerJoin('plans.assessment_kind as k', 'k.code', 'a.kind')
    .select(['a.id', 'a.body', 'a.sight', 'a.state', 'a.kind', 'k.name as kindName', 'k.source as kindSource', 'a.title', 'a.topic'])
    .select(['a.population', 'a.summary', 'a.rank', 'a.why', 'a.next_on as nextOn', 'a.published_on as publishedOn'])
    .select(['a.end_reason as endReason', 'a.version'])
    .$narrowType<{ sight: Sight; state: AssessmentState; rank: ProposalRank | null }>()
}

/** The assessments of a body, or of every body, that one may see, by kind and title; at most 500. */
export function listAssessments(reader: Reader, body?: string): Promise<readonly Assessment[]> {
  return assessments(reader)
    .$if(body !== undefined, (query) => query.where('a.body', '=', body ?? ''))
    .orderBy('k.position')
    .orderBy('a.title')
    .orderBy('a.id')
    .limit(500)
    .execute()
}

/** One assessment. @throws NotFound where there is none that one may see */
export async function findAssessment(reader: Reader, id: string): Promise<Assessment> {
  const found = isUuid(id) ? await assessments(reader).where('a.id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound('No such needs assessment.')
  return found
}

/** Ids of the areas that an assessment is about. */
export async function findAssessmentAreas(reader: Reader, assessment: string): Promise<readonly string[]> {
  const rows = await reader.selectFrom('plans.assessment_area').select('area').where('assessment', '=', assessment).execute()
  return rows.map(({ area }) => area)
}

/** What stands in an assessment, by its numbers; or in those of several. */
export function findAssessmentRows(reader: Reader, assessments: readonly string[]): Promise<readonly AssessmentRow[]> {
  if (assessments.length === 0) return Promise.resolve([])
  return rowsOf(reader)
    .where('r.assessment', 'in', [...assessments])
    .orderBy('r.assessment')
    .orderBy('r.kind')
    .orderBy('r.number')
    .execute()
}

/** One row, with the assessment that it stands in; undefined where there is none that one may see. */
export async function findAssessmentRow(reader: Reader, id: string): Promise<AssessmentRow | undefined> {
  return isUuid(id) ? rowsOf(reader).where('r.id', '=', id).executeTakeFirst() : undefined
}

function rowsOf(reader: Reader) {
  return reader
    .selectFrom('plans.assessment_row as r')
    .select(['r.id', 'r.assessment', 'r.kind', 'r.number', 'r.title', 'r.text', 'r.source', 'r.dated_on as datedOn', 'r.licence'])
    .select(['r.address', 'r.version'])
    .select(
      sql<string[]>`array(select b.basis::text from plans.row_basis b join plans.assessment_row o on o.id = b.basis
        where b.row_id = r.id order by o.number)`.as('basis'),
    )
    .$narrowType<{ kind: AssessmentRowKind }>()
}

/** Which priorities rest on which needs and findings, now and before: of plans, of rows, or of one priority. */
export function findNeedUses(
  reader: Reader,
  of: { readonly plans?: readonly string[]; readonly rows?: readonly string[]; readonly priority?: string },
): Promise<readonly NeedUse[]> {
  const { plans, rows, priority } = of
  if (plans?.length === 0 || rows?.length === 0) return Promise.resolve([])
  return reader
    .selectFrom('plans.need_use as u')
    .select(['u.id', 'u.priority', 'u.plan', 'u.row_id as row', 'u.why', 'u.starts_on as startsOn', 'u.ends_on as endsOn'])
    .$if(plans !== undefined, (query) => query.where('u.plan', 'in', [...(plans ?? [])]))
    .$if(rows !== undefined, (query) => query.where('u.row_id', 'in', [...(rows ?? [])]))
    .$if(priority !== undefined, (query) => query.where('u.priority', '=', priority ?? ''))
    .orderBy('u.starts_on')
    .orderBy('u.id')
    .execute()
}

/** The kinds of assessments that can be made. */
export function listAssessmentKinds(reader: Reader): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return reader.selectFrom('plans.assessment_kind').select(['code', 'name']).orderBy('position').execute()
}

/** An assessment as the access matrix names it. */
export const guardedAssessment = ({ body, sight }: Pick<Assessment, 'body' | 'sight'>): Guarded => ({
  record: 'needs-assessment',
  state: sight,
  ties: { body },
})
