import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ReopenInput, SettleInput } from '../forms/money-risk.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { type Fund, findYears } from '../queries/funds.ts'
import { findUnplaced } from '../queries/ledger.ts'
import { findSettlement, type YearStatement } from '../queries/settlements.ts'
import { findYearEnd, type YearEnd } from '../queries/year-end.ts'
import { totalOf } from '../rules/split.ts'
import { spanOfYear } from '../rules/year.ts'
import { outturnOf, type WorkedYear, workYear } from '../rules/year-end.ts'
import { stepWords } from '../words/risk.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

/** What a year came to by its ledger; a line of which nothing is recorded has spent nothing, which whoever closes the year confirms. */
export function closedYear(end: YearEnd): ReturnType<typeof workYear> {
  const lines = end.lines.map(({ line, columns }) => ({
    ...{ managedBy: line.managedBy, fence: line.fence, budget: columns.revised ?? 0n, spend: columns.spent ?? 0n },
  }))
  return workYear(outturnOf(lines), end.held, end.facts, end.isAligned)
}

/** Closes a year with its statement, frozen and proved again by the database (C6). What was referred to a body is shared as its decision says. */
export function closeYear(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  year: number,
  input: SettleInput,
): Promise<Done<{ readonly id: string }>> {
  return inFund(needs, doer, fund, 'fund-year-closed', async (tx, found) => {
    const standing = (await findYears(tx, fund)).find((one) => one.year === year)
    if (standing?.state !== 'agreed') return fail({ field: '', code: 'year-not-agreed' })
    if (standing.version !== input.version) throw new Conflict('Somebody else saved first.')
    if (Temporal.PlainDate.compare(doer.today, spanOfYear(year).until) < 0) return fail({ field: '', code: 'year-not-over' })
    if ((await findUnplaced(tx, fund, year)).length > 0) return fail({ field: '', code: 'settlement-all-placed' })
    if (!input.complete) return fail({ field: 'complete', code: 'ledger-not-complete' })
    const end = await findYearEnd(tx, found, standing, doer.today)
    const worked = closedYear(end)
    if ('because' in worked) return fail({ field: '', code: worked.because.code })
    const decided = decidedShares(worked, input)
    if (!decided.ok) return decided
    const id = newId()
    await writeSettlement(tx, found, { id, year, doer, end, worked, decision: worked.left === 0n ? null : (input.decision ?? null) })
    await writeSteps(tx, found, id, worked, end.nameOf, decided.value)
    await tx
      .updateTable('commissioning.fund_year')
      .set({ state: 'closed', version: input.version + 1 })
      .where('fund', '=', fund)
      .where('year', '=', year)
      .execute()
    return succeed({ id })
  })
}

/** How what nobody was asked to bear is shared by the decision that is named; empty where nothing is left. */
function decidedShares(worked: WorkedYear, { decision, decided }: SettleInput): Done<readonly bigint[]> {
  if (worked.left === 0n) return succeed([])
  if (decision === undefined) return fail({ field: 'decision', code: 'decision-about-rest' })
  const shares = worked.partners.map((partner) => decided.get(partner) ?? 0n)
  return totalOf(shares) === worked.left ? succeed(shares) : fail({ field: '', code: 'rest-not-shared' })
}

interface Closing {
  readonly id: string
  readonly year: number
  readonly doer: Doer
  readonly end: YearEnd
  readonly worked: WorkedYear
  readonly decision: string | null
}

async function writeSettlement(tx: Writer, fund: Fund, { id, year, doer, end, worked, decision }: Closing): Promise<void> {
  const { budget, spend, fenced, overspend } = worked.outturn
  await tx
    .insertInto('commissioning.settlement')
    .values({
      ...{
        id,
        ...ofFund(fund),
        year,
        rule: end.list?.id ?? null,
        underspend: worked.underspend,
        budget,
        spend,
        fenced,
        overspend,
        decision,
      },
      ...{ made_on: doer.today, made_by: doer.actor },
    })
    .execute()
}

