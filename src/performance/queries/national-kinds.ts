const PUBLISHED = {
  leftOut: 'Published figures of places in the country: anybody has them from their publisher, and npm run import-national reads them in.',
}

/** What becomes of the tables of published figures in an archive of the record. */
export const nationalKinds = {
  'performance.national_area': PUBLISHED,
  'performance.national_edition': PUBLISHED,
  'performance.national_measure': PUBLISHED,
  'performance.national_neighbour': PUBLISHED,
  'performance.national_period': PUBLISHED,
  'performance.national_reading': { leftOut: 'How readings of published figures went: they belong to this installation.' },
  'performance.national_tie': {
    means:
      'Which published measure, by its publisher’s code, a measure is shown beside, and which place of the country stands for the partnership’s own.',
    visitors: ['id', 'measure', 'code', 'area', 'withdrawn_at'],
  },
  'performance.national_value': PUBLISHED,
} as const
