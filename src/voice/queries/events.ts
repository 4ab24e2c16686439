import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight, Whose } from '../rules/voice.ts'

/** Something that was held to hear people (S3). */
export interface VoiceEvent {
  readonly id: string
  /** The board that heard it, or had it held. */
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly summary: string
  readonly heldOn: Temporal.PlainDate
  /** A town or an area; '' where it is not recorded. */
  readonly place: string
  /** Who held it, in words; '' for the board itself, or the organisation. */
  readonly heldBy: string
  readonly organisation: string | null
  readonly whose: readonly Whose[]
  /** Code and name of the span of ages; null where none is recorded. */
  readonly ageBand: string | null
  readonly ages: string | null
  readonly cameKnown: boolean
  /** How many came, as far as that is told. */
  readonly cameShown: number | null
  /** How many came; null for whoever may not know, and where nobody counted. */
  readonly came: number | null
  /** Views that were cleared and that the reader may see. */
  readonly views: number
  readonly version: number
}

function events(reader: Reader) {
  return reader
    .selectFrom('voice.event as e')
    .leftJoin('voice.event_count as n', 'n.event', 'e.id')
    .leftJoin('voice.age_band as a', 'a.code', 'e.age_band')
    .select([
      'e.id',
      'e.body',
      'e.sight',
      'e.title',
      'e.summary',
      'e.held_on as heldOn',
      'e.place',
      'e.held_by as heldBy',
      'e.organisation',
    ])
    .select([
      'e.whose',
      'e.age_band as ageBand',
      'a.name as ages',
      'e.came_known as cameKnown',
      'e.came_shown as cameShown',
      'n.came',
      'e.version',
    ])
    .select((query) =>
      query
        .selectFrom('voice.view as v')
        .select((row) => row.fn.countAll<bigint>().as('n'))
        .whereRef('v.event', '=', 'e.id')
        .where('v.state', '=', 'cleared')
        .as('views'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number]
const eventOf = (row: Row): VoiceEvent => ({
  ...row,
  sight: row.sight as Sight,
  whose: row.whose as Whose[],
  views: Number(row.views ?? 0),
})

/** The events of a board that one may see, the latest first, at most 200. */
export async function listEvents(reader: Reader, body: string): Promise<readonly VoiceEvent[]> {
  const rows = await events(reader).where('e.body', '=', body).orderBy('e.held_on', 'desc').orderBy('e.id').limit(200).execute()
  return rows.map(eventOf)
}

/** Some events by their ids, as far as one may see them. */
export async function findEvents(reader: Reader, ids: readonly string[]): Promise<readonly VoiceEvent[]> {
  return ids.length === 0
    ? []
    : (
        await events(reader)
          .where('e.id', 'in', [...ids])
          .execute()
      ).map(eventOf)
}

/** One event. @throws NotFound where there is none that one may see */
export async function findEvent(reader: Reader, id: string): Promise<VoiceEvent> {
  const row = isUuid(id) ? await events(reader).where('e.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such event.')
  return eventOf(row)
}

/** An event as the access matrix names it. */
export function guardedEvent({ sight, body }: Pick<VoiceEvent, 'sight' | 'body'>): Guarded {
  return { record: 'event', state: sight, ties: { body } }
}
