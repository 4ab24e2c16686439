import type { Reader } from '#platform/database/session.ts'
import { type Impact, impactOf } from '../rules/training.ts'

/** What each course changed for those who answered on the day, by course; too few answers are not shown as an average. */
export async function courseImpacts(reader: Reader, smallest: number): Promise<ReadonlyMap<string, Impact>> {
  const rows = await reader
    .selectFrom('casework.training_evaluation as e')
    .innerJoin('casework.booking as b', 'b.id', 'e.booking')
    .innerJoin('casework.training_session as s', 's.id', 'b.session')
    .select(['s.course', 'e.sure_before as before', 'e.sure_now as now'])
    .where('e.stage', '=', 'day')
    .execute()
  const byCourse = Map.groupBy(rows, ({ course }) => course)
  return new Map(
    [...byCourse].map(([course, answers]) => [
      course,
      impactOf(
        answers.flatMap(({ before, now }) => (before === null ? [] : [{ before, now }])),
        smallest,
      ),
    ]),
  )
}
