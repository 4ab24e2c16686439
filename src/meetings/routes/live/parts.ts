import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FieldProblem } from '#platform/result.ts'
import { commonFieldWords } from '#platform/web/field-words.ts'
import { emptyForm, type FormBody, type FormState, formState } from '#platform/web/forms.ts'
import type { LivePart, LiveSight } from '../../rules/live-parts.ts'
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

/** Everything that the live page can show; a part of `fullParts` is for those who read the full agenda. */
export const drawers: Partial<Record<LivePart, DrawPart>> = {}

/** What a form of the live page shows: what stands in it at first, or what was typed when it was refused. */
export function liveFormState({ refused }: AskedLive, form: string, first: FormBody = {}): FormState {
  if (refused?.form !== form) return emptyForm(first)
  return formState(refused.body, refused.problems, (problem) => problemWords(problem) ?? commonFieldWords(problem))
}
