import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedContributionInput, ChangedLineInput, ContributionInput, LineInput, MoveInput, PaidInput } from '../forms/fund-money.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findLine, type GivenMoney } from '../queries/fund-money.ts'
import type { Fund } from '../queries/funds.ts'
import { findOfficers } from '../queries/officers.ts'
import { findLimits, findMovedByRole } from '../queries/virements.ts'
import { instalmentsOf } from '../rules/split.ts'
import { authorityFor, type MoverRole } from '../rules/virement.ts'
import { yearOf } from '../rules/year.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

const givenColumns = ({ partner, source, kind, amount, fence }: ContributionInput) => ({
  ...{ partner, source, kind, planned: amount ?? null, ring_fence: fence ?? null },
})

/** Records what a partner gives to a fund for a year, in equal parts where it says in how many (C5). */
export function addContribution(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  year: number,
  input: ContributionInput,
): Promise<Done<null>> {
  return inFund(needs, doer, fund, 'contribution-added', async (tx, found) => {
    const problem = partsProblem(input, year)
    if (problem) return fail(problem)
    const id = newId()
    await tx
      .insertInto('commissioning.contribution')
      .values({ id, ...ofFund(found), year, ...givenColumns(input) })
      .execute()
    await writeParts(tx, found, id, input)
    return succeed(null)
  })
}

