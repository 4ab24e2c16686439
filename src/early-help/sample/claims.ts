import type { Database } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { answerClaim, drawClaim } from '../commands/claim.ts'
import { quartersOver } from '../rules/claim.ts'

/** The claim of the quarter that is over: drawn by one co-ordinator from the one family whose progress is evidenced, approved by another. */
export async function loadClaimSample(casework: Database, by: { readonly pryce: Doer; readonly rahman: Doer }): Promise<void> {
  const [quarter] = quartersOver(by.pryce.today)
  const drawn = quarter && (await drawClaim({ db: casework }, by.pryce, quarter))
  const answered = drawn?.ok
    ? await answerClaim({ db: casework }, by.rahman, drawn.value.id, { verdict: 'approved', because: undefined })
    : drawn
  if (!answered?.ok) throw new Error(`The sample of claims is refused: ${answered?.problems[0].code}.`)
}
