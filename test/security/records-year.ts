import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { MARKER, matrixDay } from './world.ts'

/** Adds a consultation window; there is none that only those who prepare may know of: an id of nothing stands for it. */
export async function addConsultation(
  owner: Database,
  { body, sight }: { readonly body: string; readonly sight: string },
): Promise<string> {
  const id = newId()
  if (sight === 'draft') return id
  await owner
    .insertInto('meetings.consultation')
    .values({ id, body, sight, title: `About ${MARKER}`, starts_on: matrixDay, ends_on: matrixDay.add({ days: 28 }) })
    .execute()
  return id
}
