import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, longText, optionalLongText, optionalUuid, parseForm, ticked, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { declaredKinds, keptConsequences } from '../../rules/declared-interest.ts'

const declareForm = z.object({
  item: uuid(),
  /** Whoever has the interest; undefined: oneself. */
  person: optionalUuid(),
  kind: choice(declaredKinds),
  registerEntry: optionalUuid(),
  nature: optionalLongText(1000),
  sensitive: ticked(),
  dispensed: ticked(),
})
const rulingForm = z.object({ interest: uuid(), consequence: choice(keptConsequences), ruling: longText(2000) })
const interestOnly = z.object({ interest: uuid() })

/** An interest as declared. */
export type DeclareInput = z.output<typeof declareForm>
/** The chair's ruling. */
export type RulingInput = z.output<typeof rulingForm>
/** What a form about one declaration names. */
export type InterestOnly = z.output<typeof interestOnly>

/** Reads a declaration. */
export const parseDeclared = (body: FormBody): Result<DeclareInput, FieldProblem> => parseForm(declareForm, body)
/** Reads a ruling. */
export const parseRuling = (body: FormBody): Result<RulingInput, FieldProblem> => parseForm(rulingForm, body)
/** Reads a form that only names a declaration. */
export const parseInterestOnly = (body: FormBody): Result<InterestOnly, FieldProblem> => parseForm(interestOnly, body)
