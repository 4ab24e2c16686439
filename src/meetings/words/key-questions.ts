import type { FieldProblem } from '#platform/result.ts'

/** A sentence for a problem with key questions; undefined leaves it to others. */
export function keyQuestionProblemWords({ code }: FieldProblem): string | undefined {
  if (code === 'questions-of-kind') return 'The board asks questions of this kind at that time already. End those first'
  return code === 'questions-end-early' ? 'The end must be after the beginning' : undefined
}
