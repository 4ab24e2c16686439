import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, choices, longText, parseForm, text, uuids } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { contentClasses } from '../rules/access.ts'

/** How one may be entitled to agree. */
export const entitlements = ['responsibility', 'competent-child'] as const
/** How it is evidenced. */
export const evidences = ['signed', 'spoken', 'online'] as const

const agreementForm = z.object({
  verdict: choice(['yes', 'no']),
  givenBy: text(200),
  entitledBy: choice(entitlements),
  givenOn: day(),
  informedHow: longText(2000),
  evidence: choice(evidences),
  agencies: uuids(),
  classes: choices(contentClasses),
})
const withdrawForm = z.object({ withdrawnBy: text(200) })

/** What a family agreed to, or that it refused. */
export type AgreementInput = Omit<z.output<typeof agreementForm>, 'verdict'> & { readonly isGiven: boolean }
/** Who withdrew it. */
export type WithdrawInput = z.output<typeof withdrawForm>

/** Reads an agreement: with a yes it says for whom and what, with a no it opens nothing. */
export function parseAgreement(body: FormBody): Result<AgreementInput, FieldProblem> {
  const parsed = parseForm(agreementForm, body)
  if (!parsed.ok) return parsed
  const { verdict, ...rest } = parsed.value
  if (verdict === 'yes' && rest.agencies.length === 0) return fail({ field: 'agencies', code: 'agencies-missing' })
  if (verdict === 'yes' && rest.classes.length === 0) return fail({ field: 'classes', code: 'classes-missing' })
  return succeed({ ...rest, isGiven: verdict === 'yes' })
}

/** Reads who withdrew an agreement. */
export const parseWithdraw = (body: FormBody): Result<WithdrawInput, FieldProblem> => parseForm(withdrawForm, body)
