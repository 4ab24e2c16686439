import type { CountedKind } from '#platform/counted/part.ts'
import { countComplaints } from './queries/counted.ts'

/** What complaints give figures of (I5). */
export const voiceCounted: readonly CountedKind[] = [
  {
    code: 'voice.complaints-in-time',
    title: 'Complaints answered in time',
    meaning:
      'Of the complaints and appeals that the board took up and whose answer was due, those that were answered by the last day, an agreed extension included. None of them is anybody’s to read but for those who keep and answer them; all of them count. Small numbers are hidden: few complaints could point to a child or a family.',
    day: 'the last day for the answer',
    gives: 'share',
    numerator: 'Complaints answered by the last day',
    denominator: 'Complaints due',
    unit: '%',
    polarity: 'higher',
    rowsAre: 'complaints',
    nothing: 'no answer to a complaint was due.',
    ofPeople: true,
    version: 1,
    inForceFrom: '2026-11-23',
    rows: countComplaints,
  },
]
