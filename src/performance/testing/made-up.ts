import { exactOf, whole } from '../rules/exact.ts'
import { type Definition, hasValue, type Measure, type Observation, type SetTarget, type Status, wholeCell } from '../rules/measure.ts'
import { lastEnded, periodAway } from '../rules/period.ts'

/** The day on which made-up series are read: ten days after the last month. */
export const today = Temporal.PlainDate.from('2026-11-23')

/** A made-up measure in per cent, more is better; `over` replaces parts of its definition. */
export function measureOf(over: Partial<Definition>): Measure {
  const definition: Definition = {
    ...{
      id: 'd',
      number: 1,
      startsOn: Temporal.PlainDate.from('2020-01-01'),
      title: 'Attendance',
      meaning: '',
      unit: '%',
      polarity: 'higher',
    },
    ...{
      level: 'service',
      kind: 'rate',
      numerator: '',
      denominator: '',
      scale: 100,
      overTime: 'none',
      overAreas: 'none',
      source: '',
      countedBy: '',
    },
    ...{
      ownerPerson: null,
      ownerOffice: '',
      ownerOrganisation: null,
      frequency: 'month',
      lagDays: 10,
      breakdowns: [],
      areas: [],
      forecast: 'straight-line',
      decimals: 1,
    },
    ...{
      suppression: 'none',
      plausibleFrom: null,
      plausibleTo: null,
      breaksSeries: false,
      reason: '',
      polarityReason: '',
      ratedFrom: null,
    },
    ...over,
  }
  return {
    id: 'm',
    body: 'b',
    sight: 'public',
    reference: '1.1',
    withdrawnOn: null,
    withdrawnReason: '',
    replacedBy: null,
    version: 1,
    definitions: [definition],
  }
}

/** A target of 80 with a tolerance of 10%. */
export const targetOf80: SetTarget = {
  ...{ id: 't', startsOn: Temporal.PlainDate.from('2020-01-01'), endsOn: null, words: '80%', aim: { kind: 'value', value: whole(80) } },
  ...{
    baseline: null,
    tolerance: { kind: 'share', percent: whole(10) },
    means: { green: '', amber: '', red: '' },
    setBy: 'Board',
    source: '',
  },
  ...{ madeAt: Temporal.Instant.from('2020-01-01T00:00:00Z'), withdrawnAt: null, withdrawnReason: '' },
}

/** Figures of the last months that are over, the latest last; a word is a status, and 'nothing' leaves the month without an entry. */
export function observed(measure: Measure, values: readonly (number | string)[]): readonly Observation[] {
  const last = lastEnded('month', today)
  return values.flatMap((value, index) => {
    const period = periodAway(last, index - values.length + 1) ?? last
    const status = (typeof value === 'number' ? 'final' : value) as Status
    if (value === 'nothing') return []
    return [
      {
        ...{ id: `o${index}`, measure: measure.id, sight: 'public' as const, period, cell: wholeCell, revision: 1, status, words: '' },
        value: hasValue(status) ? exactOf(String(value)) : null,
        ...{ numerator: null, denominator: null, limits: null, quality: '', source: '', reason: '', protectedBy: null },
        enteredAt: Temporal.Instant.from('2026-11-01T00:00:00Z'),
      },
    ]
  })
}
