import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of voice in an archive of the record; one line for each table. */
export const voiceKinds = {
  'voice.age_band': { means: 'A span of ages, as it is offered.', as: 'voice-age-bands', visitors: ['code', 'name'] },
  'voice.answer': {
    means: 'What was done about something that people said, or why nothing was.',
    as: 'voice-answers',
    visitors: ['id', 'body', 'event', 'consultation', 'of_feedback', 'service', 'theme', 'said', 'did', 'decision', 'reason', 'on_day'],
    resting: ['answer_steps'],
  },
  'voice.attachment': {
    means: 'To which matter of a meeting or of a plan a voice was brought, and on which day.',
    as: 'voice-attachments',
    visitors: [
      ...(['id', 'body', 'event', 'consultation', 'theme', 'item', 'decision', 'priority', 'outcome'] as const),
      ...(['why', 'attached_on', 'ended_on'] as const),
    ],
    resting: ['attachment_steps'],
  },
  'voice.event': {
    means: 'Something that was held to hear children, families or staff.',
    as: 'voice-events',
    visitors: [
      ...(['id', 'body', 'title', 'summary', 'held_on', 'place', 'held_by', 'organisation'] as const),
      ...(['whose', 'age_band', 'came_known', 'came_shown'] as const),
    ],
    resting: ['event_stays'],
  },
  'voice.event_count': { means: 'How many came to an event, for its board alone.', as: 'voice-event-counts' },
  'voice.exercise': {
    means: 'What came in to a consultation, as a whole.',
    as: 'voice-consultations',
    visitors: ['consultation', 'body', 'whose', 'invited', 'invited_source', 'published_at'],
    resting: ['exercise_steps'],
  },
  'voice.bringing_rule': {
    means: 'Within what time a complaint is brought, by what right, from when on.',
    as: 'voice-bringing-rules',
    visitors: ['id', 'procedure', 'months', 'counts_from', 'source', 'is_confirmed', 'starts_on', 'ends_on'],
  },
  'voice.feedback': {
    means: 'A complaint, an appeal, a compliment or a rating, without who sent it.',
    as: 'voice-feedback',
    resting: ['feedback_steps', 'brought_in_time'],
  },
  'voice.feedback_line': {
    means: 'What is told of the complaints and compliments of a period, after small numbers were merged.',
    as: 'voice-feedback-numbers',
    visitors: ['body', 'starts_on', 'ends_on', 'position', 'kind', 'part', 'label', 'n', 'told', 'average', 'published_at'],
    resting: ['told_once'],
  },
  'voice.feedback_matter': {
    means: 'What was sent, by whom, and what was answered; kept no longer than its rule says.',
    as: 'voice-feedback-matters',
    resting: ['matter_stays'],
  },
  'voice.feedback_mail': {
    means: 'The mail with the answer to a complaint, word for word; kept as long as what was sent in.',
    as: 'voice-feedback-mails',
    without: { delivery: 'What became of mails stays with the house that sent them.' },
    resting: ['to_its_sender'],
  },
  'voice.feedback_rule': {
    means: 'Within what time a complaint is answered, by what right, from when on.',
    as: 'voice-feedback-rules',
    visitors: [
      ...(['id', 'procedure', 'stage', 'name', 'acknowledge_days', 'answer_within', 'unit', 'first_day_counts'] as const),
      ...(['extension', 'longest', 'forget_months', 'source', 'is_confirmed', 'starts_on', 'ends_on'] as const),
    ],
  },
  'voice.published_line': {
    means: 'What is told of the numbers of a consultation, after small ones were merged or left out.',
    as: 'voice-published-numbers',
    visitors: ['consultation', 'position', 'kind', 'theme', 'label', 'n', 'told'],
  },
  'voice.response': { means: 'A response to a consultation, or several alike.', as: 'voice-responses', resting: ['response_steps'] },
  'voice.small_number_rule': {
    means: 'Below which number a count of people is not shown, from when on.',
    as: 'voice-small-numbers',
    visitors: ['starts_on', 'fewest', 'source'],
  },
  'voice.theme': { means: 'What views are about, in a board’s own words.', as: 'voice-themes', visitors: ['id', 'body', 'name'] },
  'voice.view': {
    means: 'Somebody’s words, without a name; public once another person than who entered them has checked them.',
    as: 'voice-views',
    visitors: ['id', 'body', 'event', 'consultation', 'theme', 'whose', 'age_band', 'words'],
    visitorsWhere: "r.state = 'cleared'",
    resting: ['view_steps'],
  },
} as const satisfies KindsOf<'voice'>
