import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContract } from '../queries/contracts.ts'
import { findPayPeople, guardedPay } from '../queries/packages.ts'
import { findPayFacts, findShares } from '../queries/pay-facts.ts'
import {
  findPaidLines,
  findRun,
  findRunLines,
  findRuns,
  findStatements,
  type PaymentLine,
  type PaymentRun,
} from '../queries/payment-runs.ts'
import { dueOfPackages } from '../rules/package-due.ts'
import type { PayerShare } from '../rules/package-payers.ts'
import { runLines, standingLines } from '../rules/package-payment.ts'
import { brokenRule } from './in-fund.ts'
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
    await lockRuns(tx, contract)
    if (Temporal.PlainDate.compare(untilDay, doer.today) > 0) return fail({ field: 'untilDay', code: 'in-the-future' })
    const runs = await findRuns(tx, contract)
    if (runs.some(({ approvedOn }) => approvedOn === null)) return fail({ field: 'untilDay', code: 'run-prepared' })
    const latest = runs[0]
    if (latest && Temporal.PlainDate.compare(untilDay, latest.untilDay) < 0) return fail({ field: 'untilDay', code: 'not-after-last' })
    const id = newId()
    await insertRun(tx, doer, { id, contract, body: found.body }, { number: (latest?.number ?? 0) + 1, untilDay, takesBack: null })
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

/** Writes the lines of a run with what each payer bears of them, and says how many: what is due until a day and was not paid, and reversals. */
export async function writeRunLines(tx: Writer, run: RunKey, untilDay: Temporal.PlainDate): Promise<number> {
  const [facts, paid, shares] = await Promise.all([
    findPayFacts(tx, run.contract),
    findPaidLines(tx, run.contract),
    findShares(tx, { contract: run.contract }),
  ])
  const reports = new Map(facts.deliveries.map((one) => [`${one.package} ${one.week}`, one.id]))
  const list = dueOfPackages(facts, untilDay).flatMap(({ of: one, due }) => {
    const known = (paid.get(one.id) ?? []).map((line) => ({ ...line, shares: shares.get(line.id) ?? [] }))
    const { add, reverse } = runLines(due, known)
    return [
      ...reverse.map((line) => ({ ...reversalOf(line), delivery: reports.get(`${one.id} ${line.week}`) ?? null })),
      ...add.map((line) => ({
        ...{ id: newId(), package: one.id, provider: one.provider, mechanism: one.mechanism, week: line.week, reason: line.reason },
        ...{ minutes: line.minutes, rate: line.rate?.pence.toString() ?? null, pence: line.pence.toString(), reverses: null },
        ...{ delivery: reports.get(`${one.id} ${line.week}`) ?? null, shares: (line.shares ?? []).map(typedShare) },
      })),
    ]
  })
  return writeLines(tx, run, list)
}

interface RunKey {
  readonly id: string
  readonly contract: string
  readonly body: string
}
type SharedLine = PaymentLine & { readonly shares: readonly PayerShare[] }

const typedShare = ({ pence, month, ...share }: PayerShare) => ({ ...share, pence: pence.toString(), month: month.toString() })

/** A reversal negates what was stored, of every payer: nothing is worked out anew. */
const reversalOf = ({ package: of, provider, mechanism, week, reason, minutes, rate, pence, id, shares }: SharedLine) => ({
  ...{ id: newId(), package: of, provider, mechanism, week, reason, minutes, rate: rate?.toString() ?? null, pence: (-pence).toString() },
  ...{ reverses: id, shares: shares.map((share) => typedShare({ ...share, pence: -share.pence })) },
})

type WrittenLine = ReturnType<typeof reversalOf> & { readonly delivery: string | null }

async function writeLines(
  tx: Writer,
  run: RunKey,
  list: readonly (Omit<WrittenLine, 'reverses'> & { readonly reverses: string | null })[],
): Promise<number> {
  if (list.length === 0) return 0
  const typed = JSON.stringify(list)
  await sql`insert into commissioning.payment_line (id, run, contract, body, provider, package, mechanism, week, reason, minutes, rate, pence, delivery, reverses)
    select l.id, ${run.id}::uuid, ${run.contract}::uuid, ${run.body}::uuid, l.provider, l.package, l.mechanism, l.week, l.reason, l.minutes, l.rate, l.pence, l.delivery, l.reverses
    from jsonb_to_recordset(${typed}::jsonb) as l(id uuid, provider uuid, package uuid, mechanism uuid, week int, reason text, minutes int, rate bigint, pence bigint, delivery uuid, reverses uuid)`.execute(
    tx,
  )
  await sql`insert into commissioning.payment_share (line, position, run, contract, body, payer, budget_line, days, pence, month)
    select l.id, s.position, ${run.id}::uuid, ${run.contract}::uuid, ${run.body}::uuid, s.payer, s.line, s.days, s.pence, s.month
    from jsonb_to_recordset(${typed}::jsonb) as l(id uuid, shares jsonb)
    cross join lateral rows from (jsonb_to_recordset(l.shares) as (payer uuid, line uuid, days int, pence bigint, month date)) with ordinality as s(payer, line, days, pence, month, position)`.execute(
    tx,
  )
  return list.length
}

