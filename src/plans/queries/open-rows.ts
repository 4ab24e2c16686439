import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** An action of a plan in force with where it stands, for open data. */
export interface OpenPlanRow {
  readonly plan: string
  readonly planState: string
  /** First day that the plan is for, and first day that it is no longer for; null: not settled, open. */
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly priority: string
  /** '' where the action stands right under its priority. */
  readonly outcome: string
  readonly reference: string
  readonly action: string
  /** Who leads it, by name, divided by semicolons; '' where nobody does. */
  readonly leads: string
  readonly dueWords: string
  readonly state: string
  readonly doneOn: Temporal.PlainDate | null
}

/** The actions of the plans of a body that came into force, as far as the reader may see them, in their order. */
export async function findOpenPlanRows(reader: Reader, body: string): Promise<readonly OpenPlanRow[]> {
  const leads = sql<string>`coalesce((select string_agg(l.name, '; ' order by l.position) from plans.lead l
    where l.version = t.version and l.action = t.action and l.part = 'lead'), '')`
  const titled = (reference: string, title: string) => sql<string>`concat_ws(' ', nullif(${sql.ref(reference)}, ''), ${sql.ref(title)})`
  return reader
    .selectFrom('plans.action_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .innerJoin('plans.action as a', 'a.id', 't.action')
    .innerJoin('plans.priority_text as p', (on) => on.onRef('p.version', '=', 't.version').onRef('p.priority', '=', 't.priority'))
    .leftJoin('plans.outcome_text as o', (on) => on.onRef('o.version', '=', 't.version').onRef('o.outcome', '=', 't.outcome'))
    .select(['v.title as plan', 'v.state as planState', 'v.starts_on as startsOn', 'v.ends_on as endsOn'])
    .select(['t.reference', 't.title as action', 't.due_words as dueWords', 'a.state', 'a.done_on as doneOn'])
    .select([titled('p.reference', 'p.title').as('priority'), titled('o.reference', 'o.title').as('outcome'), leads.as('leads')])
    .where('v.body', '=', body)
    .where('v.shown', '=', true)
    .where('v.state', 'in', ['published', 'closed'])
    .orderBy('v.title')
    .orderBy('v.plan')
    .orderBy('p.position')
    .orderBy(sql`o.position`, (by) => by.asc().nullsFirst())
    .orderBy('t.position')
    .orderBy('t.action')
    .execute()
}
