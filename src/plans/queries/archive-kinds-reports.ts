import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of reports in an archive of the record; one line for each table. */
export const reportKinds = {
  'plans.report': {
    means: 'An annual or half-yearly report of a plan, or of every plan of a body, in one version.',
    as: 'plan-reports',
    visitors: [
      ...(['id', 'body', 'plan', 'series', 'number', 'kind', 'title', 'starts_on', 'ends_on', 'state', 'reason', 'drafted_on'] as const),
      ...(['published_on'] as const),
    ],
    resting: ['report_steps'],
  },
  'plans.report_section': {
    means: 'What a section of a report says. What the record had drafted for it is not for everybody.',
    as: 'plan-report-sections',
    visitors: ['report', 'body', 'position', 'code', 'text'],
    resting: ['section_of_a_draft'],
  },
} as const satisfies KindsOf<'plans'>
