import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from './ids.ts'
import type { Database, Writer } from './session.ts'

/** One thing that was done, by reference: never its content. */
export interface AuditEntry {
  /** Who did it: the actor of this transaction. */
  readonly actor: string
  /** For example `meeting.published`. */
  readonly act: string
  /** For example `meeting`. */
  readonly subjectType: string
  /** Id of what it was done to. */
  readonly subject: string
  /** What was written, as text; only its sha-256 is kept, so that the content may lawfully be destroyed later. */
  readonly content: string
}

/** Appends to the audit in the command's own transaction (requirement X2), one entry or several in one statement. */
export async function appendAudit(tx: Writer, ...entries: readonly AuditEntry[]): Promise<void> {
  await tx
    .insertInto('platform.audit_entry')
    .values(
      entries.map(({ actor, act, subjectType, subject, content }) => ({
        ...{ id: newId(), actor, act, subject_type: subjectType, subject, digest: createHash('sha256').update(content).digest() },
      })),
    )
    .execute()
}

/** Chains committed entries until no more can be; to be called every few seconds. Returns how many were chained. */
export async function sealAudit(db: Database, batch = 1_000): Promise<number> {
  let total = 0
  for (let sealed = batch; sealed === batch; total += sealed) {
    const { rows } = await sql<{ sealed: number }>`select platform.seal(${batch}) as sealed`.execute(db)
    sealed = rows[0]?.sealed ?? 0
  }
  return total
}
