import { type AccessMatrix, anyone } from './access.ts'

/**
 * Who may do what with what members keep themselves (G13, G16). The policies of migration 0063 say the same in SQL, and tests hold the two together.
 */
export const ownAccess: AccessMatrix = {
  'terms-review': { any: { read: anyone, record: ['clerk', 'administrator'] } },
}
