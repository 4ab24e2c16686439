import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AnswerInput, ReportInput } from '../forms/provider.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContract, findContracts } from '../queries/contracts.ts'
import { findOwedReports, owedKey } from '../queries/owed-reports.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { findPerformanceNotice } from '../queries/performance-notice.ts'
import { auditStep, demandOne } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

const NUMBER = /^-?\d{1,9}(\.\d{1,4})?$/

/** Reports what was measured, for the provider for which one signs in; a period that is left empty stays owed (C11). */
export function reportPerformance(needs: Needs, doer: Doer, id: string, input: ReportInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const contract = await findContract(tx, id, doer.today)
    const { person } = await findStanding(tx, doer)
    const own = person === undefined ? [] : await findOwnProviders(tx, person.id, doer.today)
    const held = contract.providers.map(({ provider }) => provider).filter((provider) => own.includes(provider))
    await demand(tx, doer, await ownPart(tx, held, doer.today), 'report')
    if (person === undefined) throw new NotFound('Nobody signs in.')
    const owed = await findOwedReports(tx, [contract], held, doer.today)
    const filled = owed.flatMap((one) => {
      const key = owedKey(one)
      const figure = input.figures.get(key)
      return figure && (figure.value !== undefined || figure.said !== undefined) ? [{ one, key, ...figure }] : []
    })
    const wrong = filled.find(({ value }) => value !== undefined && !NUMBER.test(value))
    if (wrong) return fail({ field: `value-${wrong.key}`, code: 'number-expected' })
    if (filled.length === 0) return fail({ field: `value-${owed[0] ? owedKey(owed[0]) : ''}`, code: 'value-or-why' })
    await tx
      .insertInto('commissioning.kpi_result')
      .values(
        filled.map(({ one, value, said }) => ({
          ...{ id: newId(), kpi: one.kpi.id, contract: id, body: contract.body, sight: contract.sight, is_public: one.kpi.isPublic },
          ...{ provider: one.provider, starts_on: one.startsOn, ends_on: one.endsOn, value: value ?? null, said: said ?? '' },
          ...{ reported_on: doer.today, reported_by: person.id },
        })),
      )
      .execute()
    await auditStep(tx, doer, 'performance-reported', 'contract', id)
    return succeed(id)
  })
}

/** Answers a notice of poor performance, once. @throws Conflict where somebody else answered first */
export function answerNotice(needs: Needs, doer: Doer, id: string, input: AnswerInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const notice = await findPerformanceNotice(tx, id)
    await demand(tx, doer, await ownPart(tx, [notice.provider], doer.today), 'report')
    if (notice.answeredOn !== undefined) return fail({ field: 'answer', code: 'notice-answer-stands' })
    const saved = await tx
      .updateTable('commissioning.performance_notice')
      .set({ answered_on: doer.today, answer: input.answer, version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    demandOne(saved)
    const [contract] = await findContracts(tx, [notice.contract], doer.today)
    await auditStep(tx, doer, 'notice-answered', 'contract', contract?.id ?? notice.contract)
    return succeed(notice.contract)
  })
}
