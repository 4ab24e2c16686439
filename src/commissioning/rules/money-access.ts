import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const keepers: readonly Role[] = ['clerk', 'lead']

const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({
  read,
  keep: keepers,
  books: keepers,
  scheme: ['clerk'],
})

/**
 * Who may do what with money. The states are the three sights of the fund, which everything of it shares; 'lead' is a finance officer of its host, or its pool
 * manager. 'books' are the rows of its ledger: who was paid for what. 'scheme' is to say who may move how much: the clerk's alone, so that nobody widens their own
 * authority. Who moves money is settled by that scheme (`rules/virement.ts`). The policies of migrations 0260, 0261, 0302 and 0360 say the same in SQL; contacts
 * of providers see nothing of a fund that is not public.
 */
export const moneyAccess: AccessMatrix = {
  // Out of which line a report commits money: 'lead' is its author.
  'paper-money': { any: { name: keepers } },
  funds: { any: { read: anyone, add: ['clerk'] } },
  fund: { draft: kept(keepers), members: kept(fullSight), public: kept(anyone) },
}
