import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { followedUpBy } from './actions.ts'

/**
 * How much open work a body has, as far as the reader may see it (G2): actions, of them those of Part 2, which stay with it, and items of the plan that its
 * terms do not place there by themselves; a paper that waits to be taken in stays where it was sent.
 */
export async function countOpenWork(
  reader: Reader,
  body: string,
): Promise<{ readonly actions: number; readonly partTwo: number; readonly plan: number }> {
  const actions = await reader
    .selectFrom('meetings.action as a')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where a.category <> 'public' or a.sight = 'draft'))::int`.as('kept'),
    ])
    .where(followedUpBy('a', body))
    .where('a.state', '=', 'open')
    .executeTakeFirstOrThrow()
  const plan = await reader
    .selectFrom('meetings.plan_item as p')
    .select(sql<number>`count(*)::int`.as('all'))
    .where('p.body', '=', body)
    .where('p.state', '=', 'accepted')
    .where('p.standing_key', '=', '')
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('meetings.sent_paper as s').select('s.id').whereRef('s.plan_item', '=', 'p.id').where('s.state', '=', 'sent'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return { actions: actions.all - actions.kept, partTwo: actions.kept, plan: plan.all }
}
