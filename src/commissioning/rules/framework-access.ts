import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: ['clerk', 'lead'], show: ['clerk'] })
const spend: readonly Role[] = ['clerk', 'lead']
const led = { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) }

/** Records that an organisation leads: 'lead' is a commissioner of that organisation. Migration 0420 says the same in SQL (`commissioning.protect_record`). */
export const frameworkAccess: AccessMatrix = {
  ...{ pathway: led, decommissioning: led, framework: led, market: led, scenario: led },
  // A gate that waits: 'lead' is whoever holds its delegation, and signs it off themselves; by whom the framework itself is kept says nothing of that.
  'framework-gate': {
    ...{ draft: { read: preparers, sign: ['lead'] }, members: { read: fullSight, sign: ['lead'] } },
    public: { read: anyone, sign: ['lead'] },
  },
  // 'spend': from a share; there 'lead' is besides whoever holds it, by name or by a delegation.
  delegated: { draft: { ...led.draft, spend }, members: { ...led.members, spend }, public: { ...led.public, spend } },
  // Budgets of persons: their sums are for the board; 'lead' is whoever arranges such budgets for an organisation.
  'individual-budgets': { any: { read: fullSight, add: ['lead'] } },
  // The budget of one person: 'lead' is the lead professional, whoever opened it, and those who are named while they are. Nobody else, no clerk and no administrator.
  'individual-budget': { any: { read: ['lead'], change: ['lead'] } },
}
