import { newId } from '#platform/database/ids.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { VariationInput } from '../forms/money-risk.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findContribution, findLine } from '../queries/fund-money.ts'
import { yearOf } from '../rules/year.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

/**
 * Varies a contribution of an agreed year by a decision of the fund's board, and one line by the same sum, so that the year still balances to the penny (C5). A
 * partner that comes in gives a contribution of nothing first, in the same step.
 */
export async function varyContribution(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  year: number,
  input: VariationInput,
): Promise<Done<null>> {
  const done = await vary(needs, doer, fund, year, input)
  // The minimum is no field of this form: it is the sum that would bring the fund below it.
  if (done.ok || done.problems[0].field !== 'minimum') return done
  return fail({ ...done.problems[0], field: 'amount' })
}

function vary(needs: CommissioningNeeds, doer: Doer, fund: string, year: number, input: VariationInput): Promise<Done<null>> {
  return inFund(needs, doer, fund, 'contribution-varied', async (tx, found) => {
    const { contribution, partner, source, amount, line, leavesOn, why, decision } = input
    if (amount === 0n) return fail({ field: 'amount', code: 'variation-of-nothing' })
    const onto = await findLine(tx, line)
    if (onto.fund !== fund || onto.year !== year) return fail({ field: 'line', code: 'variation-one-year' })
    if (contribution === undefined && partner === undefined) return fail({ field: 'contribution', code: 'variation-whose' })
    if (contribution !== undefined) {
      const given = await findContribution(tx, contribution)
      if (given.fund !== fund || given.year !== year) return fail({ field: 'contribution', code: 'variation-one-year' })
    }
    if (leavesOn !== undefined && yearOf(leavesOn) !== year) return fail({ field: 'leavesOn', code: 'day-outside-year' })
    if (leavesOn !== undefined && amount > 0n) return fail({ field: 'amount', code: 'variation-leaving-gives-less' })
    if (contribution === undefined && source === undefined) return fail({ field: 'source', code: 'required' })
    const id = contribution ?? newId()
    if (contribution === undefined)
      await tx
        .insertInto('commissioning.contribution')
        .values({
          id,
          ...ofFund(found),
          year,
          partner: partner ?? '',
          source: source ?? '',
          kind: 'cash',
          planned: 0n,
          ring_fence: onto.fence,
        })
        .execute()
    await tx
      .insertInto('commissioning.gift_variation')
      .values({
        ...{ id: newId(), ...ofFund(found), year, contribution: id, line, pence: amount, on_day: doer.today },
        ...{ leaves_on: leavesOn ?? null, why, decision, made_by: doer.actor },
      })
      .execute()
    return succeed(null)
  })
}
