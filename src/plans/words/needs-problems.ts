import type { FieldProblem } from '#platform/result.ts'
import { problemWords } from './problems.ts'

const requiredWords: Readonly<Record<string, string>> = {
  source: 'Say who published or holds it',
  topic: 'Say what it is about',
  kind: 'Choose what kind of assessment it is',
}

/** A sentence for every problem that needs assessments can have beyond those of plans; undefined leaves it to the common words. */
export function needsProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'required':
      return requiredWords[problem.field] ?? problemWords(problem)
    case 'next-before-published':
      return 'It is to be done anew after the day on which it was published'
    case 'no-finding':
      return 'Nothing is found yet. Add at least one finding first'
    case 'rested-on':
      return 'Something else rests on it. Change that first'
    default:
      return problemWords(problem)
  }
}
