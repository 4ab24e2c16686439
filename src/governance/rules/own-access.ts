import { type AccessMatrix, anyone, type Role } from './access.ts'

/** Everybody who belongs to a body. */
const belonging: readonly Role[] = ['member', 'deputy', 'chair', 'observer', 'clerk']

/**
 * Who may do what with what members keep themselves (G13, G16). The policies of migration 0063 say the same in SQL, and tests hold the two together.
 */
export const ownAccess: AccessMatrix = {
  'terms-review': { any: { read: anyone, record: ['clerk', 'administrator'] } },
  'induction-step': { any: { read: belonging, add: ['clerk'], end: ['clerk'] } },
  // A buddy, too, reads with whom they go.
  induction: { any: { read: ['self', 'clerk'], record: ['self', 'clerk'], keep: ['clerk'] } },
  'member-agreement': { any: { read: belonging, add: ['clerk'], sign: belonging } },
  // Towards expenses a 'lead' is somebody whom the body names to approve them; nobody settles or pays an own claim, whatever their roles.
  'expense-claim': { any: { read: ['self', 'clerk', 'lead'], add: belonging, change: ['self'], settle: ['lead'], pay: ['clerk'] } },
  'expense-budget': { any: { read: ['clerk', 'lead'], change: ['clerk'] } },
  'expense-approver': { any: { read: [...belonging, 'self'], add: ['clerk'], end: ['clerk'] } },
  // A 'clerk' towards somebody's needs is the clerk of a board to which that person belongs today. Administrators do not see them.
  'access-need': { any: { read: ['self', 'clerk'], change: ['self'] } },
  'member-signature': { any: { read: ['self', 'clerk'] } },
}
