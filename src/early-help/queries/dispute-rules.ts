import type { Reader } from '#platform/database/session.ts'
import { findNames } from './names.ts'

/** Who settles a disagreement about an answer and within how many days, the latest first, with who set it; those to come, too. */
export async function listDisputeRules(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.dispute_rule')
    .select(['id', 'whom', 'days', 'source', 'starts_on as startsOn', 'set_by as setBy', 'set_on as setOn'])
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ setBy }) => setBy),
  )
  return rows.map((row) => ({ ...row, setBy: names.get(row.setBy ?? '') ?? '' }))
}
/** One of them. */
export type DisputeRule = Awaited<ReturnType<typeof listDisputeRules>>[number]
