/** Months before the end of a term from which somebody is told. */
const SOON_MONTHS = 3

/** The term for which somebody fills a place, where the terms of reference limit it (G5). */
export interface SeatTerm {
  /** First day after the term. */
  readonly endsOn: Temporal.PlainDate
  /** `over`: whoever fills the place has been there longer than the terms say. */
  readonly state: 'running' | 'ends-soon' | 'over'
}

/**
 * How the term of an appointment stands on a day: so many months from its first day; a month too short for that day ends with its last one.
 * @param months - from the terms in force; null where they limit nothing: then the recorded end alone counts
 * @param endsOn - the end that was recorded; an earlier one counts
 */
export function seatTerm(
  startsOn: Temporal.PlainDate,
  months: number | null,
  endsOn: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): SeatTerm | undefined {
  const limit = months === null ? undefined : startsOn.add({ months })
  const last = endsOn && (limit === undefined || Temporal.PlainDate.compare(endsOn, limit) < 0) ? endsOn : limit
  if (last === undefined) return undefined
  if (Temporal.PlainDate.compare(today, last) >= 0) return { endsOn: last, state: 'over' }
  return { endsOn: last, state: Temporal.PlainDate.compare(today.add({ months: SOON_MONTHS }), last) >= 0 ? 'ends-soon' : 'running' }
}

/** A place that somebody fills, as far as terms ask. */
export interface TermedPlace {
  readonly name: string
  /** Months from the terms in force; null where they limit nothing. */
  readonly months: number | null
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  /** True where somebody is recorded to follow in the place. */
  readonly isFollowed: boolean
}

/** How the terms of those who fill the places of a board stand; names, in the order in which their terms end. */
export interface SeatTermsStanding {
  /** Holders whose term has an end. */
  readonly of: number
  readonly over: readonly string[]
  readonly soon: readonly string[]
  /** The earliest of those ends; undefined where nobody needs asking. */
  readonly firstOn: Temporal.PlainDate | undefined
}

/** Judges the terms of everybody on a board on a day; who is followed is not asked about before the end. Undefined where no term has an end. */
export function seatTermsStanding(places: readonly TermedPlace[], today: Temporal.PlainDate): SeatTermsStanding | undefined {
  const judged = places
    .flatMap((place) => {
      const term = seatTerm(place.startsOn, place.months, place.endsOn, today)
      return term ? [{ ...place, ...term }] : []
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.endsOn, b.endsOn))
  if (judged.length === 0) return undefined
  const over = judged.filter(({ state }) => state === 'over')
  const soon = judged.filter(({ state, isFollowed }) => state === 'ends-soon' && !isFollowed)
  const names = (those: typeof judged): readonly string[] => those.map(({ name }) => name)
  return { of: judged.length, over: names(over), soon: names(soon), firstOn: [...over, ...soon][0]?.endsOn }
}