async function writeSteps(
  tx: Writer,
  fund: Fund,
  settlement: string,
  worked: WorkedYear,
  nameOf: ReadonlyMap<string, string>,
  decided: readonly bigint[],
): Promise<void> {
  const known = { settlement, ...ofFund(fund) }
  let before = worked.outturn.overspend
  const steps = worked.steps.map(({ step, covered, left, shares, unmet, skipped }, place) => {
    const most = 'upTo' in step ? step.upTo : null
    const size = before < 0n ? -before : before
    const amount = most !== null && most < size ? (before < 0n ? -most : most) : before
    before = left
    const isShared = step.kind === 'own_lines' || step.kind === 'share' || step.kind === 'first_part_to'
    const why = unmet ? '. It does not hold: less is over or under' : skipped ? '. Left out: an underspend fills no pool and no line' : ''
    return { position: place + 1, step, why, covered, left, amount, shares: isShared ? shares : [] }
  })
  const rows = steps.map(({ position, step, why, covered, left, amount }) => ({
    ...{
      ...known,
      position,
      kind: step.kind,
      words: `${stepWords(step, worked.partners, nameOf)}${why}`,
      clause: step.clause,
      authority: step.authority,
    },
    ...{ amount, covered, left_after: left },
  }))
  const last = {
    ...known,
    position: steps.length + 1,
    kind: 'decided',
    words: 'What was left is shared as decided',
    clause: 'The decision that is named',
  }
  const rest =
    decided.length === 0 ? [] : [{ ...last, authority: 'The body that decided', amount: worked.left, covered: worked.left, left_after: 0n }]
  if (rows.length + rest.length > 0)
    await tx
      .insertInto('commissioning.settlement_step')
      .values([...rows, ...rest])
      .execute()
  const shares = [...steps, ...(decided.length === 0 ? [] : [{ position: last.position, step: undefined, shares: decided }])].flatMap(
    ({ position, step, shares: own }) =>
      own.map((pence, place) => {
        const partner = worked.partners[place] ?? ''
        const sharing = step?.kind === 'share' ? step : undefined
        return {
          ...{ ...known, position, place: place + 1, partner, pence, weight: sharing?.weights[place] ?? null },
          ...{ cap: sharing?.caps.get(partner) ?? null, takes_excess: sharing?.excessTo === partner },
        }
      }),
  )
  if (shares.length > 0) await tx.insertInto('commissioning.settlement_share').values(shares).execute()
}

/** Takes the statement of a closed year back by one with every sign turned, under a decision of the board; the year is open again (C6). */
export function reopenYear(
  needs: CommissioningNeeds,
  doer: Doer,
  { id: settlement, fund: of, year }: Pick<YearStatement, 'id' | 'fund' | 'year'>,
  input: ReopenInput,
): Promise<Done<{ readonly id: string }>> {
  return inFund(needs, doer, of, 'fund-year-reopened', async (tx, fund) => {
    const before = await findSettlement(tx, settlement)
    if (before.reversedBy !== undefined || before.reverses !== undefined) return fail({ field: '', code: 'settlement-taken-back' })
    await tx
      .updateTable('commissioning.fund_year')
      .set((eb) => ({ state: 'agreed', version: eb('version', '+', 1) }))
      .where('fund', '=', fund.id)
      .where('year', '=', year)
      .execute()
    const id = newId()
    const known = { settlement: id, ...ofFund(fund) }
    const { budget, spend, fenced, overspend } = before
    await tx
      .insertInto('commissioning.settlement')
      .values({
        ...{
          id,
          ...ofFund(fund),
          year,
          rule: before.rule ?? null,
          underspend: before.underspend,
          decision: input.decision,
          reverses: settlement,
        },
        ...{
          budget: -budget,
          spend: -spend,
          fenced: -fenced,
          overspend: -overspend,
          why: input.why,
          made_on: doer.today,
          made_by: doer.actor,
        },
      })
      .execute()
    if (before.steps.length > 0)
      await tx
        .insertInto('commissioning.settlement_step')
        .values(
          before.steps.map(({ position, kind, words, clause, authority, amount, covered, left }) => ({
            ...{ ...known, position, kind, words: `Taken back: ${words}`, clause, authority },
            ...{ amount: -amount, covered: -covered, left_after: -left },
          })),
        )
        .execute()
    const shares = before.steps.flatMap(({ position, shares: own }) =>
      own.map(({ place, partner, pence }) => ({ ...known, position, place, partner, pence: -pence })),
    )
    if (shares.length > 0) await tx.insertInto('commissioning.settlement_share').values(shares).execute()
    return succeed({ id })
  })
}
