import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

/** Who prepares for the board that a record belongs to; an administrator also where it belongs to none. */
const keepers: readonly Role[] = ['clerk', 'chair', 'administrator']

/**
 * Who may do what on the golden thread. A link is read by whoever sees both of its ends, and an answer to a gap with its record: migrations 0145 and 0146
 * say so in SQL. 'see-to' ends what was given to oneself.
 */
export const threadAccess: AccessMatrix = {
  link: { any: { read: anyone, make: keepers, end: keepers } },
  'link-rule': { any: { read: anyone } },
  gap: { any: { read: anyone, assign: keepers, accept: keepers } },
  'gap-answer': {
    assigned: { read: ['member', 'deputy', 'clerk', 'chair', 'self', 'administrator'], end: [...keepers, 'self'] },
    accepted: { read: anyone, end: keepers },
  },
}
