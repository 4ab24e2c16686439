import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** One code of a list, with the words for it. */
export interface Code {
  readonly code: string
  readonly label: string
}

/** The codes of a list that may be chosen on a day, in their order (handbook 1.7: lists are dated data). */
export async function listCodes(reader: Reader, list: string, onDay: Temporal.PlainDate): Promise<readonly Code[]> {
  return reader
    .selectFrom('governance.code as c')
    .select(['c.code', 'c.label'])
    .where('c.list', '=', list)
    .where(holdsOn('c', onDay))
    .orderBy('c.position')
    .orderBy('c.label')
    .execute()
}
