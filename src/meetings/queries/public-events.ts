import { type RawBuilder, sql } from 'kysely'
import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { officerDecisionNumber } from '../rules/officer-decision.ts'

/** Something that came out, or was taken back, as feeds and alerts tell it. */
export interface PublicEvent {
  /** Of the record; the same for ever, whatever happens to it. */
  readonly id: string
  /** An item is told of only when it is withdrawn: it comes out with a pack. */
  readonly kind: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release' | 'decision' | 'officer-decision' | 'item' | 'consultation'
  /** 'outcome': it was said what came of a consultation. */
  readonly change: 'published' | 'withdrawn' | 'outcome'
  /** When that happened. */
  readonly at: Temporal.Instant
  /** When it came out; null for an item. */
  readonly publishedAt: Temporal.Instant | null
  /** Why it was withdrawn, for everybody; '' where it stands. */
  readonly reason: string
  /** Of a supplement, a decision or an item; '' for none. */
  readonly number: string
  /** What was decided, or what the item or the consultation is called; '' for publications, and for a decision that was withdrawn. */
  readonly words: string
  /** '' for a decision by an officer and for a consultation, which no meeting took. */
  readonly meeting: string
  readonly body: string
  /** Of the meeting; of a decision by an officer, when it was taken; of a consultation, when it opens. */
  readonly heldOn: Temporal.PlainDate
  /** Of a consultation: its board as its address has it, what came of it ('' until that is known), and the last day on which one can answer. */
  readonly asked?: { readonly slug: string; readonly outcome: string; readonly lastDay: Temporal.PlainDate } | undefined
}

/** What events are asked for. */
export interface EventScope {
  /** Bodies whose events count; undefined: all. */
  readonly bodies?: readonly string[] | undefined
  /** Ids of topics, one of which an event must be about; undefined: any, or none. */
  readonly topics?: readonly string[] | undefined
  /** Only what happened after this instant. */
  readonly since?: Temporal.Instant | undefined
  /** Only what happened at this instant or before. */
  readonly until?: Temporal.Instant | undefined
  /** At most so many, 1 to 500; the newest are kept. */
  readonly limit: number
}

/**
 * What came out and what was taken back, the latest first: packs, supplements, corrections, minutes, decisions, consultations, and withdrawals of any of them and of items.
 * A record is told once, as it stands now. Feeds and alerts read it as a visitor, so that row-level security decides what there is to tell.
 */
export async function findPublicEvents(reader: Reader, scope: EventScope): Promise<readonly PublicEvent[]> {
  if (scope.bodies?.length === 0 || scope.topics?.length === 0) return []
  const [publications, decisions, items, officers, consultations] = await Promise.all([
    findPublicationEvents(reader, scope),
    findDecisionEvents(reader, scope),
    findItemEvents(reader, scope),
    findOfficerEvents(reader, scope),
    findConsultationEvents(reader, scope),
  ])
  return [...publications, ...decisions, ...items, ...officers, ...consultations]
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || (a.id < b.id ? 1 : -1))
    .slice(0, scope.limit)
}

/** Whether an instant of a row is asked for. */
const between = (at: RawBuilder<unknown>, { since, until }: Pick<EventScope, 'since' | 'until'>) => sql<boolean>`(
  ${since === undefined ? sql`true` : sql`${at} > ${since.toString()}::timestamptz`} and
  ${until === undefined ? sql`true` : sql`${at} <= ${until.toString()}::timestamptz`})`

const inList = (column: string, ids: readonly string[] | undefined) =>
  ids === undefined ? sql<boolean>`true` : sql<boolean>`${sql.raw(column)} = any (${[...ids]}::uuid[])`