/**
 * Prepares a run that takes a whole approved one back: every line of it that still stands is reversed. It is approved by another person like any run, and what is due
 * after all is paid by the run after it. An earlier run is taken back once.
 */
export function takeRunBack(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const run = await findRun(tx, id)
    const { brokers } = await findPayPeople(tx, await findContract(tx, run.contract, doer.today), doer.today)
    await demand(tx, doer, guardedPay('payment-run', run.body, brokers, 'prepared'), 'change')
    await lockRuns(tx, run.contract)
    const runs = await findRuns(tx, run.contract)
    if (run.approvedOn === null) return fail({ field: '', code: 'run-not-approved' })
    if (runs.some(({ approvedOn }) => approvedOn === null)) return fail({ field: '', code: 'run-prepared' })
    if (runs.some(({ takesBack }) => takesBack === id)) return fail({ field: '', code: 'run-taken-back' })
    const [paid, shares] = await Promise.all([findPaidLines(tx, run.contract), findShares(tx, { run: id })])
    const standing = [...paid.values()].flatMap((lines) => standingLines(lines)).filter((line) => line.run === id)
    if (standing.length === 0) return fail({ field: '', code: 'run-reversed-already' })
    const back = { id: newId(), contract: run.contract, body: run.body }
    const latest = runs[0]
    await insertRun(tx, doer, back, { number: (latest?.number ?? 0) + 1, untilDay: latest?.untilDay ?? run.untilDay, takesBack: id })
    await writeLines(
      tx,
      back,
      standing.map((line) => ({ ...reversalOf({ ...line, shares: shares.get(line.id) ?? [] }), delivery: null })),
    )
    await auditStep(tx, doer, 'payment-run-taken-back', 'payment-run', back.id)
    return succeed(back.id)
  })
}

const lockRuns = (tx: Writer, contract: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`commissioning.payment_run ${contract}`}, 0))`.execute(tx)

function insertRun(
  tx: Writer,
  doer: Doer,
  { id, contract, body }: RunKey,
  at: { readonly number: number; readonly untilDay: Temporal.PlainDate; readonly takesBack: string | null },
) {
  return tx
    .insertInto('commissioning.payment_run')
    .values({
      ...{ id, contract, body, number: at.number, until_day: at.untilDay, takes_back: at.takesBack },
      ...{ made_on: doer.today, made_by: doer.actor },
    })
    .execute()
}

async function inRun(
  needs: Needs,
  doer: Doer,
  id: string,
  at: { readonly verb: 'change' | 'approve' | 'post'; readonly act: string; readonly version: number },
  work: (tx: Writer, run: PaymentRun) => Promise<Result<string, FieldProblem>>,
): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const run = await findRun(tx, id)
    const { brokers, payers } = await findPayPeople(tx, await findContract(tx, run.contract, doer.today), doer.today)
    const state = run.approvedOn === null ? 'prepared' : 'approved'
    await demand(tx, doer, guardedPay('payment-run', run.body, at.verb === 'change' ? brokers : payers, state), at.verb)
    if (run.version !== at.version) throw new Conflict('Somebody else changed this first.')
    const done = await work(tx, run)
    if (done.ok) await auditStep(tx, doer, at.act, 'payment-run', id)
    return done
  })
}

/** Approves a run: whoever pays, and neither made it nor entered anything in it. From then on it stands, in the ledger of its fund too. */
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
  }).catch((error: unknown) => {
    const problem = brokenRule(error)
    if (problem) return fail({ ...problem, field: '' })
    throw error
  })
}

/** Puts an approved run into the ledgers of its funds that stands in none, once: one that was approved before runs were posted (C10). */
export function postRun(needs: Needs, doer: Doer, id: string, version: number): Done {
  return inRun(needs, doer, id, { verb: 'post', act: 'payment-run-posted', version }, async (tx) => {
    const done = await tx.selectNoFrom(sql<boolean>`commissioning.post_earlier_run(${id}::uuid)`.as('posted')).executeTakeFirst()
    return done?.posted === true ? succeed(id) : fail({ field: '', code: 'run-posted-already' })
  })
}

/** Takes a run away that was not approved. */
export function dropRun(needs: Needs, doer: Doer, id: string, version: number): Done {
  return inRun(needs, doer, id, { verb: 'change', act: 'payment-run-dropped', version }, async (tx, run) => {
    const lines = await findRunLines(tx, id)
    if (lines.length > 0) {
      await tx.deleteFrom('commissioning.payment_share').where('run', '=', id).execute()
      await tx.deleteFrom('commissioning.payment_line').where('run', '=', id).execute()
    }
    await tx.deleteFrom('commissioning.payment_run').where('id', '=', id).execute()
    return succeed(run.contract)
  })
}
