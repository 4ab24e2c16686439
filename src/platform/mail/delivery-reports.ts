import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** How far a mail is: on its way, taken by a server, kept here, delayed and tried again, refused at the door, or come back. */
export type DeliveryState = 'on-its-way' | 'sent' | 'kept' | 'delayed' | 'refused' | 'bounced'

/** What became of one mail; without its address, which stands in the evidence of whoever sent it. */
export interface DeliveryReport {
  readonly id: string
  readonly sentAt: Temporal.Instant | null
  readonly keptAt: Temporal.Instant | null
  readonly failedAt: Temporal.Instant | null
  readonly refusedAt: Temporal.Instant | null
  readonly delayedAt: Temporal.Instant | null
  readonly bouncedAt: Temporal.Instant | null
  /** The mail server that took it, and what it said; null where none did. */
  readonly server: string | null
  readonly response: string | null
  /** What a server said no with, last. */
  readonly error: string | null
  readonly bounceStatus: string | null
  readonly bounceReason: string | null
  readonly attempts: number
}

/** What became of mails, by their number. */
export async function findDeliveryReports(reader: Reader, mails: readonly string[]): Promise<ReadonlyMap<string, DeliveryReport>> {
  if (mails.length === 0) return new Map()
  const rows = await reader
    .selectFrom(
      sql<DeliveryReport>`(select r.id, r.sent_at as "sentAt", r.kept_at as "keptAt", r.failed_at as "failedAt", r.refused_at as "refusedAt",
        r.delayed_at as "delayedAt", r.bounced_at as "bouncedAt", r.server, r.response, r.error, r.bounce_status as "bounceStatus",
        r.bounce_reason as "bounceReason", r.attempts from platform.delivery_reports(${[...mails]}::uuid[]) r)`.as('report'),
    )
    .selectAll()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** How far a mail is. */
export function deliveryState(report: DeliveryReport | undefined): DeliveryState {
  if (report === undefined) return 'on-its-way'
  if (report.bouncedAt !== null) return 'bounced'
  if (report.refusedAt !== null) return 'refused'
  if (report.keptAt !== null) return 'kept'
  if (report.delayedAt !== null) return 'delayed'
  if (report.sentAt !== null) return 'sent'
  return report.failedAt === null ? 'on-its-way' : 'delayed'
}
