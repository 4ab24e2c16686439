import type { CountedKind } from '#platform/counted/part.ts'
import { countPublished } from './queries/counted-families.ts'

const common = {
  ...{ numerator: '', denominator: '', day: 'the last day of the month that was published', gives: 'number' as const },
  // What is published is protected already; protecting it again would hide what may be seen.
  ...{
    ofPeople: false,
    isPublished: true,
    version: 1,
    inForceFrom: '2026-11-23',
    nothing: 'nothing was published.',
    rowsAre: 'published months',
  },
}

/** A way of counting that reads what is published of families and nothing else (I5, E10). */
function published(code: string, title: string, polarity: CountedKind['polarity'], meaning: string, kind?: 'stock'): CountedKind {
  return {
    ...common,
    ...{ code: `early-help.${code.replace(':', '-')}`, title, polarity, unit: 'families', kind },
    meaning: `${meaning} As published, rounded; a month that is hidden stays hidden here.`,
    rows: (reader, span) => countPublished(reader, code, 'number', span),
  }
}

/**
 * What is published of families in early help, as measures. Movement has no better direction unless a plan sets one and says why: a step-up can be exactly
 * right for a child (handbook of early help 3.4).
 */
export const familiesCounted: readonly CountedKind[] = [
  published('initiated', 'Families who began', 'higher', 'Families who agreed to an assessment in the month.'),
  published(
    'active',
    'Families at the end of the month',
    'higher',
    'Families who had agreed to an assessment and were not closed by the end of the month.',
    'stock',
  ),
  published(
    'step-down',
    'Step-downs received',
    'none',
    'Families whose step-down from social care was received by a team around the child in the month.',
  ),
  published('step-up', 'Step-ups accepted', 'none', 'Families whose step-up was accepted by social care in the month, each once.'),
  published('closed:needs-met', 'Closed because needs are met', 'none', 'Families closed in the month because their needs are met.'),
  published(
    'closed:not-engaging',
    'Closed because of no engagement',
    'none',
    'Families closed in the month who could not be engaged. Families who withdrew are not among them.',
  ),
  published('reviewed', 'Families checked for quality', 'none', 'Families of whom a quality review was completed in the month.'),
  {
    ...common,
    ...{ code: 'early-help.voice', title: 'Families where a child spoke since the last review', polarity: 'higher', gives: 'share' },
    ...{ unit: '%', kind: 'stock', rowsAre: 'published months', nothing: 'no family was due.' },
    numerator: 'Families where a child gave a number, words or a drawing since the last review',
    denominator: 'Families at the end of the month whose child is old enough to be asked and whose last review lies long enough back',
    meaning:
      'Of the families whose child’s own entry is due at the end of the month, those where there is one. As published, from rounded counts; a month that is hidden stays hidden here, and of too few families no percentage is told.',
    rows: (reader, span) => countPublished(reader, 'voice', 'share', span),
  },
]
