import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`)

/** What stands in the names of organisations at meetings, as sentences for whoever says what became of them (G1); as far as the reader may see it. */
export async function tellInTheirName(reader: Reader, organisations: readonly string[]): Promise<readonly string[]> {
  if (organisations.length === 0) return []
  const count = sql<number>`count(*)::int`.as('count')
  const actions = await reader
    .selectFrom('meetings.action_lead as l')
    .innerJoin('meetings.action as a', 'a.id', 'l.action')
    .select(count)
    .where('l.organisation', 'in', organisations)
    .where('a.state', '=', 'open')
    .executeTakeFirst()
  const partners = await reader
    .selectFrom('meetings.ratification as r')
    .innerJoin('meetings.ratification_ask as q', 'q.decision', 'r.decision')
    .select(count)
    .where('r.organisation', 'in', organisations)
    .where('q.withdrawn', '=', false)
    .where((where) =>
      where.not(where.exists(where.selectFrom('meetings.ratification_answer as w').select('w.id').whereRef('w.ratification', '=', 'r.id'))),
    )
    .executeTakeFirst()
  const entries = await reader
    .selectFrom('meetings.list_entry as e')
    .select(count)
    .where('e.organisation', 'in', organisations)
    .where('e.ended_at', 'is', null)
    .executeTakeFirst()
  const told: readonly (readonly [number, string])[] = [
    [
      actions?.count ?? 0,
      `${many(actions?.count ?? 0, 'open action that you may see is', 'open actions that you may see are')} led in its name: the clerk of the board names another lead.`,
    ],
    [
      partners?.count ?? 0,
      `${many(partners?.count ?? 0, 'decision waits', 'decisions wait')} for its word as a partner. It stays named as it was asked; the clerk of the board enters the successor’s word with the evidence.`,
    ],
    [
      entries?.count ?? 0,
      `${many(entries?.count ?? 0, 'entry of a mailing list follows a post in it, and finds', 'entries of mailing lists follow posts in it, and find')} nobody any more.`,
    ],
  ]
  return told.filter(([number]) => number > 0).map(([, words]) => words)
}
