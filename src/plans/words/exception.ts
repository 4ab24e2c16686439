import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ExceptionStage } from '../rules/exception.ts'
import { problemWords } from './problems.ts'

/** How far an exception report is, in words. */
export const exceptionStageWords: Readonly<Record<ExceptionStage, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  raised: { word: 'Waits for the board', meaning: 'warning' },
  answered: { word: 'Answered', meaning: 'information' },
  closed: { word: 'Closed', meaning: 'neutral' },
}

const requiredWords: Readonly<Record<string, string>> = {
  row: 'Choose what is off track',
  why: 'Say why',
  offTrack: 'Say what is off track',
  words: 'Say what came of it',
}

/** A sentence for every problem that exception reports can have beyond those of plans; undefined leaves it to the common words. */
export function exceptionProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'required':
    case 'choice-missing':
      return requiredWords[problem.field] ?? problemWords(problem)
    case 'before-raised':
      return 'That day is before it was raised'
    case 'not-answered':
      return 'The board has not answered yet. Record its answer first'
    default:
      return problemWords(problem)
  }
}
