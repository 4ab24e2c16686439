import type { FeedbackKind, FeedbackOutcome } from './feedback.ts'
import { feedbackKinds } from './feedback.ts'

/** What came in, as it is counted. */
export interface CountedFeedback {
  readonly kind: FeedbackKind
  readonly service: string
  /** '' where no provider is named. */
  readonly provider: string
  readonly outcome: FeedbackOutcome | null
  readonly rating: number | null
}

/** A line of what is told of a period. 'rest': what is not told apart within its kind, by which the lines of a part sum to the whole. */
export interface FeedbackLine {
  readonly kind: FeedbackKind
  readonly part: 'all' | 'service' | 'provider' | 'outcome' | 'rest'
  /** Name of a service or provider, code of an outcome; of a rest the part that it belongs to. */
  readonly label: string
  /** The number where `told` is 'count', else null. */
  readonly n: number | null
  readonly told: 'count' | 'none' | 'few'
  /** Mean of ratings, to one place; null for all else. */
  readonly average: number | null
}

/**
 * Cells of a whole that is told: those that are large enough alone, and the others as one. The rest is at least `fewest` as well and holds two cells or
 * more, so that nothing is found by taking what is told from the whole; where it would not, the smallest that could be told joins it.
 */
export function partition(
  cells: ReadonlyMap<string, number>,
  fewest: number,
): { readonly told: ReadonlyMap<string, number>; readonly rest: number } {
  const told = [...cells].filter(([, n]) => n >= fewest).toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
  const hidden = [...cells].filter(([, n]) => n < fewest)
  let rest = hidden.reduce((sum, [, n]) => sum + n, 0)
  let held = hidden.length
  while (held > 0 && (rest < fewest || held < 2)) {
    const joining = told.pop()
    if (joining === undefined) break
    rest += joining[1]
    held += 1
  }
  return { told: new Map(told), rest }
}

const counted = (names: readonly string[]): ReadonlyMap<string, number> => {
  const cells = new Map<string, number>()
  for (const name of names) cells.set(name, (cells.get(name) ?? 0) + 1)
  return cells
}

/** What may be told of a period: each kind, and within it by service, by outcome, and ratings by provider (S3; handbook plans 3.12, 7). */
export function feedbackLines(all: readonly CountedFeedback[], fewest: number): readonly FeedbackLine[] {
  return feedbackKinds.flatMap((kind) =>
    linesOf(
      kind,
      all.filter((one) => one.kind === kind),
      fewest,
    ),
  )
}

function linesOf(kind: FeedbackKind, own: readonly CountedFeedback[], fewest: number): readonly FeedbackLine[] {
  const plain = { kind, average: null }
  if (own.length === 0) return [{ ...plain, part: 'all', label: '', n: null, told: 'none' }]
  if (own.length < fewest) return [{ ...plain, part: 'all', label: '', n: null, told: 'few' }]
  const whole: FeedbackLine = {
    kind,
    part: 'all',
    label: '',
    n: own.length,
    told: 'count',
    average: kind === 'rating' ? meanOf(own) : null,
  }
  const parts = kind === 'rating' ? (['provider'] as const) : (['service', 'outcome'] as const)
  return [whole, ...parts.flatMap((part) => partLines(kind, part, own, fewest))]
}

function partLines(
  kind: FeedbackKind,
  part: 'service' | 'provider' | 'outcome',
  own: readonly CountedFeedback[],
  fewest: number,
): readonly FeedbackLine[] {
  const nameOf = (one: CountedFeedback): string => (part === 'outcome' ? (one.outcome ?? 'open') : one[part])
  if (part === 'outcome' && own.every(({ outcome }) => outcome === null)) return []
  const { told, rest } = partition(counted(own.map(nameOf)), fewest)
  const lines = [...told].map(
    ([label, n]): FeedbackLine => ({
      ...{ kind, part, label, n, told: 'count' },
      average: kind === 'rating' ? meanOf(own.filter((one) => nameOf(one) === label)) : null,
    }),
  )
  // Of a whole that is told as one, or that names nothing, there is nothing to add.
  if (lines.length === 0 || lines.every(({ label }) => label === '')) return []
  return rest === 0 ? lines : [...lines, { kind, part: 'rest', label: part, n: rest, told: 'count', average: null }]
}

function meanOf(own: readonly CountedFeedback[]): number {
  const ratings = own.flatMap(({ rating }) => rating ?? [])
  return Math.round((ratings.reduce((sum, rating) => sum + rating, 0) * 10) / ratings.length) / 10
}
