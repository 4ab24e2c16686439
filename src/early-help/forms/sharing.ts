import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, choices, longText, optionalUuid, parseForm, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { contentClasses } from '../rules/access.ts'

/** On what basis something is shared without agreement. */
export const sharingBases = ['public-task', 'legal-obligation', 'vital-interests', 'legitimate-interests'] as const

const sharingForm = z.object({
  verdict: choice(['share', 'not-share']),
  basis: choice(sharingBases),
  organisation: uuid(),
  classes: choices(contentClasses),
  purpose: longText(2000),
  because: longText(4000),
  told: choice(['yes', 'no']),
  toldWords: longText(2000),
  holdsUntil: day(),
  agreement: optionalUuid(),
})

/** A decision that is asked for. */
export type SharingInput = Omit<z.output<typeof sharingForm>, 'verdict' | 'told'> & {
  readonly isToShare: boolean
  readonly isFamilyTold: boolean
}

/** Reads a decision to share or not to share. */
export function parseSharing(body: FormBody): Result<SharingInput, FieldProblem> {
  const parsed = parseForm(sharingForm, body)
  if (!parsed.ok) return parsed
  const { verdict, told, ...rest } = parsed.value
  if (rest.classes.length === 0) return fail({ field: 'classes', code: 'classes-missing' })
  return succeed({ ...rest, isToShare: verdict === 'share', isFamilyTold: told === 'yes' })
}
