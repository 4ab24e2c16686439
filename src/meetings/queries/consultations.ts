import type { Guarded } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'

/** A consultation window as it is kept (G11). */
export interface Consultation {
  readonly id: string
  readonly body: string
  /** Of that board, as its address has it. */
  readonly slug: string
  readonly sight: 'members' | 'public'
  readonly title: string
  /** What is asked. */
  readonly summary: string
  /** Who asks, in words; '' for the board itself. */
  readonly askedBy: string
  /** Who is asked, and how one answers; '' where that is not recorded. */
  readonly audience: string
  readonly how: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it is closed. */
  readonly endsOn: Temporal.PlainDate
  /** The meeting that decides after it; null where that is not settled. */
  readonly meeting: string | null
  /** Day of that meeting; null as well where the reader may not know of it. */
  readonly decidesOn: Temporal.PlainDate | null
  /** Why it is not held; '' where it is. */
  readonly withdrawnReason: string
  /** The matter of the plan that it feeds; null where none is chosen, or one that the reader may not know of. */
  readonly plan: { readonly id: string; readonly title: string; readonly slug: string } | null
  /** What came of it; '' until that is known. */
  readonly outcome: string
  readonly outcomeOn: Temporal.PlainDate | null
  /** Since when everybody can read it, and when it was said what came of it; null where that is not so, or not known. */
  readonly publishedAt: Temporal.Instant | null
  readonly outcomeAt: Temporal.Instant | null
  readonly version: number
}

function consultations(reader: Reader) {
  return reader
    .selectFrom('meetings.consultation as c')
    .leftJoin('meetings.meeting as m', 'm.id', 'c.meeting')
    .leftJoin('meetings.plan_item as p', 'p.id', 'c.plan_item')
    .select(['c.id', 'c.body', 'c.sight', 'c.title', 'c.summary', 'c.asked_by as askedBy', 'c.audience', 'c.how', 'c.meeting', 'c.version'])
    .select(['c.starts_on as startsOn', 'c.ends_on as endsOn', 'c.withdrawn_reason as withdrawnReason', 'm.held_on as decidesOn'])
    .select([
      'c.outcome',
      'c.outcome_on as outcomeOn',
      'c.published_at as publishedAt',
      'c.outcome_at as outcomeAt',
      'p.id as planId',
      'p.title as planTitle',
      'p.body as planBody',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof consultations>['execute']>>[number]

/** The rows with the addresses of their boards and of what they feed. */
async function consultationsOf(reader: Reader, rows: readonly Row[]): Promise<readonly Consultation[]> {
  const bodies = [...new Set(rows.flatMap(({ body, planBody }) => [body, ...(planBody === null ? [] : [planBody])]))]
  const slugs = new Map((await findBodiesById(reader, bodies, anyDay)).map(({ id, slug }) => [id, slug]))
  return rows.map(({ planId, planTitle, planBody, sight, ...row }) => ({
    ...row,
    slug: slugs.get(row.body) ?? '',
    sight: sight as Consultation['sight'],
    plan: planId === null ? null : { id: planId, title: planTitle ?? '', slug: slugs.get(planBody ?? '') ?? '' },
  }))
}

/** A body keeps its address; any day will do for finding that. */
const anyDay = Temporal.PlainDate.from('2100-01-01')

/** Windows of boards that are open on a day of a span, the earliest first; half-open. No bodies: nothing. */
export async function findConsultations(
  reader: Reader,
  bodies: readonly string[],
  span: { readonly from: Temporal.PlainDate; readonly until?: Temporal.PlainDate },
): Promise<readonly Consultation[]> {
  if (bodies.length === 0) return []
  const rows = await consultations(reader)
    .where('c.body', 'in', [...bodies])
    .where('c.ends_on', '>', span.from)
    .$if(span.until !== undefined, (query) => query.where('c.starts_on', '<', span.until ?? span.from))
    .orderBy('c.starts_on')
    .limit(200)
    .execute()
  return consultationsOf(reader, rows)
}

/** Windows that are open on a day or to come, and held, the first to open first. @param bodies - undefined: of every board */
export async function findComingConsultations(
  reader: Reader,
  today: Temporal.PlainDate,
  { bodies, limit }: { readonly bodies?: readonly string[]; readonly limit: number },
): Promise<readonly Consultation[]> {
  const rows = await consultations(reader)
    .where('c.ends_on', '>', today)
    .where('c.withdrawn_reason', '=', '')
    .$if(bodies !== undefined, (query) => query.where('c.body', 'in', [...(bodies ?? [])]))
    .orderBy('c.starts_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.length === 0 ? [] : consultationsOf(reader, rows)
}

/** Every window of some boards, or of all, the latest first, at most 500. */
export async function listConsultations(reader: Reader, body?: string): Promise<readonly Consultation[]> {
  const rows = await consultations(reader)
    .$if(body !== undefined, (query) => query.where('c.body', '=', body ?? ''))
    .orderBy('c.starts_on', 'desc')
    .orderBy('c.id')
    .limit(500)
    .execute()
  return consultationsOf(reader, rows)
}

/** The windows that feed a matter of the plan, the latest first. */
export async function findConsultationsFeeding(reader: Reader, planItem: string): Promise<readonly Consultation[]> {
  const rows = await consultations(reader).where('c.plan_item', '=', planItem).orderBy('c.starts_on', 'desc').execute()
  return consultationsOf(reader, rows)
}

/** The items of agendas at which the matter stands that a window feeds, the latest first, as far as the reader may see them. */
export async function findItemsOfPlanItem(
  reader: Reader,
  planItem: string,
): Promise<readonly { readonly meeting: string; readonly item: string; readonly title: string; readonly heldOn: Temporal.PlainDate }[]> {
  return reader
    .selectFrom('meetings.item_content as n')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'n.item')
    .innerJoin('meetings.meeting as m', 'm.id', 'n.meeting')
    .select(['n.meeting', 'n.item', 'n.title', 'm.held_on as heldOn'])
    .where('n.plan_item', '=', planItem)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('m.held_on', 'desc')
    .execute()
}

/** What was changed about a window once people could know of it. */
export interface ConsultationChange {
  readonly onDay: Temporal.PlainDate
  readonly reason: string
  /** As the days were before, half-open. */
  readonly wasStartsOn: Temporal.PlainDate
  readonly wasEndsOn: Temporal.PlainDate
}

/** What was changed about a window, the latest first. */
export async function findConsultationChanges(reader: Reader, id: string): Promise<readonly ConsultationChange[]> {
  return reader
    .selectFrom('meetings.consultation_change')
    .select(['on_day as onDay', 'reason', 'was_starts_on as wasStartsOn', 'was_ends_on as wasEndsOn'])
    .where('consultation', '=', id)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** One window of a board. @throws NotFound where there is none that one may see */
export async function findConsultation(reader: Reader, body: string, id: string): Promise<Consultation> {
  const row = isUuid(id) ? await consultations(reader).where('c.id', '=', id).where('c.body', '=', body).executeTakeFirst() : undefined
  const [found] = row ? await consultationsOf(reader, [row]) : []
  if (!found) throw new NotFound('No such consultation.')
  return found
}

/** A window as the access matrix names it. */
export function guardedConsultation({ sight, body }: Pick<Consultation, 'sight' | 'body'>): Guarded {
  return { record: 'consultation', state: sight, ties: { body } }
}
