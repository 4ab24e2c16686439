import type { Reader } from '#platform/database/session.ts'

/** An item of the forward plan that could be shown to everybody. */
export interface ShowableItem {
  readonly id: string
  readonly title: string
}

/** Accepted items of a body that everybody may read and that are not shown yet: none of Part 2, of unpublished minutes, or with a paper that waits. */
export async function findShowable(reader: Reader, body: string): Promise<readonly ShowableItem[]> {
  return reader
    .selectFrom('meetings.plan_item as p')
    .leftJoin('meetings.decision as d', 'd.id', 'p.referred_from')
    .select(['p.id', 'p.title'])
    .where('p.body', '=', body)
    .where('p.state', '=', 'accepted')
    .where('p.sight', '=', 'members')
    .where((where) => where.or([where('p.referred_from', 'is', null), where('d.sight', '=', 'public')]))
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('meetings.item_content as c')
            .select('c.item')
            .whereRef('c.plan_item', '=', 'p.id')
            .where('c.category', '<>', 'public'),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('meetings.sent_paper as s').select('s.id').whereRef('s.plan_item', '=', 'p.id').where('s.state', '=', 'sent'),
        ),
      ),
    )
    .orderBy('p.nominated_at')
    .orderBy('p.id')
    .execute()
}
