import { sql } from 'kysely'
import { findAdoptedTerms, type TermsVersion, termsOn } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { PlanState } from '../rules/plan.ts'
import type { HeldAgenda, StandingRecord } from '../rules/standing-kept.ts'
import type { KeptStanding, StandingFacts, StandingMeeting, TakenStanding } from '../rules/standing-places.ts'

/** How far back it is looked for when an item was last taken: a little more than two years. */
const MONTHS_BACK = 25

/** What standing items of a board are placed by, as far as the reader may see it: placing is for those who see all of it. */
export async function findStandingFacts(reader: Reader, body: string, today: Temporal.PlainDate): Promise<StandingFacts> {
  const since = today.subtract({ months: MONTHS_BACK })
  const versions = await findAdoptedTerms(reader, body)
  if (versions.every(({ terms }) => terms.standingItems.value === null)) return { meetings: [], kept: [], taken: [] }
  // Where it meets, and where items of it stand although it is not at the table any more.
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select(['id', 'body', 'held_on as heldOn', 'state', 'kind', 'joint'])
    .where(
      sql<boolean>`(body = ${body} or joint @> array[${body}::uuid]
        or id in (select unnest(array[p.meeting, p.due_meeting]) from meetings.plan_item p where p.body = ${body} and p.standing_key <> ''))`,
    )
    .where('held_on', '>=', since)
    .execute()
  const meetings = rows.map(({ id, heldOn, kind, joint, ...row }): StandingMeeting => {
    const state = row.body === body || joint.includes(body) ? row.state : 'cancelled'
    const ahead = (state === 'planned' || state === 'called') && Temporal.PlainDate.compare(heldOn, today) >= 0
    const standing = kind === 'ordinary' ? (termsOn(versions, heldOn)?.terms.standingItems.value ?? []) : []
    return { id, heldOn, standing, state: state === 'cancelled' || state === 'rescheduled' ? 'gone' : ahead ? 'open' : 'over' }
  })
  const [kept, taken] = await Promise.all([
    findKept(reader, [body], since),
    findTaken(
      reader,
      rows.filter((row) => row.body === body || row.joint.includes(body)),
      versions,
    ),
  ])
  return { meetings, kept, taken: taken.map(({ key, meeting }) => ({ key, meeting })) }
}

/** How the standing items of some boards were taken, as far as the reader may see it, by board; in as many queries as of one. */
export async function findStandingRecords(
  reader: Reader,
  terms: ReadonlyMap<string, readonly TermsVersion[]>,
  today: Temporal.PlainDate,
): Promise<(body: string) => StandingRecord | undefined> {
  const versions = [...terms.values()].flat()
  const bodies = [...new Set(versions.filter((version) => version.terms.standingItems.value !== null).map(({ body }) => body))]
  if (bodies.length === 0) return () => undefined
  const since = today.subtract({ months: MONTHS_BACK })
  const rows = await agendaRows(reader, bodies, since)
  const [kept, taken] = await Promise.all([findKept(reader, bodies, since), findTaken(reader, rows, versions)])
  const agendaOf = (body: string, { id, heldOn, kind }: (typeof rows)[number]): HeldAgenda => ({
    ...{ id, heldOn },
    standing: kind === 'ordinary' ? (termsOn(terms.get(body) ?? [], heldOn)?.terms.standingItems.value ?? []) : [],
  })
  return (body) => {
    if (!bodies.includes(body)) return undefined
    const own = rows.filter((row) => row.body === body || row.joint.includes(body))
    const isAhead = ({ state, heldOn }: (typeof rows)[number]): boolean =>
      (state === 'planned' || state === 'called') && Temporal.PlainDate.compare(heldOn, today) >= 0
    return {
      // An agenda of which nothing can be read proves nothing.
      held: own.filter(({ state, hasAgenda }) => state === 'ended' && hasAgenda).map((one) => agendaOf(body, one)),
      ahead: own.filter(isAhead).map((one) => agendaOf(body, one)),
      kept: kept.filter((one) => one.body === body),
      taken: taken.filter((one) => one.body === body),
    }
  }
}

async function agendaRows(reader: Reader, bodies: readonly string[], since: Temporal.PlainDate) {
  return reader
    .selectFrom('meetings.meeting as m')
    .select(['m.id', 'm.body', 'm.held_on as heldOn', 'm.state', 'm.kind', 'm.joint'])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('meetings.agenda_item as i')
            .select('i.id')
            .whereRef('i.meeting', '=', 'm.id')
            .where('i.withdrawn_at', 'is', null),
        )
        .$castTo<boolean>()
        .as('hasAgenda'),
    )
    .where(sql<boolean>`(${among('m.body', bodies)} or m.joint && ${bodies}::uuid[])`)
    .where('m.held_on', '>=', since)
    .execute()
}

