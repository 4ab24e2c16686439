import type { FieldProblem } from '#platform/result.ts'
import type { Category } from './agenda.ts'
import type { Sight } from './meeting.ts'

/** Exempt matter that is looked at again: an item and what is still exempt under it. */
export interface ReviewedMatter {
  readonly category: Category
  /** Of the item's face. */
  readonly sight: Sight
  readonly meetingSight: Sight
  readonly isWithdrawn: boolean
  /** Published papers under it that are exempt. */
  readonly papers: readonly string[]
}

/** What somebody enters when exempt matter is looked at again. */
export interface ReviewInput {
  readonly decidedOn: Temporal.PlainDate
  /** When it is looked at again; undefined where nothing stays exempt. */
  readonly reviewOn: Temporal.PlainDate | undefined
}

/** Whether something of the item is exempt, and out, so that it is looked at again. */
export function isReviewable({ category, sight, papers }: ReviewedMatter): boolean {
  return sight !== 'draft' && (category === 'exempt' || (category === 'public' && papers.length > 0))
}

/** Why a review cannot be kept as entered: a decision of a day to come, a next review that is not ahead. */
export function reviewProblems(matter: ReviewedMatter, input: ReviewInput, today: Temporal.PlainDate): readonly FieldProblem[] {
  const { decidedOn, reviewOn } = input
  const problems: FieldProblem[] = []
  if (!isReviewable(matter))
    problems.push({ field: '', code: matter.category === 'confidential' ? 'confidential-stays' : 'nothing-exempt' })
  if (Temporal.PlainDate.compare(decidedOn, today) > 0) problems.push({ field: 'decidedOn', code: 'decided-ahead' })
  if (reviewOn && Temporal.PlainDate.compare(reviewOn, today) <= 0) problems.push({ field: 'reviewOn', code: 'review-not-ahead' })
  return problems
}

/** Why exempt matter cannot be released: `chosen` are papers by id, which must be exempt papers of this very item. */
export function releaseProblems(
  matter: ReviewedMatter,
  input: ReviewInput & { readonly papers: readonly string[] },
  today: Temporal.PlainDate,
): readonly FieldProblem[] {
  const problems = [...reviewProblems(matter, input, today)]
  const { papers } = input
  if (matter.meetingSight !== 'public') problems.push({ field: '', code: 'release-to-nobody' })
  if (matter.isWithdrawn) problems.push({ field: '', code: 'item-withdrawn-already' })
  if (!papers.every((paper) => matter.papers.includes(paper))) problems.push({ field: 'papers', code: 'choice-unknown' })
  else if (matter.category === 'public' && papers.length === 0) problems.push({ field: 'papers', code: 'nothing-released' })
  if (matter.papers.some((paper) => !papers.includes(paper)) && !input.reviewOn)
    problems.push({ field: 'reviewOn', code: 'review-missing' })
  return problems
}
