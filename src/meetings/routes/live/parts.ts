import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FieldProblem } from '#platform/result.ts'
import { commonFieldWords } from '#platform/web/field-words.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { LivePart, LiveSight } from '../../rules/live-parts.ts'
import { actionProblemWords } from '../../words/action.ts'
import { decisionProblemWords } from '../../words/decision.ts'
import { declaredInterestProblemWords } from '../../words/declared-interest.ts'
import { liveProblemWords } from '../../words/live.ts'
import { motionProblemWords } from '../../words/motion.ts'
import { problemWords } from '../../words/problems.ts'
import type { AskedMeeting } from '../gates.ts'

/** A form of the live page that was refused, with what was typed in it. */
export interface RefusedForm {
  /** The form's id, as `LiveForm` has it. */
  readonly form: string
  readonly body: FormBody
  readonly problems: readonly FieldProblem[]
}

/** A request for the live page or a part of it. */
export interface AskedLive extends AskedMeeting {
  /** 'members' for those who read the full agenda, 'public' for everybody else. */
  readonly sight: LiveSight
  readonly refused: RefusedForm | undefined
}

/** Draws a part of the live page under the permissions of whoever asks. */
export type DrawPart = (asked: AskedLive) => Promise<JSX.Element>

/** Everything that the live page can show, by part; `partsFor` says which are for whom. */
export const drawers: Partial<Record<LivePart, DrawPart>> = {}

/** A sentence for every problem that an entry can have. */
export function sentencesOf(problems: readonly FieldProblem[]): readonly string[] {
  return problems.map(
    (problem) =>
      liveProblemWords(problem) ??
      declaredInterestProblemWords(problem) ??
      motionProblemWords(problem) ??
      decisionProblemWords(problem) ??
      actionProblemWords(problem) ??
      problemWords(problem) ??
      commonFieldWords(problem),
  )
}
