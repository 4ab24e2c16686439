// Door two: the reads and commands of commissioning that other parts may call.

export { commissioningKinds } from './queries/archive-kinds.ts'
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
export { findOwnProviders } from './queries/own-part.ts'
export { findProvider, findProviders, listProviders, type Provider, type ProviderIdentifier } from './queries/providers.ts'
export { findStrategiesBeside } from './queries/strategies.ts'
export type { CommissioningDuty } from './rules/duty.ts'
