import type { Reader } from '#platform/database/session.ts'
import { covers, holdingAt } from '../../rules/presence.ts'
import { findAgenda } from '../agenda.ts'
import type { MeetingGround } from '../record.ts'
import { findTimesTaken } from './items.ts'
import { sharedRead } from './shared.ts'

/** Who is out of the room for an interest in the item that is on, as far as the reader may know of it. */
export interface OutNow {
  /** Number of the item. */
  readonly item: string
  readonly people: ReadonlySet<string>
}

/** Reads who is out at this moment; undefined where nobody is, or nobody of whom one may know (G13). */
export async function findOutNow(reader: Reader, { meeting, quorum }: MeetingGround, now: Temporal.Instant): Promise<OutNow | undefined> {
  const people = new Set(holdingAt(quorum.exclusions, now).map(({ person }) => person))
  if (people.size === 0) return undefined
  const on = (await sharedRead(reader, 'times', () => findTimesTaken(reader, meeting.id))).find((time) => covers(time, now))
  const agenda = await sharedRead(reader, 'agenda', () => findAgenda(reader, meeting.id))
  return { item: agenda.find(({ id }) => id === on?.item)?.number ?? '', people }
}
