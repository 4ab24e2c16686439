// The addresses of dated rules (G10, G16): what a mile is paid, what the law asks of notice.

/** Every dated rule. */
export const datedRulesPath = '/dated-rules'
/** Adds a rule of a kind. */
export const newDatedRulePath = (kind: string): string => `${datedRulesPath}/${kind}/new`
/** Ends a rule, or puts it right. */
export const datedRuleStepPath = (kind: string, rule: string, step: 'end' | 'correct'): string =>
  `${datedRulesPath}/${kind}/${rule}/${step}`
