import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Fund, findFund, guardedFund } from '../queries/funds.ts'

/** At which field it is said that the database refused something, by the name of its rule. */
const FIELDS: Readonly<Record<string, string>> = {
  fund_balances: 'amount',
  fund_ring_fence: 'amount',
  fund_minimum: 'minimum',
  agreed_plan_stands: '',
  closed_year_stands: '',
  budget_line_code: 'code',
  instalments_add_up: 'amount',
  virement_within_ring_fence: 'toLine',
  virement_within_years: 'toLine',
  virement_within_line: 'amount',
  virement_own_decision: 'decision',
  decision_stands: 'decision',
  paper_money_own_line: 'line',
  virement_within_authority: 'decision',
  virement_limit_once: 'startsOn',
  ledger_file_once: '',
  entry_own_year: '',
  risk_rule_once: 'firstYear',
  risk_rule_closed_years: 'lastYear',
  risk_steps_in_order: '',
  risk_step_reached: '',
  risk_shares_add_up: '',
  risk_caps_leave_one: '',
  variation_one_year: 'line',
  variation_agreed_year: '',
  variation_within_gift: 'amount',
  year_closed_with_statement: '',
  settlement_all_placed: '',
  settlement_reversed_once: '',
  risk_rule_stands: '',
  settlement_balances: '',
  saving_once: 'measure',
  saving_own_year: 'line',
  saving_claim_taken_back: 'claim',
  saving_claim_taken_back_once: 'claim',
  parts_add_up: '',
  saving_counted_once: 'amount',
  saving_claim_pkey: 'period',
  fund_year_pkey: 'year',
  contribution_once: 'source',
  paid_within_part: 'amount',
  variation_leaves_once: 'leavesOn',
  money_request_pkey: 'line',
  line_purpose_once: 'target',
  commitment_of_tied_line: 'line',
  commitment_within_left: 'amount',
}

/** What a rule of the database that was broken means for the form: its code is the rule's name with hyphens. Undefined: no rule of ours. */
export function brokenRule(error: unknown): FieldProblem | undefined {
  const name = (error as { readonly constraint?: unknown } | null)?.constraint
  const field = typeof name === 'string' ? FIELDS[name] : undefined
  return field === undefined || typeof name !== 'string' ? undefined : { field, code: name.replaceAll('_', '-') }
}

/** What a command in a fund hands back: its value, and what the audit keeps of it. */
export type Done<Value> = Result<Value, FieldProblem>

/**
 * Does something in a fund as somebody, in one transaction: finds it, asks the access matrix, writes, appends to the audit. A rule of the database that is broken,
 * also one that is proved at the end, comes back as a problem of the form.
 */
export async function inFund<Value>(
  needs: CommissioningNeeds,
  doer: Doer,
  id: string,
  act: string,
  work: (tx: Writer, fund: Fund) => Promise<Done<Value>>,
): Promise<Done<Value>> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      const fund = await findFund(tx, id, doer.today)
      await demand(tx, doer, guardedFund(fund), 'keep')
      const done = await work(tx, fund)
      if (done.ok) await auditMoney(tx, doer, act, id, done.value ?? {})
      return done
    })
  } catch (error) {
    const problem = brokenRule(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Writes into the audit what somebody did with money. */
export function auditMoney(tx: Writer, doer: Pick<Doer, 'actor'>, act: string, subject: string, content: unknown): Promise<void> {
  const text = JSON.stringify(content, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  return appendAudit(tx, { actor: doer.actor, act: `commissioning.${act}`, subjectType: 'fund', subject, content: text })
}

/** The columns that everything of a fund carries. */
export const ofFund = ({ id, body, sight }: Fund) => ({ fund: id, body, sight })
