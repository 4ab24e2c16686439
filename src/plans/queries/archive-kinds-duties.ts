import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of yearly duties in an archive of the record; one line for each table. */
export const yearlyDutyKinds = {
  'plans.duty': {
    means: 'What a body owes in some months of every year, and what asks for it.',
    as: 'yearly-duties',
    visitors: ['id', 'body', 'kind', 'source', 'opens_month', 'closes_month', 'starts_on', 'ends_on'],
  },
  'plans.duty_outcome': {
    means: 'What became of a yearly duty in one year.',
    as: 'yearly-duty-outcomes',
    visitors: ['duty', 'body', 'cycle_year', 'outcome', 'on_day', 'note'],
    resting: ['duty_rests_on_its_own'],
  },
} as const satisfies KindsOf<'plans'>
