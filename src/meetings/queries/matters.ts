import type { Reader } from '#platform/database/session.ts'
import { meetingPaths, recordPaths } from '../paths.ts'

/** A decision or an item of an agenda as other parts name it. */
export interface Matter {
  readonly kind: 'decision' | 'item'
  readonly id: string
  /** The item that a decision belongs to; null for items, and where none is kept. */
  readonly item: string | null
  /** Number of the decision or of the item; '' where it has none. */
  readonly number: string
  readonly title: string
  /** The day on which it was decided, or on which the meeting is or was held. */
  readonly on: Temporal.PlainDate
  readonly href: string
}

/** What is looked for: the matters of a body over a span, half-open, or some by their ids. */
export type MatterScope =
  | { readonly body: string; readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate; readonly only?: 'decision' }
  | { readonly ids: readonly string[] }

/**
 * Decisions of a body and the items of its meetings, joint ones as well, that one may see in full, the latest first. Openers such as apologies are no
 * matters, nor is what was withdrawn or cancelled.
 */
export async function findMatters(reader: Reader, scope: MatterScope): Promise<readonly Matter[]> {
  if ('ids' in scope && scope.ids.length === 0) return []
  if ('only' in scope && scope.only === 'decision') return findDecided(reader, scope)
  const [decisions, items] = await Promise.all([findDecided(reader, scope), findItems(reader, scope)])
  return [...decisions, ...items].toSorted((a, b) => Temporal.PlainDate.compare(b.on, a.on))
}

async function findDecided(reader: Reader, scope: MatterScope): Promise<readonly Matter[]> {
  const found = reader
    .selectFrom('meetings.decision as d')
    .select(['d.id', 'd.item', 'd.number', 'd.text as title', 'd.decided_on as on'])
    .where('d.withdrawn', '=', false)
    .orderBy('d.id', 'desc')
  const rows = await ('ids' in scope
    ? found.where('d.id', 'in', [...scope.ids])
    : found.where('d.of_body', '=', scope.body).where('d.decided_on', '>=', scope.from).where('d.decided_on', '<', scope.until)
  ).execute()
  return rows.map((row) => ({ ...row, kind: 'decision', href: recordPaths.decision(row.id) }))
}

async function findItems(reader: Reader, scope: MatterScope): Promise<readonly Matter[]> {
  const found = reader
    .selectFrom('meetings.agenda_item as i')
    .innerJoin('meetings.item_content as c', 'c.item', 'i.id')
    .innerJoin('meetings.meeting as m', 'm.id', 'i.meeting')
    .select(['i.id', 'i.number', 'c.title', 'm.held_on as on', 'i.meeting'])
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.position')
  const rows = await ('ids' in scope
    ? found.where('i.id', 'in', [...scope.ids])
    : found
        .where((where) => where.or([where('m.body', '=', scope.body), where(where.val(scope.body), '=', where.fn.any('m.joint'))]))
        .where('i.purpose', '!=', 'procedure')
        .where('m.state', 'not in', ['cancelled', 'rescheduled'])
        .where('m.held_on', '>=', scope.from)
        .where('m.held_on', '<', scope.until)
  ).execute()
  return rows.map(({ meeting, ...row }) => ({ ...row, kind: 'item', item: null, href: meetingPaths.item(meeting, row.id) }))
}
