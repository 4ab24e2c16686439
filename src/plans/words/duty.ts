import type { FieldProblem } from '#platform/result.ts'
import type { DutyKind } from '../rules/duty.ts'
import { problemWords } from './problems.ts'

/** What a duty is called. */
export const dutyKindWords: Readonly<Record<DutyKind, string>> = {
  'annual-report': 'Annual report',
  'half-yearly-report': 'Half-yearly progress report',
  'self-assessment': 'Annual self-assessment',
  'annual-meeting': 'Annual general meeting',
}

/** What became of it, in words. */
export const dutyOutcomeWords = { met: 'It was done', waived: 'It is not done this time' } as const

/** A sentence for every problem that duties can have beyond those of plans; undefined leaves it to the common words. */
export function dutyProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'duty-known':
      return 'The board owes that already, with the same last month'
    case 'before-window':
      return 'That day is before the months in which it is to be done'
    case 'evidence-missing':
      return 'Choose what shows that it was done, or say it in words'
    case 'reason-missing':
      return 'Say why it is not done this time'
    case 'settled-later':
      return 'Something was recorded of a later year already'
    case 'required':
      return problem.field === 'source' ? 'Say which law, terms or decision asks for it' : problemWords(problem)
    default:
      return problemWords(problem)
  }
}
