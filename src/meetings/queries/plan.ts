import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/meeting.ts'
import type { PlanState } from '../rules/plan.ts'

/** An item of the forward plan (M1). */
export interface PlanItem {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly summary: string
  readonly lead: string
  readonly purpose: string
  /** Null while it has no meeting. */
  readonly meeting: string | null
  readonly state: PlanState
  readonly reason: string
  readonly nominatedBy: string | null
  /** Of a standing item of the terms: its key there; '' for every other. */
  readonly standingKey: string
  /** The period in which a standing item falls due, half-open; null for one of each meeting and for every other item. */
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueUntil: Temporal.PlainDate | null
  /** The meeting at which a standing item of each meeting is due. */
  readonly dueMeeting: string | null
  /** Day of its meeting; null where it has none, or one that the reader may not know of. */
  readonly heldOn: Temporal.PlainDate | null
  /** State of that meeting; null likewise. */
  readonly meetingState: string | null
  /** How long it is to take; null where nobody has said. */
  readonly minutes: number | null
  readonly nominatedAt: Temporal.Instant
  /** When it was accepted, and the account of who did; null where nobody had to, or that is not known. */
  readonly acceptedAt: Temporal.Instant | null
  readonly acceptedBy: string | null
  /** It was referred by a decision whose minutes are not published yet: its words are for those who prepare the meeting. */
  readonly isBeforeMinutes: boolean
  readonly version: number
}

function planItems(reader: Reader) {
  return reader
    .selectFrom('meetings.plan_item as p')
    .leftJoin('meetings.meeting as at', 'at.id', 'p.meeting')
    .select(['at.held_on as heldOn', 'at.state as meetingState'])
    .select(['p.id', 'p.body', 'p.sight', 'p.title', 'p.summary', 'p.lead', 'p.purpose', 'p.meeting', 'p.state', 'p.reason', 'p.version'])
    .select(['p.nominated_by as nominatedBy', 'p.nominated_at as nominatedAt', 'p.minutes', 'p.standing_key as standingKey'])
    .select(['p.accepted_at as acceptedAt', 'p.accepted_by as acceptedBy'])
    .select(['p.due_from as dueFrom', 'p.due_until as dueUntil', 'p.due_meeting as dueMeeting'])
    .select(sql<boolean>`p.referred_from is not null and meetings.is_before_its_minutes(p.id)`.as('isBeforeMinutes'))
}

type Row = Awaited<ReturnType<ReturnType<typeof planItems>['execute']>>[number]

const planItemOf = (row: Row): PlanItem => ({ ...row, sight: row.sight as Sight, state: row.state as PlanState })

/** What is on the plan of a body and not over: nominated, accepted, and refused or withdrawn since a day, newest nominations last. */
export async function findPlan(reader: Reader, body: string, since: Temporal.Instant): Promise<readonly PlanItem[]> {
  const rows = await planItems(reader)
    .where('p.body', '=', body)
    .where((where) =>
      where.or([
        where('p.state', 'in', ['nominated', 'accepted']),
        where.and([where('p.state', 'in', ['refused', 'withdrawn']), where('p.nominated_at', '>=', since)]),
      ]),
    )
    .orderBy('p.nominated_at')
    .orderBy('p.id')
    .limit(500)
    .execute()
  return rows.map(planItemOf)
}

/** One item of the plan. @throws NotFound where there is none that one may see */
export async function findPlanItem(reader: Reader, body: string, id: string): Promise<PlanItem> {
  const row = isUuid(id) ? await planItems(reader).where('p.id', '=', id).where('p.body', '=', body).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such item of the plan.')
  return planItemOf(row)
}

/** Items that were placed in a meeting and are not on its agenda yet. */
export async function findPlacedItems(reader: Reader, meeting: string): Promise<readonly PlanItem[]> {
  const rows = await planItems(reader)
    .where('p.meeting', '=', meeting)
    .where('p.state', '=', 'accepted')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('meetings.item_content as c')
            .select('c.item')
            .whereRef('c.plan_item', '=', 'p.id')
            .where('c.meeting', '=', meeting),
        ),
      ),
    )
    .orderBy('p.nominated_at')
    .orderBy('p.id')
    .execute()
  return rows.map(planItemOf)
}

/** The decision of another body that brought an item to a plan. */
export interface ReferringDecision {
  readonly id: string
  /** '' where that body numbers none. */
  readonly number: string
  readonly text: string
  readonly decidedOn: Temporal.PlainDate
}

/** The decision that an item was referred by; undefined where it came by no referral, or by one that the reader may not know of. */
export async function findReferringDecision(reader: Reader, planItem: string): Promise<ReferringDecision | undefined> {
  return reader
    .selectFrom('meetings.plan_item as p')
    .innerJoin('meetings.decision as d', 'd.id', 'p.referred_from')
    .select(['d.id', 'd.number', 'd.text', 'd.decided_on as decidedOn'])
    .where('p.id', '=', planItem)
    .executeTakeFirst()
}

/** A move of an item from one meeting to another; null is no meeting. */
export interface PlanMove {
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
  readonly reason: string
  readonly at: Temporal.Instant
}

/** Where an item has been, earliest first. */
export async function findMoves(reader: Reader, planItem: string): Promise<readonly PlanMove[]> {
  return reader
    .selectFrom('meetings.plan_move as v')
    .leftJoin('meetings.meeting as f', 'f.id', 'v.from_meeting')
    .leftJoin('meetings.meeting as t', 't.id', 'v.to_meeting')
    .select(['f.held_on as from', 't.held_on as to', 'v.reason', 'v.at'])
    .where('v.plan_item', '=', planItem)
    .orderBy('v.at')
    .execute()
}

/** An item of the plan as the access matrix names it. */
export function guardedPlanItem({ sight, body }: Pick<PlanItem, 'sight' | 'body'>): Guarded {
  return { record: 'plan-item', state: sight, ties: { body } }
}

/** The plan of a body as the access matrix names it. */
export function guardedPlan(body: string): Guarded {
  return { record: 'forward-plan', state: 'any', ties: { body } }
}
