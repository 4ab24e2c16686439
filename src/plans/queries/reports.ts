import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { paperSchema } from '#platform/paper/paper.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/plan.ts'
import type { ReportKind, ReportState, SectionCode } from '../rules/report.ts'

/** A report of a plan, or of every plan of a board. */
export interface Report {
  readonly id: string
  readonly body: string
  /** Null: of every plan of the board. */
  readonly plan: string | null
  /** Id of the first report of its series. */
  readonly series: string
  readonly number: number
  readonly kind: ReportKind
  readonly title: string
  /** Half-open. */
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly audience: 'members' | 'public'
  readonly sight: Sight
  readonly state: ReportState
  /** Why there is a new version; '' for the first. */
  readonly reason: string
  /** The day on which the record was read. */
  readonly draftedOn: Temporal.PlainDate
  readonly planItem: string | null
  readonly publishedOn: Temporal.PlainDate | null
  readonly version: number
}

/** A section of a report. */
export interface ReportSection {
  readonly code: SectionCode
  /** What the record said. */
  readonly drafted: Paper
  /** What the report says; without blocks it is left out. */
  readonly text: Paper
  readonly edited: boolean
  readonly revision: number
}

function reports(reader: Reader) {
  return reader
    .selectFrom('plans.report')
    .select(['id', 'body', 'plan', 'series', 'number', 'kind', 'title', 'starts_on as startsOn', 'ends_on as endsOn', 'audience', 'sight'])
    .select(['state', 'reason', 'drafted_on as draftedOn', 'plan_item as planItem', 'published_on as publishedOn', 'version'])
    .where('state', '<>', 'dropped')
    .$narrowType<{ kind: ReportKind; audience: Report['audience']; sight: Sight; state: ReportState }>()
}

/** The reports of a board, of a plan or of one series that one may see, the latest period first and the latest version before the earlier; at most 200. */
export async function listReports(
  reader: Reader,
  of: { readonly body: string } | { readonly plan: string } | { readonly series: string },
): Promise<readonly Report[]> {
  const [column, value] =
    'body' in of ? (['body', of.body] as const) : 'plan' in of ? (['plan', of.plan] as const) : (['series', of.series] as const)
  return reports(reader)
    .where(column, '=', value)
    .orderBy('starts_on', 'desc')
    .orderBy('series')
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
}

/** One report. @throws NotFound where there is none that one may see */
export async function findReport(reader: Reader, id: string): Promise<Report> {
  const found = isUuid(id) ? await reports(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound('No such report.')
  return found
}

/** The sections of a report, in their order. */
export async function findSections(reader: Reader, report: string): Promise<readonly ReportSection[]> {
  const rows = await reader
    .selectFrom('plans.report_section')
    .select(['code', 'drafted', 'text', 'edited', 'revision'])
    .where('report', '=', report)
    .orderBy('position')
    .execute()
  return rows.map(({ code, drafted, text, ...row }) => ({
    ...row,
    code: code as SectionCode,
    drafted: paperSchema.parse(drafted),
    text: paperSchema.parse(text),
  }))
}

/** A report as the access matrix names it. */
export function guardedReport({ body, sight }: Pick<Report, 'body' | 'sight'>): Guarded {
  return { record: 'plan-report', state: sight, ties: { body } }
}
