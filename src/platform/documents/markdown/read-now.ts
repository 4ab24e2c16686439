import { paperProblems } from '../../paper/paper.ts'
import { type ParsedMarkdown, parseMarkdown } from '../../paper/parse-markdown.ts'
import { type PaperProblem, problemSentence } from '../../paper/words.ts'
import type { Result } from '../../result.ts'
import { fail } from '../../result.ts'

// Relative imports only: the worker thread runs this without a compiler.

/** Reads a text and checks that it may be saved, on the thread that asks. */
export function readNow(source: string): Result<ParsedMarkdown, PaperProblem> {
  const read = parseMarkdown(source)
  if (!read.ok) return read
  const [first, ...more] = paperProblems(read.value.paper)
  return first ? fail(first, ...more) : read
}

/** The answer for a text that was given up. */
export function tooSlow(): Result<ParsedMarkdown, PaperProblem> {
  return fail(problemSentence('too-slow', 0))
}
