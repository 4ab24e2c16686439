import type { KindsOf } from '#platform/archive/kinds.ts'
import { communicationKinds } from './archive-kinds-communications.ts'
import { yearlyDutyKinds } from './archive-kinds-duties.ts'
import { equalityKinds } from './archive-kinds-equality.ts'
import { exceptionKinds } from './archive-kinds-exceptions.ts'
import { needsKinds } from './archive-kinds-needs.ts'
import { procedureKinds } from './archive-kinds-procedures.ts'
import { reportKinds } from './archive-kinds-reports.ts'
import { riskKinds } from './archive-kinds-risks.ts'
import { submissionKinds } from './archive-kinds-submissions.ts'

const textColumns = ['version', 'plan', 'body', 'position', 'reference', 'title', 'text', 'details'] as const
const steps = ['version_steps'] as const
const drafted = ['text_of_a_draft'] as const

/** What becomes of the tables of plans in an archive of the record; one line for each table. */
export const plansKinds = {
  ...equalityKinds,
  ...needsKinds,
  ...riskKinds,
  ...exceptionKinds,
  ...reportKinds,
  ...yearlyDutyKinds,
  ...procedureKinds,
  ...communicationKinds,
  ...submissionKinds,
  'plans.action': {
    means: 'An action of a plan: how it stands. Its words stand in the versions of the plan.',
    as: 'plan-actions',
    visitors: ['id', 'plan', 'body', 'state', 'done_on'],
  },
  'plans.action_text': {
    means: 'The words of an action in one version of its plan.',
    as: 'plan-action-texts',
    visitors: [...textColumns, 'action', 'priority', 'outcome', 'due_words', 'due_from', 'due_to'],
    resting: drafted,
  },
  'plans.approval': {
    means: 'What a body said to a version of a plan that was put to it, and the decision that this rests on.',
    as: 'plan-approvals',
    visitors: ['id', 'version', 'plan', 'body', 'approving_body', 'state', 'decision', 'decided_on', 'words'],
    resting: ['approval_steps'],
  },
  'plans.consultee_rule': {
    means: 'Whose opinion a kind of plan must carry, and from when to when.',
    as: 'plan-consultees',
    visitors: ['id', 'plan_type', 'consultee', 'source', 'starts_on', 'ends_on'],
  },
  'plans.lead': {
    means: 'Who leads or sponsors a record of a plan, in one of its versions.',
    as: 'plan-leads',
    visitors: ['id', 'version', 'plan', 'body', 'priority', 'outcome', 'action', 'part', 'position', 'organisation', 'led_by_body', 'name'],
    resting: drafted,
  },
  'plans.opinion': {
    means: 'What somebody said of a version of a plan when they were asked, and what was changed because of it.',
    as: 'plan-opinions',
    visitors: ['id', 'version', 'plan', 'body', 'rule', 'consultee', 'given_on', 'text', 'changed_because'],
    resting: ['opinion_steps'],
  },
  'plans.outcome': { means: 'An outcome of a plan, whatever its words are.', as: 'plan-outcomes', visitors: ['id', 'plan', 'body'] },
  'plans.outcome_text': {
    means: 'The words of an outcome in one version of its plan.',
    as: 'plan-outcome-texts',
    visitors: [...textColumns, 'outcome', 'priority', 'due_words', 'due_from', 'due_to'],
    resting: drafted,
  },
  'plans.plan': {
    means: 'A plan of a body, whatever its version.',
    as: 'plans',
    visitors: ['id', 'body', 'type', 'shape', 'shape_number', 'reference'],
  },
  'plans.plan_type': { means: 'A kind of plan.', as: 'plan-types', visitors: ['code', 'name', 'shape', 'source'] },
  'plans.plan_version': {
    means: 'A version of a plan, how far it is, and why it was made.',
    as: 'plan-versions',
    visitors: [
      ...(['id', 'plan', 'body', 'number', 'state', 'title', 'summary', 'starts_on', 'ends_on', 'review_months'] as const),
      ...(['significant', 'reason', 'published_on', 'closed_on', 'close_reason'] as const),
    ],
    resting: steps,
  },
  'plans.priority': { means: 'A priority of a plan, whatever its words are.', as: 'plan-priorities', visitors: ['id', 'plan', 'body'] },
  'plans.priority_text': {
    means: 'The words of a priority in one version of its plan.',
    as: 'plan-priority-texts',
    visitors: [...textColumns, 'priority', 'accountable'],
    resting: drafted,
  },
  'plans.rag_definition': {
    means: 'What a colour means in a plan, and from when to when.',
    as: 'plan-colours',
    visitors: ['id', 'plan', 'body', 'applies_to', 'colour', 'meaning', 'starts_on', 'ends_on'],
  },
  'plans.rag_rating': {
    means: 'A colour that somebody gave an action, beside the one that was computed.',
    as: 'plan-ratings',
    visitors: ['id', 'action', 'plan', 'body', 'colour', 'definition', 'why', 'computed', 'on_day', 'ends_on', 'name'],
  },
  'plans.review_ask': { means: 'Who was asked in a review how an action goes, and whether they answered.', as: 'plan-review-asks' },
  'plans.review_round': {
    means: 'A review of a plan: when it was held and what the board was told.',
    as: 'plan-reviews',
    visitors: ['id', 'plan', 'body', 'number', 'opened_on', 'due_on', 'closed_on', 'summary'],
  },
  'plans.shape': {
    means: 'Levels, columns and labels of plans of one shape.',
    as: 'plan-shapes',
    visitors: ['code', 'number', 'name', 'levels'],
  },
  'plans.statement': {
    means: 'What somebody said of an action or a priority: how it goes, that it was done, what changed by it.',
    as: 'plan-statements',
    visitors: ['id', 'plan', 'body', 'action', 'priority', 'kind', 'text', 'evidence', 'state_after', 'on_day', 'name'],
  },
} as const satisfies KindsOf<'plans'>
