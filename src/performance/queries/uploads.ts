import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Measure } from '../rules/measure.ts'
import { latestDefinition } from '../rules/measure.ts'
import { findMeasuresOf } from './measure.ts'

/** A file that somebody brought, and what became of it. */
export interface Upload {
  readonly id: string
  readonly body: string
  readonly fileName: string
  readonly rows: readonly (readonly string[])[]
  readonly madeAt: Temporal.Instant
  /** Null until it is loaded. */
  readonly loadedAt: Temporal.Instant | null
  readonly outcome: { readonly new: number; readonly revised: number; readonly unchanged: number } | null
}

/** One that one brought oneself. @throws NotFound for everybody else */
export async function findUpload(reader: Reader, id: string): Promise<Upload> {
  const row = isUuid(id)
    ? await reader
        .selectFrom('performance.upload')
        .select(['id', 'body', 'file_name as fileName', 'content', 'made_at as madeAt', 'loaded_at as loadedAt', 'outcome'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such file.')
  const { content, outcome, ...rest } = row
  return { ...rest, rows: content as unknown as Upload['rows'], outcome: outcome as Upload['outcome'] }
}

/** The files for a board that one brought oneself and did not load yet, the latest first. */
export async function findOpenUploads(reader: Reader, body: string): Promise<readonly Pick<Upload, 'id' | 'fileName' | 'madeAt'>[]> {
  return reader
    .selectFrom('performance.upload')
    .select(['id', 'file_name as fileName', 'made_at as madeAt'])
    .where('body', '=', body)
    .where('loaded_at', 'is', null)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute()
}

/** The measures of a board whose figures somebody gives: as its clerk, all that are kept; else those that one owns or gives with a return. */
export async function findMeasuresGivenBy(
  reader: Reader,
  body: string,
  who: { readonly person: string | undefined; readonly isClerk: boolean },
): Promise<readonly Measure[]> {
  const measures = (await findMeasuresOf(reader, body)).filter(({ withdrawnOn }) => withdrawnOn === null)
  if (who.isClerk) return measures
  if (who.person === undefined) return []
  const given = await reader
    .selectFrom('performance.return_measure as r')
    .innerJoin('performance.return_template as t', 't.id', 'r.template')
    .select('r.measure')
    .where('t.giver', '=', who.person)
    .where('t.body', '=', body)
    .execute()
  const own = new Set(given.map(({ measure }) => measure))
  return measures.filter((measure) => own.has(measure.id) || latestDefinition(measure).ownerPerson === who.person)
}
