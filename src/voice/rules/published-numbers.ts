/** A response as it is counted: one of somebody, several alike, or one of a group of a stated size. */
export interface CountedResponse {
  readonly kind: 'individual' | 'group'
  /** How many it stands for; 1 for a group, whatever its size. */
  readonly alike: number
  /** Ids of themes, each once. */
  readonly themes: readonly string[]
  readonly groupName: string
  readonly groupSize: number | null
}

/**
 * What is told of one number: itself; none; 'few' where it is below the least that is shown; 'nearly-all' where those who do not belong to it would be
 * too few; 'hidden' where nothing can be said.
 */
export type Told = 'count' | 'none' | 'few' | 'nearly-all' | 'hidden'

/** A line of what is told of a consultation. */
export interface PublishedLine {
  /** 'merged': responses that name at least one of the themes that too few named; 'hidden': such themes exist, and no more is said of them. */
  readonly kind: 'individual' | 'group' | 'theme' | 'merged' | 'hidden'
  readonly theme: string | null
  /** Name of a group; '' for the others. */
  readonly label: string
  /** The number where `told` is 'count', else null. */
  readonly n: number | null
  readonly told: Told
}

/** What may be told of a number of people. @param fewest - the least number that is shown */
export function tellNumber(n: number, fewest: number): { readonly n: number | null; readonly told: Told } {
  if (n === 0) return { n: null, told: 'none' }
  return n < fewest ? { n: null, told: 'few' } : { n, told: 'count' }
}

/** The number of responses, individual ones as often as they came; a group is one (handbook plans 3.12). */
export function countResponses(responses: readonly CountedResponse[]): number {
  return responses.reduce((sum, { alike }) => sum + alike, 0)
}

/**
 * What is told of what came in: how many individual responses, each group apart, and each theme (S3; handbook plans 3.12, 7). Themes that fewer than
 * `fewest` responses name are merged into one line, or left out where that line would be too small or would name one theme alone. A response can
 * name several themes, so that their counts do not sum to the responses.
 */
export function publishedLines(responses: readonly CountedResponse[], themes: readonly string[], fewest: number): readonly PublishedLine[] {
  const individuals = responses.filter(({ kind }) => kind === 'individual')
  const groups = responses.filter(({ kind }) => kind === 'group')
  const total = countResponses(responses)
  const naming = (some: readonly string[]): number =>
    countResponses(responses.filter((response) => some.some((id) => response.themes.includes(id))))
  const counted = themes.map((theme) => ({ theme, n: naming([theme]) })).filter(({ n }) => n > 0)
  const small = counted.filter(({ n }) => n < fewest).map(({ theme }) => theme)
  return [
    { kind: 'individual', theme: null, label: '', ...tellNumber(countResponses(individuals), fewest) },
    ...groups.map(({ groupName, groupSize }) => ({
      ...{ kind: 'group' as const, theme: null, label: groupName },
      ...tellNumber(groupSize ?? 0, fewest),
    })),
    ...counted
      .filter(({ n }) => n >= fewest)
      .toSorted((a, b) => b.n - a.n)
      .map(({ theme, n }) => ({ kind: 'theme' as const, theme, label: '', ...tellShare(n, total, fewest) })),
    ...mergedLine(small.length, naming(small), total, fewest),
  ]
}

/** A share of a known total gives away the rest as well: where that is too small, it is 'nearly all'. */
function tellShare(n: number, total: number, fewest: number): { readonly n: number | null; readonly told: Told } {
  return total - n < fewest ? { n: null, told: 'nearly-all' } : { n, told: 'count' }
}

function mergedLine(small: number, n: number, total: number, fewest: number): readonly PublishedLine[] {
  if (small === 0) return []
  const line = { theme: null, label: '' }
  return small > 1 && n >= fewest
    ? [{ ...line, kind: 'merged', ...tellShare(n, total, fewest) }]
    : [{ ...line, kind: 'hidden', n: null, told: 'hidden' }]
}

/**
 * The share of those invited who responded, in whole percent and rounded; undefined where nobody knows how many were invited, where more came than were
 * invited, or where the number is not told. @param n - responses that may be told; null where they may not
 */
export function responseRate(n: number | null, invited: number | null): number | undefined {
  if (n === null || invited === null || n > invited) return undefined
  return Math.round((n * 100) / invited)
}
