import type { KindsOf } from '#platform/archive/kinds.ts'

const follows = ['row_of_open_assessment'] as const

/** What becomes of the tables of needs assessments in an archive of the record; one line for each table. */
export const needsKinds = {
  'plans.assessment': {
    means: 'A needs assessment of a body: what it is about, and how far it is.',
    as: 'needs-assessments',
    visitors: [
      'id',
      'body',
      'state',
      'kind',
      'title',
      'topic',
      'population',
      'summary',
      'rank',
      'why',
      'next_on',
      'published_on',
      'end_reason',
    ],
    resting: ['assessment_steps'],
  },
  'plans.assessment_area': {
    means: 'An area that a needs assessment is about.',
    as: 'needs-assessment-areas',
    visitors: ['assessment', 'area', 'body'],
    resting: follows,
  },
  'plans.assessment_kind': { means: 'A kind of needs assessment.', as: 'needs-assessment-kinds', visitors: ['code', 'name', 'source'] },
  'plans.assessment_row': {
    means: 'A piece of evidence, a finding, a priority need or a known gap of a needs assessment.',
    as: 'needs-assessment-rows',
    visitors: ['id', 'assessment', 'body', 'kind', 'number', 'title', 'text', 'source', 'dated_on', 'licence', 'address'],
    resting: follows,
  },
  'plans.need_use': {
    means: 'That a priority of a plan rests on a need or a finding, and until when.',
    as: 'needs-used',
    visitors: ['id', 'priority', 'plan', 'body', 'row_id', 'row_kind', 'why', 'starts_on', 'ends_on'],
  },
  'plans.row_basis': {
    means: 'On which evidence a finding rests, or on which findings a need.',
    as: 'needs-assessment-bases',
    visitors: ['row_id', 'row_kind', 'basis', 'basis_kind', 'assessment', 'body'],
    resting: follows,
  },
} as const satisfies KindsOf<'plans'>
