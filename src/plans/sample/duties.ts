import { findHeldMeetings } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { addDuty, settleYearlyDuty } from '../commands/duties.ts'
import type { PlansNeeds } from '../needs.ts'
import { listYearlyDuties } from '../queries/yearly-duties.ts'
import { cyclesOfDuty, type DutyKind } from '../rules/duty.ts'

function done<Value>(result: Result<Value, FieldProblem>): void {
  if (!result.ok) throw new Error(`The sample cannot write its duties: ${JSON.stringify(result.problems)}`)
}

/** Writes the yearly duties of a board through the commands that people use: one overdue, one due now, one done in time with the meeting that shows it. */
export async function writeDuties(needs: PlansNeeds, clerk: Doer, body: string): Promise<void> {
  const { today } = clerk
  const month = (after: number): number => today.add({ months: after }).month
  const startsOn = today.with({ day: 1 }).subtract({ months: 14 })
  const terms = 'Terms of reference, section 9'
  const duties: readonly (readonly [DutyKind, number, number, string])[] = [
    ['self-assessment', -3, -2, 'Decision of the board on how it looks at its own work'],
    ['annual-meeting', 0, 1, terms],
    ['annual-report', -6, -4, 'Children Act 2004, section 16B, as the partners apply it'],
  ]
  for (const [kind, opens, closes, source] of duties)
    done(await addDuty(needs, clerk, body, { kind, source, opensMonth: month(opens), closesMonth: month(closes), startsOn }))
  const found = await readAs(needs.db, clerk, (reader) => listYearlyDuties(reader, [body]))
  const meetings = await readAs(needs.db, clerk, (reader) => findHeldMeetings(reader, today, { bodies: [body], limit: 30 }))
  for (const duty of found) {
    for (const { window, state } of cyclesOfDuty(duty, today)) {
      const isLast = Temporal.PlainDate.compare(window.closesOn, today.subtract({ months: 3 })) > 0
      if (state !== 'overdue' || (isLast && duty.kind === 'self-assessment')) continue
      const meeting = meetings.find(
        ({ heldOn }) => Temporal.PlainDate.compare(heldOn, window.opensOn) >= 0 && Temporal.PlainDate.compare(heldOn, window.closesOn) <= 0,
      )
      const words = { note: meeting ? 'Agreed at this meeting' : 'Agreed by the board; the paper is with its clerk', version: 0 }
      const on = { outcome: 'met' as const, onDay: meeting?.heldOn ?? window.closesOn, evidence: meeting?.id }
      done(await settleYearlyDuty(needs, clerk, duty.id, window.year, { ...on, ...words }))
    }
  }
}
