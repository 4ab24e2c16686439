import type { Reader } from '#platform/database/session.ts'
import { destructionDue } from '../rules/exempt-copy.ts'
import type { FoundTask } from '../rules/waiting-task.ts'
import { findMeetingRules } from './meeting-rules.ts'
import { findDueRecords } from './retention.ts'

/** Record copies that clerks should decide on: one line a board. The end of a period is no last day: nothing happens by itself, and nobody is late (M16). */
export async function recordsDue(reader: Reader, clerkOf: readonly string[], today: Temporal.PlainDate): Promise<readonly FoundTask[]> {
  const found: FoundTask[] = []
  for (const body of clerkOf) {
    const { length: number } = await findDueRecords(reader, body, today)
    if (number > 0) found.push({ id: '', body, kind: 'look-at-records', number, dueOn: undefined })
  }
  return found
}

/** Copies of exempt papers of which nobody said what became of them, where the terms have them destroyed by a day: one line a meeting, the earliest first. */
export async function copiesOutstanding(reader: Reader, clerkOf: readonly string[]): Promise<readonly FoundTask[]> {
  if (clerkOf.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.exempt_copy as c')
    .innerJoin('meetings.meeting as m', 'm.id', 'c.meeting')
    .select(['c.meeting as id', 'c.body', 'm.held_on as heldOn', (row) => row.fn.countAll<number>().as('number')])
    .where('c.body', 'in', [...clerkOf])
    .where('c.ended', 'is', null)
    .where('m.state', 'in', ['ended', 'abandoned'])
    .groupBy(['c.meeting', 'c.body', 'm.held_on'])
    .orderBy('m.held_on')
    .limit(50)
    .execute()
  const found: FoundTask[] = []
  for (const { id, body, heldOn, number } of rows) {
    const { terms } = await findMeetingRules(reader, body, heldOn)
    const dueOn = destructionDue(terms?.confidentiality.value, heldOn)
    if (dueOn) found.push({ id, body, kind: 'destroy-copies', number: Number(number), dueOn })
  }
  return found
}
