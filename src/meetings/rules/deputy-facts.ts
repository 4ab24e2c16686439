import type { DeputyFacts } from '#governance/public.ts'
import type { Stay } from './presence.ts'

/** A deputy's authorisation on record (G7). */
export interface Authorisation {
  readonly basis: string
  readonly mayDecide: boolean
  readonly agreedByChair: boolean
  readonly membersToldOn: Temporal.PlainDate | undefined
}

/** What the rule of deputies is asked about somebody who sat in for a place at a meeting. */
export function deputyFacts(
  stay: Pick<Stay, 'person' | 'place'>,
  authorisation: Authorisation | undefined,
  stays: readonly Stay[],
  heldOn: Temporal.PlainDate,
): DeputyFacts {
  const told = authorisation?.membersToldOn
  const members = stays.filter(({ deputy, place }) => !deputy && place !== null)
  return {
    namedSubstitute: authorisation?.basis === 'named',
    agreedByChair: authorisation?.agreedByChair === true || authorisation?.basis === 'agreed_by_chair',
    coreMembersTold: told !== undefined && Temporal.PlainDate.compare(told, heldOn) <= 0,
    nominatedByMember: authorisation?.basis === 'nominated' || authorisation?.basis === 'delegated_authority',
    mayDecide: authorisation === undefined ? null : authorisation.mayDecide,
    memberPresent: members.some(({ place }) => place === stay.place),
    sitsElsewhere: stay.person !== null && members.some(({ person, place }) => person === stay.person && place !== stay.place),
  }
}
