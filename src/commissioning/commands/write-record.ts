import type { Guarded } from '#governance/public.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { demand } from '../permission.ts'

/** One step of one record: how it is found, what the matrix calls it, which version it was made from. */
export interface RecordStep<Found> {
  find(tx: Writer): Promise<Found>
  guard(found: Found): Guarded
  readonly verb: string
  readonly act: string
  /** Undefined where nothing is changed that somebody else could have changed: an entry is added. */
  readonly version?: number | undefined
}

/**
 * Takes one step of a record in one transaction: finds it, asks the matrix, refuses a stale version, does the work and appends the audit. A problem has
 * written nothing. @throws NotFound, Forbidden, Conflict
 */
export async function takeStep<Found extends { readonly id: string; readonly version: number }, Value>(
  db: Database,
  doer: Doer,
  step: RecordStep<Found>,
  work: (tx: Writer, found: Found) => Promise<Result<Value, FieldProblem>>,
): Promise<Result<Value, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    const found = await step.find(tx)
    const guarded = step.guard(found)
    await demand(tx, doer, guarded, step.verb)
    if (step.version !== undefined && step.version !== found.version) throw new Conflict('Somebody else changed this first.')
    const done = await work(tx, found)
    if (done.ok) await auditStep(tx, doer, step.act, guarded.record, found.id)
    return done
  })
}

/** Writes into the audit what somebody did with a record of commissioning. */
export function auditStep(tx: Writer, { actor }: Pick<Doer, 'actor'>, act: string, subjectType: string, subject: string): Promise<void> {
  return appendAudit(tx, { actor, act: `commissioning.${act}`, subjectType, subject, content: '{}' })
}

/** Refuses a write that found no row of the version it was made from. @throws Conflict */
export function demandOne({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
}
