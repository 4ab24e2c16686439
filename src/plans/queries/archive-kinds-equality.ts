import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of equality impact assessments in an archive of the record; one line for each table. */
export const equalityKinds = {
  'plans.characteristic': {
    means: 'A characteristic that equality impact assessments look at, and from when to when.',
    as: 'equality-characteristics',
    visitors: ['code', 'name', 'source', 'starts_on', 'ends_on'],
  },
  'plans.eqia': {
    means: 'An equality impact assessment: of what, how far it goes, when it was finished and what follows.',
    as: 'equality-assessments',
    visitors: ['id', 'body', 'stage', 'title', 'about', 'plan', 'conclusion', 'why', 'done_on', 'begun_on'],
  },
  'plans.eqia_action': {
    means: 'What is to be improved after an equality impact assessment.',
    as: 'equality-actions',
    visitors: ['id', 'eqia', 'body', 'text', 'owner_name', 'due_on', 'done_on'],
  },
  'plans.eqia_line': {
    means: 'What an equality impact assessment says of one characteristic.',
    as: 'equality-lines',
    visitors: ['eqia', 'characteristic', 'body', 'impact', 'evidence', 'mitigation', 'owner_name', 'review_on'],
    resting: ['line_of_open_eqia'],
  },
} as const satisfies KindsOf<'plans'>
