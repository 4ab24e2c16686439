import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChangedFundInput, ChangedYearInput, FenceInput, FundInput, LimitInput, ShowFundInput, YearInput } from '../forms/fund.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findContributions, findLines } from '../queries/fund-money.ts'
import { findYears, guardedFund } from '../queries/funds.ts'
import { balanceProblems } from '../rules/fund.ts'
import { runsIn } from '../rules/year.ts'
import { auditMoney, type Done, inFund, ofFund } from './in-fund.ts'

const columnsOf = ({ kind, title, purpose, agreement, host, manager }: FundInput) => ({
  ...{ kind, title, purpose, agreement: agreement ?? null, host, manager: manager ?? null },
})

/** Records a fund; nobody but those who keep its books sees it until it is shown (C5). */
export async function addFund(
  needs: CommissioningNeeds,
  doer: Doer,
  body: string,
  input: FundInput,
): Promise<Done<{ readonly id: string }>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'funds', state: 'any', ties: { body } }, 'add')
    const id = newId()
    await tx
      .insertInto('commissioning.fund')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await auditMoney(tx, doer, 'fund-added', id, input)
    return succeed({ id })
  })
}

/** Changes what a fund is. @throws Conflict where somebody else saved first */
export function changeFund(needs: CommissioningNeeds, doer: Doer, id: string, input: ChangedFundInput): Promise<Done<null>> {
  return inFund(needs, doer, id, 'fund-changed', async (tx) => {
    const saved = await tx
      .updateTable('commissioning.fund')
      .set({ ...columnsOf(input), version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    return succeed(null)
  })
}

/** Shows a fund, with everything of it but the rows of its ledger, to its board or to everybody; what is public stays public. */
export function showFund(needs: CommissioningNeeds, doer: Doer, id: string, input: ShowFundInput): Promise<Done<null>> {
  return inFund(needs, doer, id, 'fund-shown', async (tx, fund) => {
    if (fund.sight === 'public' && input.sight !== 'public') return fail({ field: 'sight', code: 'public-already' })
    const saved = await tx
      .updateTable('commissioning.fund')
      .set({ sight: input.sight, version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    return succeed(null)
  })
}

const yearColumns = ({ minimum, minimumSource, method }: Pick<YearInput, 'minimum' | 'minimumSource' | 'method'>) => ({
  ...{ minimum: minimum ?? null, minimum_source: minimum === undefined ? '' : (minimumSource ?? ''), forecast_method: method },
})

/** Opens a year of a fund, to be planned; one in which its agreement does not run only where a person says that another held then. */
export function addYear(needs: CommissioningNeeds, doer: Doer, id: string, input: YearInput): Promise<Done<{ readonly year: number }>> {
  return inFund(needs, doer, id, 'fund-year-added', async (tx, fund) => {
    if (input.minimum !== undefined && input.minimumSource === undefined) return fail({ field: 'minimumSource', code: 'required' })
    const isOutside = fund.agreementFrom !== undefined && !runsIn(input.year, fund.agreementFrom, fund.agreementUntil)
    if (isOutside && !input.otherAgreement) return fail({ field: 'year', code: 'year-outside-agreement' })
    await tx
      .insertInto('commissioning.fund_year')
      .values({ ...ofFund(fund), year: input.year, ...yearColumns(input) })
      .execute()
    return succeed({ year: input.year, ...(isOutside ? { otherAgreement: true } : {}) })
  })
}

/** Changes the minimum and the method of forecast of a year. @throws Conflict where somebody else saved first */
export function changeYear(needs: CommissioningNeeds, doer: Doer, id: string, year: number, input: ChangedYearInput): Promise<Done<null>> {
  return inFund(needs, doer, id, 'fund-year-changed', async (tx) => {
    if (input.minimum !== undefined && input.minimumSource === undefined) return fail({ field: 'minimumSource', code: 'required' })
    const saved = await tx
      .updateTable('commissioning.fund_year')
      .set({ ...yearColumns(input), version: input.version + 1 })
      .where('fund', '=', id)
      .where('year', '=', year)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    return succeed(null)
  })
}

/** Agrees the money of a year: from then on its plan stands and money moves by virements. Refused unless it balances to the penny. */
export function agreeYear(needs: CommissioningNeeds, doer: Doer, id: string, year: number, version: number): Promise<Done<null>> {
  return inFund(needs, doer, id, 'fund-year-agreed', async (tx) => {
    const [years, contributions, lines] = await Promise.all([findYears(tx, id), findContributions(tx, id, year), findLines(tx, id, year)])
    const found = years.find((one) => one.year === year)
    if (found?.state !== 'planning') return fail({ field: '', code: 'year-not-planning' })
    const [first] = balanceProblems({
      ...{ state: 'agreed', minimum: found.minimum },
      contributions: contributions.map(({ planned, fence }) => ({ pence: planned, fence })),
      lines: lines.map(({ original, fence }) => ({ pence: original, fence })),
    })
    if (first) return fail({ field: '', code: first.code })
    const saved = await tx
      .updateTable('commissioning.fund_year')
      .set({ state: 'agreed', agreed_on: doer.today, version: version + 1 })
      .where('fund', '=', id)
      .where('year', '=', year)
      .where('version', '=', version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    return succeed(null)
  })
}

/** Records that some money may be spent on one purpose only. */
export function addRingFence(needs: CommissioningNeeds, doer: Doer, id: string, input: FenceInput): Promise<Done<null>> {
  return inFund(needs, doer, id, 'ring-fence-added', async (tx, fund) => {
    await tx
      .insertInto('commissioning.ring_fence')
      .values({ id: newId(), ...ofFund(fund), title: input.title, source: input.source })
      .execute()
    return succeed(null)
  })
}

/** Adds to the scheme of a fund who may move how much, from a day on. */
export function addLimit(needs: CommissioningNeeds, doer: Doer, id: string, input: LimitInput): Promise<Done<null>> {
  return inFund(needs, doer, id, 'virement-limit-added', async (tx, fund) => {
    // Nobody widens their own authority, though they keep the books.
    await demand(tx, doer, guardedFund(fund), 'scheme')
    const { role, amount, per, clause, startsOn, endsOn } = input
    if (endsOn !== undefined && Temporal.PlainDate.compare(endsOn, startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'ends-before-it-begins' })
    await tx
      .insertInto('commissioning.virement_limit')
      .values({ id: newId(), ...ofFund(fund), role, up_to: amount, per, clause, starts_on: startsOn, ends_on: endsOn ?? null })
      .execute()
    return succeed(null)
  })
}
