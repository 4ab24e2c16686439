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
  /** The papers that it covers, each exempt for itself under an item that everybody hears; by what everybody may read of them. */
  readonly papers: readonly ExcludedPaper[]
  readonly mover: string
  readonly seconder: string
  /** Undefined where it was agreed without a vote. */
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number } | undefined
  readonly leftAt: Temporal.Instant
  /** Null: the public has not come back. */
  readonly returnedAt: Temporal.Instant | null
  readonly version: number
}

/** A paper for which the public is asked to leave. */
export interface ExcludedPaper {
  readonly id: string
  /** The item under which it stands. */
  readonly item: string
  /** Of that item; '' where whoever reads it may not know of the item. */
  readonly number: string
  /** '' where its title would tell what is exempt. */
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What somebody enters of such a resolution. */
export interface ExclusionInput {
  readonly items: readonly string[]
  readonly papers: readonly string[]
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

/** What a resolution can cover: exempt items, and papers that are exempt for themselves under items that everybody hears. */
export interface Coverable {
  readonly items: ReadonlySet<string>
  readonly papers: ReadonlySet<string>
}

/** What is wrong with a resolution as entered. */
export function refuseExclusion(input: ExclusionInput, exempt: Coverable): readonly FieldProblem[] {
  const { items, papers, mover, seconder, method, votesFor, votesAgainst } = input
  const problems: FieldProblem[] = []
  if (items.length + papers.length === 0) problems.push({ field: 'items', code: 'exclusion-for-nothing' })
  if (!items.every((item) => exempt.items.has(item))) problems.push({ field: 'items', code: 'choice-unknown' })
  if (!papers.every((paper) => exempt.papers.has(paper))) problems.push({ field: 'papers', code: 'choice-unknown' })
  if (mover === seconder) problems.push({ field: 'seconder', code: 'seconder-is-mover' })
  if (method === 'agreed') return problems
  if (votesFor === undefined) problems.push({ field: 'votesFor', code: 'exclusion-uncounted' })
  else if (votesFor <= (votesAgainst ?? 0)) problems.push({ field: 'votesFor', code: 'exclusion-not-carried' })
  return problems
}

/**
 * Whether something happened under an item while the public was out for a paper of it: what was said then is exempt, although everybody hears the rest of the item.
 */
export function inPrivateForPaper(
  { item, at }: { readonly item: string; readonly at: Temporal.Instant },
  exclusions: readonly Pick<PublicExclusion, 'papers' | 'leftAt' | 'returnedAt'>[],
): boolean {
  return exclusions.some(
    ({ papers, leftAt, returnedAt }) =>
      papers.some((paper) => paper.item === item) &&
      Temporal.Instant.compare(leftAt, at) <= 0 &&
      (returnedAt === null || Temporal.Instant.compare(at, returnedAt) < 0),
  )
}

/** Whether one time lies within another stretch; a stretch without an end lasts on. */
export function overlapsAny(
  stretch: { readonly leftAt: Temporal.Instant; readonly returnedAt: Temporal.Instant | null },
  others: readonly { readonly leftAt: Temporal.Instant; readonly returnedAt: Temporal.Instant | null }[],
): boolean {
  const before = (a: Temporal.Instant, b: Temporal.Instant | null): boolean => b === null || Temporal.Instant.compare(a, b) < 0
  return others.some((other) => before(stretch.leftAt, other.returnedAt) && before(other.leftAt, stretch.returnedAt))
}
