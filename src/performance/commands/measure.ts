import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DefinitionInput, MeasureInput, WithdrawalInput } from '../forms/measure.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findMeasure } from '../queries/measure.ts'
import { printed } from '../rules/exact.ts'
import { latestDefinition, type Measure } from '../rules/measure.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

/** By which definition the record itself gives the figures; '' where somebody gives them from now on; absent where the form does not ask. */
interface Counting {
  readonly countedBy?: string | undefined
  /** Why that way is better; absent where the form does not ask. */
  readonly polarityReason?: string | undefined
  /** From which baseline on a target is rated; null: from any; absent where the form does not ask. */
  readonly ratedFrom?: number | null | undefined
}

/** Adds a measure to a board, with its first definition (I1). */
export async function addMeasure(
  needs: Needs,
  doer: Doer,
  body: string,
  input: MeasureInput & Counting,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedMeasure({ body, sight: input.sight }, []), 'keep')
    const id = newId()
    await tx
      .insertInto('performance.measure')
      .values({ id, body, sight: input.sight, reference: input.reference ?? '' })
      .execute()
    await insertDefinition(tx, doer, id, 1, { ...input, breaksSeries: false, reason: '' })
    await noteAct(tx, doer, 'measure.added', 'measure', id, input)
    return succeed({ id })
  })
}

/** Defines a measure anew from a day on; the definitions before it stay, with their figures. */
export async function defineMeasure(
  needs: Needs,
  doer: Doer,
  id: string,
  input: DefinitionInput & Counting,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await held(tx, doer, id, input.version)
    const last = latestDefinition(measure)
    // Whoever only mends a word must not end by that what the record counts.
    if (input.countedBy === undefined && last.countedBy !== '') return fail({ field: '', code: 'counted-defined-apart' })
    if (Temporal.PlainDate.compare(input.startsOn, last.startsOn) <= 0) {
      return fail({ field: 'startsOn', code: 'definition-before-last', details: { part: 'day' } })
    }
    await change(tx, measure, { reference: input.reference ?? '' })
    const kept = { ratedFrom: last.ratedFrom, polarityReason: input.polarity === last.polarity ? last.polarityReason : '' }
    await insertDefinition(tx, doer, id, last.number + 1, { ...kept, ...input })
    await noteAct(tx, doer, 'measure.defined', 'measure', id, input)
    return succeed(null)
  })
}

/** Says who may know of a measure from now on; what was public stays so. */
export async function showMeasure(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly sight: 'members' | 'public'; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await held(tx, doer, id, input.version)
    if (measure.sight === 'public') return fail({ field: '', code: 'choice-unknown' })
    await change(tx, measure, { sight: input.sight })
    await noteAct(tx, doer, 'measure.shown', 'measure', id, input)
    return succeed(null)
  })
}

/** Says from when and why a measure is no longer kept; its figures stay where they are, and in every scorecard that holds them. */
export async function withdrawMeasure(needs: Needs, doer: Doer, id: string, input: WithdrawalInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await held(tx, doer, id, input.version)
    if (measure.withdrawnOn !== null) return fail({ field: '', code: 'withdrawn-already' })
    const replacedBy = input.replacedBy ?? null
    if (replacedBy !== null) {
      const next = await findMeasure(tx, replacedBy)
      if (next.id === id || next.body !== measure.body || next.withdrawnOn !== null)
        return fail({ field: 'replacedBy', code: 'choice-unknown' })
    }
    await change(tx, measure, { withdrawn_on: input.withdrawnOn, withdrawn_reason: input.reason, replaced_by: replacedBy })
    await noteAct(tx, doer, 'measure.withdrawn', 'measure', id, input)
    return succeed(null)
  })
}

async function held(tx: Writer, doer: Doer, id: string, version: number): Promise<Measure> {
  const measure = await findMeasure(tx, id)
  await demand(tx, doer, guardedMeasure(measure, []), 'keep')
  if (measure.version !== version) throw new Conflict('Somebody else changed this measure.')
  return measure
}

interface Columns {
  readonly reference?: string
  readonly sight?: string
  readonly withdrawn_on?: Temporal.PlainDate
  readonly withdrawn_reason?: string
  readonly replaced_by?: string | null
}

async function change(tx: Writer, { id, version }: Measure, columns: Columns): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('performance.measure')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this measure.')
}

type DefinitionColumns = Omit<MeasureInput, 'reference' | 'sight'> & Counting & Pick<DefinitionInput, 'breaksSeries' | 'reason'>

async function insertDefinition(tx: Writer, doer: Doer, measure: string, number: number, input: DefinitionColumns): Promise<void> {
  await tx
    .insertInto('performance.measure_definition')
    .values({
      ...{
        id: newId(),
        measure,
        number,
        starts_on: input.startsOn,
        title: input.title,
        meaning: input.meaning ?? '',
        unit: input.unit ?? '',
      },
      ...{
        polarity: input.polarity,
        level: input.level,
        kind: input.kind,
        numerator: input.numerator ?? '',
        denominator: input.denominator ?? '',
      },
      ...{ scale: Number(input.scale), over_time: input.overTime, over_areas: input.overAreas, source: input.source ?? '' },
      ...{
        owner_person: input.ownerPerson ?? null,
        owner_office: input.ownerOffice ?? '',
        owner_organisation: input.ownerOrganisation ?? null,
      },
      ...{ frequency: input.frequency, lag_days: input.lagDays, breakdowns: JSON.stringify(input.breakdowns), decimals: input.decimals },
      ...{ areas: [...new Set(input.areas)], forecast: input.forecast, counted_by: input.countedBy ?? '' },
      ...{ suppression: input.suppression, breaks_series: input.breaksSeries, reason: input.reason, made_at: doer.now },
      ...{ polarity_reason: input.polarityReason ?? '', rated_from: input.ratedFrom ?? null },
      plausible_from: input.plausibleFrom === null ? null : printed(input.plausibleFrom, 12),
      plausible_to: input.plausibleTo === null ? null : printed(input.plausibleTo, 12),
    })
    .execute()
}
