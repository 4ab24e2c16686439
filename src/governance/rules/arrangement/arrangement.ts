/** A body as the map of the arrangement takes it. */
export interface MapBody {
  readonly id: string
  /** What stands in its box; the shorter name where there is one. */
  readonly label: string
}

/** How one body stands to another, as the map takes it. */
export interface MapRelation {
  readonly id: string
  readonly from: string
  readonly to: string
  /** A code of the list 'body-relation'. */
  readonly kind: string
}

/** The relations in which the first body answers to the second; they make the tiers (G3). */
export const upwardKinds: readonly string[] = ['accountable-to', 'reports-to', 'sub-group-of']

/** The relations that hold both ways, so that a line of them has no head. */
export const mutualKinds: readonly string[] = ['equal-partner-of']
