import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { longText, optionalLongText, optionalText, parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const publishForm = z.object({ version: version(), breachReason: optionalLongText(1000), breachApprover: optionalText(200) })

/** What the clerk says when publishing; reason and approver where the notice is late. */
export type PublishInput = z.output<typeof publishForm>

/** Reads the form that publishes. */
export function parsePublish(body: FormBody): Result<PublishInput, FieldProblem> {
  return parseForm(publishForm, body)
}

/** Reads why something is withdrawn; the reason is public. */
export function parseWithdrawal(body: FormBody): Result<{ readonly reason: string }, FieldProblem> {
  return parseForm(z.object({ reason: longText(1000) }), body)
}
