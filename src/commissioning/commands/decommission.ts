import { findDecision } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedEndingInput, DecideEndingInput, EndingInput, FoundInput, MeasureInput, MoneyInput } from '../forms/decommission.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { findEndings, findExitMeasures, findReallocations } from '../queries/decommissionings.ts'
import { findLed } from '../queries/led-records.ts'
import { releasedSums } from '../rules/decommission.ts'
import { addLed, changeLed, ledStep, saveLed } from './led-record.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const kind = 'decommissioning'
const compare = Temporal.PlainDate.compare
const ofDay = (field: string, code: string): FieldProblem => ({ field, code, details: { part: 'day' } })

/** Records that a service is to end (C13). */
export function addEnding(needs: Needs, doer: Doer, body: string, input: EndingInput): Written {
  return addLed(needs, doer, { kind, body }, { ...input, columns: columnsOf(input) }, (tx) => endingProblem(tx, doer, body, input))
}

/** Changes what is recorded of an ending; what it was decided on stands. */
export function changeEnding(needs: Needs, doer: Doer, id: string, input: ChangedEndingInput): Written {
  return changeLed(needs, doer, { kind, id }, { ...input, columns: columnsOf(input) }, async (tx) => {
    const record = await findLed(tx, kind, id, doer.today)
    const problem = await endingProblem(tx, doer, record.body, input)
    const ending = (await findEndings(tx, [id])).get(id)
    if (problem || !ending) return problem
    const sums = releasedSums(input.released ?? 0n, await findReallocations(tx, id))
    if (sums && sums.undecided < 0n) return { field: 'released', code: 'given-out-already' }
    if (ending.decision === undefined) return undefined
    if (input.service !== ending.service) return { field: 'service', code: 'decided-already' }
    return String(input.equalityOn) === String(ending.equalityOn) && (input.equality ?? '') === ending.equality
      ? undefined
      : { field: 'equality', code: 'decided-already' }
  })
}

async function endingProblem(tx: Writer, { today }: Doer, body: string, input: EndingInput): Promise<FieldProblem | undefined> {
  const services = await listServices(tx, body, today)
  if (!services.some(({ id }) => id === input.service)) return { field: 'service', code: 'choice-unknown' }
  if (input.replacement !== undefined && !services.some(({ id }) => id === input.replacement))
    return { field: 'replacement', code: 'choice-unknown' }
  if (input.replacement === input.service) return { field: 'replacement', code: 'replaces-itself' }
  if ((input.equalityOn === undefined) !== (input.equality === undefined)) return { field: 'equality', code: 'equality-half' }
  if (input.equalityOn && compare(input.equalityOn, today) > 0) return ofDay('equalityOn', 'in-the-future')
  if (input.consultedOn && (!input.consultedFrom || compare(input.consultedOn, input.consultedFrom) < 0))
    return ofDay('consultedOn', 'ends-before-it-begins')
  if ((input.noticeOn === undefined) !== (input.notice === undefined)) return { field: 'notice', code: 'notice-half' }
  return undefined
}

const columnsOf = (input: EndingInput) => ({
  ...{
    service: input.service,
    why: input.why,
    losing: input.losing,
    equality_on: input.equalityOn ?? null,
    equality: input.equality ?? '',
  },
  ...{ consulted_from: input.consultedFrom ?? null, consulted_on: input.consultedOn ?? null, consultation: input.consultation ?? '' },
  ...{ notice_on: input.noticeOn ?? null, notice: input.notice ?? '', staff: input.staff ?? '', ends_on: input.endsOn },
  ...{ replacement: input.replacement ?? null, replaced_on: input.replacedOn ?? null, replaced_by: input.replacedBy ?? '' },
  released: input.released ?? null,
})

/** Records which decision of the board ends it: none before equality was assessed (Equality Act 2010, section 149). */
export function decideEnding(needs: Needs, doer: Doer, id: string, input: DecideEndingInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'ending-decided', input.version), async (tx, record) => {
    const ending = (await findEndings(tx, [id])).get(id)
    const decision = await findDecision(tx, input.decision)
    if (decision?.ofBody !== record.body) return fail({ field: 'decision', code: 'choice-unknown' })
    if (ending?.decision !== undefined) return fail({ field: 'decision', code: 'decided-already' })
    if (!ending?.equalityOn || compare(decision.decidedOn, ending.equalityOn) < 0)
      return fail({ field: 'decision', code: 'equality-first' })
    await saveLed(tx, record, { decision: input.decision })
    return succeed(id)
  })
}

/** Adds by what one sees that it ended well. */
export function addExitMeasure(needs: Needs, doer: Doer, id: string, input: MeasureInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'exit-measure', input.version), async (tx, record) => {
    await tx
      .insertInto('commissioning.exit_measure')
      .values({
        ...{ id: newId(), decommissioning: id, body: record.body, sight: record.sight },
        ...{ title: input.title, wanted: input.wanted, due_on: input.dueOn },
      })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Says whether a measure was met. */
export function settleExitMeasure(needs: Needs, doer: Doer, id: string, measure: string, input: FoundInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'exit-measure-found', input.version), async (tx, record) => {
    if (!(await findExitMeasures(tx, id)).some((one) => one.id === measure)) throw new NotFound('No such measure.')
    await tx
      .updateTable('commissioning.exit_measure')
      .set({ is_met: input.isMet === 'yes', found: input.found })
      .where('id', '=', measure)
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Says what becomes of a part of the money: never more than was set free. */
export function reallocate(needs: Needs, doer: Doer, id: string, input: MoneyInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'ending-reallocated', input.version), async (tx, record) => {
    const [endings, lines, services] = await Promise.all([
      findEndings(tx, [id]),
      findReallocations(tx, id),
      listServices(tx, record.body, doer.today),
    ])
    const sums = releasedSums(endings.get(id)?.released, lines)
    if (!sums) return fail({ field: 'pence', code: 'released-not-known' })
    if (input.pence > sums.undecided) return fail({ field: 'pence', code: 'released-to-the-penny' })
    if (input.service !== undefined && !services.some((one) => one.id === input.service))
      return fail({ field: 'service', code: 'choice-unknown' })
    await tx
      .insertInto('commissioning.reallocation')
      .values({
        ...{ id: newId(), decommissioning: id, body: record.body, sight: record.sight },
        ...{ kind: input.kind, what: input.what, service: input.service ?? null, pence: input.pence },
      })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}
