import { sql } from 'kysely'
import { listAreas } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { SchoolHolidayInput } from '../../forms/year.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findSchoolHoliday, findSchoolHolidays, guardedSchoolHolidays } from '../../queries/school-holidays.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Enters a holiday of the schools of an area, with its source (G11). */
export async function addSchoolHoliday(needs: Needs, doer: Doer, input: SchoolHolidayInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedSchoolHolidays, 'keep')
    const [first, ...more] = await problemsOf(tx, doer, input, undefined)
    if (first) return fail(first, ...more)
    const id = newId()
    await tx
      .insertInto('meetings.school_holiday')
      .values({ id, ...columnsOf(input) })
      .execute()
    await audit(tx, doer, 'school-holiday.added', id, input)
    return succeed(null)
  })
}

/** Changes one. */
export async function changeSchoolHoliday(
  needs: Needs,
  doer: Doer,
  id: string,
  input: SchoolHolidayInput & { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedSchoolHolidays, 'keep')
    await findSchoolHoliday(tx, id)
    const [first, ...more] = await problemsOf(tx, doer, input, id)
    if (first) return fail(first, ...more)
    const { numUpdatedRows } = await tx
      .updateTable('meetings.school_holiday')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this school holiday.')
    await audit(tx, doer, 'school-holiday.changed', id, input)
    return succeed(null)
  })
}

/** Removes one that was entered by mistake; the audit keeps that it was there. */
export async function removeSchoolHoliday(needs: Needs, doer: Doer, id: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedSchoolHolidays, 'keep')
    const holiday = await findSchoolHoliday(tx, id)
    await tx.deleteFrom('meetings.school_holiday').where('id', '=', id).execute()
    await audit(tx, doer, 'school-holiday.removed', id, holiday)
    return succeed(null)
  })
}

async function problemsOf(tx: Writer, doer: Doer, input: SchoolHolidayInput, id: string | undefined): Promise<readonly FieldProblem[]> {
  // Two people who enter the same days at the same moment come one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('meetings.school_holiday'))`.execute(tx)
  if (!(await listAreas(tx, doer.today)).some((area) => area.id === input.area)) return [{ field: 'area', code: 'choice-unknown' }]
  if (Temporal.PlainDate.compare(input.lastDay, input.startsOn) < 0)
    return [{ field: 'lastDay', code: 'holiday-ends-before-start', details: { part: 'day' } }]
  if (input.startsOn.until(input.lastDay).days > 90) return [{ field: 'lastDay', code: 'holiday-too-long', details: { part: 'day' } }]
  const span = { from: input.startsOn, until: input.lastDay.add({ days: 1 }) }
  const others = (await findSchoolHolidays(tx, span, [input.area])).filter((one) => one.id !== id)
  return others.length > 0 ? [{ field: 'startsOn', code: 'holiday-overlaps', details: { part: 'day', other: others[0]?.title ?? '' } }] : []
}

const columnsOf = ({ area, title, startsOn, lastDay, source }: SchoolHolidayInput) => ({
  ...{ area, title, starts_on: startsOn, ends_on: lastDay.add({ days: 1 }), source },
})

function audit(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, { actor: doer.actor, act, subjectType: 'school-holiday', subject, content: JSON.stringify(content) })
}
