import type { CountedKind } from '#platform/counted/part.ts'
import { familiesCounted } from './counted-families.ts'
import { countReturns } from './queries/counted-returns.ts'

/** What the record of returns gives figures of (I5). */
export const performanceCounted: readonly CountedKind[] = [
  {
    code: 'performance.returns-in-time',
    title: 'Returns given in time',
    meaning:
      'Of the returns of figures that agencies owed the board, those that were given by their last day. A return that the clerk excused does not count. Returns are for the board and the agencies that give them to read; all of them count.',
    day: 'the last day on which the return was in time',
    gives: 'share',
    numerator: 'Returns given by their last day',
    denominator: 'Returns due',
    unit: '%',
    polarity: 'higher',
    rowsAre: 'returns',
    nothing: 'no return was due.',
    ofPeople: false,
    version: 1,
    inForceFrom: '2026-11-23',
    rows: countReturns,
  },
  ...familiesCounted,
]
