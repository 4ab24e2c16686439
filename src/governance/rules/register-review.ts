/** How somebody's register of interests stands (G13): looked through lately, asked for now, or asked for and not done. */
export type RegisterState = 'confirmed' | 'due' | 'overdue'

/** The state with the last day for the next look. */
export interface RegisterStanding {
  readonly state: RegisterState
  readonly dueOn: Temporal.PlainDate
}

/** What the state rests on. */
export interface RegisterFacts {
  /** When the person last looked it through; undefined: never. */
  readonly reviewedOn: Temporal.PlainDate | undefined
  /** First day of the longest membership that holds today. */
  readonly memberSince: Temporal.PlainDate
  /** Months from one look to the next, from the terms or from dated data; 1 or more. */
  readonly everyMonths: number
  /** Days that a new member has by law; undefined where no law of the body says. */
  readonly newMemberDays: number | undefined
}

/** Days before the last day from which a person is asked: the day of a meeting falls into most months. */
const ASKED_AHEAD = 28

/** How a register stands on a day. Who never looked it through counts from joining: by law where it says a number of days, otherwise by the same months. */
export function registerStanding(facts: RegisterFacts, today: Temporal.PlainDate): RegisterStanding {
  const { reviewedOn, memberSince, everyMonths, newMemberDays } = facts
  const dueOn =
    reviewedOn !== undefined
      ? reviewedOn.add({ months: everyMonths })
      : newMemberDays !== undefined
        ? memberSince.add({ days: newMemberDays })
        : memberSince.add({ months: everyMonths })
  if (Temporal.PlainDate.compare(today, dueOn) > 0) return { state: 'overdue', dueOn }
  // A new member is asked at once; whoever looked it through is left alone until the next time comes near.
  const isAsked = reviewedOn === undefined || Temporal.PlainDate.compare(today.add({ days: ASKED_AHEAD }), dueOn) >= 0
  return { state: isAsked ? 'due' : 'confirmed', dueOn }
}

/**
 * Whole days by which an interest was declared after the days that the law of a body gives; 0 where in time. The days run from when the interest
 * arose, or from joining where that came later.
 */
export function declaredLate(
  interest: { readonly startsOn: Temporal.PlainDate; readonly declaredOn: Temporal.PlainDate },
  memberSince: Temporal.PlainDate,
  days: number,
): number {
  const from = Temporal.PlainDate.compare(interest.startsOn, memberSince) > 0 ? interest.startsOn : memberSince
  return Math.max(0, from.add({ days }).until(interest.declaredOn, { largestUnit: 'days' }).days)
}
