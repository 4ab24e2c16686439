import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { absentMembers } from '../../rules/absent-members.ts'
import { nextDue, returnsOf } from '../../rules/action-returns.ts'
import type { MeetingState } from '../../rules/meeting.ts'
import { findLeadOffers } from '../actions.ts'
import { findAgenda, titleOf } from '../agenda.ts'
import type { MeetingGround } from '../record.ts'
import { bodiesOf, bodyOffers, functionsOf } from '../roll-lines.ts'
import { findTimesTaken } from './items.ts'
import { itemsToTake } from './now-view.ts'
import { sharedRead } from './shared.ts'

/** Something to choose. */
interface Offer {
  readonly value: string
  readonly text: string
}

/** A note of what was said. */
export interface NoteLine {
  readonly id: string
  readonly item: string
  readonly text: string
  readonly at: Temporal.Instant
}

/** What has been written down so far, and what the forms offer. */
export interface RecordView {
  readonly state: MeetingState
  /** Newest first; for those who prepare the minutes only. */
  readonly notes: readonly NoteLine[]
  readonly views: readonly {
    readonly id: string
    readonly item: string
    readonly name: string
    readonly sent: string
    readonly text: string
  }[]
  readonly decisions: readonly {
    readonly id: string
    readonly number: string
    readonly type: string
    readonly text: string
    /** Name of the body that decided, at a joint meeting; '' for a meeting of one body. */
    readonly ofBody: string
  }[]
  readonly actions: readonly { readonly id: string; readonly text: string; readonly leads: string; readonly due: string }[]
  readonly items: readonly Offer[]
  /** The item that is on; '' for none. */
  readonly current: string
  readonly absent: readonly Offer[]
  readonly leads: readonly Offer[]
  readonly functions: readonly Offer[]
  readonly consensusFirst: boolean
  /** Bodies that can decide, at a joint meeting; empty for a meeting of one body. */
  readonly bodies: readonly Offer[]
}

/** Reads what has been written down at a meeting, as far as one may see. */
export async function findRecordView(reader: Reader, ground: MeetingGround, keeps: boolean): Promise<RecordView> {
  const { meeting } = ground
  const agenda = itemsToTake(await sharedRead(reader, 'agenda', () => findAgenda(reader, meeting.id)))
  const numbers = new Map(agenda.map((item) => [item.id, `Item ${item.number}`]))
  const times = await sharedRead(reader, 'times', () => findTimesTaken(reader, meeting.id))
  return {
    state: meeting.state,
    ...(await findWritten(reader, ground, numbers)),
    items: agenda.map((item) => ({ value: item.id, text: `${item.number} ${titleOf(item)}` })),
    current: times.find(({ to }) => to === null)?.item ?? '',
    absent: keeps ? absentPeople(ground) : [],
    leads: keeps ? await leadOffers(reader, ground) : [],
    functions: functionsOf(ground),
    consensusFirst: bodiesOf(ground).some(({ terms }) => terms?.voting.value?.consensusFirst === true),
    bodies: bodyOffers(ground),
  }
}

/** When an action is due, in words; what returns says when next, counted from the day of the meeting. */
function dueOnScreen(action: { readonly dueWords: string; readonly returnsFrom: Temporal.PlainDate | null }, heldOn: Temporal.PlainDate) {
  const returns = returnsOf({ ...action, marked: [], meetings: [] })
  const next = returns && nextDue(returns, heldOn)
  return next ? `${action.dueWords} (next due ${dayInWords(next)})` : action.dueWords
}

async function findWritten(
  reader: Reader,
  { meeting: { id: meeting, heldOn }, tables }: MeetingGround,
  numbers: ReadonlyMap<string, string>,
) {
  const notes = await reader
    .selectFrom('meetings.item_note')
    .select(['id', 'item', 'text', 'at'])
    .where('meeting', '=', meeting)
    .where('withdrawn_at', 'is', null)
    .orderBy('at', 'desc')
    .execute()
  const views = await reader
    .selectFrom('meetings.absent_view')
    .select(['id', 'item', 'name', 'sent', 'text'])
    .where('meeting', '=', meeting)
    .orderBy('id')
    .execute()
  const decisions = await reader
    .selectFrom('meetings.decision')
    .select(['id', 'number', 'type', 'text', 'of_body as ofBody'])
    .where('meeting', '=', meeting)
    .where('withdrawn', '=', false)
    .orderBy('id')
    .execute()
  const actions = await reader
    .selectFrom('meetings.action')
    .select(['id', 'text', 'due_words as dueWords', 'returns_from as returnsFrom'])
    .where('meeting', '=', meeting)
    .where('state', '<>', 'withdrawn')
    .orderBy('id')
    .execute()
  const leads = await reader
    .selectFrom('meetings.action_lead')
    .select(['action', 'name'])
    .where('action', 'in', [...actions.map(({ id }) => id), meeting])
    .execute()
  const called = (item: string): string => numbers.get(item) ?? 'An item'
  return {
    notes: notes.map(({ item, ...note }) => ({ ...note, item: called(item) })),
    views: views.map(({ item, ...view }) => ({ ...view, item: called(item) })),
    decisions: decisions.map((one) => ({
      ...one,
      ofBody: tables.find((own) => own.meeting.body.id === one.ofBody)?.meeting.body.name ?? '',
    })),
    actions: actions.map(({ id, text, ...due }) => ({
      id,
      text,
      due: dueOnScreen(due, heldOn),
      leads: leads
        .filter((lead) => lead.action === id)
        .map(({ name }) => name)
        .join(', '),
    })),
  }
}

const absentPeople = (ground: MeetingGround): readonly Offer[] => absentMembers(ground).map(({ id, name }) => ({ value: id, text: name }))

async function leadOffers(reader: Reader, { meeting }: MeetingGround): Promise<readonly Offer[]> {
  const { people, organisations } = await findLeadOffers(reader, meeting.body.id, meeting.heldOn)
  return [
    ...people.map(({ id, name }) => ({ value: `p-${id}`, text: name })),
    ...organisations.map(({ id, name }) => ({ value: `o-${id}`, text: name })),
  ]
}
