import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const keepers: readonly Role[] = ['clerk', 'lead']

const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: keepers, show: ['clerk'] })

/** Who may do what with models of payment; 'lead' is a commissioner of the organisation that leads the model. The policies of migrations 0400 and 0402 say the same in SQL. */
export const paymentAccess: AccessMatrix = {
  // How packages of a contract are paid: 'lead' is a commissioner of it; to read, besides whoever arranges or pays for its packages, and its providers.
  'payment-terms': { any: { read: keepers, change: keepers } },
  // One person's package: 'lead' is whoever arranges packages for the commissioner; to read and report, besides the contact of its own provider.
  'care-package': { any: { read: ['lead'], change: ['lead'], report: ['lead'] } },
  // 'lead' is whoever arranges the packages, who prepares a run; and whoever pays, who approves it, and posts one that stands in no ledger.
  'payment-run': {
    prepared: { read: ['lead'], change: ['lead'], approve: ['lead'] },
    approved: { read: keepers, post: ['lead'] },
  },
  'payment-model': { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
}
