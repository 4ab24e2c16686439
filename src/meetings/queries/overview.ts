import type { Reader } from '#platform/database/session.ts'
import type { Returns } from '../rules/action-returns.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { findActionsById } from './actions.ts'
import { findTakenHome } from './ratifications.ts'

/** A meeting in a list: when, where, and whether its pack and minutes can be read. */
export interface MeetingLine {
  readonly id: string
  readonly body: string
  readonly title: string
  readonly heldOn: Temporal.PlainDate
  /** 'HH:MM:SS' in London; null where the record does not state it. */
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly place: string
  readonly state: string
  /** Rises with every change that a calendar must be told of. */
  readonly sequence: number
}

/** A publication in a list: what came out for which meeting, when. */
export interface PublicationLine {
  readonly id: string
  readonly kind: string
  readonly number: number
  readonly publishedAt: Temporal.Instant
  /** The civil day of it: all that old records state. */
  readonly publishedOn: Temporal.PlainDate
  readonly withdrawnAt: Temporal.Instant | null
  /** Public; '' where it stands. */
  readonly withdrawnReason: string
  readonly meeting: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
}

/** A decision in a list. */
export interface DecisionLine {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly text: string
  readonly decidedOn: Temporal.PlainDate
  readonly body: string
  readonly meeting: string
  /** Partners must take it home before it is in force. */
  readonly bindsNobody: boolean
  /** Where partners were asked about it. */
  readonly home: TakenHome | undefined
}

/** What a list is limited to. */
export interface ListScope {
  /** Bodies to look at; undefined: all. */
  readonly bodies?: readonly string[] | undefined
  /** At most so many, 1 to 200. */
  readonly limit: number
}

const meetingColumns = [
  'id',
  'body',
  'title',
  'held_on as heldOn',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'place',
  'state',
  'sequence',
] as const

/** Meetings on or after a day that are neither cancelled nor moved, the nearest first. */
export async function findComingMeetings(reader: Reader, fromDay: Temporal.PlainDate, scope: ListScope): Promise<MeetingLine[]> {
  return reader
    .selectFrom('meetings.meeting')
    .select(meetingColumns)
    .where('held_on', '>=', fromDay)
    .where('state', 'in', ['planned', 'called', 'in_progress'])
    .$if(scope.bodies !== undefined, (query) => query.where('body', 'in', [...(scope.bodies ?? [])]))
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('id')
    .limit(scope.limit)
    .execute()
}

