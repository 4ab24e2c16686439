import type { Reader } from '#platform/database/session.ts'

/** Whether the law of a regime wants members in the room on a day, and where it is written; undefined where it does not. */
export type PresenceLawOf = (regime: string | undefined, onDay: Temporal.PlainDate) => { readonly source: string } | undefined

/** Reads for every regime and day whether members are counted and vote only in the room (M8): a handful of rows. */
export async function findPresenceLaw(reader: Reader): Promise<PresenceLawOf> {
  const rows = await reader
    .selectFrom('governance.presence_law')
    .select(['legal_regime as of', 'source', 'starts_on as startsOn', 'ends_on as endsOn'])
    .execute()
  return (regime, onDay) =>
    rows.find(
      ({ of, startsOn, endsOn }) =>
        of === regime &&
        Temporal.PlainDate.compare(startsOn, onDay) <= 0 &&
        (endsOn === null || Temporal.PlainDate.compare(onDay, endsOn) < 0),
    )
}
