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

const plain = (words: string): string => words.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB')

/** Whether a place is one that the demand looks for, filled or not. */
function fits({ matches, value }: CompositionDemand, { role, capacity }: ComposedPlace): boolean {
  if (matches === 'role') return plain(role) === plain(value)
  return capacity.split(/[,;]/).some((one) => plain(one) === plain(value))
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
