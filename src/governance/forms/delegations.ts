import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, field, longText, optionalUuid, postedText, text, ticked, version } from '#platform/web/fields.ts'
import { optionalMoney } from '#platform/web/money-field.ts'
import { type DelegationHolder, delegatedPowers } from '../rules/delegation-scheme.ts'
import { textOrEmpty } from './fields.ts'
import { decisionAddress } from './requests.ts'

/** A post by its place in the list that the form offered; undefined for none. */
function postOf(posts: readonly PostChoice[]): z.ZodType<DelegationHolder | undefined> {
  return field<DelegationHolder | undefined>((posted) => {
    const value = postedText(posted)
    if (value === '') return { value: undefined }
    const post = posts.find((one) => one.value === value)
    return post ? { value: { kind: 'post', title: post.title, organisation: post.organisation } } : { code: 'choice-unknown' }
  })
}

/** A post as the form offers it. */
export interface PostChoice {
  readonly value: string
  readonly title: string
  readonly organisation: string | undefined
}

const grant = {
  may: choice(delegatedPowers),
  limit: optionalMoney(),
  conditions: textOrEmpty(500),
  mayHandOn: ticked(),
  startsOn: day(),
  endsOn: optionalDay(),
  givenBy: text(300),
  decision: decisionAddress(),
}

interface Named {
  readonly to?: string | undefined
  readonly toPerson: string | undefined
  readonly toPost: DelegationHolder | undefined
}

/** Exactly one of a board, a person and a post holds it; the problem stands beside the first of the questions. */
function oneHolder<Fields extends Named>(fields: Fields, context: z.RefinementCtx) {
  const { to, toPerson, toPost, ...rest } = fields
  const named: readonly DelegationHolder[] = [
    ...(to ? [{ kind: 'body', body: to } as const] : []),
    ...(toPerson ? [{ kind: 'person', person: toPerson } as const] : []),
    ...(toPost ? [toPost] : []),
  ]
  const [holder] = named
  if (holder === undefined || named.length > 1) {
    const message = holder === undefined ? 'holder-missing' : 'holder-several'
    context.addIssue({ code: 'custom', path: ['to' in fields ? 'to' : 'toPerson'], message, params: {} })
    return z.NEVER
  }
  return { ...rest, holder }
}

/** A delegation of one of the functions in the terms. */
export const delegationForm = (functions: readonly string[], posts: readonly PostChoice[]) =>
  z
    .object({ functionKey: choice(functions), to: optionalUuid(), toPerson: optionalUuid(), toPost: postOf(posts), ...grant })
    .transform(oneHolder)

/** What is handed on; the function follows from what it rests on. */
export const handOnForm = (posts: readonly PostChoice[]) =>
  z.object({ to: optionalUuid(), toPerson: optionalUuid(), toPost: postOf(posts), ...grant }).transform(oneHolder)

/** What somebody holds by law. */
export const heldByLawForm = (codes: readonly string[], posts: readonly PostChoice[]) =>
  z
    .object({
      functionKey: choice(codes),
      toPerson: optionalUuid(),
      toPost: postOf(posts),
      startsOn: day(),
      endsOn: optionalDay(),
      mayHandOn: grant.mayHandOn,
      givenBy: text(300),
    })
    .transform(oneHolder)

/** The end of a delegation before its time. */
export const revokeForm = z.object({ revokedOn: day(), because: longText(1000), version: version() })
