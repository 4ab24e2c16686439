import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of assurance in an archive of the record; one line for each table. */
export const assuranceKinds = {
  'assurance.audit_action': {
    means: 'What an agency does about a standard that it does not fully meet.',
    visitors: ['id', 'round', 'organisation', 'standard', 'because', 'text', 'due_on', 'done_on'],
  },
  'assurance.audit_agency': {
    means: 'That an agency was asked in an audit round, and when it answered.',
    visitors: ['round', 'organisation', 'invited_on', 'submitted_on'],
  },
  'assurance.audit_answer': { means: 'What an agency says of itself about one standard.', resting: ['answer_of_its_round'] },
  'assurance.audit_moderation': {
    means: 'What a peer made of an agency’s answer.',
    visitors: ['round', 'organisation', 'standard', 'score'],
    resting: ['moderation_of_its_round'],
  },
  'assurance.audit_round': {
    means: 'One round in which agencies answer the standards of a toolkit.',
    visitors: ['id', 'body', 'toolkit', 'title', 'pass_mark', 'state', 'opens_on', 'due_on', 'previous', 'reported_on', 'summary'],
  },
  'assurance.came_back': { means: 'That an open recommendation or challenge came back to its board by itself.' },
  'assurance.case_audit': { means: 'An audit of a sample of cases, in counts alone.' },
  'assurance.case_audit_item': { means: 'One question of such an audit, with how many cases stood at each grade.', resting: ['item_fits'] },
  'assurance.challenge': {
    means: 'A challenge of one partner by another, its answer and its impact.',
    visitors: [
      ...(['id', 'body', 'number', 'title', 'text', 'raised_by', 'raised_on', 'meeting', 'addressee', 'addressee_office'] as const),
      ...(['response', 'responded_on', 'impact', 'impact_evidence', 'impact_on', 'closed_on', 'closed_meeting'] as const),
    ],
    resting: ['challenge_stays'],
  },
  'assurance.challenge_letter': { means: 'A letter of the escalation ladder, and its answer.' },
  'assurance.challenge_step': {
    means: 'A step of the ladder that was taken.',
    visitors: ['id', 'challenge', 'position', 'who', 'to_whom', 'copied_to', 'sent_on', 'answer_due_on', 'answered_on'],
  },
  'assurance.ladder_step': {
    means: 'Who writes to whom when a challenge is not settled, and how long an answer is waited for.',
    visitors: ['id', 'body', 'position', 'who', 'to_whom', 'copied_to', 'wait_days', 'day_mode', 'source', 'starts_on', 'ends_on'],
  },
  'assurance.recommendation': {
    means: 'A recommendation of any source, its answer and how it was closed.',
    visitors: [
      ...([
        'id',
        'body',
        'review',
        'source_kind',
        'source',
        'reference',
        'text',
        'rests_on',
        'made_on',
        'addressee',
        'addressee_office',
      ] as const),
      ...(['response_rule', 'response_due_on', 'response', 'response_reason', 'responded_on', 'closed_on', 'closed_because'] as const),
      ...(['reopened_on', 'reopened_because', 'closings'] as const),
    ],
    resting: ['recommendation_stays'],
  },
  'assurance.recommendation_action': {
    means: 'What is done about a recommendation, by whom and by when.',
    visitors: ['id', 'recommendation', 'text', 'lead', 'due_on', 'done_on', 'progress'],
  },
  'assurance.recommendation_note': {
    means: 'How a recommendation goes, and what shows that it made a difference.',
    visitors: ['id', 'recommendation', 'kind', 'text', 'evidence', 'on_day'],
  },
  'assurance.response_rule': {
    means: 'Within what time a response is due, and by what right.',
    visitors: ['id', 'name', 'months', 'days', 'first_day_counts', 'source', 'is_confirmed', 'starts_on', 'ends_on'],
  },
  'assurance.review': {
    means: 'A scrutiny review, a learning review of any kind or an inspection.',
    visitors: [
      ...(['id', 'body', 'kind', 'title', 'scope', 'outcomes_sought', 'asked_by', 'announced_on', 'parent_body', 'summary'] as const),
      ...([
        'reported_on',
        'report_meeting',
        'referred_on',
        'referred_to',
        'response_rule',
        'closed_on',
        'published_on',
        'again_of',
      ] as const),
    ],
  },
  'assurance.review_part': {
    means: 'A member of a panel, a session, a finding, a lesson, a step of progress or a piece of evidence of a review.',
    visitors: ['id', 'review', 'kind', 'number', 'heading', 'organisation', 'on_day', 'text'],
  },
  'assurance.toolkit': {
    means: 'A questionnaire for audits, in one version.',
    visitors: ['id', 'body', 'number', 'title', 'source', 'scores', 'pass_mark'],
  },
  'assurance.toolkit_standard': { means: 'One standard of a toolkit.', visitors: ['toolkit', 'key', 'position', 'title', 'question'] },
} satisfies KindsOf<'assurance'>
