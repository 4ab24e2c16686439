import type { Reader } from '#platform/database/session.ts'

/** What records of a kind come to together, in a sentence, as far as the reader may see them; undefined where nothing can be said. */
export type WorthOf = (reader: Reader, ids: readonly string[]) => Promise<string | undefined>

/** What records of a kind come to together over a period, in a sentence for each set of them, by its key; a set of which nothing can be said is missing. @param span - half-open */
export type SumInPeriod = (
  reader: Reader,
  sets: ReadonlyMap<string, readonly string[]>,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
) => Promise<ReadonlyMap<string, string>>

/** Of which kinds that is told where the four things of a record stand together (T5). */
export type SumByKind = Readonly<Record<string, SumInPeriod>>

/** Of which kinds that is told, so that a gap of money names its sum (handbook of plans and performance 3.10). */
export type WorthByKind = Readonly<Record<string, WorthOf>>
