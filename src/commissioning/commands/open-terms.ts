import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { OpenTermsInput } from '../forms/open-terms.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { guardedOcidPrefix } from '../queries/contract-releases.ts'
import { openTermsSettings } from '../queries/open-terms.ts'
import { auditStep } from './write-record.ts'

/** The audit names what an act is about by an id; settings have none, so the empty one stands for them. */
const noRecord = '00000000-0000-0000-0000-000000000000'

/** Records under which licence open data come out, and the prefix that 360Giving assigned (C15); what is '' is not said any more. */
export function setOpenTerms(
  { db }: Pick<CommissioningNeeds, 'db'>,
  doer: Doer,
  input: OpenTermsInput,
): Promise<Result<undefined, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    await demand(tx, doer, guardedOcidPrefix, 'change')
    for (const part of ['licence', 'grantPrefix'] as const) {
      const set = { value: JSON.stringify(input[part]), changed_at: doer.now, changed_by: doer.actor }
      await tx
        .insertInto('platform.setting')
        .values({ key: openTermsSettings[part], ...set })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(set))
        .execute()
    }
    await auditStep(tx, doer, 'open-terms-set', 'setting', noRecord)
    return succeed(undefined)
  })
}
