import type { Standing } from './standing.ts'

/** What somebody can be towards one record. A person can be several at once; 'other-clerk' is a clerk, but not of this record's body. */
export const roles = [
  'visitor',
  'signed-in',
  'member',
  'deputy',
  'observer',
  'chair',
  'clerk',
  'other-clerk',
  'author',
  'lead',
  'self',
  'administrator',
] as const

/** One of them. */
export type Role = (typeof roles)[number]

/** The access matrix of a domain as data: record type, then state, then verb, then who may. What is not named is denied. */
export type AccessMatrix = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>>>>

/** Everybody, signed in or not. */
export const anyone: readonly Role[] = ['visitor', 'signed-in']

/** How one is tied to a record besides one's standing. */
export interface Ties {
  /** The body that the record belongs to; undefined for records of the whole partnership. */
  readonly body?: string | undefined
  readonly meeting?: string | undefined
  /**
   * Other bodies that meet there jointly: who belongs to one of them sees and takes part as a member does. Their clerks and deputies see as much, and the
   * record stays with the clerk of `body` (docs/decisions/0015).
   */
  readonly atTable?: readonly string[] | undefined
  /** Person who wrote it. */
  readonly author?: string | undefined
  /** People who lead it. */
  readonly leads?: readonly string[] | undefined
  /** The person that the record is about. */
  readonly about?: string | undefined
}

/** The roles that somebody has towards one record. */
export function rolesTowards(standing: Standing, ties: Ties): ReadonlySet<Role> {
  const { person } = standing
  const of = (bodies: ReadonlySet<string>): boolean => ties.body !== undefined && bodies.has(ties.body)
  const atTable = (bodies: ReadonlySet<string>): boolean => ties.atTable?.some((body) => bodies.has(body)) ?? false
  const held: readonly (readonly [Role, boolean])[] = [
    ['visitor', true],
    ['signed-in', person !== undefined],
    ['administrator', standing.administrator],
    ['clerk', of(standing.clerkOf)],
    ['other-clerk', standing.clerkOf.size > 0 && !of(standing.clerkOf)],
    ['chair', of(standing.chairOf)],
    ['member', of(standing.memberOf) || atTable(standing.memberOf) || atTable(standing.chairOf)],
    ['observer', of(standing.observerOf)],
    [
      'deputy',
      of(standing.deputyOf) ||
        atTable(standing.deputyOf) ||
        atTable(standing.clerkOf) ||
        (ties.meeting !== undefined && standing.deputyAtMeetings.has(ties.meeting)),
    ],
    ['author', person !== undefined && ties.author === person.id],
    ['lead', person !== undefined && (ties.leads ?? []).includes(person.id)],
    ['self', person !== undefined && ties.about === person.id],
  ]
  return new Set(held.filter(([, holds]) => holds).map(([role]) => role))
}

/**
 * Whether one of the roles may do this; what the matrix does not name is denied.
 * @param verb - for example 'read', 'change', 'publish'
 */
export function may(matrix: AccessMatrix, roles: ReadonlySet<Role>, record: string, state: string, verb: string): boolean {
  return (matrix[record]?.[state]?.[verb] ?? []).some((role) => roles.has(role))
}

/** A record as a domain's access matrix names it: its type, its state there (often the sight), and what ties people to it. */
export interface Guarded {
  readonly record: string
  readonly state: string
  readonly ties: Ties
}
