import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of communication plans in an archive of the record. */
export const communicationKinds = {
  'plans.communication': {
    means: 'A communication plan: what is to be different once it was heard, what it belongs to and who owns it.',
    as: 'communication-plans',
    visitors: [
      'id',
      'body',
      'title',
      'aim',
      'plan',
      'procedure',
      'consultation',
      'strategy',
      'owner_name',
      'made_on',
      'closed_on',
      'learned',
    ],
    resting: ['communication_steps'],
  },
  'plans.communication_item': {
    means: 'Who was to hear what, by which channel and when, how many it reached and what was learned.',
    as: 'communication-items',
    visitors: [
      ...(['id', 'communication', 'body', 'audience', 'message', 'channel', 'who_name', 'planned_on', 'done_on'] as const),
      ...(['called_off_on', 'called_off_because', 'reach_of', 'expected', 'came_state', 'came', 'learned'] as const),
    ],
    resting: ['communication_item_steps'],
  },
} as const satisfies KindsOf<'plans'>
