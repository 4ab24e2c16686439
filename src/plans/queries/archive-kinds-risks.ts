import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of risks in an archive of the record; one line for each table. */
export const riskKinds = {
  'plans.risk': {
    means: 'A risk in the register of a body.',
    as: 'risks',
    visitors: [
      ...([
        'id',
        'body',
        'number',
        'title',
        'cause',
        'event',
        'effect',
        'owner_name',
        'plan',
        'priority',
        'review_on',
        'raised_on',
      ] as const),
      ...(['closed_on', 'close_reason'] as const),
    ],
  },
  'plans.risk_action': {
    means: 'That an action of a plan is to make a risk less likely or less grave.',
    as: 'risk-actions',
    visitors: ['risk', 'body', 'action', 'plan'],
  },
  'plans.risk_cell': {
    means: 'What a cell of the matrix of risks means in a version of the scale.',
    as: 'risk-cells',
    visitors: ['scale', 'likelihood', 'impact', 'grade'],
    resting: ['whole', 'cell_stays'],
  },
  'plans.risk_scale': {
    means: 'A version of the scale of risks, and from when it holds.',
    as: 'risk-scales',
    visitors: ['version', 'name', 'levels', 'likelihood', 'impact', 'starts_on', 'source'],
    resting: ['scale_stays', 'has_cells'],
  },
  'plans.risk_score': {
    means: 'How likely and how grave a risk was said to be on a day, before and after what is done about it.',
    as: 'risk-scores',
    visitors: ['id', 'risk', 'body', 'scale', 'on_day', 'before_likelihood', 'before_impact', 'after_likelihood', 'after_impact', 'why'],
    resting: ['score_of_open_risk'],
  },
} as const satisfies KindsOf<'plans'>
