import type { CountedKind } from '#platform/counted/part.ts'
import { countRecommendations } from './queries/counted.ts'

/** What the registers of assurance give figures of (I5). */
export const assuranceCounted: readonly CountedKind[] = [
  {
    code: 'assurance.recommendations-in-time',
    title: 'Recommendations answered in time',
    meaning:
      'Of the recommendations on the register of the board whose response was due, those that were responded to by the last day, whatever the response was. Recommendations without a last day, and drafts, do not count. Those that members alone read count, and nothing else is told of them.',
    day: 'the last day for the response',
    gives: 'share',
    numerator: 'Responses by the last day',
    denominator: 'Responses due',
    unit: '%',
    polarity: 'higher',
    rowsAre: 'recommendations',
    nothing: 'no response to a recommendation was due.',
    ofPeople: false,
    version: 1,
    inForceFrom: '2026-11-23',
    rows: countRecommendations,
  },
]
