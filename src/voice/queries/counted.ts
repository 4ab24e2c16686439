import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { feedbackPaths } from '../paths.ts'

/** Complaints and appeals that a board took up, by the last day for their answer; what waits to be looked at, or was set aside, is left out. */
export async function countComplaints(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('voice.feedback')
    .select(['id', 'reference', 'due_on as dueOn', 'answered_on as answeredOn'])
    .where('body', '=', body)
    .where('kind', 'in', ['complaint', 'appeal'])
    .where('state', 'in', ['open', 'answered'])
    .where('due_on', '>=', from)
    .where('due_on', '<', until)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, reference, dueOn, answeredOn }) => {
    if (dueOn === null) return []
    const isInTime = answeredOn !== null && Temporal.PlainDate.compare(answeredOn, dueOn) <= 0
    const said = answeredOn === null ? 'not answered yet' : `answered on ${dayInWords(answeredOn)}`
    const row = { id, on: dueOn, title: reference, href: feedbackPaths.one(id), of: 1, met: isInTime ? 1 : 0 }
    return [{ ...row, said: `Due on ${dayInWords(dueOn)}, ${said}` }]
  })
}
