import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../../rules/agenda.ts'
import type { MeetingState } from '../../rules/meeting.ts'
import { findAgenda, titleOf } from '../agenda.ts'
import { findPlannedMinutes, findTimesTaken } from './items.ts'
import { itemsToTake, secondsOn } from './now-view.ts'
import { sharedRead } from './shared.ts'

/** An item of the agenda as it goes through the meeting. */
export interface ItemLine {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly category: Category
  readonly state: 'on' | 'taken' | 'waiting'
  /** The first time it was taken; undefined where it was not. */
  readonly takenAt: Temporal.Instant | undefined
  /** Whole minutes it was on so far; 0 where it was not. */
  readonly used: number
  /** 0: no time was set aside. */
  readonly minutes: number
  readonly isSub: boolean
}

/** The agenda as the meeting goes through it. */
export interface ItemsView {
  readonly state: MeetingState
  readonly items: readonly ItemLine[]
  /** Numbers in the order taken; empty where that is the printed order so far. */
  readonly order: readonly string[]
}

/** Reads how the meeting goes through its agenda, as far as one may see. */
export async function findItemsView(reader: Reader, meeting: string, state: MeetingState, now: Temporal.Instant): Promise<ItemsView> {
  const agenda = itemsToTake(await sharedRead(reader, 'agenda', () => findAgenda(reader, meeting)))
  const times = await sharedRead(reader, 'times', () => findTimesTaken(reader, meeting))
  const planned = await sharedRead(reader, 'planned', () => findPlannedMinutes(reader, meeting))
  const items = agenda.map((item): ItemLine => {
    const own = times.filter((time) => time.item === item.id)
    const isOn = state === 'in_progress' && own.some(({ to }) => to === null)
    return {
      ...{ id: item.id, number: item.number, title: titleOf(item), category: item.category, isSub: item.parent !== null },
      state: isOn ? 'on' : own.length > 0 ? 'taken' : 'waiting',
      takenAt: own[0]?.from,
      used: Math.round(secondsOn(times, item.id, now) / 60),
      minutes: planned.get(item.id) ?? 0,
    }
  })
  const numbers = new Map(agenda.map(({ id, number }) => [id, number]))
  const order = [...new Set(times.map(({ item }) => item))].flatMap((item) => numbers.get(item) ?? [])
  const printed = agenda.flatMap(({ number }) => (order.includes(number) ? [number] : []))
  return { state, items, order: order.join(' ') === printed.join(' ') ? [] : order }
}
