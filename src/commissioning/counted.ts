import type { CountedKind } from '#platform/counted/part.ts'
import { countKpis, countSpend } from './queries/counted.ts'

/** What contracts and funds give figures of (I5). */
export const commissioningCounted: readonly CountedKind[] = [
  {
    code: 'commissioning.kpis-on-target',
    title: 'Indicators of contracts on target',
    meaning:
      'Of the figures that providers reported for the indicators of the board’s public contracts, the latest report of each indicator, provider and period, those that were on or better than the target of their contract. A figure within the tolerance is not on target. What could not be measured, and indicators without a target, do not count.',
    day: 'the last day of the period that was reported',
    gives: 'share',
    numerator: 'Figures on target',
    denominator: 'Figures with a target',
    unit: '%',
    polarity: 'higher',
    rowsAre: 'reported figures',
    nothing: 'no figure with a target was reported.',
    ofPeople: false,
    version: 1,
    inForceFrom: '2026-11-23',
    rows: countKpis,
  },
  {
    code: 'commissioning.spend',
    title: 'Spend of funds',
    meaning:
      'What the ledger has as spent on the budget lines of the board’s public funds, each line and month in whole pounds, half up. Commitments and accruals do not count, and what was taken back counts against it.',
    day: 'the first day of the month of the ledger',
    gives: 'number',
    numerator: '',
    denominator: '',
    unit: 'pounds',
    polarity: 'none',
    rowsAre: 'lines and months',
    nothing: 'nothing was spent.',
    ofPeople: false,
    version: 1,
    inForceFrom: '2026-11-23',
    rows: countSpend,
  },
]
