import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of the meeting in the room, of elections and of consultations in an archive. */
export const liveKinds = {
  'meetings.absence': { means: 'That somebody was not there, with or without apologies.' },
  'meetings.absence_question': { means: 'That somebody was asked why they were not there, and what they answered.' },
  'meetings.absent_view': { means: 'What somebody who could not come wanted said.' },
  'meetings.attendance': { means: 'Somebody’s stay at a meeting, from arriving to leaving.' },
  'meetings.ballot_paper': { means: 'A counted paper of a ballot under its receipt; nothing ties it to a voter.' },
  'meetings.consultation': {
    means: 'That the public or partners are asked about a matter, from when to when.',
    visitors: [
      'id',
      'body',
      'title',
      'summary',
      'asked_by',
      'audience',
      'how',
      'starts_on',
      'ends_on',
      'withdrawn_reason',
      'outcome',
      'outcome_on',
      'published_at',
      'withdrawn_at',
      'outcome_at',
    ],
  },
  'meetings.consultation_change': {
    means: 'What was changed about a consultation once people could know of it, and why.',
    visitors: ['id', 'consultation', 'on_day', 'reason', 'was_starts_on', 'was_ends_on'],
  },
  'meetings.declared_interest': {
    means: 'An interest declared at a meeting, with what followed from it.',
    resting: ['rulings_grow', 'name_of_the_directory'],
  },
  'meetings.election': {
    means: 'An election by secret ballot. One whose ballot is open cannot be counted elsewhere: its key stays behind.',
  },
  'meetings.election_candidate': { means: 'Somebody who stands in an election.', resting: ['name_of_the_directory'] },
  'meetings.election_voter': { means: 'Somebody who may vote in an election, and whether they have.' },
  'meetings.entry': { means: 'Something entered on the live page of a meeting.', resting: ['entry_while_it_runs'] },
  'meetings.item_note': { means: 'A note taken under an item.' },
  'meetings.item_time': { means: 'From when to when an item was on.' },
  'meetings.meeting_chair': { means: 'Who was in the chair, from when to when.' },
  'meetings.motion': { means: 'A motion or amendment, and what became of it.' },
  'meetings.part_revision': { leftOut: 'How often a part of a live page has changed: open pages ask for it.' },
  'meetings.public_attendance': { means: 'How many of the public came, and who wanted to be named.' },
  'meetings.quorum_waiver': { means: 'That absent members were consulted where there was no quorum.' },
  'meetings.sealed_paper': { leftOut: 'Sealed papers of an open ballot, whose key lies outside the database.' },
  'meetings.vote': { means: 'A recorded vote.', resting: ['vote_while_open', 'name_of_the_directory'] },
} satisfies KindsOf<'meetings'>
