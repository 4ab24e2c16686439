import type { FieldProblem } from '#platform/result.ts'
import type { Category } from './agenda.ts'

/** A resolution to exclude the press and the public from a meeting (M3; handbook governance 1.4). */
export interface PublicExclusion {
  readonly id: string
  /** The exempt items that it covers, in printed order, by what everybody may read of them. */
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
  readonly mover: string
  readonly seconder: string
  /** Undefined where it was agreed without a vote. */
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number } | undefined
  readonly leftAt: Temporal.Instant
  /** Null: the public has not come back. */
  readonly returnedAt: Temporal.Instant | null
  readonly version: number
}

/** What somebody enters of such a resolution. */
export interface ExclusionInput {
  readonly items: readonly string[]
  readonly mover: string
  readonly seconder: string
  readonly method: 'agreed' | 'vote'
  readonly votesFor: number | undefined
  readonly votesAgainst: number | undefined
  readonly abstained: number | undefined
}

/** Whether the public must be excluded by a resolution before an item is taken: confidential matter needs none, and where the public does not come nobody is excluded. */
export function lacksResolution(
  item: { readonly id: string; readonly category: Category },
  access: 'public' | 'private',
  exclusions: readonly Pick<PublicExclusion, 'items' | 'returnedAt'>[],
): boolean {
  if (access === 'private' || item.category !== 'exempt') return false
  return !exclusions.some(({ items, returnedAt }) => returnedAt === null && items.some(({ id }) => id === item.id))
}

/** What is wrong with a resolution as entered; `exempt` are the items of the meeting that it can cover. */
export function refuseExclusion(input: ExclusionInput, exempt: ReadonlySet<string>): readonly FieldProblem[] {
  const { items, mover, seconder, method, votesFor, votesAgainst } = input
  const problems: FieldProblem[] = []
  if (items.length === 0) problems.push({ field: 'items', code: 'exclusion-for-nothing' })
  else if (!items.every((item) => exempt.has(item))) problems.push({ field: 'items', code: 'choice-unknown' })
  if (mover === seconder) problems.push({ field: 'seconder', code: 'seconder-is-mover' })
  if (method === 'agreed') return problems
  if (votesFor === undefined) problems.push({ field: 'votesFor', code: 'exclusion-uncounted' })
  else if (votesFor <= (votesAgainst ?? 0)) problems.push({ field: 'votesFor', code: 'exclusion-not-carried' })
  return problems
}

/** Whether one time lies within another stretch; a stretch without an end lasts on. */
export function overlapsAny(
  stretch: { readonly leftAt: Temporal.Instant; readonly returnedAt: Temporal.Instant | null },
  others: readonly { readonly leftAt: Temporal.Instant; readonly returnedAt: Temporal.Instant | null }[],
): boolean {
  const before = (a: Temporal.Instant, b: Temporal.Instant | null): boolean => b === null || Temporal.Instant.compare(a, b) < 0
  return others.some((other) => before(stretch.leftAt, other.returnedAt) && before(other.leftAt, stretch.returnedAt))
}
