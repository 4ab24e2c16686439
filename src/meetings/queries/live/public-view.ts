import type { Reader } from '#platform/database/session.ts'
import type { MeetingState } from '../../rules/meeting.ts'
import { findAgenda, titleOf } from '../agenda.ts'
import type { Meeting } from '../meeting.ts'
import { findTimesTaken, isInPrivate } from './items.ts'
import { itemsToTake } from './now-view.ts'

/** What everybody may follow of a meeting: its state, the public item that is on, the agenda in its order. */
export interface PublicView {
  readonly state: MeetingState
  readonly heldOn: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime | undefined
  /** An item of Part 2 is on: which one is not said. */
  readonly isPrivate: boolean
  readonly item: { readonly number: string; readonly title: string; readonly since: Temporal.Instant } | undefined
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly state: 'on' | 'taken' | 'waiting'
  }[]
}

/** Reads what a visitor may follow; row-level security decides what there is. */
export async function findPublicView(reader: Reader, meeting: Meeting): Promise<PublicView> {
  const agenda = itemsToTake(await findAgenda(reader, meeting.id)).filter(({ sight }) => sight === 'public')
  // An observer sees rows that a visitor does not; the page for those without the full agenda is one and the same.
  const times = (await findTimesTaken(reader, meeting.id)).filter(({ category }) => category === 'public')
  const isRunning = meeting.state === 'in_progress'
  const on = isRunning ? times.find(({ to }) => to === null) : undefined
  const item = on && agenda.find(({ id, category }) => id === on.item && category === 'public')
  const taken = new Set(times.map((time) => time.item))
  return {
    ...{ state: meeting.state, heldOn: meeting.heldOn, startsAt: meeting.startsAt },
    isPrivate: isRunning && (await isInPrivate(reader, meeting.id)),
    item: item && { number: item.number, title: titleOf(item), since: on.from },
    items: agenda.map((one) => ({
      ...{ id: one.id, number: one.number, title: one.category === 'public' ? titleOf(one) : one.publicTitle },
      state: one.id === item?.id ? 'on' : one.category === 'public' && taken.has(one.id) ? 'taken' : 'waiting',
    })),
  }
}