async function findPublicationEvents(reader: Reader, scope: EventScope): Promise<readonly PublicEvent[]> {
  const { bodies, topics, limit } = scope
  // A pack and minutes are about what is on the agenda; a supplement and a correction about the items whose papers they hold.
  const isAbout = sql<boolean>`exists (select from meetings.item_topic t where t.meeting = p.meeting and ${inList('t.topic', topics)}
      and (p.kind in ('pack', 'minutes') or exists (select from meetings.published_paper u where u.publication = p.id and u.item = t.item)))
    or exists (select from meetings.agenda_item i join meetings.item_topic t on t.item = i.id where i.released_by = p.id and ${inList('t.topic', topics)})
    or exists (select from meetings.publication_topic t where t.publication = p.id and ${inList('t.topic', topics)})`
  const rows = await reader
    .selectFrom('meetings.publication as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select(['p.id', 'p.kind', 'p.number', 'p.published_at as publishedAt', 'p.withdrawn_at as withdrawnAt'])
    .select(['p.withdrawn_reason as reason', 'p.meeting', 'p.body', 'm.held_on as heldOn'])
    .where(inList('p.body', bodies))
    .where(between(sql`coalesce(p.withdrawn_at, p.published_at)`, scope))
    .$if(topics !== undefined, (query) => query.where(sql<boolean>`(${isAbout})`))
    .orderBy(sql`coalesce(p.withdrawn_at, p.published_at)`, 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ withdrawnAt, number, kind, ...row }) => ({
    ...row,
    kind: kind as PublicEvent['kind'],
    change: withdrawnAt === null ? 'published' : 'withdrawn',
    at: withdrawnAt ?? row.publishedAt,
    number: kind === 'supplement' || number > 1 ? String(number) : '',
    words: '',
  }))
}

/** When the minutes of each meeting first came out, of those that stand. */
const firstMinutes = (reader: Reader) =>
  reader
    .selectFrom('meetings.publication as u')
    .select(['u.meeting', sql<Temporal.Instant | null>`min(u.published_at)`.as('first')])
    .where('u.kind', '=', 'minutes')
    .where('u.withdrawn_at', 'is', null)
    .groupBy('u.meeting')
    .as('b')

async function findDecisionEvents(reader: Reader, scope: EventScope): Promise<readonly PublicEvent[]> {
  const { bodies, topics, limit } = scope
  // A decision comes out with the minutes in which it stands; one that is recorded later, when it is recorded.
  const out = sql<Temporal.Instant>`greatest(d.recorded_at, b.first)`
  const at = sql<Temporal.Instant>`coalesce(d.withdrawn_at, ${out})`
  const isAbout = sql<boolean>`exists (select from meetings.item_topic t where t.item = d.item and ${inList('t.topic', topics)})
    or exists (select from meetings.decision_topic t where t.decision = d.id and ${inList('t.topic', topics)})`
  const rows = await reader
    .selectFrom('meetings.decision as d')
    .innerJoin('meetings.meeting as m', 'm.id', 'd.meeting')
    // Worked out once a meeting, not once a decision.
    .leftJoin(firstMinutes(reader), (join) => join.onRef('b.meeting', '=', 'd.meeting'))
    .select([
      'd.id',
      'd.number',
      'd.text',
      'd.withdrawn',
      'd.withdrawn_reason as reason',
      'd.meeting',
      'd.of_body as body',
      'm.held_on as heldOn',
    ])
    .select([out.as('publishedAt'), at.as('at')])
    .where(inList('d.of_body', bodies))
    // One that was withdrawn before it came out was never news.
    .where(sql<boolean>`(not d.withdrawn or d.withdrawn_at >= ${out})`)
    .where(between(at, scope))
    .$if(topics !== undefined, (query) => query.where(sql<boolean>`(${isAbout})`))
    .orderBy(at, 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ withdrawn, text, ...row }) => ({
    ...row,
    kind: 'decision',
    change: withdrawn ? 'withdrawn' : 'published',
    words: withdrawn ? '' : text,
  }))
}

