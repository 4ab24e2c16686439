import type { ActorId } from '#platform/database/session.ts'
import { openHouse, type TestHouse } from '#test/support/house.ts'
import { addItem } from '../commands/agenda/add-item.ts'
import { callMeeting } from '../commands/meeting/call-meeting.ts'
import { createMeeting } from '../commands/meeting/create-meeting.ts'
import type { ItemInput } from '../rules/item.ts'
import { doerAt, meetingInput, value } from './arrange.ts'
import { type RecordClient, recordClient } from './record-app.ts'
import { buildRecordBoard, type RecordBoard, recordRules } from './record-board.ts'

/** A word that stands in exempt matter alone, so that it must be found nowhere else. */
export const MARKER = 'Kestrelhold'

/** A house with one board, and the ways in which tests of the record use it. */
export interface RecordScene {
  readonly needs: TestHouse['needs']
  readonly ownerDb: TestHouse['ownerDb']
  readonly board: RecordBoard
  /** Calls a meeting at 2pm with these items, its agenda public. */
  meetingWith(
    day: string,
    items: readonly ItemInput[],
    kind?: 'ordinary' | 'extraordinary',
  ): Promise<{ readonly id: string; readonly items: readonly string[] }>
  /** Somebody's browser at an instant; a visitor's where nobody is given. */
  at(account: ActorId | undefined, instant: string): RecordClient
  /** The attendance form's field of a seat, counted from 0. */
  field(seat: number): string
  /** Fields that say these seats were present. */
  present(...seats: number[]): Record<string, string>
}

/** Opens a scene for one test file. @param rules - of the board's terms, by name */
export async function openScene(rules: Readonly<Record<string, unknown>> = recordRules): Promise<RecordScene> {
  const { needs, ownerDb } = await openHouse(Temporal.Instant.from('2014-02-24T14:00:00Z'))
  const board = await buildRecordBoard(ownerDb, rules)
  const field = (seat: number): string => board.seats[seat]?.field ?? ''
  const meetingWith: RecordScene['meetingWith'] = async (day, items, kind = 'ordinary') => {
    const early = doerAt(board.clerk.account, '2013-10-01T10:00:00Z')
    const { id } = value(await createMeeting(needs, early, board.body, meetingInput(day, { kind })))
    const ids: string[] = []
    for (const item of items) ids.push(value(await addItem(needs, early, id, item)).id)
    value(await callMeeting(needs, early, id, 1))
    await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'public' }).where('meeting', '=', id).execute()
    const content = (sight: string, operator: '=' | '<>') =>
      ownerDb.updateTable('meetings.item_content').set({ sight }).where('meeting', '=', id).where('category', operator, 'public').execute()
    await content('public', '=')
    await content('members', '<>')
    return { id, items: ids }
  }
  const present: RecordScene['present'] = (...seats) => Object.fromEntries(seats.map((seat) => [`status_${field(seat)}`, 'present']))
  return { needs, ownerDb, board, meetingWith, at: (account, instant) => recordClient(needs, account, instant), field, present }
}

/** The fields of a decision that a test does not care about. */
export function decisionFields(more: Readonly<Record<string, string>>): Record<string, string> {
  return { type: 'note', text: 'That it be noted.', matter: 'neither', method: 'consensus', ...more }
}
