import type { Reader } from '#platform/database/session.ts'

/** People for whom a board has services, with the records through which the golden thread reaches them (T5). */
export interface ThreadGroup {
  /** Stands in the address. */
  readonly code: string
  readonly name: string
  /** The services for them that whoever asks may see. */
  readonly records: readonly { readonly kind: string; readonly id: string; readonly label: string }[]
}

/** The groups of people for whom a board has services on a day, as far as whoever asks may see them; the domain that keeps services fills it in. */
export type GroupsOf = (reader: Reader, body: string, day: Temporal.PlainDate) => Promise<readonly ThreadGroup[]>

/** The address of the client groups of a board, for links from other parts of the house. */
export const groupsAddress = (slug: string): string => `/boards/${slug}/thread/groups`
