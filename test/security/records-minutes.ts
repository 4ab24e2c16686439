import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { addFiledFile } from './records-brought.ts'
import { MARKER, matrixNow } from './world.ts'

interface Base {
  readonly meeting: string
  readonly body: string
  readonly sight: string
}

const tree = { version: 1, blocks: [{ type: 'paragraph', content: [{ type: 'text', text: `About ${MARKER}` }] }] }

/** Minutes of the meeting with one version, one section and one file that is filed with them. */
export async function addMinutes(
  owner: Database,
  base: Base,
  about: { item: string; category: string; actor: string },
): Promise<{ id: string; section: string; file: string }> {
  const id = newId()
  const version = newId()
  const section = newId()
  await owner
    .insertInto('meetings.minutes')
    .values({ ...base, id, state: base.sight === 'draft' ? 'draft' : 'circulated' })
    .execute()
  await owner
    .insertInto('meetings.minutes_version')
    .values({ ...base, id: version, minutes: id, number: 1, made_by: about.actor, made_at: matrixNow })
    .execute()
  await owner
    .insertInto('meetings.minutes_section')
    .values({
      ...base,
      id: section,
      minutes_version: version,
      item: about.item,
      position: 1,
      number: '1',
      heading: `On ${MARKER}`,
      category: about.category,
      tree: JSON.stringify(tree),
    })
    .execute()
  return { id, section, file: await addFiledFile(owner, { ...base, minutes: id, item: about.item, category: about.category }) }
}
