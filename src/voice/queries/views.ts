import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { ViewState, Whose } from '../rules/voice.ts'

/** Where somebody said something: an event, or a consultation by the id of the consultation. */
export interface Source {
  readonly kind: 'event' | 'consultation'
  readonly id: string
  readonly body: string
}

/** The column that names a source. */
export const sourceColumns = ({ kind, id }: Pick<Source, 'kind' | 'id'>) => ({
  event: kind === 'event' ? id : null,
  consultation: kind === 'consultation' ? id : null,
})

/** Somebody's words (S3). */
export interface View {
  readonly id: string
  readonly source: Source
  readonly theme: string | null
  readonly themeName: string | null
  readonly whose: Whose
  readonly ageBand: string | null
  readonly ages: string | null
  readonly words: string
  readonly state: ViewState
  /** Account of whoever entered them; for those who check. */
  readonly enteredBy: string
  readonly reason: string
  readonly version: number
}

function views(reader: Reader) {
  return reader
    .selectFrom('voice.view as v')
    .leftJoin('voice.theme as t', 't.id', 'v.theme')
    .leftJoin('voice.age_band as a', 'a.code', 'v.age_band')
    .select([
      'v.id',
      'v.body',
      'v.event',
      'v.consultation',
      'v.theme',
      't.name as themeName',
      'v.whose',
      'v.age_band as ageBand',
      'a.name as ages',
    ])
    .select(['v.words', 'v.state', 'v.entered_by as enteredBy', 'v.reason', 'v.version'])
}

type Row = Awaited<ReturnType<ReturnType<typeof views>['execute']>>[number]

function viewOf({ body, event, consultation, ...row }: Row): View {
  const source: Source = { kind: event === null ? 'consultation' : 'event', id: event ?? consultation ?? '', body }
  return { ...row, source, whose: row.whose as Whose, state: row.state as ViewState }
}

/** What was said at a source and the reader may read, theme by theme. */
export async function findViews(reader: Reader, { kind, id }: Pick<Source, 'kind' | 'id'>): Promise<readonly View[]> {
  const rows = await views(reader)
    .where(kind === 'event' ? 'v.event' : 'v.consultation', '=', id)
    .orderBy('t.name')
    .orderBy('v.id')
    .limit(500)
    .execute()
  return rows.map(viewOf)
}

/** The cleared words of some sources, children's first, at most 200. */
export async function findClearedWords(reader: Reader, sources: readonly Pick<Source, 'id'>[]): Promise<readonly View[]> {
  const ids = [...new Set(sources.map(({ id }) => id))]
  if (ids.length === 0) return []
  const rows = await views(reader)
    .where((where) => where.or([where('v.event', 'in', ids), where('v.consultation', 'in', ids)]))
    .where('v.state', '=', 'cleared')
    .orderBy((row) => row('v.whose', '=', 'children'), 'desc')
    .orderBy('v.id')
    .limit(200)
    .execute()
  return rows.map(viewOf)
}

/** The words of a board that wait to be checked, the oldest first, at most 200. */
export async function findToReview(reader: Reader, body: string): Promise<readonly View[]> {
  const rows = await views(reader).where('v.body', '=', body).where('v.state', '=', 'to-review').orderBy('v.id').limit(200).execute()
  return rows.map(viewOf)
}

/** Somebody's words by id. @throws NotFound where there are none that one may read */
export async function findView(reader: Reader, id: string): Promise<View> {
  const row = isUuid(id) ? await views(reader).where('v.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such words.')
  return viewOf(row)
}

/** Words as the access matrix names them. */
export function guardedView({ state, source }: Pick<View, 'state' | 'source'>): Guarded {
  return { record: 'view', state, ties: { body: source.body } }
}
