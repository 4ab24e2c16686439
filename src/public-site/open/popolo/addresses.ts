/** Where Popolo begins (requirement O2). Permanent: ids of objects are addresses below it. */
export const popoloRoot = '/open/popolo'

/** The types of objects that have an address of their own, with the name of the list of each. */
export const popoloLists = {
  organization: 'organizations',
  person: 'persons',
  membership: 'memberships',
  post: 'posts',
  motion: 'motions',
  vote_event: 'vote_events',
} as const

/** One of them. */
export type PopoloType = keyof typeof popoloLists

/** The address, and the id, of an object. */
export function popoloAddress(site: string, type: PopoloType, id: string): string {
  return `${site}${popoloRoot}/${type}/${id}`
}
