import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ActionAnswerInput, ActionReportInput } from '../forms/action-report.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContract } from '../queries/contracts.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { findActionReports, findOwnVisits } from '../queries/visits.ts'
import { inContract, saveContract } from './contract.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Says for the provider for which one signs in that an action of a visit is done, what was done and what shows it (C9); it waits until it is confirmed. */
export async function reportActionDone(needs: Needs, doer: Doer, id: string, action: string, input: ActionReportInput): Done {
  try {
    return await writeAs(needs.db, doer, async (tx): Done => {
      const contract = await findContract(tx, id, doer.today)
      const { person } = await findStanding(tx, doer)
      const own = person === undefined ? [] : await findOwnProviders(tx, person.id, doer.today)
      const held = contract.providers.map(({ provider }) => provider).filter((provider) => own.includes(provider))
      await demand(tx, doer, await ownPart(tx, held, doer.today), 'report')
      const found = (await findOwnVisits(tx, [contract], held)).actions.find((one) => one.id === action)
      if (!found || person === undefined) throw new NotFound('No such action.')
      if (found.doneOn) return fail({ field: '', code: 'action-done-already' })
      if (!found.owedBy.includes(input.provider)) return fail({ field: 'provider', code: 'action-report-whose' })
      if (Temporal.PlainDate.compare(input.doneOn, doer.today) > 0)
        return fail({ field: 'doneOn', code: 'in-the-future', details: { part: 'day' } })
      await tx
        .insertInto('commissioning.visit_action_report')
        .values({
          ...{ id: newId(), action, contract: id, body: contract.body, sight: contract.sight, provider: input.provider },
          ...{ done_on: input.doneOn, did: input.did, evidence: input.evidence, reported_on: doer.today, reported_by: person.id },
        })
        .execute()
      await auditStep(tx, doer, 'visit-action-reported', 'contract', id)
      return succeed(id)
    })
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Confirms that an action of a visit is done, or sends it back with the reason; the last one that is confirmed makes the action done (C9). */
export function answerActionReport(needs: Needs, doer: Doer, id: string, report: string, input: ActionAnswerInput): Done {
  return inContract(needs, doer, id, { verb: 'change', act: 'visit-action-answered', version: input.version }, async (tx, contract) => {
    const known = (await findActionReports(tx, [id])).find((one) => one.id === report)
    if (!known) throw new NotFound('No such report.')
    if (known.answer) return fail({ field: '', code: 'action-report-stands' })
    if (input.answer === 'sent-back' && input.because === undefined) return fail({ field: 'because', code: 'action-back-why' })
    const { person } = await findStanding(tx, doer)
    if (person === undefined) return fail({ field: '', code: 'person-missing' })
    await tx
      .updateTable('commissioning.visit_action_report')
      .set({
        ...{ answered_on: doer.today, answer: input.answer, answered_by: person.id },
        because: input.answer === 'sent-back' ? (input.because ?? '') : '',
      })
      .where('id', '=', report)
      .execute()
    await saveContract(tx, contract, {})
    return succeed(id)
  })
}
