import { appendAudit } from '#platform/database/audit.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { Guard } from '../queries/guard.ts'
import type { Guarded } from '../rules/access.ts'

/** One step of one record: how it is found, what the matrix calls it, which version it was made from. */
export interface RecordStep<Found> {
  find(tx: Writer): Promise<Found>
  guard(found: Found): Guarded
  readonly verb: string
  readonly act: string
  /** Undefined where nothing is changed that somebody else could have changed: an entry is added. */
  readonly version?: number | undefined
}

/** How a domain takes steps of its records. */
export interface StepTaker {
  /**
   * Takes one step of a record in one transaction: finds it, asks the matrix, refuses a stale version, does the work and appends the audit. A problem has
   * written nothing. @throws NotFound, Forbidden, Conflict
   */
  takeStep<Found extends { readonly id: string; readonly version: number }, Value>(
    db: Database,
    doer: Doer,
    step: RecordStep<Found>,
    work: (tx: Writer, found: Found) => Promise<Result<Value, FieldProblem>>,
  ): Promise<Result<Value, FieldProblem>>
  /** Writes into the audit what somebody did with a record, and of which version where it had one; or with each of several records. */
  auditStep(
    tx: Writer,
    doer: Pick<Doer, 'actor'>,
    act: string,
    subjectType: string,
    subject: string | readonly string[],
    version?: number,
  ): Promise<void>
  /** Refuses a write that found no row of the version it was made from. @throws Conflict */
  demandOne(written: { readonly numUpdatedRows: bigint }): void
}

/** Makes the step taker of a domain from its guard; what it writes into the audit begins with the prefix, '' for none. */
export function stepsWith({ demand }: Guard, prefix: string): StepTaker {
  const auditStep: StepTaker['auditStep'] = (tx, { actor }, act, subjectType, subject, version) =>
    appendAudit(
      tx,
      ...[subject].flat().map((one) => ({ actor, act: prefix + act, subjectType, subject: one, content: JSON.stringify({ version }) })),
    )
  return {
    auditStep,
    takeStep: (db, doer, step, work) =>
      writeAs(db, doer, async (tx) => {
        const found = await step.find(tx)
        const guarded = step.guard(found)
        await demand(tx, doer, guarded, step.verb)
        if (step.version !== undefined && step.version !== found.version) throw new Conflict('Somebody else changed this first.')
        const done = await work(tx, found)
        if (done.ok) await auditStep(tx, doer, step.act, guarded.record, found.id, found.version)
        return done
      }),
    demandOne({ numUpdatedRows }) {
      if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    },
  }
}
