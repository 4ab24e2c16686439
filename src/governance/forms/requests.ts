import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, field, longText, postedText, text, uuid, version } from '#platform/web/fields.ts'
import { requestKinds } from '../rules/body-request.ts'
import { textOrEmpty } from './fields.ts'

/** The address of a decision, whole or from its first stroke, or nothing: undefined. */
export function decisionAddress(): z.ZodType<string | undefined> {
  return field<string | undefined>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: undefined }
    const id = /^(?:https?:\/\/[^/\s]{1,253})?\/decisions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(typed)?.[1]
    return id === undefined ? { code: 'decision-address' } : { value: id }
  })
}

/** What one body asks of another. */
export const requestForm = z.object({
  direction: choice(['asked', 'received']),
  other: uuid(),
  kind: choice(requestKinds),
  subject: text(160),
  words: longText(4000),
  decidedIn: textOrEmpty(200),
  decision: decisionAddress(),
  askedOn: day(),
  dueOn: day(),
  sight: choice(['members', 'public']),
})

/** The answer of the body that was asked. */
export const answerForm = z.object({ answer: longText(4000), answeredOn: day(), version: version() })

/** Why what was asked is withdrawn. */
export const withdrawRequestForm = z.object({ reason: longText(1000), withdrawnOn: day(), version: version() })
