import { type BudgetFact, budgetMissing, type ReportFields } from './report.ts'

/** States of a paper (handbook governance 1.5). */
export const paperStates = ['draft', 'in_checking', 'cleared', 'published', 'withdrawn'] as const
/** One state of a paper. */
export type PaperState = (typeof paperStates)[number]

/** Who checks a paper, each for their own discipline. */
export const disciplines = ['finance', 'legal', 'equality', 'lead'] as const
/** One discipline. */
export type Discipline = (typeof disciplines)[number]

/** What a checker answered; 'asked' is not answered yet, 'withdrawn' takes the question or the advice back. */
export type Verdict = 'asked' | 'cleared' | 'returned' | 'withdrawn'

/** One word of a check, oldest first; the last of each discipline holds. */
export interface CheckWord {
  readonly discipline: Discipline
  /** Advice that overrides stops the paper while it is returned; advice that informs is only shown. */
  readonly overrides: boolean
  readonly verdict: Verdict
}

/** The word that holds in each discipline that was asked. */
export function checksInForce<Word extends CheckWord>(words: readonly Word[]): readonly Word[] {
  return disciplines.flatMap((discipline) => words.filter((word) => word.discipline === discipline).slice(-1))
}

/** What a draft holds, as far as handing it in goes. */
export interface PaperContent {
  /** Whether there is text, or at least one file that is published. */
  readonly hasContent: boolean
  /** Files that hide something which nobody has yet said may be published. */
  readonly unconfirmed: number
  /** Key questions of its item that its author has not answered; undefined: none are asked. */
  readonly unanswered?: number | undefined
}

/** Why a paper cannot be cleared. */
export type ClearProblem =
  | { readonly code: 'budget-missing'; readonly missing: readonly BudgetFact[] }
  | { readonly code: 'key-questions-unanswered'; readonly count: number }
  | { readonly code: 'check-unanswered'; readonly discipline: Discipline }
  | { readonly code: 'check-returned'; readonly discipline: Discipline }
  | { readonly code: 'nothing-written' }
  | { readonly code: 'files-unconfirmed'; readonly count: number }

/**
 * Why a paper cannot be cleared; empty when it can. A report of an item that commits money needs its budget information (C16);
 * every key question of the item (S2) and every check that was asked must be answered; advice that overrides must not stand against it.
 */
export function clearProblems(
  fields: ReportFields,
  content: PaperContent,
  commitsMoney: boolean,
  words: readonly CheckWord[],
): readonly ClearProblem[] {
  const problems: ClearProblem[] = []
  if (content.unconfirmed > 0) problems.push({ code: 'files-unconfirmed', count: content.unconfirmed })
  if (!content.hasContent) problems.push({ code: 'nothing-written' })
  const missing = commitsMoney ? budgetMissing(fields) : []
  if (missing.length > 0) problems.push({ code: 'budget-missing', missing })
  if ((content.unanswered ?? 0) > 0) problems.push({ code: 'key-questions-unanswered', count: content.unanswered ?? 0 })
  for (const { discipline, verdict, overrides } of checksInForce(words)) {
    if (verdict === 'asked') problems.push({ code: 'check-unanswered', discipline })
    if (verdict === 'returned' && overrides) problems.push({ code: 'check-returned', discipline })
  }
  return problems
}

/** Whether the draft can still be written in: a cleared paper goes back to its author first. */
export function isWritable(state: PaperState, hasDraft: boolean): boolean {
  return hasDraft && state !== 'cleared' && state !== 'withdrawn'
}

/** Whether a paper is still on its way to be cleared: what it commits is named until then, and stands afterwards. */
export const isBeforeClearing = (state: PaperState): boolean => state === 'draft' || state === 'in_checking'
