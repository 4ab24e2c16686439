import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import {
  classOn,
  type RetainedKind,
  type RetentionAction,
  type RetentionClass,
  type RetentionOutcome,
  type RetentionReview,
  type RetentionStanding,
  retainedKinds,
  retentionStanding,
} from '../rules/retention.ts'
import { hasExemptPapers } from './exempt-copies.ts'

/** The classes by which a board's record copies are kept, its own and those of the house, of any day; the latest first. */
export async function findRetentionClasses(reader: Reader, body: string): Promise<readonly RetentionClass[]> {
  const rows = await reader
    .selectFrom('meetings.retention_period')
    .select(['id', 'kind', 'body', 'years', 'action', 'source', 'set_by as setBy', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('kind', 'in', [...retainedKinds])
    .where((where) => where.or([where('body', 'is', null), where('body', '=', body)]))
    .orderBy('kind')
    .orderBy('starts_on', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as RetainedKind, action: row.action as RetentionAction }))
}

/** A part of a meeting's record with its class, what was decided of it, and how it stands. */
export interface RetainedRecord {
  readonly kind: RetainedKind
  /** Undefined where nobody has said. */
  readonly found: RetentionClass | undefined
  /** The earliest first; for the clerk and the chair. */
  readonly reviews: readonly RetentionReview[]
  readonly standing: RetentionStanding
}

interface KeptMeeting {
  readonly id: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
}

/** What there is of a meeting's record, as far as one may know of it, and how each part is kept. */
export async function findRetainedRecords(
  reader: Reader,
  meeting: KeptMeeting,
  today: Temporal.PlainDate,
): Promise<readonly RetainedRecord[]> {
  const classes = await findRetentionClasses(reader, meeting.body)
  const reviews = (await findReviews(reader, [meeting.id])).get(meeting.id) ?? []
  const minutes = await reader.selectFrom('meetings.minutes').select('id').where('meeting', '=', meeting.id).executeTakeFirst()
  const pack = await reader.selectFrom('meetings.publication').select('id').where('meeting', '=', meeting.id).executeTakeFirst()
  const there: Readonly<Record<RetainedKind, boolean>> = {
    minutes: minutes !== undefined,
    papers: pack !== undefined,
    exempt_papers: await hasExemptPapers(reader, meeting.id),
  }
  return retainedKinds.filter((kind) => there[kind]).map((kind) => recordOf(kind, meeting, { classes, reviews, today }))
}

function recordOf(
  kind: RetainedKind,
  { body, heldOn }: Pick<KeptMeeting, 'body' | 'heldOn'>,
  of: { readonly classes: readonly RetentionClass[]; readonly reviews: readonly RetentionReview[]; readonly today: Temporal.PlainDate },
): RetainedRecord {
  const found = classOn(of.classes, { kind, body }, of.today)
  const reviews = of.reviews.filter((review) => review.kind === kind)
  return { kind, found, reviews, standing: retentionStanding(found, reviews.at(-1), heldOn, of.today) }
}

/** A part of the record of some meeting that somebody should look at. */
export interface DueRecord {
  readonly meeting: string
  readonly heldOn: Temporal.PlainDate
  readonly kind: RetainedKind
  readonly due: Temporal.PlainDate
}

/** What of a board's records is due on a day, the earliest first; 200 at most. For its clerk and chair. */
export async function findDueRecords(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly DueRecord[]> {
  const classes = await findRetentionClasses(reader, body)
  const meetings = await reader
    .selectFrom('meetings.meeting as m')
    .select(['m.id', 'm.held_on as heldOn'])
    .select((select) => [
      select.exists(select.selectFrom('meetings.minutes as n').select('n.id').whereRef('n.meeting', '=', 'm.id')).as('minutes'),
      select.exists(select.selectFrom('meetings.publication as b').select('b.id').whereRef('b.meeting', '=', 'm.id')).as('papers'),
      select
        .exists(
          select
            .selectFrom('meetings.published_paper as u')
            .select('u.publication')
            .whereRef('u.meeting', '=', 'm.id')
            .where('u.category', '<>', 'public'),
        )
        .as('exempt_papers'),
    ])
    .where('m.body', '=', body)
    .where('m.held_on', '<', today)
    .orderBy('m.held_on')
    .limit(2000)
    .execute()
  const reviews = await findReviews(
    reader,
    meetings.map(({ id }) => id),
  )
  return meetings
    .flatMap((meeting) =>
      retainedKinds
        .filter((kind) => meeting[kind])
        .flatMap((kind): DueRecord[] => {
          const of = { classes, reviews: reviews.get(meeting.id) ?? [], today }
          const { standing } = recordOf(kind, { body, heldOn: meeting.heldOn }, of)
          return standing.state === 'due' && standing.due ? [{ meeting: meeting.id, heldOn: meeting.heldOn, kind, due: standing.due }] : []
        }),
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(a.due, b.due))
    .slice(0, 200)
}

async function findReviews(reader: Reader, meetings: readonly string[]): Promise<ReadonlyMap<string, readonly RetentionReview[]>> {
  if (meetings.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetings.retention_review')
    .select(['meeting', 'kind', 'number', 'outcome', 'keep_until as keepUntil', 'place', 'reason'])
    .select(['decided_by as decidedBy', 'decided_on as decidedOn'])
    .where('meeting', 'in', meetings)
    .orderBy('number')
    .execute()
  const found = rows.map((row) => ({ ...row, kind: row.kind as RetainedKind, outcome: row.outcome as RetentionOutcome }))
  return Map.groupBy(found, ({ meeting }) => meeting)
}

/** The classes of a board, as the access matrix names them. */
export const guardedRetention = (body: string): Guarded => ({ record: 'retention-class', state: 'any', ties: { body } })
/** What is decided of the record of a board's meeting, as the access matrix names it. */
export const guardedRetentionReview = (body: string): Guarded => ({ record: 'retention-review', state: 'any', ties: { body } })
