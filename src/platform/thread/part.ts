/**
 * How the records of one domain appear on the golden thread. Each domain fills in one (`src/<domain>/thread.ts`), and `createApp` hands them to the thread,
 * which therefore imports no domain's inner parts. Their rows come from two views of the domain's schema, both `security_invoker`, so that whoever
 * reads them reads no more than they may:
 *
 * - `<schema>.thread_node (kind text, id uuid, label text, body_id uuid, starts_on date, ends_on date, says text[])`: one row a record; `body_id` is
 *   the board it belongs to, null where none; `says` are words of `ThreadMark` that the record says of itself, '{}' for none;
 * - `<schema>.thread_link (from_kind text, from_id uuid, relation text, to_kind text, to_id uuid, starts_on date, ends_on date)`: what the records
 *   imply; the first serves the second, never the other way round, and never in a circle.
 *
 * Both are plain `select ... union all select ...` over tables, with constants cast (`'plan'::text`), so that PostgreSQL can carry `id = any (...)` into
 * every arm: no distinct, grouping, ordering or functions around the two ids, and an index on each column that stands as an id. No row for a link whose
 * column is null. `starts_on` null: from the first day; `ends_on` null: still. A record that is done stays on the thread; one that was withdrawn ends.
 * The migration 0149 of the thread puts all of these views together by their names (`call thread.compose()` does it anew after a later one).
 */
export interface ThreadPart {
  readonly schema: string
  readonly kinds: Readonly<Record<string, ThreadKind>>
  /** Relations of its own links beyond `threadRelations`. */
  readonly relations?: Readonly<Record<string, ThreadRelation>>
}

/** One kind of record: what it is called, and where its own page stands. */
export interface ThreadKind {
  /** In the singular and without an article, as it stands in a sentence: 'priority'. */
  readonly noun: string
  readonly plural: string
  /** The address of the record's own page; `board` is the slug of the board it belongs to, '' where it has none. */
  readonly address: (id: string, board: string) => string
  /** A further page of the record, offered beside it where the four things of a priority stand together. */
  readonly further?: { readonly text: string; readonly address: (id: string) => string } | undefined
}

/** A relation in words, read from either end, as they stand between two labels. */
export interface ThreadRelation {
  /** From the one that serves: 'measures'. */
  readonly serves: string
  /** From the one that is served: 'is measured by'. */
  readonly served: string
}

/**
 * What a record may say of itself in `says`, for gaps to be found: that it has an owner, a lead, a date it is due on, money, a baseline, a
 * polarity; that it is overdue, done, closed or only a draft; that a recommendation was responded to; that a decision only notes; that a measure was
 * reported for one of its last two periods.
 */
export type ThreadMark =
  | 'owner'
  | 'lead'
  | 'due'
  | 'money'
  | 'baseline'
  | 'polarity'
  | 'reported'
  | 'overdue'
  | 'done'
  | 'closed'
  | 'draft'
  | 'impact'
  | 'responded'
  | 'noted'

/** The relations that every domain may use; the key stands in the views and in links that people make. */
export const threadRelations = {
  serves: { serves: 'serves', served: 'is served by' },
  answers: { serves: 'answers', served: 'is answered by' },
  'part-of': { serves: 'is part of', served: 'contains' },
  delivers: { serves: 'delivers', served: 'is delivered by' },
  measures: { serves: 'measures', served: 'is measured by' },
  'carries-out': { serves: 'carries out', served: 'is carried out by' },
  'decides-on': { serves: 'decides on', served: 'is decided on by' },
  'decided-at': { serves: 'was decided at', served: 'decided' },
  'responds-to': { serves: 'responds to', served: 'is responded to by' },
  'reports-to': { serves: 'reports to', served: 'is reported to by' },
  threatens: { serves: 'threatens', served: 'is threatened by' },
  'speaks-to': { serves: 'speaks to', served: 'is spoken to by' },
  'has-regard-to': { serves: 'has regard to', served: 'is regarded by' },
  'came-from': { serves: 'came from', served: 'led to' },
  'accounts-to': { serves: 'is accountable to', served: 'holds to account' },
} as const satisfies Readonly<Record<string, ThreadRelation>>

/** One of them. */
export type CommonRelation = keyof typeof threadRelations

/** The address of the golden thread of one record, for a link on the record's own page. */
export function threadAddress(kind: string, id: string): string {
  return `/thread/${kind}/${id}`
}
