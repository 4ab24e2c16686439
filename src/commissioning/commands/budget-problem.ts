import { type FieldProblem, fail, type Result } from '#platform/result.ts'

/** At which field it is said that a rule of the database about delegated budgets was broken, and by which code. */
const BROKEN: Readonly<Record<string, FieldProblem>> = {
  budget_within_share: { field: 'pence', code: 'budget-within-share' },
  budget_within_limit: { field: 'pence', code: 'budget-within-limit' },
  budget_in_its_time: { field: 'happenedOn', code: 'budget-in-its-time', details: { part: 'day' } },
  budget_before_hand_over: { field: 'happenedOn', code: 'budget-before-hand-over', details: { part: 'day' } },
  budget_rule_stands: { field: 'lastDay', code: 'bought-after', details: { part: 'day' } },
  budget_by_rule: { field: 'rule', code: 'budget-by-rule' },
  budget_not_handed: { field: '', code: 'budget-not-handed' },
  entry_undone_once: { field: '', code: 'entry-undone-once' },
  individual_undone_once: { field: '', code: 'entry-undone-once' },
  individual_reader_pkey: { field: 'person', code: 'reader-already' },
  delegated_own_decision: { field: 'decision', code: 'choice-unknown' },
  delegated_decided_before: { field: 'decision', code: 'decided-later' },
}

/**
 * Turns a rule of the database that was broken into the problem beside its field: somebody else bought from the same budget, or ended the rule, between the question and the
 * writing. The transaction is undone by then. @throws what is no rule of these
 */
export function budgetRefused(error: unknown): Result<never, FieldProblem> {
  const name = (error as { readonly constraint?: unknown } | null)?.constraint
  const problem = typeof name === 'string' ? BROKEN[name] : undefined
  if (problem === undefined) throw error
  return fail(problem)
}
