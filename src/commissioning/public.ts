// Door one: the rules and shapes of commissioning that other parts may build on.

export { contractPaths, providerPaths } from './contract-paths.ts'
export { ocdsPaths, ocdsRoot, ocidPrefixPath, openTermsPath } from './ocds-paths.ts'
export { agreementPaths, commissioningPaths, offerPaths, servicePaths, strategyPaths } from './paths.ts'
export { commissioningAccess } from './rules/access.ts'
export { breakEven, type CohortCost, cohortCost } from './rules/cohort.ts'
export {
  bindingStates,
  type ContractFacts,
  type ContractState,
  contractState,
  type Regime,
  type VatTreatment,
  vatCheck,
} from './rules/contract.ts'
export { type Contribution, minimumMet, type ShareKey, weightsOf } from './rules/contributions.ts'
export { decimalOf } from './rules/notices/amount.ts'
export type { NoticeObject } from './rules/notices/json.ts'
export { mergeReleases } from './rules/notices/merge.ts'
export type { NoticeParty } from './rules/notices/process.ts'
export { grantId, type OpenTerms } from './rules/open-terms.ts'
export { type Delivered, type Mechanism, paymentsOf, pencePerWeek, type Rate, type WeekAmount } from './rules/payment.ts'
export { type IdentifierScheme, identifierAsWritten } from './rules/provider.ts'
export { type RiskRuleProblem, riskRuleProblems, type StepProblem } from './rules/risk-rule.ts'
export { type Outturn, type RiskStep, type Settlement, settle } from './rules/risk-share.ts'
export { splitPence, totalOf } from './rules/split.ts'
