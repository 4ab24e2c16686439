import { findScheme, type RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type * as forms from '../forms/framework.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { type Edition, findEditions, findGateBody, findWaitingGate, guardedGate, type WaitingGate } from '../queries/frameworks.ts'
import { findLed, type LedRecord } from '../queries/led-records.ts'
import { listStrategies } from '../queries/strategies.ts'
import { decisionProblem } from './board-decision.ts'
import { addLed, changeLed, ledStep, saveLed } from './led-record.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const kind = 'framework'
const fine = async () => undefined
const isAhead = (day: Temporal.PlainDate, { today }: Doer) => Temporal.PlainDate.compare(day, today) > 0
const ahead = (field: string): FieldProblem => ({ field, code: 'in-the-future', details: { part: 'day' } })

/** One step of a framework: its record and its versions, then its version counted up. */
function step(
  needs: Needs,
  doer: Doer,
  of: { readonly id: string; readonly act: string; readonly version: number },
  work: (tx: Writer, record: LedRecord, editions: readonly Edition[]) => Promise<FieldProblem | undefined>,
): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id: of.id }, of.act, of.version), async (tx, record) => {
    const problem = await work(tx, record, await findEditions(tx, of.id))
    if (problem) return fail(problem)
    await saveLed(tx, record, {})
    return succeed(of.id)
  })
}
const placeOf = ({ id, body, sight }: LedRecord) => ({ framework: id, body, sight })

/** Begins a framework with a first version, which is written until it is adopted (C1). */
export async function addFramework(needs: Needs, doer: Doer, body: string, input: forms.FrameworkInput): Written {
  return addLed(needs, doer, { kind, body }, { ...input, columns: {} }, fine)
}

/** Changes what a framework is called and who leads it. */
export function changeFramework(needs: Needs, doer: Doer, id: string, input: forms.ChangedFrameworkInput): Written {
  return changeLed(needs, doer, { kind, id }, { ...input, columns: {} }, fine)
}

/** The version that is written; the first one is begun with its first stage or standard. */
async function writtenEdition(tx: Writer, record: LedRecord, editions: readonly Edition[]): Promise<Edition | undefined> {
  const written = editions.find(({ adoptedOn }) => adoptedOn === undefined)
  if (written || editions.length > 0) return written
  const id = newId()
  await tx
    .insertInto('commissioning.framework_version')
    .values({ id, ...placeOf(record), number: 1 })
    .execute()
  return { id, number: 1, why: '', adoptedOn: undefined, stages: [], standards: [] }
}

/** Adds a stage at the end of the version that is written. */
export function addStage(needs: Needs, doer: Doer, id: string, { version, ...input }: forms.StageInput): Written {
  return step(needs, doer, { id, act: 'framework-stage', version }, async (tx, record, editions) => {
    const edition = await writtenEdition(tx, record, editions)
    if (!edition) return { field: 'name', code: 'adopted-already' }
    if (input.templateAt !== undefined && !/^(https:\/\/|\/)\S+$/.test(input.templateAt))
      return { field: 'templateAt', code: 'template-address' }
    const scheme = input.delegation === undefined ? [] : await findScheme(tx, record.body, doer.today)
    if (input.delegation !== undefined && !scheme.some((one) => one.id === input.delegation))
      return { field: 'delegation', code: 'choice-unknown' }
    await tx
      .insertInto('commissioning.stage')
      .values({
        ...{
          id: newId(),
          ...placeOf(record),
          edition: edition.id,
          position: edition.stages.length + 1,
          phase: input.phase,
          name: input.name,
        },
        ...{ entry: input.entry ?? '', gate: input.gate, delegation: input.delegation ?? null },
        ...{ template: input.template ?? '', template_at: input.templateAt ?? '' },
      })
      .execute()
    return undefined
  })
}

/** Adds a standard to the version that is written. */
export function addStandard(needs: Needs, doer: Doer, id: string, { version, ...input }: forms.StandardInput): Written {
  return step(needs, doer, { id, act: 'framework-standard', version }, async (tx, record, editions) => {
    const edition = await writtenEdition(tx, record, editions)
    if (!edition) return { field: 'name', code: 'adopted-already' }
    await tx
      .insertInto('commissioning.standard')
      .values({ id: newId(), ...placeOf(record), edition: edition.id, position: edition.standards.length + 1, ...input })
      .execute()
    return undefined
  })
}

/** Adopts the version that is written: from then on it stands. */
export function adoptEdition(needs: Needs, doer: Doer, id: string, input: forms.AdoptInput): Written {
  return step(needs, doer, { id, act: 'framework-adopted', version: input.version }, async (tx, _, editions) => {
    const edition = editions.find(({ adoptedOn }) => adoptedOn === undefined)
    if (!edition || edition.stages.length === 0) return { field: 'adoptedOn', code: 'nothing-to-adopt', details: { part: 'day' } }
    if (isAhead(input.adoptedOn, doer)) return ahead('adoptedOn')
    await tx.updateTable('commissioning.framework_version').set({ adopted_on: input.adoptedOn }).where('id', '=', edition.id).execute()
    return undefined
  })
}

