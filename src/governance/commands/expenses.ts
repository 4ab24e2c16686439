import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { hold, release } from '#platform/documents/references.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { belongsTo, type ExpenseClaim, findApprovers, findBudgetStanding, findClaim, listMileRates } from '../queries/expenses.ts'
import { findStanding } from '../queries/standing.ts'
import { type ClaimKind, milesPence, rateOn, refuseApproval, type Vehicle } from '../rules/expenses.ts'
import { type Permitted, permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What somebody claims; for miles vehicle and distance, for everything else the sum. */
export interface ClaimFields {
  readonly kind: ClaimKind
  readonly spentOn: Temporal.PlainDate
  readonly words: string
  readonly miles: { readonly vehicle: Vehicle; readonly tenths: number } | undefined
  /** In pence; of no meaning for miles. */
  readonly pence: number | undefined
  /** A document that was checked and kept; undefined for none, or for the one that is there already. */
  readonly receipt: { readonly document: string; readonly mediaType: string } | undefined
}

const constraints = {
  expense_claim_once: { field: 'words', code: 'claim-known' },
  expense_within_budget: { field: 'outcome', code: 'over-budget' },
}

/** The holder of a receipt, for the store of documents. */
const HOLDER = 'expense-claim'

/** Sends a claim in. Problems: 'in-the-future', 'not-a-member-then', 'no-rate', 'sum-missing', 'claim-known'. */
export async function submitClaim(
  db: Database,
  acting: Acting,
  input: ClaimFields & { readonly body: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor, person } = await claimant(tx, acting, input.body)
    const columns = await columnsOf(tx, acting, input.body, person, input)
    if (!columns.ok) return columns
    const id = newId()
    const receipt = { receipt: input.receipt?.document ?? null, receipt_type: input.receipt?.mediaType ?? '' }
    await tx
      .insertInto('governance.expense_claim')
      .values({ id, body: input.body, person, ...columns.value, ...receipt, submitted_at: acting.now })
      .execute()
    if (input.receipt) await hold(tx, input.receipt.document, HOLDER, id)
    await record(tx, actor, 'expense.claimed', HOLDER, id, input)
    return succeed({ id })
  })
}

/** Mends a claim of one's own that waits or was returned, and sends it in again. Problems: those of `submitClaim`, 'claim-settled'. @throws Conflict */
export async function amendClaim(
  db: Database,
  acting: Acting,
  input: ClaimFields & { readonly id: string; readonly body: string; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { claim, actor } = await openClaim(tx, acting, input, 'change')
    if (claim.state !== 'submitted' && claim.state !== 'returned') return fail({ field: '', code: 'claim-settled' })
    const columns = await columnsOf(tx, acting, input.body, claim.person.id, input)
    if (!columns.ok) return columns
    const changed = input.receipt ? { receipt: input.receipt.document, receipt_type: input.receipt.mediaType } : {}
    await write(tx, input, { ...columns.value, ...changed, state: 'submitted', submitted_at: acting.now })
    if (input.receipt) {
      if (claim.receipt) await release(tx, claim.receipt.document, HOLDER, claim.id)
      await hold(tx, input.receipt.document, HOLDER, claim.id)
    }
    await record(tx, actor, 'expense.amended', HOLDER, claim.id, input)
    return succeed({ id: claim.id })
  })
}

/** Which claim, and the version that a form was made from. */
export interface KnownClaim {
  readonly id: string
  readonly body: string
  readonly version: number
}

/** Takes a claim of one's own back. Problems: 'claim-settled'. @throws Conflict */
export async function withdrawClaim(
  db: Database,
  acting: Acting,
  input: KnownClaim,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { claim, actor } = await openClaim(tx, acting, input, 'change')
    if (claim.state !== 'submitted' && claim.state !== 'returned') return fail({ field: '', code: 'claim-settled' })
    await write(tx, input, { state: 'withdrawn' })
    await record(tx, actor, 'expense.withdrawn', HOLDER, claim.id, input)
    return succeed({ id: claim.id })
  })
}

/**
 * Approves a claim, or returns it with a reason: whom the body names, never one's own.
 * Problems: 'own-claim', 'claim-settled', 'no-budget', 'over-budget', 'reason-missing'. @throws Conflict
 */