/** Meetings of one body, the latest first, for its calendar; those that are only planned where they are asked for. Both days count. */
export async function findMeetingsForCalendar(
  reader: Reader,
  body: string,
  limit: number,
  {
    since,
    until,
    withPlanned = false,
  }: {
    readonly since?: Temporal.PlainDate | undefined
    readonly until?: Temporal.PlainDate | undefined
    readonly withPlanned?: boolean
  } = {},
): Promise<MeetingLine[]> {
  return reader
    .selectFrom('meetings.meeting')
    .select(meetingColumns)
    .where('body', '=', body)
    .$if(!withPlanned, (query) => query.where('state', '<>', 'planned'))
    .$if(since !== undefined, (query) => query.where('held_on', '>=', since ?? null))
    .$if(until !== undefined, (query) => query.where('held_on', '<=', until ?? null))
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Announced meetings of some bodies, and single ones besides, on or after a day, cancelled ones among them; 500 at most, the nearest first. */
export async function findMeetingsOfBoards(
  reader: Reader,
  {
    bodies,
    meetings,
    since,
  }: { readonly bodies: readonly string[]; readonly meetings: readonly string[]; readonly since: Temporal.PlainDate },
): Promise<MeetingLine[]> {
  if (bodies.length + meetings.length === 0) return []
  return reader
    .selectFrom('meetings.meeting')
    .select(meetingColumns)
    .where('held_on', '>=', since)
    .where('state', '<>', 'planned')
    .where((where) =>
      where.or([
        ...(bodies.length > 0 ? [where('body', 'in', [...bodies])] : []),
        ...(meetings.length > 0 ? [where('id', 'in', [...meetings])] : []),
      ]),
    )
    .orderBy('held_on')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Meetings that were held, the latest first: those of before a day, and those of the day itself that are over. Cancelled and moved ones were not. */
export async function findHeldMeetings(reader: Reader, today: Temporal.PlainDate, scope: ListScope): Promise<MeetingLine[]> {
  return reader
    .selectFrom('meetings.meeting')
    .select(meetingColumns)
    .where((where) =>
      where.or([
        where.and([where('held_on', '<', today), where('state', 'in', ['called', 'in_progress'])]),
        where.and([where('held_on', '<=', today), where('state', 'in', ['ended', 'abandoned'])]),
      ]),
    )
    .$if(scope.bodies !== undefined, (query) => query.where('body', 'in', [...(scope.bodies ?? [])]))
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(scope.limit)
    .execute()
}

/** Packs, supplements, corrections and minutes as they came out, the latest first; withdrawn ones are in it, and say so. */
export async function findLatestPublications(reader: Reader, scope: ListScope): Promise<PublicationLine[]> {
  return reader
    .selectFrom('meetings.publication as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select([
      'p.id',
      'p.kind',
      'p.number',
      'p.published_at as publishedAt',
      'p.published_on as publishedOn',
      'p.withdrawn_at as withdrawnAt',
      'p.withdrawn_reason as withdrawnReason',
      'p.meeting',
      'p.body',
      'm.held_on as heldOn',
    ])
    .$if(scope.bodies !== undefined, (query) => query.where('p.body', 'in', [...(scope.bodies ?? [])]))
    .orderBy('p.published_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(scope.limit)
    .execute()
}

const decisionColumns = [
  'id',
  'number',
  'type',
  'text',
  'decided_on as decidedOn',
  'of_body as body',
  'meeting',
  'binds_nobody as bindsNobody',
] as const

/** Decisions, the latest first; withdrawn ones are not in it. */
export async function findLatestDecisions(reader: Reader, scope: ListScope, today: Temporal.PlainDate): Promise<DecisionLine[]> {
  const decisions = await reader
    .selectFrom('meetings.decision')
    .select(decisionColumns)
    .where('withdrawn', '=', false)
    .$if(scope.bodies !== undefined, (query) => query.where('of_body', 'in', [...(scope.bodies ?? [])]))
    .orderBy('decided_on', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .limit(scope.limit)
    .execute()
  return withHomes(reader, decisions, today)
}

/** Some decisions, the latest first. */
export async function findDecisionLines(reader: Reader, ids: readonly string[], today: Temporal.PlainDate): Promise<DecisionLine[]> {
  if (ids.length === 0) return []
  const decisions = await reader
    .selectFrom('meetings.decision')
    .select(decisionColumns)
    .where('id', 'in', ids)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return withHomes(reader, decisions, today)
}

async function withHomes(
  reader: Reader,
  decisions: readonly Omit<DecisionLine, 'home'>[],
  today: Temporal.PlainDate,
): Promise<DecisionLine[]> {
  const homes = await findTakenHome(
    reader,
    decisions.map(({ id }) => id),
    today,
  )
  return decisions.map((decision) => ({ ...decision, home: homes.get(decision.id) }))
}

/** A paper that somebody has to write or hand in. */
export interface PaperDuty {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly submittedAt: Temporal.Instant | null
  readonly meeting: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
}

/** Papers by one author for meetings on or after a day that are not published yet, the nearest meeting first. */
export async function findPaperDuties(reader: Reader, author: string, fromDay: Temporal.PlainDate): Promise<PaperDuty[]> {
  return reader
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.id', 'p.title', 'p.state', 'p.submitted_at as submittedAt', 'p.meeting', 'p.body', 'm.held_on as heldOn'])
    .where('p.author', '=', author)
    .where('p.state', 'in', ['draft', 'in_checking', 'cleared'])
    .where('m.held_on', '>=', fromDay)
    .orderBy('m.held_on')
    .orderBy('p.id')
    .limit(100)
    .execute()
}

/** An action that somebody leads and that is not done. */
export interface ActionDuty {
  readonly id: string
  readonly text: string
  readonly dueWords: string
  readonly dueTo: Temporal.PlainDate | null
  /** Of an action that returns; undefined for every other. */
  readonly returns: Returns | undefined
  readonly body: string
  /** The body whose action it is: another than the one that called at a joint meeting only. */
  readonly ofBody: string
  readonly meeting: string
}

/** Open actions that one person leads, the earliest due first, those without a day last. */
export async function findActionDuties(reader: Reader, person: string): Promise<ActionDuty[]> {
  const duties = await reader
    .selectFrom('meetings.action as a')
    .innerJoin('meetings.action_lead as l', 'l.action', 'a.id')
    .select(['a.id', 'a.text', 'a.due_words as dueWords', 'a.due_to as dueTo', 'a.body', 'a.of_body as ofBody', 'a.meeting'])
    .where('l.person', '=', person)
    .where('a.state', '=', 'open')
    .orderBy('a.due_to', (order) => order.asc().nullsLast())
    .orderBy('a.id')
    .limit(100)
    .execute()
  const actions = await findActionsById(
    reader,
    duties.map(({ id }) => id),
  )
  const returns = new Map(actions.map((action) => [action.id, action.returns]))
  return duties.map((duty) => ({ ...duty, returns: returns.get(duty.id) }))
}
