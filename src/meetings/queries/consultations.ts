import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Guarded } from '../permission.ts'

/** A consultation window as it is kept (G11). */
export interface Consultation {
  readonly id: string
  readonly body: string
  readonly sight: 'members' | 'public'
  readonly title: string
  readonly summary: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it is closed. */
  readonly endsOn: Temporal.PlainDate
  /** The meeting that decides after it; null where that is not settled. */
  readonly meeting: string | null
  /** Day of that meeting; null as well where the reader may not know of it. */
  readonly decidesOn: Temporal.PlainDate | null
  /** Why it is not held; '' where it is. */
  readonly withdrawnReason: string
  readonly version: number
}

function consultations(reader: Reader) {
  return reader
    .selectFrom('meetings.consultation as c')
    .leftJoin('meetings.meeting as m', 'm.id', 'c.meeting')
    .select([
      'c.id',
      'c.body',
      'c.sight',
      'c.title',
      'c.summary',
      'c.starts_on as startsOn',
      'c.ends_on as endsOn',
      'c.meeting',
      'c.version',
    ])
    .select(['c.withdrawn_reason as withdrawnReason', 'm.held_on as decidesOn'])
}

type Row = Awaited<ReturnType<ReturnType<typeof consultations>['execute']>>[number]
const consultationOf = (row: Row): Consultation => ({ ...row, sight: row.sight as Consultation['sight'] })

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
  return rows.map(consultationOf)
}

/** One window of a board. @throws NotFound where there is none that one may see */
export async function findConsultation(reader: Reader, body: string, id: string): Promise<Consultation> {
  const row = isUuid(id) ? await consultations(reader).where('c.id', '=', id).where('c.body', '=', body).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such consultation.')
  return consultationOf(row)
}

/** A window as the access matrix names it. */
export function guardedConsultation({ sight, body }: Pick<Consultation, 'sight' | 'body'>): Guarded {
  return { record: 'consultation', state: sight, ties: { body } }
}
