import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, choices, formOf, longText, parseForm, text, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { contentClasses } from '../rules/access.ts'
import { evidences } from './agreement.ts'

const standForm = z.object({
  saidBy: text(200),
  entitledHow: longText(2000),
  stance: choice(['objects', 'narrower']),
  words: longText(5000),
  saidOn: day(),
  evidence: choice(evidences),
  agencies: uuids(),
  classes: choices(contentClasses),
})
/** What somebody else with parental responsibility says. */
export type StandInput = z.output<typeof standForm>

/** Reads what they say: whoever agrees to less says to what, whoever objects to all agrees to nothing. */
export function parseStand(body: FormBody): Result<StandInput, FieldProblem> {
  const parsed = parseForm(standForm, body)
  if (!parsed.ok) return parsed
  const { stance, agencies, classes } = parsed.value
  if (stance === 'objects' && agencies.length + classes.length > 0) return fail({ field: 'stance', code: 'objects-and-agrees' })
  if (stance === 'narrower' && agencies.length === 0) return fail({ field: 'agencies', code: 'agencies-missing' })
  if (stance === 'narrower' && classes.length === 0) return fail({ field: 'classes', code: 'classes-missing' })
  return succeed(parsed.value)
}

/** Reads how a disagreement is settled. */
export const parseSettle = formOf(
  z.object({ verdict: choice(['narrower', 'as-agreed']), because: longText(5000), toldHow: longText(2000), version: version() }),
)
/** Reads how one knows that they agree now. */
export const parseStandEnd = formOf(z.object({ endedHow: longText(2000), version: version() }))
/** How a disagreement is settled. */
export type SettleInput = Extract<ReturnType<typeof parseSettle>, { ok: true }>['value']
/** How one knows that they agree now. */
export type StandEndInput = Extract<ReturnType<typeof parseStandEnd>, { ok: true }>['value']
