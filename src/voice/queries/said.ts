import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { CountedResponse, PublishedLine, Told } from '../rules/published-numbers.ts'
import type { Channel, Whose } from '../rules/voice.ts'

/** What came in to a consultation, as a whole. */
export interface Exercise {
  readonly consultation: string
  readonly body: string
  readonly sight: 'members' | 'public'
  readonly whose: readonly Whose[]
  /** How many were asked by name; null where it was open to everybody, or nobody knows. */
  readonly invited: number | null
  readonly invitedSource: string
  readonly publishedAt: Temporal.Instant | null
  readonly version: number
}

function exercises(reader: Reader) {
  return reader
    .selectFrom('voice.exercise')
    .select([
      'consultation',
      'body',
      'sight',
      'whose',
      'invited',
      'invited_source as invitedSource',
      'published_at as publishedAt',
      'version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof exercises>['execute']>>[number]
const exerciseOf = (row: Row): Exercise => ({ ...row, sight: row.sight as Exercise['sight'], whose: row.whose as Whose[] })

/** What came in to one consultation; undefined where nothing did that one may know of. */
export async function findExercise(reader: Reader, consultation: string): Promise<Exercise | undefined> {
  const row = await exercises(reader).where('consultation', '=', consultation).executeTakeFirst()
  return row && exerciseOf(row)
}

/** What came in to the consultations of a board, as far as one may know of it. */
export async function listExercises(reader: Reader, body: string): Promise<readonly Exercise[]> {
  return (await exercises(reader).where('body', '=', body).execute()).map(exerciseOf)
}

/** What came in to some consultations by their ids, as far as one may know of it. */
export async function findExercises(reader: Reader, consultations: readonly string[]): Promise<readonly Exercise[]> {
  if (consultations.length === 0) return []
  return (
    await exercises(reader)
      .where('consultation', 'in', [...consultations])
      .execute()
  ).map(exerciseOf)
}

/** A response as its board sees it. */
export type Response = CountedResponse & { readonly id: string; readonly channel: Channel; readonly receivedOn: Temporal.PlainDate }

/** The responses to a consultation, the latest first; none for whoever may not read them. */
export async function findResponses(reader: Reader, consultation: string): Promise<readonly Response[]> {
  const rows = await reader
    .selectFrom('voice.response')
    .select(['id', 'kind', 'alike', 'group_name as groupName', 'group_size as groupSize', 'channel', 'received_on as receivedOn', 'themes'])
    .where('consultation', '=', consultation)
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Response['kind'], channel: row.channel as Channel }))
}

/** What is told of the numbers of a consultation; nothing until it is published. */
export async function findPublishedLines(reader: Reader, consultation: string): Promise<readonly PublishedLine[]> {
  const rows = await reader
    .selectFrom('voice.published_line')
    .select(['kind', 'theme', 'label', 'n', 'told'])
    .where('consultation', '=', consultation)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as PublishedLine['kind'], told: row.told as Told }))
}

/** What came in as the access matrix names it; before anything did, it is for the board. */
export function guardedExercise(exercise: Pick<Exercise, 'sight' | 'body'>): Guarded {
  return { record: 'exercise', state: exercise.sight, ties: { body: exercise.body } }
}
