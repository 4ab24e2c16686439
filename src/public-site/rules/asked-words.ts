/** Kinds of records that can be found, in the order in which the page offers them. */
export const foundKinds = [
  'paper',
  'file',
  'item',
  'decision',
  'motion',
  'ratification',
  'officer',
  'action',
  'minutes',
  'meeting',
  'election',
  'plan',
  'consultation',
  'question',
  'board',
  'person',
  'organisation',
  'terms',
  'request',
  'protocol',
  'sharing',
  'plan_version',
  'plan_row',
  'assessment',
  'finding',
  'risk',
  'measure',
  'commentary',
  'scorecard',
  'recommendation',
  'response',
  'review',
  'challenge',
  'audit',
  'case_audit',
  'heard',
  'view',
  'answer',
  'procedure',
  'communication',
  'submission',
  'contract',
  'provider',
  'pathway',
  'ending',
  'framework',
  'market',
  'market_statement',
  'delegated_budget',
  'payment_run',
  'cost_scenario',
  'bid_call',
  'family_figure',
] as const
/** A kind of record that can be found. */
export type FoundKind = (typeof foundKinds)[number]

/** How results can stand. */
export const foundOrders = ['relevance', 'newest', 'oldest'] as const
/** An order of results. */
export type FoundOrder = (typeof foundOrders)[number]

/** What somebody asks for. */
export interface Asked {
  /** As people write it: words, "exact words", -without, this or that. '' where nothing was asked. */
  readonly words: string
  readonly kind: FoundKind | undefined
  /** Slug of a board. */
  readonly board: string | undefined
  /** First day, the day itself included. */
  readonly from: Temporal.PlainDate | undefined
  /** Last day, the day itself included. */
  readonly to: Temporal.PlainDate | undefined
  readonly order: FoundOrder
  /** From 1. */
  readonly page: number
}

/** Straight apostrophes, as the index has them: people type one, word processors print the other. */
export function plainWords(words: string): string {
  return words.normalize('NFC').replaceAll('’', "'")
}

/** The words that must be there, in lower case and without what stands behind a minus; at most 12, so that one search asks for no more. */
export function wantedWords(words: string): readonly string[] {
  const wanted = plainWords(words)
    .replace(/(^|\s)-("[^"]*"?|\S+)/gu, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu)
  return [...new Set(wanted ?? [])].filter((word) => word !== 'or').slice(0, 12)
}

/**
 * The same as the beginnings of words, for when nothing has just these: 'safeg' finds 'safeguarding'. In the language of to_tsquery; '' where no word is
 * long enough to begin another, or exact words were asked for.
 */
export function beginnings(words: string): string {
  if (words.includes('"')) return ''
  return wantedWords(words)
    .filter((word) => [...word].length >= 3)
    .map((word) => `'${word}':*`)
    .join(' & ')
}

/** The address of a search, with what differs from the plain one. */
export function searchQuery({ words, kind, board, from, to, order, page }: Asked): string {
  const dayParts = (name: string, day: Temporal.PlainDate | undefined): readonly (readonly [string, string])[] =>
    day === undefined
      ? []
      : [
          [`${name}-day`, String(day.day)],
          [`${name}-month`, String(day.month)],
          [`${name}-year`, String(day.year)],
        ]
  const parts: readonly (readonly [string, string])[] = [
    ['q', words],
    ...(kind === undefined ? [] : [['kind', kind] as const]),
    ...(board === undefined ? [] : [['board', board] as const]),
    ...dayParts('from', from),
    ...dayParts('to', to),
    ...(order === 'relevance' ? [] : [['order', order] as const]),
    ...(page === 1 ? [] : [['page', String(page)] as const]),
  ]
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}
