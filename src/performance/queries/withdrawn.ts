import type { Reader } from '#platform/database/session.ts'
import { latestDefinition } from '../rules/measure.ts'
import type { WithdrawnLine } from '../words/scorecard-view.ts'
import { findMeasures } from './measure.ts'

/** Measures of a board, or under a priority, that are no longer kept on a day, as far as one may see them; the latest to go first. */
export async function findWithdrawn(
  reader: Reader,
  of: { readonly body: string } | { readonly priority: string },
  day: Temporal.PlainDate,
): Promise<readonly WithdrawnLine[]> {
  const gone = reader
    .selectFrom('performance.measure as m')
    .select(['m.id', 'm.withdrawn_on as since', 'm.replaced_by as replacedBy'])
    .where('m.withdrawn_on', '<=', day)
    .orderBy('m.withdrawn_on', 'desc')
    .orderBy('m.id')
  const rows = await ('body' in of
    ? gone.where('m.body', '=', of.body)
    : gone.where('m.id', 'in', (from) =>
        from
          .selectFrom('performance.priority_measure')
          .select('measure')
          .where('priority', '=', of.priority)
          .$castTo<{ measure: string }>(),
      )
  ).execute()
  if (rows.length === 0) return []
  const ids = new Set(rows.flatMap(({ id, replacedBy }) => [id, ...(replacedBy === null ? [] : [replacedBy])]))
  const found = new Map((await findMeasures(reader, [...ids])).map((one) => [one.id, one]))
  return rows.flatMap(({ id, since, replacedBy }) => {
    const measure = found.get(id)
    const next = found.get(replacedBy ?? '')
    if (measure === undefined || since === null) return []
    const replacement = next === undefined ? null : { id: next.id, title: latestDefinition(next).title }
    return [
      {
        ...{ measure: id, reference: measure.reference, title: latestDefinition(measure).title },
        since,
        reason: measure.withdrawnReason,
        replacement,
      },
    ]
  })
}
