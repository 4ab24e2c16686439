import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { choice, optionalLongText, optionalText, parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { SecrecyInput } from '../rules/paper-secrecy.ts'
import { paragraphCodes } from './agenda.ts'

const secrecyForm = z.object({
  secrecy: choice(['item', 'exempt'] as const),
  paragraphs: paragraphCodes,
  reasonsFor: optionalLongText(2000),
  reasonsAgainst: optionalLongText(2000),
  decidedBy: optionalText(200),
  decidedOn: optionalDay(),
  publicTitle: optionalText(200),
  publicConclusion: optionalLongText(500),
  reviewOn: optionalDay(),
  version: version(),
})

/** Reads whether a paper is exempt for itself, and its own public-interest test. */
export const parsePaperSecrecy = (body: FormBody): Result<SecrecyInput & { readonly version: number }, FieldProblem> =>
  parseForm(secrecyForm, body)
