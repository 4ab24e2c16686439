import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type {
  RetainedKind,
  RetentionAction,
  RetentionClass,
  RetentionOutcome,
  RetentionReview,
  RetentionStanding,
} from '../rules/retention.ts'

/** What is kept. */
export const retainedKindWords: Readonly<Record<RetainedKind, string>> = {
  minutes: 'Minutes',
  papers: 'Agenda and reports',
  exempt_papers: 'Exempt papers, the record copy',
}

/** What happens once the period is over. */
export const retentionActionWords: Readonly<Record<RetentionAction, string>> = {
  keep: 'Kept for good',
  transfer: 'Then offered to an archive',
  review: 'Then somebody decides whether they are still needed',
  destroy: 'Then they are destroyed, once somebody has decided it',
}

/** What was decided. */
export const retentionOutcomeWords: Readonly<Record<RetentionOutcome, string>> = {
  kept: 'Kept until a day',
  kept_for_good: 'Kept for good',
  transferred: 'Handed to an archive',
  to_be_destroyed: 'To be destroyed',
}

/** 'Kept for 6 years from the day of the meeting. Then somebody decides whether they are still needed.' */
export function retentionClassWords(found: Pick<RetentionClass, 'years' | 'action'> | undefined): string {
  if (!found) return 'Nobody has said for how long'
  if (found.years === null) return `${retentionActionWords.keep}.`
  return `Kept for ${found.years === 1 ? 'one year' : `${found.years} years`} from the day of the meeting. ${retentionActionWords[found.action]}.`
}

/** By whose word a class holds. */
export function retentionSourceWords({ source, setBy, startsOn, body }: RetentionClass): string {
  return body === null ? source : `${source}. Set by ${setBy}, from ${dayInWords(startsOn)}`
}

/** How a record stands, as a sentence without its full stop. */
export function retentionStandingWords({ state, due }: RetentionStanding): string {
  switch (state) {
    case 'unknown':
      return 'Not stated'
    case 'for_good':
      return 'For good'
    case 'transferred':
      return 'Handed to an archive'
    case 'to_be_destroyed':
      return 'To be destroyed'
    case 'due':
      return due ? `Due since ${dayInWords(due)}` : 'Due'
    case 'kept':
      return due ? `Until ${dayInWords(due)}` : 'Kept'
  }
}

/** What was decided, by whom and why. */
export function retentionReviewWords({ outcome, keepUntil, place, reason, decidedBy, decidedOn }: RetentionReview): string {
  const what = keepUntil ? `Kept until ${dayInWords(keepUntil)}` : place === '' ? retentionOutcomeWords[outcome] : `Handed to ${place}`
  return `${what}, decided by ${decidedBy} on ${dayInWords(decidedOn)}: ${reason}`
}

/** A sentence for a problem with how records are kept; undefined leaves it to others. */
export function retentionProblemWords({ code }: FieldProblem): string | undefined {
  switch (code) {
    case 'record-settled':
      return 'What becomes of this record is decided already'
    case 'record-not-due':
      return 'It is not due yet. Until then it can be kept longer or handed to an archive, and not be destroyed'
    case 'keep-until-missing':
      return 'Say until when it is kept'
    case 'keep-until-past':
      return 'Choose a day to come until which it is kept'
    case 'archive-missing':
      return 'Say which archive has it now'
    case 'years-for-good':
      return 'Leave the years empty for what is kept for good'
    case 'years-missing':
      return 'Say for how many years they are kept'
    case 'class-before':
      return 'Choose a day after the one from which the last period holds'
    default:
      return undefined
  }
}
