import type { KindsOf } from '#platform/archive/kinds.ts'

const PERIOD = ['starts_on', 'ends_on'] as const

/** What becomes of performance's tables in an archive of the record; one line for each table. */
export const performanceKinds = {
  'performance.alert': { means: 'A red or missing figure that asks the owner of its measure for an answer.' },
  'performance.annotation': {
    means: 'A note at a day of a measure: a policy began, counting changed.',
    visitors: ['id', 'measure', 'on_day', 'words', 'withdrawn_at'],
  },
  'performance.baseline': {
    means: 'A figure that a target starts from, with its period and how it was worked out.',
    visitors: ['id', 'measure', 'value', 'period_type', ...PERIOD, 'method', 'source'],
  },
  'performance.commentary': {
    means: 'What the owner says of a measure in one period.',
    visitors: ['id', 'measure', ...PERIOD, 'words'],
  },
  'performance.forecast': {
    means: 'A frozen forecast of a measure, with its method and author.',
    visitors: ['id', 'measure', 'purpose', 'method', 'author', 'frozen_on'],
  },
  'performance.forecast_point': { means: 'One period of a frozen forecast.', visitors: ['forecast', ...PERIOD, 'value'] },
  'performance.held_value': { leftOut: 'True counts behind protected figures: they stay with those who give them.' },
  'performance.measure': {
    means: 'A measure of a board.',
    visitors: ['id', 'body', 'reference', 'withdrawn_on', 'withdrawn_reason'],
  },
  'performance.measure_definition': {
    means: 'What a measure means, from a day on.',
    visitors: [
      ...[
        'id',
        'measure',
        'number',
        'starts_on',
        'title',
        'meaning',
        'unit',
        'polarity',
        'level',
        'kind',
        'numerator',
        'denominator',
        'scale',
      ],
      ...['over_time', 'over_areas', 'source', 'owner_person', 'owner_office', 'owner_organisation', 'frequency', 'lag_days', 'breakdowns'],
      ...['decimals', 'suppression', 'plausible_from', 'plausible_to', 'breaks_series', 'reason'],
    ],
  },
  'performance.measure_link': {
    means: 'What a measure measures: a plan, a priority or an outcome.',
    visitors: ['id', 'measure', 'plan', 'priority', 'outcome', ...PERIOD],
  },
  'performance.observation': {
    means: 'One revision of the figure of a measure for a period, an area and a part of the people, or the state why there is none.',
    visitors: [
      ...['id', 'measure', 'period_type', ...PERIOD, 'area', 'dimension', 'category', 'revision', 'status', 'value', 'words', 'numerator'],
      ...['denominator', 'lower_limit', 'upper_limit', 'quality', 'source', 'reason', 'published_at'],
    ],
  },
  'performance.protection': { means: 'That small numbers of a measure were hidden before they were stored, and by which method.' },
  'performance.rebase': {
    means: 'A decision that a process has changed, so that its limits are worked out anew from a day on.',
    visitors: ['id', 'measure', 'on_day', 'reason', 'decided_by', 'decided_on', 'withdrawn_at'],
  },
  'performance.return_due': { means: 'What an agency owes for one period, and how that stands.' },
  'performance.return_measure': { means: 'A measure that an agency gives with a return.' },
  'performance.return_template': { means: 'Which measures an agency gives, and how often.' },
  'performance.small_number_method': {
    means: 'How small numbers are hidden, from a day on.',
    visitors: ['version', 'starts_on', 'threshold', 'base', 'hides_zeros', 'source'],
  },
  'performance.target': {
    means: 'What is aimed at in the periods that end within its dates, with the words of its author.',
    visitors: [
      ...['id', 'measure', ...PERIOD, 'words', 'kind', 'value', 'upper', 'years', 'growth', 'baseline', 'tolerance_kind', 'tolerance'],
      ...['green_means', 'amber_means', 'red_means', 'set_by', 'source', 'withdrawn_at', 'withdrawn_reason'],
    ],
  },
  'performance.target_step': { means: 'What a trajectory aims at from a day on.', visitors: ['target', 'starts_on', 'value'] },
  'performance.upload': { leftOut: 'Figures that somebody brought and that are not loaded: theirs alone.' },
} satisfies KindsOf<'performance'>
