import { findStanding } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demandOf } from '../../permission.ts'
import { findAgenda, findItem, guardedItem } from '../../queries/agenda.ts'
import { neighbourOf } from '../../rules/agenda.ts'
import type { ItemInput } from '../../rules/item.ts'
import { keepTest } from '../part-two/keep-test.ts'
import { contentOf, faceOf, itemProblems, lockForAgenda, settlePlanned } from './add-item.ts'
import { renumber } from './renumber.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Changes an item that is not published yet; what is published changes only by withdrawal, supplement or correction (M15). */
export async function changeItem(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  id: string,
  input: ItemInput & { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForAgenda(tx, doer, meetingId)
    const item = await findItem(tx, meetingId, id)
    demandOf(await findStanding(tx, doer), doer, guardedItem(item), 'change')
    if (item.version !== input.version) throw new Conflict('Somebody else changed this item.')
    if (item.sight !== 'draft') return fail({ field: '', code: 'item-published' })
    const [first, ...more] = await itemProblems(tx, meeting, input, id)
    if (first) return fail(first, ...more)
    // The face first: what belongs to an item of Part 2 cannot be in Part 1, so that the content follows the face and papers follow both.
    await tx
      .updateTable('meetings.agenda_item')
      .set({ ...faceOf(input), ...(input.number === undefined ? {} : { number: input.number }), version: item.version + 1 })
      .where('id', '=', id)
      .execute()
    await tx.updateTable('meetings.item_content').set(contentOf(input)).where('item', '=', id).execute()
    await tx.updateTable('meetings.paper').set({ category: input.category }).where('item', '=', id).execute()
    await tx
      .updateTable('meetings.paper_version')
      // Its paper's, which may be exempt for itself.
      .set((row) => ({
        category: row.selectFrom('meetings.paper as p').select('p.category').whereRef('p.id', '=', 'meetings.paper_version.paper'),
      }))
      .where('paper', 'in', (from) => from.selectFrom('meetings.paper').select('id').where('item', '=', id))
      .execute()
    await keepTest(tx, doer, item, input)
    await renumber(tx, meetingId)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'agenda.item-changed',
      subjectType: 'agenda-item',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(null)
  })
}

/** Moves an item one place up or down among its siblings; at the end nothing happens. */
export async function moveItem(
  needs: Needs,
  doer: Doer,
  meetingId: string,
  id: string,
  direction: 'up' | 'down',
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await lockForAgenda(tx, doer, meetingId)
    const item = await findItem(tx, meetingId, id)
    const neighbour = neighbourOf(await findAgenda(tx, meetingId), id, direction)
    if (!neighbour) return succeed(null)
    const other = await findItem(tx, meetingId, neighbour.id)
    if (item.sight !== 'draft' || other.sight !== 'draft') return fail({ field: '', code: 'item-published' })
    await tx.updateTable('meetings.agenda_item').set({ position: other.position }).where('id', '=', id).execute()
    await tx.updateTable('meetings.agenda_item').set({ position: item.position }).where('id', '=', other.id).execute()
    await renumber(tx, meetingId)
    await appendAudit(tx, { actor: doer.actor, act: 'agenda.item-moved', subjectType: 'agenda-item', subject: id, content: direction })
    return succeed(null)
  })
}

/** Takes an item off an agenda that is not published. An item with papers or sub-items stays until these are gone. */
export async function removeItem(needs: Needs, doer: Doer, meetingId: string, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await lockForAgenda(tx, doer, meetingId)
    const item = await findItem(tx, meetingId, id)
    demandOf(await findStanding(tx, doer), doer, guardedItem(item), item.sight === 'draft' ? 'remove' : 'withdraw')
    if (item.sight !== 'draft') return fail({ field: '', code: 'item-published' })
    const children = (await findAgenda(tx, meetingId)).filter((one) => one.parent === id)
    const paper = await tx.selectFrom('meetings.paper').select('id').where('item', '=', id).executeTakeFirst()
    if (children.length > 0) return fail({ field: '', code: 'item-has-children' })
    if (await isRecorded(tx, id)) return fail({ field: '', code: 'item-recorded' })
    if (paper) {
      await tx
        .updateTable('meetings.agenda_item')
        .set({ withdrawn_at: doer.now, version: item.version + 1 })
        .where('id', '=', id)
        .execute()
      await tx.updateTable('meetings.paper').set({ state: 'withdrawn' }).where('item', '=', id).execute()
    } else {
      try {
        await tx.deleteFrom('meetings.item_content').where('item', '=', id).execute()
        await tx.deleteFrom('meetings.agenda_item').where('id', '=', id).execute()
      } catch (error) {
        // Something of another part was made for this item, such as a scorecard that was frozen for it: it stays, and nothing is written.
        if ((error as { readonly code?: string }).code === '23503') return fail({ field: '', code: 'item-recorded' })
        throw error
      }
    }
    const { planItem } = item.content ?? {}
    if (planItem) await settlePlanned(tx, planItem, 'accepted')
    await renumber(tx, meetingId)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'agenda.item-removed',
      subjectType: 'agenda-item',
      subject: id,
      content: item.publicTitle,
    })
    return succeed(null)
  })
}

/** Whether decisions, actions or minutes speak of an item: it is part of the record then. */
async function isRecorded(tx: Writer, item: string): Promise<boolean> {
  for (const table of ['meetings.decision', 'meetings.action', 'meetings.minutes_section'] as const) {
    if (await tx.selectFrom(table).select('id').where('item', '=', item).limit(1).executeTakeFirst()) return true
  }
  return false
}
