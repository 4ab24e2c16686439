import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'
import { contractAccess } from './contract-access.ts'
import { frameworkAccess } from './framework-access.ts'
import { moneyAccess } from './money-access.ts'
import { paymentAccess } from './payment-access.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const clerk: readonly Role[] = ['clerk']
/** The clerk of the board, and whoever leads the record: a commissioner of its lead organisation, or the manager of a fund. */
const keepers: readonly Role[] = ['clerk', 'lead']

const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: keepers, show: clerk })

/**
 * Who may do what with the records of joint commissioning. The states are the three sights. 'lead' is whoever holds the office that the record names:
 * of a service a commissioner of its lead organisation, of an agreement a commissioner of its host or the manager of its fund (table
 * `commissioning.officer`; `queries/officers.ts`). The policies of migrations 0250 to 0252 and 0280 say the same in SQL, and tests hold the two together.
 */
export const commissioningAccess: AccessMatrix = {
  // What a board commissions: its lists are there for everybody, each by the sight of its records.
  commissioning: { any: { read: anyone, add: clerk } },
  service: { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
  // How one gets a service: 'lead' is besides whoever keeps the entry true.
  'directory-entry': {
    draft: { read: preparers, change: keepers },
    members: { read: fullSight, change: keepers },
    public: { read: anyone, change: keepers },
  },
  // What anybody reported as wrong or missing.
  'offer-report': { any: { read: clerk, settle: clerk } },
  strategy: { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
  ...moneyAccess,
  ...frameworkAccess,
  ...contractAccess,
  ...paymentAccess,
  agreement: { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
}
