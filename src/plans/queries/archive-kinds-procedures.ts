import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the library of procedures in an archive of the record; one line for each table. */
export const procedureKinds = {
  'plans.procedure': {
    means: 'A procedure, guidance or policy that a body answers for, whatever its version.',
    as: 'procedures',
    visitors: [
      ...(['id', 'body', 'kind', 'reference', 'title', 'themes', 'owner_organisation', 'owner_name', 'made_on', 'review_on'] as const),
      ...(['withdrawn_on', 'withdrawn_because'] as const),
    ],
    resting: ['procedure_stays'],
  },
  'plans.procedure_version': {
    means: 'A version of a procedure: its text or its document, and the days on which it holds.',
    as: 'procedure-versions',
    visitors: ['id', 'procedure', 'body', 'number', 'state', 'changes', 'text', 'document', 'issued_on', 'starts_on', 'ends_on'],
    documents: ['document'],
    resting: ['procedure_steps', 'shows_procedure'],
  },
  'plans.procedure_opinion': {
    means: 'Who was asked about a draft of a procedure, what they said and what was changed because of it.',
    as: 'procedure-opinions',
    visitors: ['id', 'of_version', 'body', 'consultee', 'asked_on', 'due_on', 'said', 'said_on', 'changed'],
  },
  'plans.procedure_audience': {
    means: 'Whose people must read a procedure: those of an organisation or of a body.',
    as: 'procedure-audiences',
    visitors: ['id', 'procedure', 'body', 'organisation', 'readers_of'],
  },
  'plans.procedure_reading': { means: 'That somebody said to have read a version of a procedure.', as: 'procedure-readings' },
  'plans.procedure_feedback': {
    means: 'What somebody said of a procedure, and what its owner answered.',
    as: 'procedure-feedback',
  },
  'plans.procedure_review': {
    means: 'That a procedure was looked at again, what came of it, and when next.',
    as: 'procedure-reviews',
    visitors: ['id', 'procedure', 'body', 'reviewed_on', 'outcome', 'next_on'],
    resting: ['sets_review_day'],
  },
} as const satisfies KindsOf<'plans'>
