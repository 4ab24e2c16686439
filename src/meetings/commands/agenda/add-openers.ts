import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findAgenda, titleOf } from '../../queries/agenda.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { findMeetingBefore } from '../../queries/meetings.ts'
import { findPlacedItems, type PlanItem } from '../../queries/plan.ts'
import type { Opener } from '../../rules/agenda.ts'
import type { ItemInput } from '../../rules/item.ts'
import { openerTitle } from '../../words/agenda.ts'
import { insertItem, lockForAgenda, plainItem } from './add-item.ts'
import { renumber } from './renumber.ts'

/** An item that an agenda is to have; `key` says which opener it is, `item` where it stands on the plan. */
interface Wanted {
  readonly key: string
  readonly title: string
  readonly purpose: ItemInput['purpose']
  readonly item?: PlanItem
}

/** Adds the openers and standing items that were chosen; one that is on the agenda already is not added twice. */
export async function addOpeners(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  chosen: { readonly openers: readonly Opener[]; readonly standing: readonly string[] },
): Promise<Result<{ readonly added: number }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForAgenda(tx, doer, meetingId)
    const agenda = await findAgenda(tx, meetingId)
    if (agenda.some((item) => item.sight !== 'draft')) return fail({ field: '', code: 'item-published' })
    const { terms } = await findMeetingRules(tx, meeting.body, meeting.heldOn)
    const before = await findMeetingBefore(tx, meeting.body, meeting.heldOn)
    // Those of another board at the table come one by one: its keys are its own.
    const placed = (await findPlacedItems(tx, meetingId)).filter(({ body }) => body === meeting.body)
    const due = placed.filter(({ standingKey }) => chosen.standing.includes(standingKey))
    const standing = (terms?.standingItems.value ?? []).filter(
      ({ key }) => chosen.standing.includes(key) && !due.some(({ standingKey }) => standingKey === key),
    )
    const titles: readonly Wanted[] = [
      ...chosen.openers.map((opener) => ({ key: opener, title: openerTitle(opener, before?.heldOn), purpose: 'procedure' as const })),
      ...due.map((item) => ({ key: '', title: item.title, purpose: 'not_stated' as const, item })),
      ...standing.map(({ title }) => ({ key: '', title, purpose: 'not_stated' as const })),
    ]
    const known = new Set(agenda.map(titleOf))
    const wanted = titles.filter(({ title }) => !known.has(title))
    for (const { key, title, purpose, item } of wanted) {
      const id = await insertItem(
        tx,
        meeting,
        {
          ...plainItem(title),
          ...{ purpose, reportStatus: purpose === 'procedure' ? 'none' : 'not_stated' },
          ...{ presenter: item?.lead, plannedMinutes: item?.minutes ?? undefined },
        },
        item?.id,
      )
      // What the item is for: minutes, questions and matters arising find it by this.
      if (key !== '') await tx.updateTable('meetings.agenda_item').set({ standing_key: key }).where('id', '=', id).execute()
    }
    await settleDue(tx, due)
    await renumber(tx, meetingId)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'agenda.openers-added',
      subjectType: 'meeting',
      subject: meetingId,
      content: String(wanted.length),
    })
    return succeed({ added: wanted.length })
  })
}

/** What is on the agenda is dealt with on the plan, also where somebody had typed it there already. */
async function settleDue(tx: Writer, due: readonly PlanItem[]): Promise<void> {
  for (const { id, version } of due)
    await tx
      .updateTable('meetings.plan_item')
      .set({ state: 'done', version: version + 1 })
      .where('id', '=', id)
      .execute()
}
