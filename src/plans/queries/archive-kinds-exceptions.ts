import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of exception reports in an archive of the record. */
export const exceptionKinds = {
  'plans.exception_report': {
    means: 'What of a plan was reported as off track, what the board said to it and what came of it. It is for the board.',
    as: 'plan-exceptions',
    resting: ['exception_steps'],
  },
} as const satisfies KindsOf<'plans'>
