import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { returnPaths } from '../paths.ts'

/** Returns that agencies owe a board, by the last day on which they are in time; those that were excused are left out. */
export async function countReturns(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('performance.return_due as d')
    .innerJoin('performance.return_template as t', 't.id', 'd.template')
    .select(['d.id', 't.title', 'd.due_on as dueOn', 'd.given_at as givenAt'])
    .where('d.body', '=', body)
    .where('d.state', '<>', 'excused')
    .where('d.due_on', '>=', from)
    .where('d.due_on', '<', until)
    .orderBy('d.due_on')
    .orderBy('d.id')
    .execute()
  return rows.map(({ id, title, dueOn, givenAt }) => {
    const givenOn = givenAt === null ? null : dayOf(givenAt)
    const isInTime = givenOn !== null && Temporal.PlainDate.compare(givenOn, dueOn) <= 0
    const said = givenOn === null ? 'not given yet' : `given on ${dayInWords(givenOn)}`
    return { id, on: dueOn, title, href: returnPaths.due(id), of: 1, met: isInTime ? 1 : 0, said: `Due on ${dayInWords(dueOn)}, ${said}` }
  })
}
