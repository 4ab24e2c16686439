import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** How the last load of a file stands. */
export interface FileLoad {
  /** `going`: it writes; `stopping`: a person has stopped it, and it is taking back what it wrote; `broken-off`: the house was stopped in the middle. */
  readonly state: 'going' | 'stopping' | 'loaded' | 'stopped' | 'refused' | 'failed' | 'broken-off'
  /** Null: not known yet. */
  readonly total: number | null
  readonly done: number
  readonly problem: string
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
    .select([`${of} as file`, 'total', 'done', 'problem', 'outcome', 'stop_asked_at as stopAskedAt'])
    .select(sql<boolean>`beat_at < clock_timestamp() - interval '30 seconds'`.as('isSilent'))
    .where(of, 'in', [...files])
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ file, outcome, stopAskedAt, isSilent, total, done, problem }) => {
      const going = isSilent ? 'broken-off' : stopAskedAt === null ? 'going' : 'stopping'
      return [file ?? '', { state: (outcome as FileLoad['state'] | null) ?? going, total, done, problem }]
    }),
  )
}

/** Whether a load is under way. */
export const isUnderWay = (load: FileLoad | undefined): boolean => load?.state === 'going' || load?.state === 'stopping'
