/**
 * How the records of one domain appear on the golden thread. Each domain fills in one (`src/<domain>/thread.ts`), and `createApp` hands them to the thread,
 * which therefore imports no domain's inner parts. Their rows come from two views of the domain's schema, both `security_invoker`, so that whoever
 * reads them reads no more than they may:
 *
 * - `<schema>.thread_node (kind, id, label, body_id, starts_on, ends_on)`: one row a record; `body_id` is the board it belongs to, null where none;
 * - `<schema>.thread_link (from_kind, from_id, relation, to_kind, to_id, starts_on, ends_on)`: what the records imply; the first serves the second.
 */
export interface ThreadPart {
  readonly schema: string
  readonly kinds: Readonly<Record<string, ThreadKind>>
}

/** One kind of record: what it is called, and where its own page stands. */
export interface ThreadKind {
  /** In the singular and without an article, as it stands in a sentence: 'priority'. */
  readonly noun: string
  readonly plural: string
  /** The address of the record's own page. */
  readonly address: (id: string) => string
}

/** The address of the golden thread of one record, for a link on the record's own page. */
export function threadAddress(kind: string, id: string): string {
  return `/thread/${kind}/${id}`
}