/** Changes what a partner gives while the year is planned; parts that nobody has paid are settled anew. @throws Conflict where somebody else saved first */
export function changeContribution(
  needs: CommissioningNeeds,
  doer: Doer,
  given: GivenMoney,
  input: ChangedContributionInput,
): Promise<Done<null>> {
  return inFund(needs, doer, given.fund, 'contribution-changed', async (tx, fund) => {
    const problem = partsProblem(input, given.year)
    if (problem) return fail(problem)
    if (input.parts !== undefined && given.actual !== null) return fail({ field: 'parts', code: 'parts-paid-already' })
    const saved = await tx
      .updateTable('commissioning.contribution')
      .set({ ...givenColumns(input), version: input.version + 1 })
      .where('id', '=', given.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    if (input.parts !== undefined) await tx.deleteFrom('commissioning.instalment').where('contribution', '=', given.id).execute()
    await writeParts(tx, fund, given.id, input)
    return succeed(null)
  })
}

async function writeParts(tx: Writer, fund: Fund, contribution: string, { parts, firstOn, amount }: ContributionInput): Promise<void> {
  if (parts === undefined || firstOn === undefined || amount === undefined) return
  const every = Math.max(1, Math.floor(12 / parts))
  await tx
    .insertInto('commissioning.instalment')
    .values(
      instalmentsOf(amount, parts).map((pence, place) => ({
        ...{ contribution, ...ofFund(fund), position: place + 1, due_on: firstOn.add({ months: place * every }), pence },
      })),
    )
    .execute()
}

/** The first part falls into the year that it is for; undefined where nothing stands against it. */
const partsProblem = ({ parts, firstOn, amount }: ContributionInput, year: number): FieldProblem | undefined => {
  if (parts === undefined) return undefined
  if (firstOn === undefined || amount === undefined) return { field: 'firstOn', code: 'parts-need-day' }
  return yearOf(firstOn) === year ? undefined : { field: 'firstOn', code: 'day-outside-year' }
}

/** Records that a part was paid in, or some of it: what comes later adds to it, until the part is paid. */
export function payPart(
  needs: CommissioningNeeds,
  doer: Doer,
  given: GivenMoney,
  { position, paidOn, amount }: PaidInput,
): Promise<Done<null>> {
  return inFund(needs, doer, given.fund, 'instalment-paid', async (tx) => {
    if (Temporal.PlainDate.compare(paidOn, doer.today) > 0) return fail({ field: 'paidOn', code: 'in-the-future' })
    if (yearOf(paidOn) < given.year - 1) return fail({ field: 'paidOn', code: 'day-before-payment' })
    const saved = await tx
      .updateTable('commissioning.instalment')
      .set((eb) => ({ paid_on: paidOn, paid: eb(eb.fn.coalesce('paid', eb.val(0n)), '+', amount) }))
      .where('contribution', '=', given.id)
      .where('position', '=', position)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n ? succeed(null) : fail({ field: 'position', code: 'choice-unknown' })
  })
}

const lineColumns = ({ title, code, service, managedBy, amount, before, fence, profile }: LineInput) => ({
  ...{ title, code: code ?? '', service: service ?? null, managed_by: managedBy, original: amount ?? null, before: before ?? null },
  ...{ ring_fence: fence ?? null, profile: [...profile] },
})

/** Records what is to be spent on one thing in one year. */
export function addLine(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  year: number,
  input: LineInput,
): Promise<Done<{ readonly id: string }>> {
  return inFund(needs, doer, fund, 'budget-line-added', async (tx, found) => {
    const id = newId()
    await tx
      .insertInto('commissioning.budget_line')
      .values({ id, ...ofFund(found), year, ...lineColumns(input) })
      .execute()
    return succeed({ id })
  })
}

/** Changes a line; its budget only while the year is planned. @throws Conflict where somebody else saved first */
export function changeLine(
  needs: CommissioningNeeds,
  doer: Doer,
  line: { readonly id: string; readonly fund: string },
  input: ChangedLineInput,
): Promise<Done<null>> {
  return inFund(needs, doer, line.fund, 'budget-line-changed', async (tx) => {
    const saved = await tx
      .updateTable('commissioning.budget_line')
      .set({ ...lineColumns(input), version: input.version + 1 })
      .where('id', '=', line.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    return succeed(null)
  })
}

/**
 * Moves planned money from one line to another, by one's own authority under the scheme of the fund, or else by a decision of its board (C5). The database looks at the
 * same once more, under a lock of the fund, so that two moves at once cannot pass a limit together.
 */
export function moveMoney(needs: CommissioningNeeds, doer: Doer, fund: string, input: MoveInput): Promise<Done<null>> {
  return inFund(needs, doer, fund, 'money-moved', async (tx, found) => {
    const { fromLine, toLine, amount, why, decision } = input
    if (fromLine === toLine) return fail({ field: 'toLine', code: 'same-line' })
    const from = await findLine(tx, fromLine)
    if (from.fund !== fund || (await findLine(tx, toLine)).fund !== fund) return fail({ field: 'fromLine', code: 'choice-unknown' })
    const limits = (await findLimits(tx, fund)).filter((one) => holds(one, doer.today))
    const own = authorityFor(
      { pence: amount, movedThisYear: await findMovedByRole(tx, fund, from.year) },
      await rolesIn(tx, doer, found),
      limits,
    )
    if (decision === undefined && own === null) return fail({ field: 'decision', code: 'virement-within-authority' })
    const authority = decision === undefined ? { by_limit: own?.id ?? null } : { decision }
    await tx
      .insertInto('commissioning.virement')
      .values({
        id: newId(),
        ...ofFund(found),
        from_line: fromLine,
        to_line: toLine,
        pence: amount,
        on_day: doer.today,
        why,
        moved_by: doer.actor,
        ...authority,
      })
      .execute()
    return succeed(null)
  })
}

const holds = (
  { startsOn, endsOn }: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | undefined },
  day: Temporal.PlainDate,
): boolean => Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0)

/** In which roles of the scheme somebody acts for a fund today. */
async function rolesIn(tx: Writer, doer: Doer, fund: Fund): Promise<ReadonlySet<MoverRole>> {
  const { person } = await findStanding(tx, doer)
  if (person === undefined) return new Set()
  const officers = (await findOfficers(tx, [fund.host], 'finance', doer.today)).get(fund.host) ?? []
  const roles: readonly (readonly [MoverRole, boolean])[] = [
    ['finance', officers.includes(person.id)],
    ['manager', fund.manager === person.id],
  ]
  return new Set(roles.flatMap(([role, held]) => (held ? [role] : [])))
}
