import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type ActionFacts, type ActionView, actionViews, isInView } from '../rules/action-standing.ts'
import { type Action, findActionsById, type Lead } from './actions.ts'

/** What counting needs to know of an action: no text. */
export interface CountableAction extends ActionFacts {
  readonly id: string
  readonly doneOn: Temporal.PlainDate | null
  readonly leads: readonly Lead[]
}

/** One page of a board's actions in one view, and how many each view holds. */
export interface BoardActions {
  readonly actions: readonly Action[]
  readonly counts: Readonly<Record<ActionView, number>>
  readonly page: number
  readonly pages: number
}

const PAGE = 25

/** Every action of a board that the reader may see, without its text, those of the latest meeting first. */
export async function findCountableActions(reader: Reader, body: string): Promise<readonly CountableAction[]> {
  const found = await reader
    .selectFrom('meetings.action as a')
    .leftJoin('meetings.meeting as m', 'm.id', 'a.meeting')
    .leftJoin('meetings.meeting as due', 'due.id', 'a.due_meeting')
    .leftJoin('meetings.meeting as next', 'next.id', 'due.successor')
    .select(['a.id', 'a.state', 'a.done_on as doneOn'])
    .select(
      sql<Temporal.PlainDate | null>`case when a.due_meeting is null then a.due_to when due.state = 'rescheduled' then next.held_on
        else due.held_on end`.as('dueTo'),
    )
    .select(
      sql<boolean>`coalesce(case when due.state = 'rescheduled' then next.state else due.state end = 'cancelled', false)`.as(
        'meetingCancelled',
      ),
    )
    .where('a.body', '=', body)
    .where('a.state', '<>', 'withdrawn')
    .orderBy('m.held_on', (order) => order.desc().nullsLast())
    .orderBy('a.id')
    .execute()
  const leads = await leadsOf(reader, body)
  return found.map((row) => ({ ...row, state: row.state as Action['state'], leads: leads.get(row.id) ?? [] }))
}

/** Who leads the actions of a board, by action. */
async function leadsOf(reader: Reader, body: string): Promise<ReadonlyMap<string, readonly Lead[]>> {
  const rows = await reader
    .selectFrom('meetings.action_lead as l')
    .innerJoin('meetings.action as a', 'a.id', 'l.action')
    .select(['l.action', 'l.person', 'l.organisation', 'l.name'])
    .where('a.body', '=', body)
    .execute()
  return Map.groupBy(rows, ({ action }) => action)
}

/** Takes one page of a view; `me` is the person who asks, undefined for a visitor. */
export async function pageOfActions(
  reader: Reader,
  counted: readonly CountableAction[],
  asked: { readonly view: ActionView; readonly page: number; readonly me: string | undefined; readonly today: Temporal.PlainDate },
): Promise<BoardActions> {
  const { view, me, today } = asked
  const isMine = ({ leads }: CountableAction): boolean => me !== undefined && leads.some(({ person }) => person === me)
  const inView = (one: ActionView) => counted.filter((action) => isInView(one, action, isMine(action), today))
  const lists = new Map(actionViews.map((one) => [one, inView(one)]))
  const counts = (one: ActionView): number => lists.get(one)?.length ?? 0
  const pages = Math.max(1, Math.ceil(counts(view) / PAGE))
  const page = Math.min(Math.max(1, asked.page), pages)
  const shown = (lists.get(view) ?? []).slice((page - 1) * PAGE, page * PAGE)
  return {
    actions: await findActionsById(
      reader,
      shown.map(({ id }) => id),
    ),
    counts: { all: counts('all'), mine: counts('mine'), overdue: counts('overdue'), done: counts('done') },
    page,
    pages,
  }
}
