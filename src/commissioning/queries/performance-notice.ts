import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { findPerformanceNotices, type PerformanceNotice } from './contract-parts.ts'

/** One notice of poor performance that one may see. @throws NotFound */
export async function findPerformanceNotice(reader: Reader, id: string): Promise<PerformanceNotice> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.performance_notice').select('contract').where('id', '=', id).executeTakeFirst()
    : undefined
  const found = row && (await findPerformanceNotices(reader, [row.contract])).find((one) => one.id === id)
  if (!found) throw new NotFound('No such notice.')
  return found
}
