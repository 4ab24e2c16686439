import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  longText,
  optionalLongText,
  optionalText,
  parseForm,
  postedText,
  text,
  ticked,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { optionalMoney } from '#platform/web/money-field.ts'
import type { OfficerDecisionInput } from '../commands/officer-decision/record-officer-decision.ts'
import { categories } from '../rules/agenda.ts'
import { type BackgroundPaper, backgroundOf } from '../rules/officer-decision.ts'
import { paragraphCodes } from './agenda.ts'

const orNothing = (max: number): z.ZodType<string> => optionalLongText(max).transform((value) => value ?? '')

/** One paper a line, 50 at the most. */
const background = field<readonly BackgroundPaper[]>((posted) => {
  const typed = postedText(posted)
  if (!typed.isWellFormed()) return { code: 'broken-characters' }
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.some((line) => /\p{Cc}/u.test(line))) return { code: 'control-characters' }
  const over = Math.max(0, ...lines.map((line) => [...line].length)) - 500
  if (over > 0) return { code: 'too-long', details: { max: 500, over } }
  return lines.length > 50 ? { code: 'number-out-of-range', details: { min: 0, max: 50 } } : { value: backgroundOf(lines) }
})

const decisionFields = {
  delegation: uuid(),
  decidedBy: uuid(),
  decidedOn: day(),
  title: text(200),
  resolved: longText(10_000),
  reasons: longText(10_000),
  options: longText(10_000),
  consulted: orNothing(2000),
  interests: orNothing(5000),
  pence: optionalMoney(),
  background,
  category: choice(categories),
  paragraphs: paragraphCodes,
  privateReason: optionalText(500).transform((value) => value ?? ''),
}

/** Reads a decision that an officer took. */
export function parseOfficerDecision(body: FormBody): Result<OfficerDecisionInput, FieldProblem> {
  return parseForm(z.object(decisionFields), body)
}

/** Reads one that is recorded anew, with why. */
export function parseCorrectedDecision(
  body: FormBody,
): Result<OfficerDecisionInput & { readonly reason: string; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ ...decisionFields, reason: text(500), version: version() }), body)
}

/** Reads why one is withdrawn. */
export function parseWithdrawnDecision(body: FormBody) {
  return parseForm(z.object({ reason: text(500), hide: ticked(), version: version() }), body)
}
