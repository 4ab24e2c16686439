import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type GroupedRow, type ScorecardView, scorecardView } from '../words/scorecard-view.ts'
import { findScorecardMeasures } from './scorecard.ts'

const MOST_KEPT = 64
/** Scorecards by what they were made of. Whoever may read the same rows is shown the same, so one reading serves them all. */
const kept = new Map<string, ScorecardView>()

/**
 * The scorecard of a board for its home page: read anew only where something that it is made of, as far as the reader may see it, has changed since. Null
 * where the board has no measure that one may see.
 */
export async function findScorecardOfBoard(
  reader: Reader,
  body: { readonly id: string; readonly name: string },
  today: Temporal.PlainDate,
): Promise<ScorecardView | null> {
  const mark = await markOf(reader, body.id)
  if (mark === null) return null
  const key = `${body.id} ${body.name} ${today} ${mark}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const measures = await findScorecardMeasures(reader, { body: body.id }, today)
  const rows = measures.map(({ heading, priority, row }): GroupedRow => ({ heading, priority, row }))
  const view = scorecardView({ title: 'Scorecard', board: body.name, until: null, today }, rows)
  kept.set(key, view)
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest)
  return view
}

/** A mark that is another one as soon as anything that a scorecard is made of is another one; null where there is no measure. */
async function markOf(reader: Reader, body: string): Promise<string | null> {
  const mark = sql<string | null>`(with m as materialized (select id, sight, version from performance.measure where body = ${body}::uuid)
    select case when exists (select from m) then md5(concat_ws('|',
      (select string_agg(concat(id, sight, version), ',' order by id) from m),
      (select string_agg(d.id::text, ',' order by d.id) from performance.measure_definition d where d.measure in (select id from m)),
      (select string_agg(concat(t.id, t.baseline, t.ends_on, t.withdrawn_at), ',' order by t.id) from performance.target t where t.measure in (select id from m)),
      (select string_agg(concat(o.id, o.sight), ',' order by o.id) from performance.observation o where o.measure in (select id from m)),
      (select string_agg(concat(r.id, r.withdrawn_at), ',' order by r.id) from performance.rebase r where r.measure in (select id from m)),
      (select string_agg(concat(c.id, c.sight), ',' order by c.id) from performance.commentary c where c.measure in (select id from m)),
      (select string_agg(concat(p.measure, p.priority, p.heading, p.position), ',' order by p.measure) from performance.measure_place p where p.measure in (select id from m)),
      (select string_agg(c.id::text, ',' order by c.id) from performance.chart_rules c where c.body is null or c.body = ${body}::uuid)
    )) end)`
  const row = await reader.selectNoFrom(mark.as('mark')).executeTakeFirst()
  return row?.mark ?? null
}
