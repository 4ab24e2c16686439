import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const keepers: readonly Role[] = ['clerk', 'lead']

const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: keepers, show: ['clerk'] })

/** Who may do what with models of payment; 'lead' is a commissioner of the organisation that leads the model. The policies of migration 0400 say the same in SQL. */
export const paymentAccess: AccessMatrix = {
  'payment-model': { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
}
