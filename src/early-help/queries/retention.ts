import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { DestroyedLine } from '../rules/destroyed-list.ts'
import { type RetentionState, retentionState } from '../rules/retention.ts'
import { findNames } from './names.ts'

/** A rule of retention as the page shows it. */
export interface RetentionRuleLine {
  readonly id: string
  readonly recordClass: 'episode' | 'request'
  readonly anchor: 'closure' | 'youngest-birth' | 'last-contact'
  readonly months: number
  readonly basis: string
  readonly approvedBy: string
  readonly startsOn: Temporal.PlainDate
}

/** All rules, those of a kind together, the latest first. */
export async function listRetentionRules(reader: Reader): Promise<readonly RetentionRuleLine[]> {
  const rows = await reader
    .selectFrom(
      sql<RetentionRuleLine>`(select id, record_class as "recordClass", anchor, months, basis, approved_by as "approvedBy", starts_on as "startsOn"
    from casework.retention_rule order by record_class, anchor, starts_on desc)`.as('line'),
    )
    .selectAll()
    .execute()
  return rows
}

interface QueueRow {
  readonly episode: string
  readonly reference: string
  readonly area: string
  readonly recordClass: 'episode' | 'request'
  readonly closedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly rule: string
  readonly isHeld: boolean
  readonly heldBecause: string
  readonly review: string | null
  readonly verdict: string | null
  readonly keepUntil: Temporal.PlainDate | null
  readonly because: string
  readonly reviewedBy: string | null
  readonly approvedBy: string | null
}
/** A closed record that is due, or soon will be; by its reference, and without a name. */
export interface QueueLine extends QueueRow {
  readonly state: RetentionState
  readonly areaName: string
  readonly reviewedByName: string
}

/** What is due or will be within three months, the longest due first; whoever owns information governance sees all, a co-ordinator their locality. */
export async function listRetentionQueue(reader: Reader, today: Temporal.PlainDate): Promise<readonly QueueLine[]> {
  const rows = await reader
    .selectFrom(
      sql<QueueRow>`(select episode, reference, area, record_class as "recordClass", closed_on as "closedOn", due_on as "dueOn", rule, is_held as "isHeld", held_because as "heldBecause",
      review, verdict, keep_until as "keepUntil", because, reviewed_by as "reviewedBy", approved_by as "approvedBy"
    from casework.retention_queue(${today}::date))`.as('line'),
    )
    .selectAll()
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ area, reviewedBy }) => [area, reviewedBy]),
  )
  return rows.map((row) => ({
    ...row,
    state: retentionState(row, today),
    areaName: names.get(row.area) ?? '',
    reviewedByName: names.get(row.reviewedBy ?? '') ?? '',
  }))
}

/** One of them. @throws NotFound where it is not due, or not theirs */
export async function findQueueLine(reader: Reader, episode: string, today: Temporal.PlainDate): Promise<QueueLine> {
  const line = (await listRetentionQueue(reader, today)).find((one) => one.episode === episode)
  if (!line) throw new NotFound('No such record.')
  return line
}

/** A certificate of destruction; it names nobody of a family. */
export interface DestructionLine {
  readonly id: string
  readonly episode: string
  readonly recordClass: 'episode' | 'request'
  readonly ruleWords: string
  readonly dueOn: Temporal.PlainDate
  /** Records destroyed, by kind. */
  readonly counts: Readonly<Record<string, number>>
  readonly shell: 'kept' | 'removed'
  readonly digest: string
  readonly reviewedByName: string
  readonly approvedByName: string
  readonly destroyedByName: string
  readonly destroyedAt: Temporal.Instant
  readonly reappliedAt: Temporal.Instant | null
}

/** What was destroyed, the latest first; or one of them. */
export async function listDestructions(reader: Reader, id?: string): Promise<readonly DestructionLine[]> {
  const rows = await reader
    .selectFrom(
      sql<
        Omit<DestructionLine, 'reviewedByName' | 'approvedByName' | 'destroyedByName'> & {
          readonly reviewedBy: string
          readonly approvedBy: string
          readonly destroyedBy: string
        }
      >`(select id, episode, record_class as "recordClass", rule_words as "ruleWords", due_on as "dueOn", counts, shell, digest, reviewed_by as "reviewedBy",
      approved_by as "approvedBy", destroyed_by as "destroyedBy", destroyed_at as "destroyedAt", reapplied_at as "reappliedAt"
    from casework.destruction where ${id ?? null}::uuid is null or id = ${id ?? null}::uuid order by destroyed_at desc, id)`.as('line'),
    )
    .selectAll()
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ reviewedBy, approvedBy, destroyedBy }) => [reviewedBy, approvedBy, destroyedBy]),
  )
  return rows.map(({ reviewedBy, approvedBy, destroyedBy, ...row }) => ({
    ...row,
    reviewedByName: names.get(reviewedBy) ?? '',
    approvedByName: names.get(approvedBy) ?? '',
    destroyedByName: names.get(destroyedBy) ?? '',
  }))
}

/** What was destroyed, records and photographs of the wrong paper, the earliest first: the list to keep apart. For whoever owns information governance. */
export async function listDestroyed(reader: Reader): Promise<readonly DestroyedLine[]> {
  return reader
    .selectFrom(
      sql<DestroyedLine>`(select 'record' as what, d.id, d.episode, d.destroyed_at as "destroyedAt", d.digest from casework.destruction d
        union all select 'photograph', p.id, p.episode, p.at, p.digest from casework.photographs_destroyed() p)`.as('line'),
    )
    .selectAll()
    .orderBy('destroyedAt')
    .orderBy('id')
    .execute()
}
