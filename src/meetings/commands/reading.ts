import { findStanding } from '#governance/public-data.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, Forbidden } from '#platform/refusals.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { findItem } from '../queries/agenda.ts'
import { findMeeting } from '../queries/meeting.ts'
import { findNotes, findReading } from '../queries/reading.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** The person behind whoever acts. @throws Forbidden for an account that nobody has linked to a person */
async function personOf(tx: Writer, doer: Doer): Promise<string> {
  const { person } = await findStanding(tx, doer)
  if (!person) throw new Forbidden('This account belongs to no person of the directory.')
  return person.id
}

/** Says that one has seen everything of a meeting up to now; what changes later is shown as new. Nothing of it goes to the audit: it is nobody's business. */
export async function markSeen(needs: Needs, doer: Doer, meetingId: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    await findMeeting(tx, meetingId)
    const person = await personOf(tx, doer)
    await tx.deleteFrom('meetings.meeting_seen').where('person', '=', person).where('meeting', '=', meetingId).execute()
    await tx.insertInto('meetings.meeting_seen').values({ person, meeting: meetingId, at: doer.now }).execute()
  })
}

/** Marks papers of a meeting as read or unread; papers that one may not see are left alone. `versions` undefined: all of them. */
export async function markPapers(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  versions: readonly string[] | undefined,
  read: boolean,
): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const person = await personOf(tx, doer)
    const { papers } = await findReading(tx, meetingId, person)
    const chosen = papers.filter(({ version }) => versions === undefined || versions.includes(version)).map(({ version }) => version)
    await mark(tx, doer, { person, meeting: meetingId, versions: chosen, read })
  })
}

/**
 * Marks papers of an item as read, because one had them on the screen or said so; and the meeting as seen, where one never said so. Only the versions
 * that were shown: one that came out meanwhile stays unread. Does nothing for an account without a person.
 */
export async function readItem(needs: Needs, doer: Doer, meetingId: string, itemId: string, shown: readonly string[]): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const { person } = await findStanding(tx, doer)
    if (!person) return
    const { papers, seenAt } = await findReading(tx, meetingId, person.id)
    const versions = papers
      .filter(({ item, version, readAt }) => item === itemId && readAt === null && shown.includes(version))
      .map(({ version }) => version)
    await mark(tx, doer, { person: person.id, meeting: meetingId, versions, read: true })
    if (seenAt === undefined && versions.length > 0)
      await tx
        .insertInto('meetings.meeting_seen')
        .values({ person: person.id, meeting: meetingId, at: doer.now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  })
}

interface Marks {
  readonly person: string
  readonly meeting: string
  readonly versions: readonly string[]
  readonly read: boolean
}

async function mark(tx: Writer, doer: Doer, { person, meeting, versions, read }: Marks): Promise<void> {
  if (versions.length === 0) return
  if (!read) {
    await tx
      .deleteFrom('meetings.read_mark')
      .where('person', '=', person)
      .where('paper_version', 'in', [...versions])
      .execute()
    return
  }
  await tx
    .insertInto('meetings.read_mark')
    .values(versions.map((version) => ({ person, meeting, paper_version: version, at: doer.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Keeps a note of one's own under an item; an empty one is thrown away. `version` is 0 for a new note. @throws Conflict where it changed in another window */
export async function writeNote(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  itemId: string,
  input: { readonly text: string | undefined; readonly version: number },
): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const item = await findItem(tx, meetingId, itemId)
    const person = await personOf(tx, doer)
    const before = (await findNotes(tx, meetingId, person)).get(item.id)
    if ((before?.version ?? 0) !== input.version) throw new Conflict('This note was changed in another window.')
    const own = { person, item: item.id }
    if (input.text === undefined) {
      await tx.deleteFrom('meetings.private_note').where('person', '=', person).where('item', '=', item.id).execute()
      return
    }
    const row = { text: input.text, changed_at: doer.now }
    if (!before) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('meetings.private_note')
        .values({ ...own, meeting: meetingId, ...row })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows === 0n) throw new Conflict('This note was changed in another window.')
      return
    }
    const { numUpdatedRows } = await tx
      .updateTable('meetings.private_note')
      .set({ ...row, version: input.version + 1 })
      .where('person', '=', person)
      .where('item', '=', item.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('This note was changed in another window.')
  })
}
