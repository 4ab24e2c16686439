import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PayerInput, ReviewInput } from '../forms/package-settle.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContract } from '../queries/contracts.ts'
import { type CarePackage, findBoardLines, findPackage, findPayPeople, guardedPay } from '../queries/packages.ts'
import { findPayers, findPayFacts } from '../queries/pay-facts.ts'
import { openReviews } from '../rules/package-due.ts'
import { payerOn, spellsOf } from '../rules/package-payers.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

async function inPackage(
  needs: Needs,
  doer: Doer,
  id: string,
  act: string,
  work: (tx: Writer, found: CarePackage, commissioner: string) => Promise<Result<string, FieldProblem>>,
): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findPackage(tx, id)
    const contract = await findContract(tx, found.contract, doer.today)
    const { brokers } = await findPayPeople(tx, contract, doer.today)
    await demand(tx, doer, guardedPay('care-package', found.body, brokers), 'change')
    const done = await work(tx, found, contract.commissioner)
    if (done.ok) await auditStep(tx, doer, act, 'care-package', id)
    return done
  }).catch((error: unknown) => {
    const { constraint } = error as { readonly constraint?: unknown }
    if (constraint === 'review_by_another') return fail({ field: '', code: 'review-by-another' })
    throw error
  })
}

/** Settles an amount that the terms mark to be looked at: it is accepted, corrected or refused, with a reason. The next run puts right what was paid (C10). */
export function settleReview(needs: Needs, doer: Doer, id: string, week: number, input: ReviewInput): Done {
  return inPackage(needs, doer, id, 'package-amount-settled', async (tx, found) => {
    const open = openReviews(await findPayFacts(tx, found.contract), doer.today).find((one) => one.of.id === id && one.week === week)
    if (open === undefined || open.pence !== input.ofPence) return fail({ field: '', code: 'review-gone' })
    if ((input.outcome === 'corrected') !== (input.amount !== undefined) || input.amount === 0n)
      return fail({ field: 'amount', code: 'review-sum' })
    if (input.amount === open.pence) return fail({ field: 'amount', code: 'review-same' })
    const before = await tx
      .selectFrom('commissioning.package_review')
      .select(({ fn }) => fn.max('number').as('number'))
      .where('package', '=', id)
      .where('week', '=', week)
      .executeTakeFirst()
    await tx
      .insertInto('commissioning.package_review')
      .values({
        ...{ id: newId(), package: id, contract: found.contract, body: found.body, provider: found.provider, week },
        ...{ number: (before?.number ?? 0) + 1, of_pence: open.pence, outcome: input.outcome, pence: input.amount ?? null },
        ...{ because: input.because, decided_on: doer.today, decided_by: doer.actor },
      })
      .execute()
    return succeed(found.contract)
  })
}

/** Says who pays for a package from a day on, and from which line; weeks that were paid already are split anew by the next run (C10). */
export function movePayer(needs: Needs, doer: Doer, id: string, input: PayerInput): Done {
  return inPackage(needs, doer, id, 'package-payer', async (tx, found, commissioner) => {
    const { startsOn, endsOn } = found
    const isWithin =
      Temporal.PlainDate.compare(startsOn, input.startsOn) <= 0 && (!endsOn || Temporal.PlainDate.compare(input.startsOn, endsOn) < 0)
    if (!isWithin) return fail({ field: 'startsOn', code: 'payer-within-package' })
    if (input.line !== undefined && !(await findBoardLines(tx, found.body)).some((line) => line.id === input.line))
      return fail({ field: 'line', code: 'choice-unknown' })
    const known = await findPayers(tx, { package: id })
    const now = payerOn(spellsOf({ payer: commissioner, line: found.line ?? null, startsOn }, known), input.startsOn)
    if (now.payer === input.payer && now.line === (input.line ?? null)) return fail({ field: 'payer', code: 'payer-same' })
    await addPayer(tx, doer, found, known, { ...input, line: input.line ?? null, area: input.area ?? null })
    return succeed(id)
  })
}

/** Takes back that another partner pays from a day on: the one before it pays on. Both entries stay on record. */
export function takePayerBack(needs: Needs, doer: Doer, id: string, startsOn: Temporal.PlainDate, because: string): Done {
  return inPackage(needs, doer, id, 'package-payer-back', async (tx, found) => {
    const known = await findPayers(tx, { package: id })
    const last = known.findLast((one) => one.startsOn.equals(startsOn))
    if (last === undefined || last.payer === null) return fail({ field: '', code: 'review-gone' })
    await addPayer(tx, doer, found, known, { startsOn, payer: null, line: null, area: null, because })
    return succeed(id)
  })
}

async function addPayer(
  tx: Writer,
  doer: Doer,
  found: CarePackage,
  known: Awaited<ReturnType<typeof findPayers>>,
  of: {
    readonly startsOn: Temporal.PlainDate
    readonly payer: string | null
    readonly line: string | null
    readonly area: string | null
    readonly because: string
  },
): Promise<void> {
  const numbers = known.filter((one) => one.startsOn.equals(of.startsOn)).map((one) => one.number)
  await tx
    .insertInto('commissioning.package_payer')
    .values({
      ...{ id: newId(), package: found.id, contract: found.contract, body: found.body, provider: found.provider },
      ...{ starts_on: of.startsOn, number: Math.max(0, ...numbers) + 1, payer: of.payer, area: of.area, line: of.line },
      ...{ because: of.because, entered_on: doer.today, entered_by: doer.actor },
    })
    .execute()
}
