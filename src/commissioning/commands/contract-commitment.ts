import { newId } from '#platform/database/ids.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommitmentInput } from '../forms/package-settle.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findTiedContracts } from '../queries/contract-money.ts'
import type { BudgetLine } from '../queries/fund-money.ts'
import { periodOf, spanOfYear } from '../rules/year.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

/** Commits money of a budget line for a contract, as an entry of the ledger; a sum below nothing takes back what is left (C5, C10). */
export function commitForContract(
  needs: CommissioningNeeds,
  doer: Doer,
  line: BudgetLine,
  { contract, amount, onDay, because }: CommitmentInput,
): Promise<Done<null>> {
  return inFund(needs, doer, line.fund, 'contract-committed', async (tx, fund) => {
    const { from, until } = spanOfYear(line.year)
    if (Temporal.PlainDate.compare(onDay, from) < 0 || Temporal.PlainDate.compare(onDay, until) >= 0)
      return fail({ field: 'onDay', code: 'day-outside-year' })
    if (amount === 0n) return fail({ field: 'amount', code: 'commitment-nothing' })
    const tied = (await findTiedContracts(tx, line.id)).find(({ id }) => id === contract)
    if (!tied) return fail({ field: 'contract', code: 'choice-unknown' })
    const entry = newId()
    await tx
      .insertInto('commissioning.entry')
      .values({
        ...{ id: entry, ...ofFund(fund), year: line.year, line: line.id, kind: 'commitment', period: periodOf(onDay), on_day: onDay },
        ...{ pence: amount, code: line.code, description: `Committed for ${tied.title}` },
      })
      .execute()
    await tx
      .insertInto('commissioning.contract_commitment')
      .values({
        ...{ id: newId(), contract, body: tied.body, fund: fund.id, line: line.id, pence: amount, on_day: onDay, because, entry },
        entered_by: doer.actor,
      })
      .execute()
    return succeed(null)
  })
}