async function findItemEvents(reader: Reader, scope: EventScope): Promise<readonly PublicEvent[]> {
  const { bodies, topics, limit } = scope
  const isAbout = sql<boolean>`exists (select from meetings.item_topic t where t.item = i.id and ${inList('t.topic', topics)})`
  const rows = await reader
    .selectFrom('meetings.agenda_item as i')
    .innerJoin('meetings.meeting as m', 'm.id', 'i.meeting')
    .leftJoin('meetings.item_content as c', 'c.item', 'i.id')
    .select(['i.id', 'i.number', 'i.public_title as publicTitle', 'c.title', 'i.withdrawn_at as withdrawnAt'])
    .select(['i.withdrawn_reason as reason', 'i.meeting', 'i.body', 'm.held_on as heldOn'])
    .where('i.withdrawn_at', 'is not', null)
    .where(inList('i.body', bodies))
    .where(between(sql`i.withdrawn_at`, scope))
    .$if(topics !== undefined, (query) => query.where(isAbout))
    .orderBy('i.withdrawn_at', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ withdrawnAt, title, publicTitle, ...row }) =>
    withdrawnAt === null
      ? []
      : [{ ...row, kind: 'item', change: 'withdrawn', at: withdrawnAt, publishedAt: null, words: title ?? publicTitle } as const],
  )
}

/** Decisions by officers are about no topic, so that whoever asks for topics hears of none. */
async function findOfficerEvents(reader: Reader, scope: EventScope): Promise<readonly PublicEvent[]> {
  if (scope.topics !== undefined) return []
  const at = sql<Temporal.Instant>`coalesce(o.withdrawn_at, o.recorded_at)`
  const rows = await reader
    .selectFrom('meetings.officer_decision as o')
    .select(['o.id', 'o.body', 'o.year', 'o.serial', 'o.title as words', 'o.decided_on as heldOn', 'o.recorded_at as publishedAt'])
    .select(['o.withdrawn_at as withdrawnAt', 'o.withdrawn_reason as reason', at.as('at')])
    .where(inList('o.body', scope.bodies))
    .where(between(at, scope))
    .orderBy(at, 'desc')
    .limit(scope.limit)
    .execute()
  return rows.map(({ year, serial, withdrawnAt, ...row }) => ({
    ...row,
    kind: 'officer-decision',
    change: withdrawnAt === null ? 'published' : 'withdrawn',
    number: officerDecisionNumber({ year, serial }),
    meeting: '',
  }))
}

/** Consultations that everybody can read, with what became of them; about a topic where the matter is that they feed (G11). */
async function findConsultationEvents(reader: Reader, scope: EventScope): Promise<readonly PublicEvent[]> {
  const at = sql<Temporal.Instant>`coalesce(c.withdrawn_at, c.outcome_at, c.published_at)`
  const isAbout = sql<boolean>`exists (select from meetings.plan_topic t where t.plan_item = c.plan_item and ${inList('t.topic', scope.topics)})`
  const rows = await reader
    .selectFrom('meetings.consultation as c')
    .select(['c.id', 'c.body', 'c.title as words', 'c.starts_on as heldOn', 'c.ends_on', 'c.published_at as publishedAt', 'c.outcome'])
    .select(['c.withdrawn_reason as reason', 'c.withdrawn_at', 'c.outcome_at', at.as('at')])
    .where('c.sight', '=', 'public')
    .where(sql<boolean>`${at} is not null`)
    .where(inList('c.body', scope.bodies))
    .where(between(at, scope))
    .$if(scope.topics !== undefined, (query) => query.where(isAbout))
    .orderBy(at, 'desc')
    .limit(scope.limit)
    .execute()
  if (rows.length === 0) return []
  const bodies = await findBodiesById(reader, [...new Set(rows.map(({ body }) => body))], Temporal.PlainDate.from('2100-01-01'))
  const slugs = new Map(bodies.map(({ id, slug }) => [id, slug]))
  return rows.map(({ withdrawn_at, outcome_at, ends_on, outcome, ...row }) => ({
    ...row,
    kind: 'consultation',
    change: withdrawn_at !== null ? 'withdrawn' : outcome_at !== null ? 'outcome' : 'published',
    number: '',
    meeting: '',
    asked: { slug: slugs.get(row.body) ?? '', outcome, lastDay: ends_on.subtract({ days: 1 }) },
  }))
}
