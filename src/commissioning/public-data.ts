// Door two: the reads and commands of commissioning that other parts may call.

export { commissioningKinds } from './queries/archive-kinds.ts'
export { type CommissioningDuty, findCommissioningDuties } from './queries/duties.ts'
