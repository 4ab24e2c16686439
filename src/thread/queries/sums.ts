import type { Reader } from '#platform/database/session.ts'
import type { SumByKind } from '#platform/thread/worth.ts'
import type { NodeRef } from '../rules/node.ts'

/**
 * What the records of each kind come to together in a period, for several sets of records at once: by the key of the set, then by kind. A kind of which nothing can be said is
 * missing.
 * @param span - half-open
 */
export async function sumsOfSets(
  reader: Reader,
  sums: SumByKind,
  sets: ReadonlyMap<string, readonly NodeRef[]>,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const answers = await Promise.all(
    Object.entries(sums).map(async ([kind, read]) => {
      const ids = new Map(
        [...sets].flatMap(([key, nodes]) => {
          const own = nodes.filter((node) => node.kind === kind).map(({ id }) => id)
          return own.length === 0 ? [] : [[key, own] as const]
        }),
      )
      return [kind, ids.size === 0 ? new Map<string, string>() : await read(reader, ids, span)] as const
    }),
  )
  return new Map(
    [...sets.keys()].map((key) => [
      key,
      new Map(
        answers.flatMap(([kind, said]) => {
          const words = said.get(key)
          return words === undefined ? [] : [[kind, words] as const]
        }),
      ),
    ]),
  )
}
