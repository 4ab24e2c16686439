import type { MeasuredKind } from '../rules/measured-row.ts'

/** What a measure measures, by its kind. */
export const measuredWords: Readonly<Record<MeasuredKind, string>> = { plan: 'Plan', priority: 'Priority', outcome: 'Outcome' }
