import type { ThreadMark } from '#platform/thread/part.ts'

/** A record by its kind and id. */
export interface NodeRef {
  readonly kind: string
  readonly id: string
}

/** A record on the golden thread, as whoever asks may see it. */
export interface ThreadNode extends NodeRef {
  readonly label: string
  /** Id of the board that it belongs to; undefined for none. */
  readonly body: string | undefined
  /** What it says of itself; undefined where its part of the house does not say. */
  readonly says: ReadonlySet<ThreadMark | string> | undefined
}

/** A link of which both ends can be seen; the first serves the second. */
export interface ThreadLink {
  readonly from: NodeRef
  readonly relation: string
  readonly to: NodeRef
  /** Id of the link that somebody asserted; undefined for one that records imply. */
  readonly link: string | undefined
}

/** One key for a record, for maps and sets. */
export function keyOf({ kind, id }: NodeRef): string {
  return `${kind}/${id}`
}
