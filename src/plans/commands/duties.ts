import { findHeldMeetings } from '#meetings/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DutyInput, EndDutyInput, SettleDutyInput } from '../forms/duty.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { listReports } from '../queries/reports.ts'
import { findYearlyDuty, guardedDuties, listYearlyDuties } from '../queries/yearly-duties.ts'
import { cyclesOfDuty, settleProblem } from '../rules/duty.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Writes down that a board owes something every year, by a source and from a day on (P11). */
export async function addDuty(needs: Needs, doer: Doer, body: string, input: DutyInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedDuties(body), 'keep')
    const { kind, source, opensMonth, closesMonth, startsOn } = input
    const known = (await listYearlyDuties(tx, [body])).some(
      (duty) =>
        duty.kind === kind &&
        duty.window.closesMonth === closesMonth &&
        (duty.endsOn === null || Temporal.PlainDate.compare(startsOn, duty.endsOn) < 0),
    )
    if (known) return fail({ field: 'closesMonth', code: 'duty-known' })
    const id = newId()
    await tx
      .insertInto('plans.duty')
      .values({ id, body, kind, source, opens_month: opensMonth, closes_month: closesMonth, starts_on: startsOn })
      .execute()
    await auditDuty(tx, doer, 'added', id, input)
    return succeed(null)
  })
}

/** Ends a duty: from that day on it is no longer owed; what was recorded of it stays. @throws Conflict where somebody else changed it first */
export async function endDuty(needs: Needs, doer: Doer, id: string, { endsOn, version }: EndDutyInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const duty = await findYearlyDuty(tx, id)
    await demand(tx, doer, guardedDuties(duty.body), 'keep')
    if (Temporal.PlainDate.compare(endsOn, duty.startsOn) < 0) return fail({ field: 'endsOn', code: 'last-day-before-first' })
    const saved = await tx
      .updateTable('plans.duty')
      .set({ ends_on: endsOn, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else changed it first.')
    await auditDuty(tx, doer, 'ended', id, { endsOn })
    return succeed(null)
  })
}

/** Records that a duty was done or waived in the cycle of a year, or corrects that. @throws NotFound, Conflict where somebody else saved first */
export async function settleYearlyDuty(needs: Needs, doer: Doer, id: string, year: number, input: SettleDutyInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const duty = await findYearlyDuty(tx, id)
    await demand(tx, doer, guardedDuties(duty.body), 'keep')
    const cycle = cyclesOfDuty(duty, doer.today).find(({ window }) => window.year === year)
    if (!cycle) throw new NotFound('Nothing is owed in that year.')
    const before = duty.outcomes.find((one) => one.year === year)
    if ((before?.version ?? 0) !== input.version) throw new Conflict('Somebody else saved first.')
    const evidence = await findEvidence(tx, duty.body, doer.today)
    const rests = evidence.find((one) => one.id === input.evidence)
    if (input.evidence !== undefined && !rests) return fail({ field: 'evidence', code: 'choice-unknown' })
    const { outcome, onDay, note = '' } = input
    const problem = settleProblem(cycle, { outcome, onDay, note, rests: rests !== undefined }, doer.today)
    if (problem) return fail(problem)
    const on = (kind: 'report' | 'meeting'): string | null => (outcome === 'met' && rests?.kind === kind ? rests.id : null)
    const columns = { outcome, on_day: onDay, note, report: on('report'), meeting: on('meeting') }
    const saved = await tx
      .insertInto('plans.duty_outcome')
      .values({ duty: id, body: duty.body, cycle_year: year, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['duty', 'cycle_year'])
          .doUpdateSet({ ...columns, version: input.version + 1 })
          .where('plans.duty_outcome.version', '=', input.version),
      )
      .executeTakeFirst()
    if (saved.numInsertedOrUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditDuty(tx, doer, outcome, id, { year, input })
    return succeed(null)
  })
}

/** What can show that a duty was done: the published reports of a board, and its last meetings. */
export async function findEvidence(
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
): Promise<
  readonly { readonly kind: 'report' | 'meeting'; readonly id: string; readonly title: string; readonly onDay: Temporal.PlainDate }[]
> {
  const [reports, meetings] = await Promise.all([
    listReports(reader, { body }),
    findHeldMeetings(reader, today, { bodies: [body], limit: 30 }),
  ])
  return [
    ...reports.flatMap(({ id, title, publishedOn }) =>
      publishedOn === null ? [] : [{ kind: 'report' as const, id, title, onDay: publishedOn }],
    ),
    ...meetings.map(({ id, title, heldOn }) => ({ kind: 'meeting' as const, id, title: title === '' ? 'Meeting' : title, onDay: heldOn })),
  ]
}

function auditDuty(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, {
    actor: doer.actor,
    act: `plan-duty.${act}`,
    subjectType: 'plan-duty',
    subject,
    content: JSON.stringify(content),
  })
}
