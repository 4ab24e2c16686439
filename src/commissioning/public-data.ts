// Door two: the reads and commands of commissioning that other parts may call.

export { publishReleases } from './commands/publish-releases.ts'
export { commissioningKinds } from './queries/archive-kinds.ts'
export {
  type After,
  findNewlyOut,
  findOcidPrefix,
  findOutSummary,
  findRecordPage,
  findRelease,
  findReleasePage,
  findReleasesOf,
  type OutProcess,
  type OutRelease,
  type OutSummary,
  ocidPrefixSetting,
} from './queries/contract-releases.ts'
export {
  type Contract,
  type ContractProvider,
  findContract,
  findContracts,
  findContractsOfProviders,
  guardedContract,
  listContracts,
} from './queries/contracts.ts'
export { findCommissioningDuties } from './queries/duties.ts'
export { findOpenContracts, hasOpenGrants, type OpenContract } from './queries/open-contracts.ts'
export { findOpenDelegated, findOpenStatements } from './queries/open-markets.ts'
export { findOpenScenarios } from './queries/open-scenarios.ts'
export { findOpenEndings, findOpenFrameworks, findOpenPathways, findOpenSpending } from './queries/open-tables.ts'
export { findOpenTerms, openTermsSettings } from './queries/open-terms.ts'
export { findOwnProviders } from './queries/own-part.ts'
export { findProvider, findProviders, listProviders, type Provider, type ProviderIdentifier } from './queries/providers.ts'
export { findStrategiesBeside } from './queries/strategies.ts'
export type { CommissioningDuty } from './rules/duty.ts'