export async function settleClaim(
  db: Database,
  acting: Acting,
  input: KnownClaim & { readonly outcome: 'approved' | 'returned'; readonly reason: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { claim, actor, person } = await openClaim(tx, acting, input, 'settle')
    const refusal = refuseApproval({ ...claim, person: claim.person.id }, person, await findBudgetStanding(tx, input.body, claim.spentOn))
    const stops = input.outcome === 'approved' ? refusal : refusal === 'own-claim' || refusal === 'claim-settled' ? refusal : undefined
    if (stops) return fail({ field: 'outcome', code: stops })
    if (input.outcome === 'returned' && input.reason === '') return fail({ field: 'reason', code: 'reason-missing' })
    const said = input.outcome === 'returned' ? { reason: input.reason } : {}
    await write(tx, input, { state: input.outcome, settled_by: person, settled_on: acting.today, ...said })
    await record(tx, actor, `expense.${input.outcome}`, HOLDER, claim.id, input)
    return succeed({ id: claim.id })
  })
}

/** Says that an approved claim was paid, with the reference of the payment; never one's own. Problems: 'own-claim', 'not-approved', 'paid-already', 'in-the-future'. */
export async function markPaid(
  db: Database,
  acting: Acting,
  input: KnownClaim & { readonly paidOn: Temporal.PlainDate; readonly reference: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { claim, actor, person } = await openClaim(tx, acting, input, 'pay')
    if (claim.person.id === person) return fail({ field: 'reference', code: 'own-claim' })
    if (claim.state !== 'approved') return fail({ field: 'reference', code: 'not-approved' })
    if (claim.isPaid) return fail({ field: 'reference', code: 'paid-already' })
    if (Temporal.PlainDate.compare(input.paidOn, acting.today) > 0) return fail({ field: 'paidOn', code: 'in-the-future' })
    await write(tx, input, { paid_on: input.paidOn, paid_reference: input.reference, paid_by: person })
    await record(tx, actor, 'expense.paid', HOLDER, claim.id, input)
    return succeed({ id: claim.id })
  })
}

async function claimant(tx: Writer, acting: Acting, body: string): Promise<Permitted & { readonly person: string }> {
  const about = (await findStanding(tx, acting)).person?.id
  const permitted = await permit(tx, acting, { record: 'expense-claim', verb: 'add', ties: { body, about } })
  if (about === undefined) throw new Forbidden()
  return { ...permitted, person: about }
}

async function columnsOf(tx: Writer, acting: Acting, body: string, person: string, { kind, spentOn, words, miles, pence }: ClaimFields) {
  if (Temporal.PlainDate.compare(spentOn, acting.today) > 0) return fail({ field: 'spentOn', code: 'in-the-future' })
  if (!(await belongsTo(tx, person, body, spentOn))) return fail({ field: 'spentOn', code: 'not-a-member-then' })
  const common = { kind, spent_on: spentOn, words }
  if (kind !== 'mileage')
    return pence === undefined
      ? fail({ field: 'sum', code: 'sum-missing' })
      : succeed({ ...common, mile_rate: null, tenth_miles: null, pence })
  const rate = miles && rateOn(await listMileRates(tx), miles.vehicle, spentOn)
  if (miles === undefined || rate === undefined) return fail({ field: 'spentOn', code: 'no-rate' })
  const due = milesPence(miles.tenths, rate.pence)
  if (due < 1) return fail({ field: 'miles', code: 'miles-expected' })
  return succeed({ ...common, mile_rate: rate.id, tenth_miles: miles.tenths, pence: due })
}

/** Finds a claim for somebody who may do this with it. @throws NotFound, Forbidden, Conflict */
async function openClaim(
  tx: Writer,
  acting: Acting,
  { id, body, version }: KnownClaim,
  verb: 'change' | 'settle' | 'pay',
): Promise<Permitted & { readonly claim: ExpenseClaim; readonly person: string }> {
  const claim = await findClaim(tx, id, body)
  if (claim === undefined) throw new NotFound()
  const leads = (await findApprovers(tx, body, acting.today)).map((approver) => approver.person.id)
  const permitted = await permit(tx, acting, { record: 'expense-claim', verb, ties: { body, about: claim.person.id, leads } })
  if (permitted.standing.person === undefined) throw new Forbidden()
  if (claim.version !== version) throw new Conflict()
  return { ...permitted, claim, person: permitted.standing.person.id }
}

/** Writes where nobody was faster. @throws Conflict */
async function write(tx: Writer, { id, version }: KnownClaim, columns: object): Promise<void> {
  const written = await tx
    .updateTable('governance.expense_claim')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (written.numUpdatedRows === 0n) throw new Conflict()
}
