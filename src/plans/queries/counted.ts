import { sql } from 'kysely'
import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { planPaths } from '../paths.ts'

/** Actions of the plans of a board that came into force, by the last day on which they were due; those that were stopped are left out. */
export async function countPlanActions(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('plans.action_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .innerJoin('plans.action as a', 'a.id', 't.action')
    .select(['a.id', 't.due_to as dueTo', 'a.done_on as doneOn', sql<string>`concat_ws(' ', nullif(t.reference, ''), t.title)`.as('title')])
    .where('v.body', '=', body)
    .where('v.shown', '=', true)
    .where('v.state', 'in', ['published', 'closed'])
    .where('a.state', '<>', 'stopped')
    .where('t.due_to', '>=', from)
    .where('t.due_to', '<', until)
    .orderBy('t.due_to')
    .orderBy('a.id')
    .execute()
  return rows.flatMap(({ id, title, dueTo, doneOn }) => {
    if (dueTo === null) return []
    const isInTime = doneOn !== null && Temporal.PlainDate.compare(doneOn, dueTo) <= 0
    const said = doneOn === null ? 'not done yet' : `done on ${dayInWords(doneOn)}`
    const row = { id, on: dueTo, title, href: planPaths.action(id), of: 1, met: isInTime ? 1 : 0 }
    return [{ ...row, said: `Due by ${dayInWords(dueTo)}, ${said}` }]
  })
}
