import type { Reader } from '#platform/database/session.ts'

/**
 * Reads what some records say of a period, a short sentence each, by their ids, as far as the reader may see it: the latest figure of a measure. Whoever has
 * nothing to say is left out. @param span - half-open
 */
export type SaidInPeriod = (
  reader: Reader,
  ids: readonly string[],
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
) => Promise<ReadonlyMap<string, string>>

/** What records of some kinds say, by kind. */
export type SaidByKind = Readonly<Record<string, SaidInPeriod>>
