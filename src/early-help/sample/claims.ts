import type { Database } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { answerClaim, drawClaim } from '../commands/claim.ts'
import { proposeTakingOut } from '../commands/claim-correction.ts'
import { quartersOver } from '../rules/claim.ts'

/** The claim of the quarter that is over: drawn by one co-ordinator from the one family whose progress is evidenced, approved by another; that family is proposed to be taken out again. */
export async function loadClaimSample(
  casework: Database,
  by: { readonly pryce: Doer; readonly rahman: Doer; readonly willow: string },
): Promise<void> {
  const [quarter] = quartersOver(by.pryce.today)
  const drawn = quarter && (await drawClaim({ db: casework }, by.pryce, quarter))
  const answered = drawn?.ok
    ? await answerClaim({ db: casework }, by.rahman, drawn.value.id, { verdict: 'approved', because: undefined })
    : drawn
  const proposed = answered?.ok
    ? await proposeTakingOut(
        { db: casework },
        by.pryce,
        { claim: answered.value.id, heading: 'needs-met', episode: by.willow },
        { kind: 'evidence-fell', because: 'What the last review says was not looked at again before the record was closed' },
      )
    : answered
  if (!proposed?.ok) throw new Error(`The sample of claims is refused: ${proposed?.problems[0].code}.`)
}
