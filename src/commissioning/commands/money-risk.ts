import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { RiskListInput, StepInput } from '../forms/money-risk.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findLine } from '../queries/fund-money.ts'
import { findRiskList, type RiskList } from '../queries/risk.ts'
import type { ListedStep } from '../rules/risk-list.ts'
import { resolveList } from '../rules/risk-list.ts'
import { riskRuleProblems } from '../rules/risk-rule.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'

/** Begins a list of steps for years of a fund, as a draft (C6). */
export function addRiskList(
  needs: CommissioningNeeds,
  doer: Doer,
  fund: string,
  input: RiskListInput,
): Promise<Done<{ readonly id: string }>> {
  return inFund(needs, doer, fund, 'risk-list-added', async (tx, found) => {
    const { title, firstYear, lastYear, underspend, underspendClause } = input
    if (lastYear !== undefined && lastYear < firstYear) return fail({ field: 'lastYear', code: 'ends-before-it-begins' })
    if (underspend !== 'silent' && underspendClause === undefined) return fail({ field: 'underspendClause', code: 'required' })
    const id = newId()
    await tx
      .insertInto('commissioning.risk_rule')
      .values({
        ...{ id, ...ofFund(found), title, first_year: firstYear, last_year: lastYear ?? null, underspend },
        underspend_clause: underspend === 'silent' ? '' : (underspendClause ?? ''),
      })
      .execute()
    return succeed({ id })
  })
}

/** Adds a step at the end of a draft. What could not settle is refused here, with the first thing that stands against it. */
export function addStep(
  needs: CommissioningNeeds,
  doer: Doer,
  list: RiskList,
  partners: readonly string[],
  input: StepInput,
): Promise<Done<null>> {
  return inFund(needs, doer, list.fund, 'risk-step-added', async (tx, found) => {
    const { steps, inForceOn } = await findRiskList(tx, list.id, doer.today)
    if (inForceOn !== undefined) return fail({ field: '', code: 'risk-rule-stands' })
    if (input.kind === 'cover_from_lines' && (await findLine(tx, input.line ?? '')).fund !== list.fund)
      return fail({ field: 'line', code: 'choice-unknown' })
    if (input.weighedBy !== undefined && input.weighedBy !== 'fixed' && input.kinds?.length === 0)
      return fail({ field: 'kinds', code: 'risk-no-kinds' })
    if (input.weighedBy === 'fixed' && input.parts.reduce((sum, { share }) => sum + (share ?? 0), 0) !== 10_000)
      return fail({ field: `share-${partners[0] ?? ''}`, code: 'risk-shares-add-up' })
    const [problem] = problemsOf([...steps, listed(input)], partners, list.firstYear)
    if (problem !== undefined) return fail({ field: '', code: `risk-${problem.replaceAll('_', '-')}` })
    await writeStep(tx, { rule: list.id, position: steps.length + 1, ...ofFund(found) }, input)
    return succeed(null)
  })
}

const listed = (input: StepInput): ListedStep => ({
  ...{ kind: input.kind, clause: input.clause, authority: input.authority, above: input.above ?? null, upTo: input.upTo ?? null },
  ...{
    weighedBy: input.weighedBy ?? null,
    kinds: input.kinds ?? [],
    withFenced: input.withFenced ?? false,
    midYear: input.midYear ?? 'plan',
  },
  ...{ partner: input.partner ?? null, excessTo: input.excessTo ?? null, parts: input.parts },
  line: input.line === undefined ? null : { id: input.line, title: '', year: 0 },
  referTo: input.referTo === undefined ? null : { id: input.referTo, name: '' },
})

/** What stands against a list, whatever partners will give: shares by contribution are tried with equal sums, and nobody's is taken as 0. */
export function problemsOf(steps: readonly ListedStep[], partners: readonly string[], year: number): readonly string[] {
  const given = partners.map((partner) => ({ partner, kind: 'cash' as const, planned: 1n, actual: 1n, ringFenced: false }))
  const tried = steps.map((step) => ({ ...step, kinds: ['cash' as const] }))
  const resolved = resolveList(tried, { year, partners, agreed: given, revised: given, leavings: [] })
  return resolved.ok ? riskRuleProblems(resolved.steps, partners).map(({ code }) => code) : ['no-weight']
}

