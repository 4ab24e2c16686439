import type { KindsOf } from '#platform/archive/kinds.ts'

/** What becomes of the tables of the thread in an archive of the record; one line for each table. */
export const threadKinds = {
  'thread.link': {
    means: 'That somebody said, with a reason, that one record serves another.',
    visitors: [
      'id',
      'from_kind',
      'from_id',
      'relation',
      'to_kind',
      'to_id',
      'body',
      'why',
      'said_by',
      'starts_on',
      'ends_on',
      'end_reason',
    ],
  },
  'thread.link_rule': {
    means: 'Which kinds of record may be joined on the golden thread, by which relation.',
    visitors: ['id', 'from_kind', 'relation', 'to_kind', 'source', 'starts_on', 'ends_on'],
  },
  'thread.gap_answer': { means: 'Who sees to a gap in the golden thread, or who accepted it until when.' },
} satisfies KindsOf<'thread'>
