/** Who moves money by the scheme of an agreement: the finance officers of the host, or the pool manager. */
export const moverRoles = ['finance', 'manager'] as const
/** One of them. */
export type MoverRole = (typeof moverRoles)[number]

/** How much somebody may move without asking, from when to when. Dated data of the fund, with the clause it comes from. */
export interface MoveLimit {
  readonly id: string
  readonly role: MoverRole
  /** In pence: the most of one move, or of all moves of a year together. */
  readonly upTo: bigint
  readonly per: 'move' | 'year'
  readonly clause: string
}

/** What somebody wants to move. Pence, above 0. */
export interface WantedMove {
  readonly pence: bigint
  /** What this role has moved by its own authority in the year before. */
  readonly movedThisYear: ReadonlyMap<MoverRole, bigint>
}

/**
 * By which limit of the scheme a move is within somebody's own authority: the first that is large enough; null where none is, and a decision of the board is
 * needed. A fund without a scheme leaves every move to the board. A limit for the year counts what was moved already, so that no sum is moved in slices.
 * Source: handbook of joint commissioning, 1.3; requirement C5.
 */
export function authorityFor(wanted: WantedMove, roles: ReadonlySet<MoverRole>, limits: readonly MoveLimit[]): MoveLimit | null {
  const reaches = ({ role, per, upTo }: MoveLimit): boolean =>
    roles.has(role) && wanted.pence + (per === 'year' ? (wanted.movedThisYear.get(role) ?? 0n) : 0n) <= upTo
  return limits.find(reaches) ?? null
}
