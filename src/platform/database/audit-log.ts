import { sql } from 'kysely'
import type { Reader } from './session.ts'

/** One entry of the audit as administrators read it. */
export interface AuditLine {
  readonly id: string
  readonly at: Temporal.Instant
  readonly actor: string
  /** Name of the account; 'Goldenthread' for the system, '' for an account that is gone. */
  readonly actorName: string
  readonly act: string
  readonly subjectType: string
  readonly subject: string
  /** Number in the sealed chain; null while unsealed. */
  readonly number: bigint | null
  /** Link of the chain in hexadecimal; '' while unsealed. */
  readonly link: string
}

/** The audit, the latest first (X2). @param limit - 1 to 10,000 */
export async function listAudit(reader: Reader, limit: number): Promise<readonly AuditLine[]> {
  return reader
    .selectFrom('platform.audit_entry as e')
    .leftJoin('platform.audit_link as l', 'l.entry', 'e.id')
    .select(['e.id', 'e.at', 'e.actor', 'e.act', 'e.subject_type as subjectType', 'e.subject', 'l.number'])
    .select(
      sql<string>`case when e.actor = platform.system_actor() then 'Goldenthread' else coalesce(platform.account_label(e.actor), '') end`.as(
        'actorName',
      ),
    )
    .select(sql<string>`coalesce(encode(l.link, 'hex'), '')`.as('link'))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()
}
