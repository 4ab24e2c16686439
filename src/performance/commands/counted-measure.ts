import type { CountedKind } from '#platform/counted/part.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CountedInput, CountingInput } from '../forms/counted.ts'
import type { DefinitionInput } from '../forms/measure.ts'
import { polarityOf } from '../rules/counted.ts'
import { type Definition, latestDefinition, type Measure } from '../rules/measure.ts'
import type { CountNeeds } from './count-record.ts'
import { addMeasure, defineMeasure } from './measure.ts'

/** The answer of a form that lets somebody give the figures again. */
export const NOBODY_COUNTS = 'nobody'

/** Adds a measure to a board whose figures the record itself gives (I5); what it means is what the way of counting says. */
export function addCountedMeasure(
  needs: CountNeeds,
  doer: Doer,
  body: string,
  { code, title, polarity, polarityReason, ratedFrom, ...input }: CountedInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  const kind = needs.counted.find((one) => one.code === code)
  if (kind === undefined) return Promise.resolve(fail({ field: 'code', code: 'definition-of-record-unknown' }))
  const direction = polarityOf(kind.polarity, polarity, polarityReason)
  if (direction === undefined) return Promise.resolve(fail({ field: 'polarityReason', code: 'polarity-why' }))
  const fields = {
    ...countedFields(kind),
    ...direction,
    ratedFrom: ratedFrom ?? null,
    ...input,
    title: title ?? kind.title,
    ownerOrganisation: undefined,
  }
  return addMeasure(needs, doer, body, fields)
}

/** Lets the record count a measure from a day on, in another way, or no more; the definitions before stay, with their figures. */
export function changeCounting(
  needs: CountNeeds,
  doer: Doer,
  measure: Measure,
  { code, polarity, polarityReason, ratedFrom, ...input }: CountingInput,
): Promise<Result<null, FieldProblem>> {
  const last = latestDefinition(measure)
  const kept = { ...asInput(last), reference: measure.reference, ...input }
  if (code === NOBODY_COUNTS && last.countedBy !== '') return defineMeasure(needs, doer, measure.id, { ...kept, countedBy: '' })
  const kind = needs.counted.find((one) => one.code === code)
  if (kind === undefined) return Promise.resolve(fail({ field: 'code', code: 'definition-of-record-unknown' }))
  const direction = polarityOf(kind.polarity, polarity, polarityReason)
  if (direction === undefined) return Promise.resolve(fail({ field: 'polarityReason', code: 'polarity-why' }))
  return defineMeasure(needs, doer, measure.id, { ...kept, ...countedFields(kind), ...direction, ratedFrom: ratedFrom ?? null, ...input })
}

/** What a definition says by itself where the record counts. */
function countedFields(kind: CountedKind) {
  const isShare = kind.gives === 'share'
  return {
    ...{ meaning: kind.meaning, unit: kind.unit, polarity: kind.polarity, level: 'service' as const, countedBy: kind.code },
    ...{ kind: isShare ? ('rate' as const) : (kind.kind ?? ('flow' as const)), numerator: kind.numerator, denominator: kind.denominator },
    ...{
      scale: isShare ? ('100' as const) : ('1' as const),
      overTime: isShare ? ('remade' as const) : kind.kind === 'stock' ? ('last' as const) : ('sum' as const),
    },
    ...{ overAreas: 'none' as const, forecast: isShare ? ('none' as const) : ('straight-line' as const), decimals: 0 },
    ...{ suppression: kind.ofPeople ? ('small-counts' as const) : ('none' as const), breakdowns: [], areas: [] },
    ...{ plausibleFrom: null, plausibleTo: null, source: 'The record itself' },
  }
}

/** A definition as its form would give it again. */
function asInput(last: Definition): Omit<DefinitionInput, 'startsOn' | 'reason' | 'version' | 'breaksSeries' | 'reference'> {
  const { title, meaning, unit, polarity, level, kind, numerator, denominator, overTime, overAreas, source } = last
  return {
    ...{ title, meaning, unit, polarity, level, kind, numerator, denominator, overTime, overAreas, source },
    ...{ ownerOffice: last.ownerOffice, frequency: last.frequency, lagDays: last.lagDays, forecast: last.forecast },
    ...{ ownerPerson: last.ownerPerson ?? undefined, ownerOrganisation: last.ownerOrganisation ?? undefined },
    ...{ scale: String(last.scale) as DefinitionInput['scale'], decimals: last.decimals, suppression: last.suppression },
    ...{ breakdowns: last.breakdowns, areas: last.areas.map(({ id }) => id) },
    ...{ plausibleFrom: last.plausibleFrom, plausibleTo: last.plausibleTo },
  }
}
