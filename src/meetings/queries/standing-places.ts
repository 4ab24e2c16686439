import type { StandingItem } from '#governance/public.ts'
import { findAdoptedTerms, type TermsVersion, termsOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { PlanState } from '../rules/plan.ts'
import type { KeptStanding, StandingFacts, StandingMeeting, TakenStanding } from '../rules/standing-places.ts'

/** How far back it is looked for when an item was last taken: a little more than two years. */
const MONTHS_BACK = 25

/** What standing items of a board are placed by, as far as the reader may see it: placing is for those who see all of it. */
export async function findStandingFacts(reader: Reader, body: string, today: Temporal.PlainDate): Promise<StandingFacts> {
  const since = today.subtract({ months: MONTHS_BACK })
  const versions = await findAdoptedTerms(reader, body)
  if (versions.every(({ terms }) => terms.standingItems.value === null)) return { meetings: [], kept: [], taken: [] }
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select(['id', 'held_on as heldOn', 'state', 'kind'])
    .where('body', '=', body)
    .where('held_on', '>=', since)
    .execute()
  const meetings = rows.map(({ id, heldOn, state, kind }): StandingMeeting => {
    const ahead = (state === 'planned' || state === 'called') && Temporal.PlainDate.compare(heldOn, today) >= 0
    const standing = kind === 'ordinary' ? (termsOn(versions, heldOn)?.terms.standingItems.value ?? []) : []
    return { id, heldOn, standing, state: state === 'cancelled' || state === 'rescheduled' ? 'gone' : ahead ? 'open' : 'over' }
  })
  return { meetings, kept: await findKept(reader, body, since), taken: await findTaken(reader, body, since, versions) }
}

async function findKept(reader: Reader, body: string, since: Temporal.PlainDate): Promise<readonly KeptStanding[]> {
  const rows = await reader
    .selectFrom('meetings.plan_item as p')
    .leftJoin('meetings.meeting as d', 'd.id', 'p.due_meeting')
    .select(['p.id', 'p.standing_key as key', 'p.due_from as dueFrom', 'p.due_until as dueUntil', 'p.due_meeting as dueMeeting'])
    .select(['p.meeting', 'p.state', 'p.by_hand as byHand'])
    .where('p.body', '=', body)
    .where('p.standing_key', '<>', '')
    .where((where) => where.or([where('p.due_until', '>', since), where('d.held_on', '>=', since)]))
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as PlanState }))
}

/** Agendas of before standing items were kept on the plan are read by the titles of their items. */
async function findTaken(
  reader: Reader,
  body: string,
  since: Temporal.PlainDate,
  versions: readonly TermsVersion[],
): Promise<readonly TakenStanding[]> {
  const items = versions.flatMap(({ terms }): readonly StandingItem[] => terms.standingItems.value ?? [])
  const titles = [...new Set(items.map(({ title }) => title))]
  if (titles.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.item_content as c')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'c.item')
    .innerJoin('meetings.meeting as m', 'm.id', 'c.meeting')
    .select(['c.title', 'c.meeting'])
    .where('c.body', '=', body)
    .where('c.title', 'in', titles)
    .where('i.withdrawn_at', 'is', null)
    .where('m.held_on', '>=', since)
    .execute()
  return rows.flatMap(({ title, meeting }) => {
    const keys = new Set(items.filter((item) => item.title === title).map(({ key }) => key))
    return [...keys].map((key) => ({ key, meeting }))
  })
}

/** Boards with meetings still to be held that take standing items. */
export async function findBoardsAhead(reader: Reader, today: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select('body')
    .distinct()
    .where('held_on', '>=', today)
    .where('state', 'in', ['planned', 'called'])
    .where('kind', '=', 'ordinary')
    .execute()
  return rows.map(({ body }) => body)
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
