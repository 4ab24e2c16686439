import { splitPence, totalOf } from './split.ts'

/** What is claimed on one budget line. Pence, above 0. */
export interface SavingClaim {
  readonly saving: string
  readonly pence: bigint
}

/** Why a claim of a saving is refused. `room`: what could still be claimed, in pence. */
export type ClaimProblem =
  | { readonly code: 'movement-not-known' }
  | { readonly code: 'claimed-already'; readonly room: bigint }
  | { readonly code: 'no-movement' }

/**
 * Whether a line can bear one more claim: claims on it never exceed by how much it came down, so that no pound is counted twice.
 * @param before - what the same cost before, in pence; null: not known
 * @param now - the line's revised plan, in pence; null: not known
 * Source: handbook of joint commissioning, 3.8.
 */
export function claimProblem(
  before: bigint | null,
  now: bigint | null,
  claims: readonly SavingClaim[],
  pence: bigint,
): ClaimProblem | undefined {
  if (before === null || now === null) return { code: 'movement-not-known' }
  const movement = before - now
  if (movement <= 0n) return { code: 'no-movement' }
  const room = movement - totalOf(claims.map((claim) => claim.pence))
  return pence > room ? { code: 'claimed-already', room: room < 0n ? 0n : room } : undefined
}

/** A saving shared between partners by weights, to the penny; null where nobody has a weight. Pence. */
export function savingShares(pence: bigint, weights: readonly bigint[]): readonly bigint[] | null {
  return splitPence(pence, weights)
}

/** How a saving stands: three numbers that are never mixed. Pence; `delivered` counts claims with evidence alone. */
export interface SavingStanding {
  readonly planned: bigint
  /** Of the profile, up to the months that have ended. */
  readonly due: bigint
  readonly delivered: bigint
}

/** How a saving stands after `months` of its year. The profile has twelve sums in pence, which add up to what is planned. */
export function savingStanding(profile: readonly bigint[], claims: readonly SavingClaim[], months: number): SavingStanding {
  return { planned: totalOf(profile), due: totalOf(profile.slice(0, months)), delivered: totalOf(claims.map(({ pence }) => pence)) }
}
