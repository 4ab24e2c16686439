import { sql } from 'kysely'
import { findPersonOfAccount } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** How the last load of a file stands. */
export interface FileLoad {
  /** `going`: it writes; `stopping`: a person has stopped it, and it is taking back what it wrote; `broken-off`: the house was stopped in the middle. */
  readonly state: 'going' | 'stopping' | 'loaded' | 'stopped' | 'refused' | 'failed' | 'broken-off'
  /** Null: not known yet. */
  readonly total: number | null
  readonly done: number
  readonly problem: string
  /** When a person asked that it stops; undefined: nobody did. */
  readonly stoppedAt: Temporal.Instant | undefined
  /** The account of that person; undefined: nobody did. */
  readonly stoppedBy: string | undefined
}

/** The load of one file, with the name of whoever stopped it, as far as it is known; '': it was not stopped, or their name is not known. */
export interface WatchedLoad extends FileLoad {
  readonly stopper: string
}

/** The last load of one file, with whoever stopped it; undefined where it was never loaded. */
export async function findFileLoad(reader: Reader, of: 'notice_file' | 'register_file', file: string): Promise<WatchedLoad | undefined> {
  const load = (await listFileLoads(reader, of, [file])).get(file)
  if (load === undefined) return undefined
  const person = load.stoppedBy === undefined ? undefined : await findPersonOfAccount(reader, load.stoppedBy)
  return { ...load, stopper: person?.name ?? '' }
}

/** The last load of each of the files that one may see; a file that was never loaded is not in it. At most two statements for a page. */
export async function listFileLoads(
  reader: Reader,
  of: 'notice_file' | 'register_file',
  files: readonly string[],
): Promise<ReadonlyMap<string, FileLoad>> {
  if (files.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.file_load')
    .select([`${of} as file`, 'total', 'done', 'problem', 'outcome', 'stop_asked_at as stopAskedAt', 'stop_asked_by as stopAskedBy'])
    .select(sql<boolean>`beat_at < clock_timestamp() - interval '30 seconds'`.as('isSilent'))
    .where(of, 'in', [...files])
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ file, outcome, stopAskedAt, stopAskedBy, isSilent, total, done, problem }) => {
      const going = isSilent ? 'broken-off' : stopAskedAt === null ? 'going' : 'stopping'
      const stopped = { stoppedAt: stopAskedAt ?? undefined, stoppedBy: stopAskedBy ?? undefined }
      return [file ?? '', { state: (outcome as FileLoad['state'] | null) ?? going, total, done, problem, ...stopped }]
    }),
  )
}

/** Whether a load is under way. */
export const isUnderWay = (load: FileLoad | undefined): boolean => load?.state === 'going' || load?.state === 'stopping'
