import type { DeputiesRule } from './terms/membership.ts'

/** What is recorded about somebody who comes in a member's place. */
export interface DeputyFacts {
  readonly namedSubstitute: boolean
  readonly agreedByChair: boolean
  readonly coreMembersTold: boolean
  readonly nominatedByMember: boolean
  /** Whether the deputy may decide for the agency; null where nobody asked. */
  readonly mayDecide: boolean | null
  readonly memberPresent: boolean
  /** True while the person already sits in another seat of the body. */
  readonly sitsElsewhere: boolean
}

/** Why a deputy is not accepted. */
export type DeputyProblem =
  | 'deputies-forbidden'
  | 'not-a-named-substitute'
  | 'chair-has-not-agreed'
  | 'members-not-told'
  | 'not-nominated'
  | 'member-is-present'
  | 'sits-elsewhere'

/** What to tell the chair about a deputy who is accepted all the same. */
export type DeputyWarning = 'without-authority-to-decide' | 'authority-not-known' | 'rule-not-stated'

/** Whether a deputy takes the seat, with every reason against and everything to be told. */
export interface DeputyVerdict {
  readonly accepted: boolean
  readonly problems: readonly DeputyProblem[]
  readonly warnings: readonly DeputyWarning[]
}

function problemsByRule(rule: DeputiesRule, facts: DeputyFacts): readonly DeputyProblem[] {
  switch (rule.kind) {
    case 'forbidden':
      return ['deputies-forbidden']
    case 'named-substitute':
      return facts.namedSubstitute ? [] : ['not-a-named-substitute']
    case 'agreed-by-chair-and-notified':
      return [
        ...(facts.agreedByChair ? [] : (['chair-has-not-agreed'] as const)),
        ...(facts.coreMembersTold ? [] : (['members-not-told'] as const)),
      ]
    case 'nominated-by-member':
    case 'delegated-authority':
      return facts.nominatedByMember || facts.namedSubstitute ? [] : ['not-nominated']
  }
}

/** Says whether a deputy is acceptable for a seat (G7); a deputy without the authority asked for is accepted with a warning. */
export function judgeDeputy(rule: DeputiesRule | null, facts: DeputyFacts): DeputyVerdict {
  const always: DeputyProblem[] = []
  if (facts.memberPresent) always.push('member-is-present')
  if (facts.sitsElsewhere) always.push('sits-elsewhere')
  const problems = rule === null ? always : [...always, ...problemsByRule(rule, facts)]
  const warnings: DeputyWarning[] = rule === null ? ['rule-not-stated'] : []
  if (rule?.kind === 'delegated-authority' && facts.mayDecide !== true)
    warnings.push(facts.mayDecide === null ? 'authority-not-known' : 'without-authority-to-decide')
  return { accepted: problems.length === 0, problems, warnings }
}
