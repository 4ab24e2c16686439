import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { OcidPrefixInput } from '../forms/ocid-prefix.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findOcidPrefix, guardedOcidPrefix, ocidPrefixSetting } from '../queries/contract-releases.ts'
import { auditStep } from './write-record.ts'

/** The audit names what an act is about by an id; a setting has none, so the empty one stands for it. */
const noRecord = '00000000-0000-0000-0000-000000000000'

/**
 * Records the prefix that was assigned to the place (C15): what is public comes out with it from then on. What came out under another keeps its ocid for good
 * (docs/decisions/0019). Problem: 'prefix-the-same'.
 */
export function setOcidPrefix(
  { db }: Pick<CommissioningNeeds, 'db'>,
  doer: Doer,
  input: OcidPrefixInput,
): Promise<Result<undefined, FieldProblem>> {
  return writeAs(db, doer, async (tx) => {
    await demand(tx, doer, guardedOcidPrefix, 'change')
    if ((await findOcidPrefix(tx)) === input.prefix) return fail({ field: 'prefix', code: 'prefix-the-same' })
    const set = { value: JSON.stringify(input.prefix), changed_at: doer.now, changed_by: doer.actor }
    await tx
      .insertInto('platform.setting')
      .values({ key: ocidPrefixSetting, ...set })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(set))
      .execute()
    await auditStep(tx, doer, 'ocid-prefix-set', 'setting', noRecord)
    return succeed(undefined)
  })
}
