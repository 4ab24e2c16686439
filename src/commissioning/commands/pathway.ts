import type { RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedPathwayInput, EndOutcomeInput, PathwayInput, SpecificationInput, StepInput } from '../forms/pathway.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findServedOutcomes, findService, guardedService, listServices, type Service } from '../queries/commissioned-services.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { findPathway, findSpecifications } from '../queries/pathways.ts'
import { addLed, changeLed, ledStep, saveLed } from './led-record.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const kind = 'pathway'
const fine = async () => undefined

const serviceStep = (doer: Doer, id: string, act: string, version: number): RecordStep<Service> => ({
  ...{ find: (tx: Writer) => findService(tx, id, doer.today), guard: guardedService, verb: 'change', act, version },
})

/** Counts the version of a service up, because something that belongs to it has changed. @throws Conflict */
export async function touchService(tx: Writer, { id, version }: Service): Promise<void> {
  demandOne(
    await tx
      .updateTable('commissioning.service')
      .set({ version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
}

/** Writes the next version of the specification of a service, from a day on; what held before stays (C3). */
export function specify(needs: Needs, doer: Doer, id: string, input: SpecificationInput): Written {
  return takeStep(needs.db, doer, serviceStep(doer, id, 'service-specified', input.version), async (tx, service) => {
    const last = (await findSpecifications(tx, id)).at(-1)
    if (last && Temporal.PlainDate.compare(input.startsOn, last.startsOn) <= 0)
      return fail({ field: 'startsOn', code: 'not-after-last', details: { part: 'day' } })
    await tx
      .insertInto('commissioning.specification')
      .values({
        ...{ id: newId(), service: id, body: service.body, sight: service.sight, number: (last?.number ?? 0) + 1 },
        ...{ starts_on: input.startsOn, text: input.text, outcomes: input.outcomes, why: input.why ?? '' },
      })
      .execute()
    await touchService(tx, service)
    return succeed(id)
  })
}

/** Says that a service serves an outcome no longer, from today, and why. */
export function endOutcome(needs: Needs, doer: Doer, id: string, outcome: string, input: EndOutcomeInput): Written {
  return takeStep(needs.db, doer, serviceStep(doer, id, 'service-serves-no-longer', input.version), async (tx, service) => {
    if (!(await findServedOutcomes(tx, [id])).some((one) => one.outcome === outcome)) throw new NotFound('It does not serve that outcome.')
    await tx
      .updateTable('commissioning.service_outcome')
      .set({ ends_on: doer.today, ended_because: input.because })
      .where('service', '=', id)
      .where('outcome', '=', outcome)
      .where('ends_on', 'is', null)
      .execute()
    await touchService(tx, service)
    return succeed(id)
  })
}

/** Begins a pathway. */
export function addPathway(needs: Needs, doer: Doer, body: string, input: PathwayInput): Written {
  return addLed(needs, doer, { kind, body }, { ...input, columns: { purpose: input.purpose } }, fine)
}

/** Changes what is said of a pathway. */
export function changePathway(needs: Needs, doer: Doer, id: string, input: ChangedPathwayInput): Written {
  return changeLed(needs, doer, { kind, id }, { ...input, columns: { purpose: input.purpose } }, fine)
}

/** Adds a step at the end, or with `step` changes one. */
export function keepPathwayStep(needs: Needs, doer: Doer, id: string, step: string | undefined, input: StepInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'pathway-step', input.version), async (tx, record: LedRecord) => {
    const [{ steps }, services] = await Promise.all([findPathway(tx, id), listServices(tx, record.body, doer.today)])
    if (step !== undefined && !steps.some((one) => one.id === step)) throw new NotFound('No such step.')
    if (input.service !== undefined && !services.some((one) => one.id === input.service))
      return fail({ field: 'service', code: 'choice-unknown' })
    const columns = { title: input.title, text: input.text ?? '', service: input.service ?? null, within: input.within ?? '' }
    if (step === undefined)
      await tx
        .insertInto('commissioning.pathway_step')
        .values({ id: newId(), pathway: id, body: record.body, sight: record.sight, position: steps.length + 1, ...columns })
        .execute()
    else await tx.updateTable('commissioning.pathway_step').set(columns).where('id', '=', step).execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}
