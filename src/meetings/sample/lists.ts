import { listAreas } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { addEntry, createList, setAudience } from '../commands/lists/keep-list.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { done, type Prepared } from './play.ts'

/** Lists of the invented partnership: schools are told of everything public, and one area of what touches it. */
export async function keepLists(needs: CommandNeeds, clerk: Doer, body: string, next: Prepared): Promise<void> {
  const schools = done(
    'start a list',
    await createList(needs, clerk, body, { name: 'Schools and colleges', concerns: 'body', area: undefined }),
  )
  const office = {
    kind: 'outside' as const,
    name: 'Fenmarsh Academies, office',
    email: 'office@fenmarsh-academies.example',
    consent: 'Asked for it by mail to the clerk.',
    consentedOn: clerk.today.subtract({ days: 5 }),
  }
  done('put on a list', await addEntry(needs, clerk, body, schools.id, office))
  const [area] = await readAs(needs.db, clerk, (reader) => listAreas(reader, clerk.today))
  const item = next.items.at(-1)
  if (!area || !item) return
  const local = done(
    'start a list',
    await createList(needs, clerk, body, { name: `Everybody in ${area.name}`, concerns: 'area', area: area.id }),
  )
  done('put on a list', await addEntry(needs, clerk, body, local.id, { kind: 'observers', ofBody: body }))
  done('choose areas', await setAudience(needs, clerk, next.meeting, item, { areas: [area.id], lists: [] }))
}
