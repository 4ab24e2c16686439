import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const keepers: readonly Role[] = ['clerk', 'lead']

const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, keep: keepers, books: keepers })

/**
 * Who may do what with money. The states are the three sights of the fund, which everything of it shares; 'lead' is a finance officer of its host, or its pool
 * manager. 'books' are the rows of its ledger: who was paid for what. Who moves money is settled by the fund's own scheme besides (`rules/virement.ts`).
 * The policies of migrations 0260 and 0261 say the same in SQL; contacts of providers see nothing of a fund that is not public.
 */
export const moneyAccess: AccessMatrix = {
  funds: { any: { read: anyone, add: ['clerk'] } },
  fund: { draft: kept(keepers), members: kept(fullSight), public: kept(anyone) },
}
