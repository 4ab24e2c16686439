import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CameInput, SettleForeseenInput } from '../forms/foreseen.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { listContracts } from '../queries/contracts.ts'
import { findForeseen } from '../queries/foreseen.ts'
import { foreseenWords } from '../rules/notices/foreseen.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>
const guardedForeseen = (body: string) => ({ record: 'foreseen', state: 'any', ties: { body } })

/**
 * Records that a person lets the words of what is foreseen come out, or holds them back, and why (C15; handbook of commissioning 7). Words that were changed since are
 * asked about anew. Problems: 'words-changed', 'person-missing'. @throws NotFound
 */
export function settleForeseen(needs: Needs, doer: Doer, body: string, id: string, input: SettleForeseenInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedForeseen(body), 'settle')
    const purchase = (await findForeseen(tx, doer.today, body)).find((one) => one.id === id)
    if (purchase === undefined) throw new NotFound('Nothing like that is foreseen.')
    const { person } = await findStanding(tx, doer)
    if (person === undefined) return fail({ field: '', code: 'person-missing' })
    const words = foreseenWords(purchase)
    if (words !== input.words) return fail({ field: 'settled', code: 'words-changed' })
    await tx
      .insertInto('commissioning.foreseen_clearing')
      .values({
        ...{ id: newId(), body, subject: id, words, settled: input.settled, because: input.because },
        ...{ on_day: doer.today, by_person: person.id },
      })
      .execute()
    await auditStep(tx, doer, `foreseen-${input.settled}`, purchase.kind === 'case' ? 'pipeline-case' : 'intention', id)
    return succeed(id)
  })
}

/** Records which contract came of an intention, so that it comes out under the same ocid. Problem: 'choice-unknown'. @throws NotFound */
export function sayWhatCame(needs: Needs, doer: Doer, body: string, id: string, { contract }: CameInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedForeseen(body), 'settle')
    if (contract !== undefined && !(await listContracts(tx, body, doer.today)).some((one) => one.id === contract))
      return fail({ field: 'contract', code: 'choice-unknown' })
    const saved = await tx
      .updateTable('commissioning.intention')
      .set({ contract: contract ?? null })
      .where('id', '=', id)
      .where('body', '=', body)
      .executeTakeFirst()
    if (saved.numUpdatedRows === 0n) throw new NotFound('No such intention.')
    await auditStep(tx, doer, 'intention-came', 'intention', id)
    return succeed(id)
  })
}
