import type { Reader } from '#platform/database/session.ts'
import { type Assessment, type AssessmentRow, findAssessmentRows, findNeedUses, listAssessments, type NeedUse } from './needs.ts'
import { findPriority, type PlanRowReference } from './references.ts'

/** A need or a finding that a priority rests on now. */
export interface NeedBehind {
  readonly use: NeedUse
  readonly row: AssessmentRow
  readonly assessment: Assessment
  /** Undefined where the priority is not in the version that is shown. */
  readonly priorityTitle: string | undefined
}

/** What the priorities of a plan rest on today, or one of them, as far as one may see. */
export async function findNeedsBehind(
  reader: Reader,
  of: { readonly plan: string } | { readonly priority: string },
  today: Temporal.PlainDate,
): Promise<readonly NeedBehind[]> {
  const uses = (await findNeedUses(reader, 'plan' in of ? { plans: [of.plan] } : of)).filter(
    ({ endsOn }) => endsOn === null || Temporal.PlainDate.compare(today, endsOn) < 0,
  )
  if (uses.length === 0) return []
  const assessments = new Map((await listAssessments(reader)).map((assessment) => [assessment.id, assessment]))
  const rows = new Map((await findAssessmentRows(reader, [...assessments.keys()])).map((row) => [row.id, row]))
  const priorities = await findPriorities(
    reader,
    uses.map(({ priority }) => priority),
  )
  return uses.flatMap((use) => {
    const row = rows.get(use.row)
    const assessment = row && assessments.get(row.assessment)
    return row && assessment ? [{ use, row, assessment, priorityTitle: priorities.get(use.priority)?.title }] : []
  })
}

/** The priorities of some ids that one may see. */
export async function findPriorities(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, PlanRowReference>> {
  const found = await Promise.all([...new Set(ids)].map((id) => findPriority(reader, id)))
  return new Map(found.flatMap((priority) => (priority ? [[priority.id, priority] as const] : [])))
}