type StepKey = { readonly rule: string; readonly position: number; readonly fund: string; readonly body: string; readonly sight: string }

async function writeStep(tx: Writer, key: StepKey, input: StepInput): Promise<void> {
  const { kind, clause, authority, above, upTo, weighedBy, kinds, withFenced, midYear, partner, excessTo, line, referTo, parts } = input
  await tx
    .insertInto('commissioning.risk_step')
    .values({
      ...{ ...key, kind, clause, authority, above: above ?? null, up_to: upTo ?? null, weighed_by: weighedBy ?? null },
      ...{ kinds: [...(kinds ?? [])], with_fenced: withFenced ?? false, mid_year: midYear ?? 'plan', partner: partner ?? null },
      ...{ excess_to: excessTo ?? null, line: line ?? null, refer_to: referTo ?? null },
    })
    .execute()
  if (parts.length === 0) return
  await tx
    .insertInto('commissioning.risk_part')
    .values(parts.map((part, place) => ({ ...key, place: place + 1, ...part })))
    .execute()
}

/** Takes the last step of a draft away. */
export function dropStep(needs: CommissioningNeeds, doer: Doer, list: RiskList): Promise<Done<null>> {
  return inFund(needs, doer, list.fund, 'risk-step-dropped', async (tx) => {
    const { steps } = await findRiskList(tx, list.id, doer.today)
    if (steps.length === 0) return fail({ field: '', code: 'risk-no-steps' })
    await tx.deleteFrom('commissioning.risk_step').where('rule', '=', list.id).where('position', '=', steps.length).execute()
    return succeed(null)
  })
}

/** Takes a draft away with its steps. */
export function dropList(needs: CommissioningNeeds, doer: Doer, list: RiskList, version: number): Promise<Done<null>> {
  return inFund(needs, doer, list.fund, 'risk-list-dropped', async (tx) => {
    if (list.inForceOn !== undefined) return fail({ field: '', code: 'risk-rule-stands' })
    if (list.version !== version) throw new Conflict('Somebody else saved first.')
    await tx.deleteFrom('commissioning.risk_step').where('rule', '=', list.id).execute()
    await tx.deleteFrom('commissioning.risk_rule').where('id', '=', list.id).execute()
    return succeed(null)
  })
}

/** Puts a draft in force: from then on it stands. Refused where it could not settle, or another list holds in one of its years. */
export function forceList(
  needs: CommissioningNeeds,
  doer: Doer,
  list: RiskList,
  partners: readonly string[],
  version: number,
): Promise<Done<null>> {
  return inFund(needs, doer, list.fund, 'risk-list-in-force', async (tx) => {
    const { steps } = await findRiskList(tx, list.id, doer.today)
    const [problem] = problemsOf(steps, partners, list.firstYear)
    if (problem !== undefined) return fail({ field: '', code: `risk-${problem.replaceAll('_', '-')}` })
    return setOn(tx, list.id, version, { in_force_on: doer.today })
  })
}

/** Says with which year a list ends. */
export function endList(
  needs: CommissioningNeeds,
  doer: Doer,
  list: RiskList,
  input: { readonly lastYear: number; readonly version: number },
): Promise<Done<null>> {
  return inFund(needs, doer, list.fund, 'risk-list-ended', async (tx) => {
    if (input.lastYear < list.firstYear) return fail({ field: 'lastYear', code: 'ends-before-it-begins' })
    return setOn(tx, list.id, input.version, { last_year: input.lastYear })
  })
}

async function setOn(
  tx: Writer,
  id: string,
  version: number,
  change: { readonly in_force_on: Temporal.PlainDate } | { readonly last_year: number },
): Promise<Done<null>> {
  const saved = await tx
    .updateTable('commissioning.risk_rule')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
  return succeed(null)
}