async function findKept(
  reader: Reader,
  bodies: readonly string[],
  since: Temporal.PlainDate,
): Promise<readonly (KeptStanding & { readonly body: string })[]> {
  const rows = await reader
    .selectFrom('meetings.plan_item as p')
    .leftJoin('meetings.meeting as d', 'd.id', 'p.due_meeting')
    .select(['p.id', 'p.body', 'p.standing_key as key', 'p.due_from as dueFrom', 'p.due_until as dueUntil', 'p.due_meeting as dueMeeting'])
    .select(['p.meeting', 'p.state', 'p.by_hand as byHand'])
    .where(among('p.body', bodies))
    .where('p.standing_key', '<>', '')
    .where((where) => where.or([where('p.due_until', '>', since), where('d.held_on', '>=', since)]))
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as PlanState }))
}

/** A title as it is compared: nobody is told that an item was missing for a capital letter or the shape of an apostrophe. */
function plainTitle(title: string): string {
  return title.trim().replaceAll('’', "'").toLowerCase()
}

/** Agendas of before standing items were kept on the plan are read by the titles of their items. */
async function findTaken(
  reader: Reader,
  meetings: readonly { readonly id: string; readonly body: string; readonly joint: readonly string[] }[],
  versions: readonly TermsVersion[],
): Promise<readonly (TakenStanding & { readonly body: string })[]> {
  const items = versions.flatMap(({ body, terms }) =>
    (terms.standingItems.value ?? []).map(({ key, title }) => ({ body, key, title: plainTitle(title) })),
  )
  const titles = [...new Set(items.map(({ title }) => title))]
  if (titles.length === 0 || meetings.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.item_content as c')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'c.item')
    .select(['c.title', 'c.meeting'])
    .where(
      among(
        'c.meeting',
        meetings.map(({ id }) => id),
      ),
    )
    .where(sql<boolean>`lower(translate(btrim(c.title), '’', '''')) = any (${titles}::text[])`)
    .where('i.withdrawn_at', 'is', null)
    .execute()
  const atTable = new Map(meetings.map(({ id, body, joint }) => [id, [body, ...joint]]))
  return rows.flatMap(({ title, meeting }) =>
    (atTable.get(meeting) ?? []).flatMap((body) => {
      const keys = new Set(items.filter((item) => item.body === body && item.title === plainTitle(title)).map(({ key }) => key))
      return [...keys].map((key) => ({ key, meeting, body }))
    }),
  )
}

/** Boards with meetings still to be held that take standing items, their own or another's at whose table they sit; and those that left such a table. */
export async function findBoardsAhead(reader: Reader, today: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select(['body', 'joint'])
    .where('held_on', '>=', today)
    .where('state', 'in', ['planned', 'called'])
    .where('kind', '=', 'ordinary')
    .execute()
  const left = await reader
    .selectFrom('meetings.plan_item as p')
    .innerJoin('meetings.meeting as m', (join) => join.on(sql<boolean>`m.id in (p.meeting, p.due_meeting)`))
    .select('p.body')
    .where('p.standing_key', '<>', '')
    .where('p.state', '=', 'accepted')
    .where('m.held_on', '>=', today)
    .whereRef('m.body', '<>', 'p.body')
    .execute()
  return [...new Set([...rows.flatMap(({ body, joint }) => [body, ...joint]), ...left.map(({ body }) => body)])]
}

/** How many standing items of a board were missed and wait for its clerk. */
export interface MissedStanding {
  readonly body: string
  readonly count: number
}

/** Boards of which standing items were missed: their meeting is over, or their time, and they were neither taken nor left out. No bodies: nothing. */
export async function findMissedStanding(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly MissedStanding[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.plan_item as p')
    .leftJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .select((select) => ['p.body', select.fn.countAll<bigint>().as('count')])
    .where('p.body', 'in', [...bodies])
    .where('p.standing_key', '<>', '')
    .where('p.state', '=', 'accepted')
    .where((where) =>
      where.or([where('m.held_on', '<', today), where.and([where('p.meeting', 'is', null), where('p.due_until', '<=', today)])]),
    )
    .groupBy('p.body')
    .execute()
  return rows.map(({ body, count }) => ({ body, count: Number(count) }))
}
