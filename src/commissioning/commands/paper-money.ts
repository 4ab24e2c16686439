import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PaperMoneyInput } from '../forms/fund-money.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findLine } from '../queries/fund-money.ts'
import { findReportForMoney } from '../queries/paper-money.ts'
import { brokenRule, type Done } from './in-fund.ts'

/** Says out of which budget line a report commits how much; no sum takes the line off the report (C16). The database asks that the line is of the report's own board. */
export async function namePaperMoney(
  needs: CommissioningNeeds,
  doer: Doer,
  id: string,
  { line, amount }: PaperMoneyInput,
): Promise<Done<null>> {
  try {
    return await writeAs(needs.db, doer, async (tx): Promise<Done<null>> => {
      const { paper, guarded, isOpen } = await findReportForMoney(tx, id)
      await demand(tx, doer, guarded, 'name')
      if (!isOpen) return fail({ field: '', code: 'paper-cleared-already' })
      const { fund, year } = await findLine(tx, line)
      await tx.deleteFrom('commissioning.paper_money').where('paper', '=', id).where('line', '=', line).execute()
      if (amount !== undefined)
        await tx
          .insertInto('commissioning.paper_money')
          .values({ id: newId(), paper: id, body: paper.body, fund, line, year, pence: amount, made_by: doer.actor })
          .execute()
      const content = JSON.stringify({ line, pence: amount?.toString() ?? null })
      await appendAudit(tx, { actor: doer.actor, act: 'commissioning.paper-money-named', subjectType: 'paper', subject: id, content })
      return succeed(null)
    })
  } catch (error) {
    const problem = brokenRule(error)
    if (problem) return fail(problem)
    throw error
  }
}