/** Begins the next version with the stages and standards of the last. */
export function beginEdition(needs: Needs, doer: Doer, id: string, input: forms.EditionInput): Written {
  return step(needs, doer, { id, act: 'framework-version', version: input.version }, async (tx, record, editions) => {
    const last = editions.at(-1)
    if (!last?.adoptedOn) return { field: 'why', code: 'not-adopted' }
    const edition = newId()
    const place = placeOf(record)
    await tx
      .insertInto('commissioning.framework_version')
      .values({ id: edition, ...place, number: last.number + 1, why: input.why })
      .execute()
    if (last.stages.length > 0)
      await tx
        .insertInto('commissioning.stage')
        .values(
          last.stages.map(({ templateAt, delegation, ...one }) => ({
            ...one,
            ...place,
            id: newId(),
            edition,
            delegation: delegation ?? null,
            template_at: templateAt,
          })),
        )
        .execute()
    if (last.standards.length > 0)
      await tx
        .insertInto('commissioning.standard')
        .values(last.standards.map((one) => ({ ...one, ...place, id: newId(), edition })))
        .execute()
    return undefined
  })
}

/** Begins a case under the version that holds; it keeps that one. */
export function beginCase(needs: Needs, doer: Doer, id: string, input: forms.CaseInput): Written {
  return step(needs, doer, { id, act: 'framework-case', version: input.version }, async (tx, record, editions) => {
    const holding = editions.findLast(
      ({ adoptedOn }) => adoptedOn !== undefined && Temporal.PlainDate.compare(adoptedOn, input.begunOn) <= 0,
    )
    if (!holding) return { field: 'begunOn', code: 'not-adopted', details: { part: 'day' } }
    if (isAhead(input.begunOn, doer)) return ahead('begunOn')
    const [services, strategies] = await Promise.all([
      listServices(tx, record.body, doer.today),
      listStrategies(tx, record.body, doer.today),
    ])
    if (input.service && !services.some((one) => one.id === input.service)) return { field: 'service', code: 'choice-unknown' }
    if (input.strategy && (input.service || !strategies.some((one) => one.id === input.strategy)))
      return { field: 'strategy', code: 'choice-unknown' }
    await tx
      .insertInto('commissioning.framework_case')
      .values({
        ...{ id: newId(), ...placeOf(record), edition: holding.id, title: input.title, begun_on: input.begunOn },
        ...{ service: input.service ?? null, strategy: input.strategy ?? null },
      })
      .execute()
    return undefined
  })
}

/**
 * Records that the board signed off the stage that a case is at, or the body that holds the delegation of its gate, by a decision taken no later than that day; a person
 * who holds a delegation signs themselves.
 */
export function passGate(needs: Needs, doer: Doer, id: string, of: string, input: forms.GateInput): Written {
  return step(needs, doer, { id, act: 'framework-gate', version: input.version }, async (tx, record) => {
    const gate = await findWaitingGate(tx, record, of, doer.today)
    if (isAhead(input.passedOn, doer)) return ahead('passedOn')
    const earlier = [gate.of.begunOn, ...gate.of.passed.map(({ passedOn }) => passedOn)]
    if (earlier.some((day) => Temporal.PlainDate.compare(input.passedOn, day) < 0))
      return { field: 'passedOn', code: 'not-before-last', details: { part: 'day' } }
    const problem = await decisionProblem(tx, record.body, input.decision, input.passedOn)
    const holder = problem && (await findGateBody(tx, gate.stage.delegation, input.passedOn))
    const stands = holder ? await decisionProblem(tx, holder.id, input.decision, input.passedOn) : problem
    if (stands) return stands
    await tx
      .insertInto('commissioning.gate_passed')
      .values({ ...ofGate(gate), passed_on: input.passedOn, decision: input.decision, said: input.said ?? '' })
      .execute()
    return undefined
  })
}

const ofGate = ({ record, of, stage }: WaitingGate) => ({
  ...{ id: newId(), ...placeOf(record), edition: of.edition, of_case: of.id, stage: stage.id },
})

/** Signs off the stage that a case is at, today, as whoever holds the delegation of its gate (C1). */
export function signGate(needs: Needs, doer: Doer, id: string, of: string, input: forms.SignInput): Written {
  const begun: RecordStep<WaitingGate> = {
    find: async (tx) => findWaitingGate(tx, await findLed(tx, kind, id, doer.today), of, doer.today),
    ...{ guard: guardedGate, verb: 'sign', act: 'framework-gate-signed' },
  }
  return takeStep(needs.db, doer, begun, async (tx, gate) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('commissioning.gate_passed')
      .values({ ...ofGate(gate), passed_on: doer.today, signed_by: gate.me ?? null, said: input.said ?? '' })
      .onConflict((conflict) => conflict.columns(['of_case', 'stage']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n ? succeed(id) : fail({ field: '', code: 'gate-signed-already' })
  })
}

/** Records how a service stands by a standard, with its evidence; earlier checks stay. */
export function checkStandard(needs: Needs, doer: Doer, id: string, { version, checkedOn, ...input }: forms.CheckInput): Written {
  return step(needs, doer, { id, act: 'standard-checked', version }, async (tx, record, editions) => {
    if (!editions.some(({ standards }) => standards.some((one) => one.id === input.standard)))
      return { field: 'standard', code: 'choice-unknown' }
    if (!(await listServices(tx, record.body, doer.today)).some((one) => one.id === input.service))
      return { field: 'service', code: 'choice-unknown' }
    if (isAhead(checkedOn, doer)) return ahead('checkedOn')
    await tx
      .insertInto('commissioning.standard_check')
      .values({ id: newId(), ...placeOf(record), ...input, checked_on: checkedOn })
      .execute()
    return undefined
  })
}
