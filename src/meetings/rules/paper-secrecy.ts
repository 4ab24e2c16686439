import type { FieldProblem } from '#platform/result.ts'
import type { Category } from './agenda.ts'

/** What is said of a paper that is judged for itself (M3): the law asks of each report, not of the item. */
export interface SecrecyInput {
  /** 'exempt': for itself. 'item': as its item, with the item's test. */
  readonly secrecy: 'exempt' | 'item'
  readonly paragraphs: readonly string[]
  readonly reasonsFor: string | undefined
  readonly reasonsAgainst: string | undefined
  readonly decidedBy: string | undefined
  readonly decidedOn: Temporal.PlainDate | undefined
  /** What everybody may read it is called; undefined where its title would tell what is exempt. */
  readonly publicTitle: string | undefined
  readonly publicConclusion: string | undefined
  readonly reviewOn: Temporal.PlainDate | undefined
}

/** A paper that is held back under an item that everybody reads. */
export interface HeldBack {
  readonly paper: string
  readonly item: string
  readonly category: Category
  /** By code; empty where none is stated. */
  readonly paragraphs: readonly string[]
  /** '' where its title would tell it. */
  readonly publicTitle: string
  readonly publicConclusion: string
  /** With which publications it went to the members. */
  readonly publications: readonly string[]
}

/**
 * Why a paper cannot be judged as entered: it is out already, its item is confidential, or what an exempt paper needs is missing. The rest of the test may
 * follow until it is published, as with an item.
 */
export function secrecyProblems(
  paper: { readonly isOut: boolean; readonly itemCategory: Category },
  input: SecrecyInput,
  today: Temporal.PlainDate,
): readonly FieldProblem[] {
  if (paper.isOut) return [{ field: '', code: 'paper-out-already' }]
  if (paper.itemCategory === 'confidential') return [{ field: '', code: 'confidential-stays' }]
  if (input.secrecy === 'item') return []
  const problems: FieldProblem[] = []
  if (input.paragraphs.length === 0) problems.push({ field: 'paragraphs', code: 'paragraphs-missing' })
  if (!input.reasonsAgainst) problems.push({ field: 'reasonsAgainst', code: 'public-interest-missing' })
  if (!input.decidedBy) problems.push({ field: 'decidedBy', code: 'exempt-decided-by-missing' })
  if (input.decidedOn && Temporal.PlainDate.compare(input.decidedOn, today) > 0)
    problems.push({ field: 'decidedOn', code: 'decided-ahead' })
  return problems
}
