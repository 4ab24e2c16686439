import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, text } from '#platform/web/fields.ts'
import { decisionAddress } from './requests.ts'

/** What a body said when it looked at its terms again. */
export const termsReviewForm = z.object({
  outcome: choice(['kept', 'amended']),
  reviewedOn: day(),
  decidedIn: text(200),
  decision: decisionAddress(),
})
