import type { CountedSpan } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { assurancePaths } from '../paths.ts'

/** Recommendations of the register of a board, drafts left out, by the last day for their response; those without such a day are left out. */
export async function countRecommendations(reader: Reader, { body, from, until }: CountedSpan): Promise<readonly CountedRow[]> {
  const rows = await reader
    .selectFrom('assurance.recommendation')
    .select(['id', 'reference', 'source', 'response_due_on as dueOn', 'responded_on as respondedOn'])
    .where('body', '=', body)
    .where('sight', '<>', 'draft')
    .where('response_due_on', '>=', from)
    .where('response_due_on', '<', until)
    .orderBy('response_due_on')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, reference, source, dueOn, respondedOn }) => {
    if (dueOn === null) return []
    const isInTime = respondedOn !== null && Temporal.PlainDate.compare(respondedOn, dueOn) <= 0
    const said = respondedOn === null ? 'no response yet' : `responded to on ${dayInWords(respondedOn)}`
    const row = { id, on: dueOn, title: `${reference}, ${source}`, href: assurancePaths.recommendation(id), of: 1, met: isInTime ? 1 : 0 }
    return [{ ...row, said: `Due on ${dayInWords(dueOn)}, ${said}` }]
  })
}
