import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { isShipped } from '../queries/bank-holidays.ts'
import { findCalendar } from '../queries/calendar.ts'
import type { Division } from '../rules/calendar.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Most years ahead for which somebody can say that all holidays are announced. */
const YEARS_AHEAD = 5

type Done = Promise<Result<{ readonly division: string }, FieldProblem>>

/** Enters a bank holiday that was announced (G10): open deadlines are counted anew at once, certificates stay. Problems: 'holiday-known', 'announced-after'. */
export async function addBankHoliday(
  db: Database,
  acting: Acting,
  input: {
    readonly division: Division
    readonly day: Temporal.PlainDate
    readonly title: string
    readonly announcedOn: Temporal.PlainDate
    readonly source: string
  },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'bank-holiday', verb: 'add' })
    const { division, day, title, announcedOn, source } = input
    if (Temporal.PlainDate.compare(announcedOn, acting.today) > 0) return fail({ field: 'announcedOn', code: 'announced-after' })
    if (isShipped(division, day)) return fail({ field: 'day', code: 'holiday-known' })
    const values = { division, day, title, announced_on: announcedOn, source }
    const written = await tx
      .insertInto('governance.bank_holiday')
      .values(values)
      .onConflict((conflict) =>
        conflict
          .columns(['division', 'day'])
          .doUpdateSet({ title, announced_on: announcedOn, source, withdrawn_on: null })
          .where('governance.bank_holiday.withdrawn_on', 'is not', null),
      )
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 0n) return fail({ field: 'day', code: 'holiday-known' })
    await record(tx, actor, 'bank-holiday.added', 'bank-holiday', newId(), input)
    return succeed({ division })
  })
}

/** Takes a bank holiday back that was entered here and is none. @throws NotFound */
export async function withdrawBankHoliday(
  db: Database,
  acting: Acting,
  input: { readonly division: Division; readonly day: Temporal.PlainDate },
): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'bank-holiday', verb: 'withdraw' })
    const taken = await tx
      .updateTable('governance.bank_holiday')
      .set({ withdrawn_on: acting.today })
      .where('division', '=', input.division)
      .where('day', '=', input.day)
      .where('withdrawn_on', 'is', null)
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) throw new NotFound()
    await record(tx, actor, 'bank-holiday.withdrawn', 'bank-holiday', newId(), input)
    return succeed({ division: input.division })
  })
}

/** Says that all bank holidays of a division are announced up to the end of a year, so that days are counted there. Problems: 'year-not-ahead', 'year-too-far'. */
export async function announceYear(db: Database, acting: Acting, input: { readonly division: Division; readonly year: number }): Done {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'bank-holiday', verb: 'add' })
    const { division, year } = input
    const { firstYear, lastAnnouncedYear } = await findCalendar(tx, division)
    if (year <= lastAnnouncedYear) return fail({ field: 'year', code: 'year-not-ahead', details: { year: lastAnnouncedYear } })
    if (year > acting.today.year + YEARS_AHEAD)
      return fail({ field: 'year', code: 'year-too-far', details: { year: acting.today.year + YEARS_AHEAD } })
    const known_until = Temporal.PlainDate.from({ year, month: 12, day: 31 })
    await tx
      .insertInto('governance.holiday_horizon')
      .values({ division, known_from: Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 }), known_until })
      .onConflict((conflict) => conflict.column('division').doUpdateSet({ known_until }))
      .execute()
    await record(tx, actor, 'bank-holiday.year-announced', 'bank-holiday', newId(), input)
    return succeed({ division })
  })
}
