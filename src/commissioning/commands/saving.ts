import { newId } from '#platform/database/ids.ts'
import { Conflict } from '#platform/refusals.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ClaimInput, ForeseenInput, SavingInput, TakeBackInput, TypedPart } from '../forms/saving.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findLine } from '../queries/fund-money.ts'
import { findSaving, findSavings, type Saving } from '../queries/savings.ts'
import { claimProblem } from '../rules/saving.ts'
import { instalmentsOf } from '../rules/split.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

/** Whether parts are the whole, or nobody has one. */
export const isWhole = (parts: readonly TypedPart[]): boolean => parts.reduce((sum, { share }) => sum + share, 0) === 10_000

/** Plans a saving on a line of a year by one measure: its sum in equal parts for the months from the first on (C7). */
export function addSaving(needs: CommissioningNeeds, doer: Doer, fund: string, input: SavingInput): Promise<Done<{ readonly id: string }>> {
  return inFund(needs, doer, fund, 'saving-planned', async (tx, found) => {
    const { line, measure, why, owner, once, planned, firstPeriod, forecast, evidenceDue, parts } = input
    const on = await findLine(tx, line)
    if (on.fund !== fund) return fail({ field: 'line', code: 'choice-unknown' })
    if (parts.length > 0 && !isWhole(parts)) return fail({ field: '', code: 'parts-add-up' })
    const months = instalmentsOf(planned, 13 - firstPeriod)
    const id = newId()
    await tx
      .insertInto('commissioning.saving')
      .values({
        ...{ id, ...ofFund(found), year: on.year, line, measure, why, owner: owner ?? null, recurrent: !once, forecast: forecast ?? null },
        ...{ evidence_due: evidenceDue, profile: [...Array.from({ length: firstPeriod - 1 }, () => 0n), ...months] },
      })
      .execute()
    if (parts.length > 0)
      await tx
        .insertInto('commissioning.saving_part')
        .values(parts.map((part, place) => ({ saving: id, place: place + 1, ...ofFund(found), ...part })))
        .execute()
    return succeed({ id })
  })
}

/** Says what is foreseen of a saving, who answers for it and when evidence is due. @throws Conflict where somebody else saved first */
export function foreseeSaving(needs: CommissioningNeeds, doer: Doer, saving: Saving, input: ForeseenInput): Promise<Done<null>> {
  return inFund(needs, doer, saving.fund, 'saving-foreseen', async (tx) => {
    const { forecast, owner, evidenceDue, version } = input
    const saved = await tx
      .updateTable('commissioning.saving')
      .set({ forecast: forecast ?? null, owner: owner ?? null, evidence_due: evidenceDue, version: version + 1 })
      .where('id', '=', saving.id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    return succeed(null)
  })
}

/** Claims what a month delivered, with its evidence: never more on a line than it came down, and each month once (C7). */
export function claimSaving(
  needs: CommissioningNeeds,
  doer: Doer,
  saving: Saving,
  { period, amount, evidence }: ClaimInput,
): Promise<Done<null>> {
  return inFund(needs, doer, saving.fund, 'saving-claimed', async (tx, fund) => {
    const line = await findLine(tx, saving.line)
    const others = (await findSavings(tx, saving.fund)).filter((one) => one.line === saving.line)
    const claims = others.flatMap((one) => one.claims.map(({ pence }) => ({ saving: one.id, pence })))
    const problem = claimProblem(line.before, line.original === null ? null : line.original + line.moved, claims, amount)
    if (problem !== undefined) return fail({ field: 'amount', code: `saving-${problem.code}` })
    await tx
      .insertInto('commissioning.saving_claim')
      .values({
        id: newId(),
        saving: saving.id,
        ...ofFund(fund),
        period,
        pence: amount,
        evidence,
        on_day: doer.today,
        claimed_by: doer.actor,
      })
      .execute()
    return succeed(null)
  })
}

/** Takes a claim back by one with the opposite sign. */
export function takeClaimBack(needs: CommissioningNeeds, doer: Doer, saving: Saving, { claim, why }: TakeBackInput): Promise<Done<null>> {
  return inFund(needs, doer, saving.fund, 'saving-claim-taken-back', async (tx, fund) => {
    const found = (await findSaving(tx, saving.id)).claims.find(({ id }) => id === claim)
    if (found === undefined || found.reverses !== undefined || found.isTakenBack) return fail({ field: 'claim', code: 'choice-unknown' })
    await tx
      .insertInto('commissioning.saving_claim')
      .values({
        ...{ id: newId(), saving: saving.id, ...ofFund(fund), period: found.period, pence: -found.pence, evidence: why },
        ...{ on_day: doer.today, claimed_by: doer.actor, reverses: claim },
      })
      .execute()
    return succeed(null)
  })
}
