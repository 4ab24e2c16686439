import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of submissions to national bodies in an archive of the record. */
export const submissionKinds = {
  'plans.submission': {
    means: 'That a plan is submitted to a national body: by when, what asks for it, and the outcome.',
    as: 'plan-submissions',
    visitors: [
      ...(['id', 'plan', 'body', 'to_name', 'source', 'due_on', 'outcome', 'outcome_on', 'outcome_words', 'withdrawn_on'] as const),
      'withdrawn_because',
    ],
    resting: ['submission_steps', 'names_conditions'],
  },
  'plans.submission_sending': {
    means: 'Which version of a plan was sent to a national body, when and by whom.',
    as: 'plan-submission-sendings',
    visitors: ['id', 'submission', 'plan', 'body', 'of_version', 'as_draft', 'sent_on', 'sent_by', 'reference'],
    resting: ['sending_steps'],
  },
  'plans.submission_query': {
    means: 'What a national body asked about a plan, and what was answered.',
    as: 'plan-submission-queries',
    visitors: ['id', 'submission', 'body', 'number', 'asked_on', 'question', 'due_on', 'answer', 'answered_on', 'answered_by'],
    resting: ['query_steps'],
  },
  'plans.submission_condition': {
    means: 'A condition of a conditional approval, its owner and day, and what shows that it is met.',
    as: 'plan-submission-conditions',
    visitors: ['id', 'submission', 'body', 'outcome', 'number', 'text', 'owner_name', 'due_on', 'met_on', 'evidence'],
    resting: ['condition_steps'],
  },
} as const satisfies KindsOf<'plans'>
