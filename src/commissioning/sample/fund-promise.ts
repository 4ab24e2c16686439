import { findDecisionsBetween, findPapersOfItem } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Scene } from './ground.ts'

/** Names the line out of which a report to the board commits money; the commitment follows in the ledger, because the board has decided. */
export async function writePromise(
  { tx, body, ago, today, accounts }: Scene,
  known: { readonly fund: string; readonly body: string },
  year: number,
): Promise<void> {
  const decision = (await findDecisionsBetween(tx, body, { from: ago(1500), until: today })).find(({ text }) => text.includes('therapists'))
  const [paper] = decision?.item ? await findPapersOfItem(tx, decision.item) : []
  const line = await tx
    .selectFrom('commissioning.budget_line')
    .select('id')
    .where('fund', '=', known.fund)
    .where('year', '=', year)
    .where('code', '=', 'NB2020')
    .executeTakeFirst()
  if (!paper || !line) return
  await tx
    .insertInto('commissioning.paper_money')
    .values({ id: newId(), paper: paper.id, body, fund: known.fund, line: line.id, year, pence: 6_240_000n, made_by: accounts.otherClerk })
    .execute()
}
