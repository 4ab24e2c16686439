import { listAreas } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { AudienceInput, EntryInput, ListInput } from '../../forms/lists.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem, guardedItem } from '../../queries/agenda.ts'
import { findEntries, findList, findLists, guardedLists, type ListEntry } from '../../queries/lists.ts'
import { lockMeeting } from '../../queries/meeting.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Starts a list of a board, empty (M7). Problems: 'list-area-missing', 'choice-unknown'. */
export async function createList(
  needs: Needs,
  doer: Doer,
  body: string,
  input: ListInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLists(body), 'keep')
    const area = await areaOf(tx, doer, input)
    if (!area.ok) return area
    const id = newId()
    await tx
      .insertInto('meetings.distribution_list')
      .values({ id, body, name: input.name, concerns: input.concerns, area: area.value })
      .execute()
    await note(tx, doer, 'list.added', id, JSON.stringify(input))
    return succeed({ id })
  })
}

/** Changes what a list is called and what it is told of. */
export async function changeList(
  needs: Needs,
  doer: Doer,
  body: string,
  id: string,
  input: ListInput & { readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLists(body), 'keep')
    const list = await findList(tx, body, id)
    if (list.version !== input.version) throw new Conflict('Somebody else changed this list.')
    const area = await areaOf(tx, doer, input)
    if (!area.ok) return area
    const { numUpdatedRows } = await tx
      .updateTable('meetings.distribution_list')
      .set({ name: input.name, concerns: input.concerns, area: area.value, version: list.version + 1 })
      .where('id', '=', id)
      .where('version', '=', list.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this list.')
    await note(tx, doer, 'list.changed', id, JSON.stringify(input))
    return succeed({ id })
  })
}

/** Ends a list: nobody is told by it any more, and the evidence of what it was told stays. */
export async function endList(needs: Needs, doer: Doer, body: string, id: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLists(body), 'keep')
    await findList(tx, body, id)
    await tx.updateTable('meetings.distribution_list').set({ ended_at: doer.now }).where('id', '=', id).execute()
    await note(tx, doer, 'list.ended', id, '')
  })
}

async function areaOf(tx: Writer, doer: Doer, { concerns, area }: ListInput): Promise<Result<string | null, FieldProblem>> {
  if (concerns !== 'area') return succeed(null)
  if (area === undefined) return fail({ field: 'area', code: 'list-area-missing' })
  const known = (await listAreas(tx, doer.today)).some(({ id }) => id === area)
  return known ? succeed(area) : fail({ field: 'area', code: 'choice-unknown' })
}

/** Puts somebody on a list. Problems: 'listed-already', 'choice-unknown'. */
export async function addEntry(needs: Needs, doer: Doer, body: string, id: string, input: EntryInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLists(body), 'keep')
    await findList(tx, body, id)
    // One after the other, so that two at once cannot both find the place free.
    await tx.selectFrom('meetings.distribution_list').select('id').where('id', '=', id).forUpdate().execute()
    const first = { person: 'person', post: 'post', members: 'ofBody', observers: 'ofBody', outside: 'entryEmail' }[input.kind]
    if ((await findEntries(tx, [id])).some((entry) => isSame(entry, input))) return fail({ field: first, code: 'listed-already' })
    const entry = newId()
    await tx
      .insertInto('meetings.list_entry')
      .values({ id: entry, list: id, body, kind: input.kind, ...columnsOf(input), added_at: doer.now, added_by: doer.actor })
      .execute()
    await note(tx, doer, 'list.entry-added', id, entry)
    return succeed(null)
  })
}

function isSame(entry: ListEntry, input: EntryInput): boolean {
  if (entry.kind !== input.kind) return false
  switch (input.kind) {
    case 'person':
      return entry.person === input.person
    case 'post':
      return entry.post === input.post && entry.organisation === input.organisation
    case 'outside':
      return entry.email.toLowerCase() === input.email.toLowerCase()
    default:
      return entry.ofBody === input.ofBody
  }
}

function columnsOf(input: EntryInput) {
  switch (input.kind) {
    case 'person':
      return { person: input.person }
    case 'post':
      return { post: input.post, organisation: input.organisation ?? null }
    case 'outside':
      return { name: input.name, email: input.email, consent: input.consent, consented_on: input.consentedOn }
    default:
      return { of_body: input.ofBody }
  }
}

/** Takes somebody off a list. */
export async function removeEntry(needs: Needs, doer: Doer, body: string, list: string, id: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedLists(body), 'keep')
    await findList(tx, body, list)
    await tx
      .updateTable('meetings.list_entry')
      .set({ ended_at: doer.now, ended_how: 'removed' })
      .where('id', '=', id)
      .where('list', '=', list)
      .where('ended_at', 'is', null)
      .execute()
    await note(tx, doer, 'list.entry-removed', list, id)
  })
}

/** Says which areas an item touches and which lists are its own; lists and areas of elsewhere are refused. */
export async function setAudience(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  itemId: string,
  input: AudienceInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const item = await findItem(tx, meetingId, itemId)
    await demand(tx, doer, guardedItem(item), 'change')
    const own = (await findLists(tx, meeting.body)).filter(({ concerns }) => concerns === 'item').map(({ id }) => id)
    const known = (await listAreas(tx, doer.today)).map(({ id }) => id)
    if (!input.lists.every((id) => own.includes(id))) return fail({ field: 'lists', code: 'choice-unknown' })
    if (!input.areas.every((id) => known.includes(id))) return fail({ field: 'areas', code: 'choice-unknown' })
    await tx.deleteFrom('meetings.item_area').where('item', '=', itemId).execute()
    await tx.deleteFrom('meetings.item_list').where('item', '=', itemId).execute()
    const of = { item: itemId, meeting: meetingId }
    if (input.areas.length > 0)
      await tx
        .insertInto('meetings.item_area')
        .values(input.areas.map((area) => ({ ...of, area })))
        .execute()
    if (input.lists.length > 0)
      await tx
        .insertInto('meetings.item_list')
        .values(input.lists.map((list) => ({ ...of, body: meeting.body, list })))
        .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'agenda.audience-set',
      subjectType: 'agenda-item',
      subject: itemId,
      content: JSON.stringify(input),
    })
    return succeed(null)
  })
}

async function note(tx: Writer, { actor }: Doer, act: string, subject: string, content: string): Promise<void> {
  await appendAudit(tx, { actor, act, subjectType: 'distribution-list', subject, content })
}
