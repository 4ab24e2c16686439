/** What the record of a family must hold before its progress is claimed. */
export const claimEvidence = ['closed-met', 'goals-reached', 'family-view'] as const
/** One of them. */
export type ClaimEvidence = (typeof claimEvidence)[number]

/** What tells against a claim after it was drawn: the family came back, its record was put right, or people of it were merged or parted. */
export type ClaimDoubt = 'came-back' | 'put-right' | 'merged'

/** Why a family is taken out of an approved claim: it came back, its record was put right, or what evidenced its progress fell. */
export const takenOutBecause = ['came-back', 'put-right', 'evidence-fell'] as const
/** One of them. */
export type TakenOutBecause = (typeof takenOutBecause)[number]

/** A period of which a claim is drawn: from its first day until the first day after it. */
export interface ClaimPeriod {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** The last four quarters that are over by a day, the latest first: each begins in January, April, July or October. */
export function quartersOver(today: Temporal.PlainDate): readonly ClaimPeriod[] {
  const now = today.with({ month: today.month - ((today.month - 1) % 3), day: 1 })
  return [1, 2, 3, 4].map((quarters) => {
    const startsOn = now.subtract({ months: 3 * quarters })
    return { startsOn, endsOn: startsOn.add({ months: 3 }) }
  })
}
