import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair', 'lead']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk', 'lead']
const clerk: readonly Role[] = ['clerk']
const keepers: readonly Role[] = ['clerk', 'lead']

const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, change: keepers, show: clerk, clear: clerk })

/**
 * Who may do what with providers and contracts. 'lead' is a commissioner of the organisation that signs the contract or keeps the relation; of what is a
 * provider's own ('provider-part') it is the contact of that provider, who besides reads its own contracts, never a draft. The policies of migrations 0380
 * and 0383 say the same in SQL.
 */
export const contractAccess: AccessMatrix = {
  contracts: { any: { read: anyone, add: clerk } },
  // Files of notices of buying, which may name what nobody has looked at.
  notices: { any: { read: clerk, bring: clerk } },
  // Files of a register of contracts, the same.
  'register-files': { any: { read: clerk, bring: clerk } },
  // What is foreseen as it comes out, with what waits for a person.
  foreseen: { any: { read: clerk, settle: clerk } },
  contract: { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
  // What stays inside though the contract is public: visits, notices of poor performance, the plan for a failure.
  'contract-inside': { draft: { read: preparers }, members: { read: fullSight }, public: { read: fullSight } },
  // A process with its cases: kept by the clerk of its board. That a criterion may stay open is said by the chair.
  pipeline: {
    draft: { read: ['clerk', 'chair'], change: clerk, show: clerk, waive: ['chair'] },
    members: { read: ['member', 'deputy', 'chair', 'clerk'], change: clerk, show: clerk, waive: ['chair'] },
    public: { read: anyone, change: clerk, show: clerk, waive: ['chair'] },
  },
  // A call for sealed bids: its two openers lead it, and nobody else opens it. What bids say is looked at by them, and by the clerk and the chair once it is decided.
  'bid-call': { public: { read: anyone, open: ['lead'], change: clerk, look: ['lead', 'clerk', 'chair'] } },
  // What evaluators do with the bids of a call: those who declared and may read lead it.
  'bid-evaluation': { any: { read: ['lead'], score: ['lead'] } },
  // The prefix of the place's ocids and the licence of its open data: the whole partnership's, and hard to take back.
  'ocid-prefix': { any: { change: ['administrator'] } },
  provider: { any: { read: anyone, change: clerk } },
  'provider-relation': { any: { read: keepers, change: keepers } },
  'provider-part': { any: { read: ['lead'], report: ['lead'], acknowledge: ['lead'], bid: ['lead'] } },
}
