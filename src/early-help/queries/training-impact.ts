import type { Reader } from '#platform/database/session.ts'
import { type CourseImpact, impactByAgency } from '../rules/training-impact.ts'
import { findNames } from './names.ts'

/** What each course that anybody evaluated changed, for everybody and by agency, by name; too few answers are not shown as an average. */
export async function courseImpacts(
  reader: Reader,
  smallest: number,
): Promise<readonly (CourseImpact & { readonly course: string; readonly names: ReadonlyMap<string, string> })[]> {
  const rows = await reader
    .selectFrom('casework.training_evaluation as e')
    .innerJoin('casework.booking as b', 'b.id', 'e.booking')
    .innerJoin('casework.training_session as s', 's.id', 'b.session')
    .innerJoin('casework.training_course as c', 'c.id', 's.course')
    .select(['s.course', 'c.name', 'b.organisation as agency', 'e.stage', 'e.sure_before as before', 'e.sure_now as now', 'e.used'])
    .orderBy('c.name')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ agency }) => agency),
  )
  return [...Map.groupBy(rows, ({ course }) => course).values()].map((answers) => ({
    ...impactByAgency(
      answers.flatMap(({ agency, before, now }) => (before === null ? [] : [{ agency, before, now }])),
      answers.flatMap(({ agency, used }) => (used === null ? [] : [{ agency, isUsed: used !== 'not-yet' }])),
      smallest,
    ),
    course: answers[0]?.name ?? '',
    names,
  }))
}
