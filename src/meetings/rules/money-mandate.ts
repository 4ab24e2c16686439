import type { Voter } from './electorate.ts'

/** Who of those that vote may commit the money of their organisation, as their appointments say (G5). */
export interface MoneyMandates {
  /** Those whose mandate is recorded and does not hold it. */
  readonly without: readonly Voter[]
  /** Those of whom no mandate is recorded. */
  readonly unsaid: readonly Voter[]
}

/**
 * Sorts the members that vote by what they may commit. A deputy stands under an authority of their own, and is left out.
 * @param mandates - of the members, by place as `placeKey` writes it
 */
export function moneyMandates(voters: readonly Voter[], mandates: ReadonlyMap<string, readonly string[]>): MoneyMandates {
  const members = voters.filter(({ deputy }) => !deputy)
  const of = ({ place }: Voter): readonly string[] => mandates.get(place) ?? []
  return {
    without: members.filter((voter) => of(voter).length > 0 && !of(voter).includes('commit_money')),
    unsaid: members.filter((voter) => of(voter).length === 0),
  }
}
