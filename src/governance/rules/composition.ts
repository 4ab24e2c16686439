/** What a rule on composition looks for: the role that the law names for a seat, or the capacity in which somebody acts (G5). */
export const compositionMatches = ['role', 'capacity'] as const
/** One of them. */
export type CompositionMatch = (typeof compositionMatches)[number]

/** Who must be on a body, by the law or its terms. */
export interface CompositionDemand {
  readonly matches: CompositionMatch
  /** The role or the capacity, as a sentence uses it: 'Clinician'. */
  readonly value: string
  /** From 1 to 100. */
  readonly atLeast: number
}

/** A demand that holds from a day to a day. */
interface DatedDemand extends CompositionDemand {
  readonly atMeetings: boolean
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while it is open. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Whether one demand asks for all that another asks for. */
export function demandCovers(one: CompositionDemand & { readonly atMeetings: boolean }, other: typeof one): boolean {
  const alike = one.matches === other.matches && plainWords(one.value) === plainWords(other.value)
  return alike && one.atLeast >= other.atLeast && (one.atMeetings || !other.atMeetings)
}

/** Those that hold on a day. What the terms say and the record says as well, or more strictly, is asked once. */
export function demandsOn<Demand extends DatedDemand & { readonly terms?: number | undefined }>(
  demands: readonly Demand[],
  day: Temporal.PlainDate,
): readonly Demand[] {
  const held = demands.filter(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0),
  )
  const recorded = held.filter(({ terms }) => terms === undefined)
  return held.filter((one) => one.terms === undefined || !recorded.some((other) => demandCovers(other, one)))
}

/** A place of a body as a demand sees it. */
export interface ComposedPlace {
  /** Tells two places apart. */
  readonly key: string
  /** The role that the law names for its seat; '' for none. */
  readonly role: string
  /** In which capacity its holder acts, or must by the seat; several parted by commas or semicolons, '' for none. */
  readonly capacity: string
  /** Who fills it; undefined where it is vacant. */
  readonly holder: string | undefined
}

/** How a demand stands. `no-seat`: no seat has the role, or asks for the capacity, and nobody acts in it. */
export interface CompositionVerdict {
  readonly state: 'met' | 'short' | 'no-seat'
  readonly have: number
  readonly need: number
  /** Names of those who fulfil it. */
  readonly by: readonly string[]
}

/** Words as they are compared: without regard to case, spaces at the ends or several together. */
export const plainWords = (words: string): string => words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB')

/** Whether a place is one that the demand looks for, filled or not. */
function fits({ matches, value }: CompositionDemand, { role, capacity }: ComposedPlace): boolean {
  if (matches === 'role') return plainWords(role) === plainWords(value)
  return capacity.split(/[,;]/).some((one) => plainWords(one) === plainWords(value))
}

/**
 * Whether a body has those whom the law or its terms prescribe (G5). Whoever fills two places counts once.
 * @param present - keys of the places attended, for a demand on a meeting; undefined: whoever fills a place counts
 */
export function judgeComposition(
  demand: CompositionDemand,
  places: readonly ComposedPlace[],
  present?: ReadonlySet<string>,
): CompositionVerdict {
  const fitting = places.filter((place) => fits(demand, place))
  const counted =
    present === undefined ? fitting.filter(({ holder }) => holder !== undefined) : fitting.filter(({ key }) => present.has(key))
  const by = [...new Set(counted.map(({ key, holder }) => holder ?? key))]
  const need = demand.atLeast
  if (fitting.length === 0) return { state: 'no-seat', have: 0, need, by: [] }
  return { state: by.length >= need ? 'met' : 'short', have: by.length, need, by }
}
