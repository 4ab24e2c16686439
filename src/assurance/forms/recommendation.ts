import { z } from 'zod'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  postedText,
  text,
  ticked,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import { responses, sourceKinds } from '../rules/recommendation.ts'
import { readParagraphs } from '../rules/review.ts'

/** Numbers of paragraphs, as people type them; none is an empty list. */
const paragraphs = (): z.ZodType<readonly number[]> =>
  field((posted) => {
    const numbers = readParagraphs(postedText(posted))
    return numbers === undefined ? { code: 'paragraphs-expected' } : { value: numbers }
  })

/** A letter or a number, as the source prints it. */
const reference = (): z.ZodType<string> =>
  field((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { code: 'required' }
    return /^[A-Za-z0-9][A-Za-z0-9.()/ -]{0,19}$/.test(typed) ? { value: typed } : { code: 'reference-expected' }
  })

const whom = {
  addressee: optionalUuid(),
  addresseeOffice: text(200),
  owner: optionalUuid(),
}
const fromAnywhere = z.object({
  sourceKind: choice(sourceKinds),
  source: text(300),
  reference: reference(),
  text: longText(4000),
  madeOn: day(),
  ...whom,
  responseRule: optionalUuid(),
  responseDueOn: optionalDay(),
  milestoneOn: optionalDay(),
})
const ofReview = z.object({ reference: reference(), text: longText(4000), restsOn: paragraphs(), ...whom })
const versioned = { version: version() }

/** A recommendation of any source as it is entered. */
export type RecommendationInput = z.output<typeof fromAnywhere>
/** A recommendation of a review that is kept here. */
export type ReviewRecommendationInput = z.output<typeof ofReview>

/** Reads a new recommendation whose source is not kept here. */
export const parseRecommendation = formOf(fromAnywhere)
/** Reads a new recommendation of a review. */
export const parseReviewRecommendation = formOf(ofReview)
/** Reads a change of a recommendation. */
export const parseRecommendationChange = formOf(fromAnywhere.extend({ restsOn: paragraphs(), ...versioned }))
/** Reads the addressee's response. */
export const parseResponse = formOf(
  z.object({ response: choice(responses), reason: optionalLongText(4000), respondedOn: day(), ...versioned }),
)
/** Reads something that is to be done. */
export const parseAction = formOf(z.object({ text: longText(2000), lead: text(200), dueOn: day() }))
/** Reads how something goes that is to be done. */
export const parseActionProgress = formOf(z.object({ progress: optionalLongText(2000), dueOn: day(), doneOn: optionalDay(), ...versioned }))
/** Reads how a recommendation goes, or its impact: an impact needs what shows it. */
export const parseNote = formOf(
  z.object({ kind: choice(['progress', 'impact']), text: longText(4000), evidence: optionalLongText(2000), onDay: day() }),
)
/** Reads when something open comes back to the board. */
export const parseMilestone = formOf(z.object({ milestoneOn: day(), everyMonths: wholeNumber(1, 24), ...versioned }))
/** Reads how a recommendation is closed. */
export const parseClosing = formOf(z.object({ because: longText(2000), decision: optionalUuid(), closedOn: day(), ...versioned }))
/** Reads why a closed recommendation is opened again. */
export const parseReopening = formOf(z.object({ because: longText(2000), ...versioned }))
/** Reads that a record is shown to more people. */
export const parseShowing = formOf(z.object({ sight: choice(['members', 'public']), ...versioned }))
/** Reads why a record is taken back from the public. */
export const parseTakingBack = formOf(z.object({ reason: longText(500), ...versioned }))

/** What is asked of a new review. */
export const reviewFields = {
  title: text(200),
  scope: longText(4000),
  outcomesSought: optionalLongText(4000),
  askedBy: optionalText(200),
  announcedOn: day(),
  lead: optionalUuid(),
  parentBody: optionalUuid(),
  aboutChildren: ticked(),
}
