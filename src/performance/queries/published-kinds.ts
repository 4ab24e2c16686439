import type { KindsOf } from '#platform/archive/kinds.ts'

/** What of the published figures of early help goes into an archive: everything, for it was everybody's before; true counts never leave schema casework. */
export const publishedKinds = {
  'published.indicator': {
    means: 'What is counted of families in early help, in words, by version.',
    as: 'early-help-indicators',
    visitors: [
      'code',
      'version',
      'position',
      'starts_on',
      'title',
      'meaning',
      'unit',
      'gives',
      'over_time',
      'has_year',
      'reason_of',
      'source',
    ],
  },
  'published.snapshot': {
    means: 'A month of figures of early help as it was published, with the method by which small numbers are hidden.',
    as: 'early-help-months',
    visitors: [
      ...(['id', 'month', 'revision', 'made_at', 'provenance', 'source', 'reason', 'method', 'threshold'] as const),
      ...(['base', 'percent_from', 'adds_up'] as const),
    ],
    resting: ['append_only'],
  },
  'published.figure': {
    means: 'One figure of such a month; a hidden one has no number.',
    as: 'early-help-figures',
    visitors: ['snapshot', 'indicator', 'version', 'span', 'is_hidden', 'count', 'of'],
    resting: ['append_only'],
  },
  'published.setting': {
    means: 'How long figures of early help wait for late entries, and from how many a percentage is told; from when on, and set by whom.',
    as: 'early-help-settings',
    visitors: ['starts_on', 'late_days', 'percent_from', 'source', 'set_by', 'set_on'],
    resting: ['append_only'],
  },
  'published.quality_report': {
    means: 'What boards were told of the quality of early help in a month, as it was frozen, small numbers hidden.',
    as: 'early-help-quality',
    resting: ['append_only'],
  },
  'published.claim': {
    means:
      'A claim for families’ progress as it was approved: by heading, rounded, small numbers hidden; a corrected one has a second revision without numbers.',
    as: 'early-help-claims',
    visitors: [
      ...(['id', 'starts_on', 'ends_on', 'approved_on', 'figures', 'is_hidden', 'families', 'amount_pence'] as const),
      ...(['threshold', 'base', 'source', 'revision', 'corrected_on'] as const),
    ],
    resting: ['append_only'],
  },
} satisfies KindsOf<'published'>
