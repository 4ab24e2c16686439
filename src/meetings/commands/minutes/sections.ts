import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '../../needs.ts'
import type { Minutes, MinutesVersion } from '../../queries/minutes.ts'
import type { Sight } from '../../rules/meeting.ts'
import { sightOnceMinuted } from '../../rules/minutes.ts'
import type { EntryKind } from '../../rules/minutes-entries.ts'
import type { SectionText } from '../../rules/minutes-record.ts'

/** The sight of a section in a version: an exempt one goes no further than the members. */
export function sectionSight(section: Pick<SectionText, 'category'>, version: Sight): Sight {
  return version === 'public' ? sightOnceMinuted(section.category) : version
}

/** Keeps sections as a new version, numbered after the last. */
export async function keepVersion(
  tx: Writer,
  doer: Doer,
  minutes: Pick<Minutes, 'id' | 'meeting' | 'body'>,
  sections: readonly SectionText[],
  { sight, reason, after }: { readonly sight: Sight; readonly reason: string; readonly after: number },
): Promise<string> {
  const id = newId()
  const base = { meeting: minutes.meeting, body: minutes.body }
  await tx
    .insertInto('meetings.minutes_version')
    .values({ id, minutes: minutes.id, ...base, sight, number: after + 1, reason, made_by: doer.actor, made_at: doer.now })
    .execute()
  await insertSections(tx, id, base, sections, sight, 0)
  return id
}

/** Adds sections to a version, from a position on. */
export async function insertSections(
  tx: Writer,
  version: string,
  base: { readonly meeting: string; readonly body: string },
  sections: readonly SectionText[],
  sight: Sight,
  from: number,
): Promise<void> {
  if (sections.length === 0) return
  const rows = sections.map((section, index) => ({
    id: newId(),
    minutes_version: version,
    meeting: base.meeting,
    body: base.body,
    sight: sectionSight(section, sight),
    item: section.item,
    position: from + index,
    number: section.number,
    heading: section.heading,
    category: section.category,
    tree: JSON.stringify(section.tree),
    ...pointers(section),
  }))
  await tx.insertInto('meetings.minutes_section').values(rows).execute()
}

const idsOf = ({ sources }: Pick<SectionText, 'sources'>, wanted: EntryKind): string[] =>
  sources.filter(({ kind }) => kind === wanted).map(({ id }) => id)

/** The pointers of a section; those to decisions and actions stand in columns of their own too, to be looked up. */
function pointers(section: Pick<SectionText, 'sources'>) {
  return { sources: JSON.stringify(section.sources), decisions: idsOf(section, 'decision'), actions: idsOf(section, 'action') }
}

/** Shows a version and its sections to others, as far as each may go. */
export async function showVersion(tx: Writer, version: MinutesVersion, sight: 'members' | 'public'): Promise<void> {
  await tx.updateTable('meetings.minutes_version').set({ sight }).where('id', '=', version.id).execute()
  for (const category of ['public', 'exempt', 'confidential'] as const)
    await tx
      .updateTable('meetings.minutes_section')
      .set({ sight: sectionSight({ category }, sight) })
      .where('minutes_version', '=', version.id)
      .where('category', '=', category)
      .execute()
}

/** Writes a section in place; only for a version that nobody but those who prepare it has seen. */
export async function updateSection(
  tx: Writer,
  id: string,
  section: Pick<SectionText, 'heading' | 'tree' | 'sources'>,
  position?: number,
): Promise<void> {
  await tx
    .updateTable('meetings.minutes_section')
    .set({
      heading: section.heading,
      tree: JSON.stringify(section.tree),
      ...pointers(section),
      ...(position === undefined ? {} : { position }),
    })
    .where('id', '=', id)
    .execute()
}
