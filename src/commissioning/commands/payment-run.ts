import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContract } from '../queries/contracts.ts'
import { findDeliveries, findMechanisms, findPackageOutcomes, findPackages, findPayPeople, guardedPay } from '../queries/packages.ts'
import { findPaidLines, findRun, findRunLines, findRuns, findStatements, type PaymentRun } from '../queries/payment-runs.ts'
import { dueOfPackages } from '../rules/package-due.ts'
import { runLines } from '../rules/package-payment.ts'
import { auditStep, demandOne } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/**
 * Prepares a run: what is due for weeks that ended before a day and was not paid, and reversals of what was paid and is not due any more. Every line keeps the
 * version, the report and the rate that it was worked by, so that it can be worked again (C10).
 */
export function makeRun(needs: Needs, doer: Doer, contract: string, untilDay: Temporal.PlainDate): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findContract(tx, contract, doer.today)
    const { brokers } = await findPayPeople(tx, found, doer.today)
    await demand(tx, doer, guardedPay('payment-run', found.body, brokers, 'prepared'), 'change')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`commissioning.payment_run ${contract}`}, 0))`.execute(tx)
    if (Temporal.PlainDate.compare(untilDay, doer.today) > 0) return fail({ field: 'untilDay', code: 'in-the-future' })
    const runs = await findRuns(tx, contract)
    if (runs.some(({ approvedOn }) => approvedOn === null)) return fail({ field: 'untilDay', code: 'run-prepared' })
    const latest = runs[0]
    if (latest && Temporal.PlainDate.compare(untilDay, latest.untilDay) < 0) return fail({ field: 'untilDay', code: 'not-after-last' })
    const id = newId()
    await tx
      .insertInto('commissioning.payment_run')
      .values({
        id,
        contract,
        body: found.body,
        number: (latest?.number ?? 0) + 1,
        until_day: untilDay,
        made_on: doer.today,
        made_by: doer.actor,
      })
      .execute()
    const written = await writeRunLines(tx, { id, contract, body: found.body }, untilDay)
    if (written === 0) throw new NothingDue()
    await auditStep(tx, doer, 'payment-run-made', 'payment-run', id)
    return succeed(id)
  }).catch((error: unknown) => {
    if (error instanceof NothingDue) return fail({ field: 'untilDay', code: 'nothing-due' })
    throw error
  })
}

class NothingDue extends Error {}

/** Writes the lines of a run, and says how many: what is due until a day and was not paid, and reversals. */
export async function writeRunLines(
  tx: Writer,
  run: { readonly id: string; readonly contract: string; readonly body: string },
  untilDay: Temporal.PlainDate,
): Promise<number> {
  const of = { contract: run.contract }
  const [packages, mechanisms, deliveries, outcomes, paid] = await Promise.all([
    findPackages(tx, run.contract),
    findMechanisms(tx, run.contract),
    findDeliveries(tx, of),
    findPackageOutcomes(tx, of),
    findPaidLines(tx, run.contract),
  ])
  const reports = new Map(deliveries.map((one) => [`${one.package} ${one.week}`, one.id]))
  const list = dueOfPackages({ packages, mechanisms, deliveries, outcomes }, untilDay).flatMap(({ of: one, due }) => {
    const known = paid.get(one.id) ?? []
    const { add, reverse } = runLines(due, known)
    const common = { package: one.id, provider: one.provider }
    return [
      ...reverse.map((line) => {
        const before = known.find(({ id }) => id === line.id)
        return {
          ...{ id: newId(), ...common, mechanism: before?.mechanism ?? one.mechanism, week: line.week, reason: line.reason },
          ...{ minutes: before?.minutes ?? null, rate: before?.rate?.toString() ?? null, pence: (-line.pence).toString() },
          ...{ delivery: reports.get(`${one.id} ${line.week}`) ?? null, reverses: line.id },
        }
      }),
      ...add.map((line) => ({
        ...{ id: newId(), ...common, mechanism: one.mechanism, week: line.week, reason: line.reason, minutes: line.minutes },
        ...{ rate: line.rate?.pence.toString() ?? null, pence: line.pence.toString(), reverses: null },
        delivery: reports.get(`${one.id} ${line.week}`) ?? null,
      })),
    ]
  })
  if (list.length === 0) return 0
  await sql`insert into commissioning.payment_line (id, run, contract, body, provider, package, mechanism, week, reason, minutes, rate, pence, delivery, reverses)
    select l.id, ${run.id}::uuid, ${run.contract}::uuid, ${run.body}::uuid, l.provider, l.package, l.mechanism, l.week, l.reason, l.minutes, l.rate, l.pence, l.delivery, l.reverses
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as l(id uuid, provider uuid, package uuid, mechanism uuid, week int, reason text, minutes int, rate bigint, pence bigint, delivery uuid, reverses uuid)`.execute(
    tx,
  )
  return list.length
}

async function inRun(
  needs: Needs,
  doer: Doer,
  id: string,
  at: { readonly verb: 'change' | 'approve'; readonly act: string; readonly version: number },
  work: (tx: Writer, run: PaymentRun) => Promise<Result<string, FieldProblem>>,
): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const run = await findRun(tx, id)
    const { brokers, payers } = await findPayPeople(tx, await findContract(tx, run.contract, doer.today), doer.today)
    const state = run.approvedOn === null ? 'prepared' : 'approved'
    await demand(tx, doer, guardedPay('payment-run', run.body, at.verb === 'approve' ? payers : brokers, state), at.verb)
    if (run.version !== at.version) throw new Conflict('Somebody else changed this first.')
    const done = await work(tx, run)
    if (done.ok) await auditStep(tx, doer, at.act, 'payment-run', id)
    return done
  })
}

/** Approves a run: whoever pays, and neither made it nor entered anything in it. From then on it stands. */
export function approveRun(needs: Needs, doer: Doer, id: string, version: number): Done {
  return inRun(needs, doer, id, { verb: 'approve', act: 'payment-run-approved', version }, async (tx, run) => {
    if (run.madeBy === doer.actor) return fail({ field: '', code: 'approved-by-another' })
    const statements = await findStatements(tx, id)
    for (const { provider } of statements) {
      const may = await tx.selectNoFrom(sql<boolean>`commissioning.may_approve_payment(${provider}::uuid)`.as('may')).executeTakeFirst()
      if (!may?.may) return fail({ field: '', code: 'approved-by-another' })
    }
    const saved = await tx
      .updateTable('commissioning.payment_run')
      .set({ approved_on: doer.today, approved_by: doer.actor, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    demandOne(saved)
    return succeed(id)
  })
}

/** Takes a run away that was not approved. */
export function dropRun(needs: Needs, doer: Doer, id: string, version: number): Done {
  return inRun(needs, doer, id, { verb: 'change', act: 'payment-run-dropped', version }, async (tx, run) => {
    const lines = await findRunLines(tx, id)
    if (lines.length > 0) await tx.deleteFrom('commissioning.payment_line').where('run', '=', id).execute()
    await tx.deleteFrom('commissioning.payment_run').where('id', '=', id).execute()
    return succeed(run.contract)
  })
}
