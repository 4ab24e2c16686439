import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, optionalUuid, parseForm, text, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Roles of a post in early help. */
export const postRoles = ['practitioner', 'co-ordinator', 'governance', 'agency-lead'] as const

const postForm = z.object({ person: uuid(), organisation: uuid(), role: choice(postRoles), area: optionalUuid(), startsOn: day() })
const endForm = z.object({ endsOn: day(), version: version() })
const involvedForm = z.object({ name: text(200), bornOn: day() })

/** A post that is given. */
export type PostInput = z.output<typeof postForm>
/** The first day without the post. */
export type EndPostInput = z.output<typeof endForm>
/** Whom one asks about. */
export type InvolvedInput = z.output<typeof involvedForm>

/** Reads a post; a co-ordinator has a locality, nobody else does. */
export function parsePost(body: FormBody): Result<PostInput, FieldProblem> {
  const parsed = parseForm(postForm, body)
  if (!parsed.ok) return parsed
  if ((parsed.value.role === 'co-ordinator') !== (parsed.value.area !== undefined))
    return fail({ field: 'area', code: 'area-of-co-ordinator' })
  return parsed
}
/** Reads the end of a post. */
export const parseEndPost = (body: FormBody): Result<EndPostInput, FieldProblem> => parseForm(endForm, body)
/** Reads whom one asks about. */
export const parseInvolved = (body: FormBody): Result<InvolvedInput, FieldProblem> => parseForm(involvedForm, body)
