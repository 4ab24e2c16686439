import type { AfterVerdict } from '#governance/public.ts'
import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { MinutesState, MinutesStep } from '../rules/minutes.ts'

/** What a state of minutes means and is called. */
export const minutesStateWords: Readonly<Record<MinutesState, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  draft: { meaning: 'draft', word: 'Draft' },
  circulated: { meaning: 'draft', word: 'Draft, not yet approved' },
  approved: { meaning: 'information', word: 'Approved' },
  published: { meaning: 'good', word: 'Approved' },
}

/** What a step is called on a button or a link. */
export const minutesStepWords: Readonly<Record<MinutesStep, string>> = {
  clear: 'Clear the draft for circulation',
  write: 'Edit the draft',
  circulate: 'Circulate the draft to members',
  approve: 'Record the approval',
  sign: 'Record the signature',
  'publish-draft': 'Publish the draft',
  publish: 'Publish the minutes',
  correct: 'Correct with a reason',
  withdraw: 'Withdraw from publication',
}

/** A sentence for a problem of the forms of minutes; undefined leaves it to the common words. */
export function minutesProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'paper':
      return String(details.sentence ?? '')
    case 'not-cleared':
      return 'Confirm that the chair has cleared the draft'
    case 'other-body':
      return 'Minutes are approved by the body whose meeting they record'
    case 'same-meeting':
      return 'Minutes are approved at a later meeting, not at their own'
    case 'not-later':
      return 'Minutes are approved at a later meeting'
    case 'not-held':
      return 'That meeting has not been held yet'
    case 'development-day':
      return 'A development day or a workshop takes no decisions and cannot approve minutes'
    case 'extraordinary':
      return 'An extraordinary meeting is not a suitable meeting to approve a council’s minutes. Choose the next ordinary meeting'
    case 'amendment-missing':
      return 'The text was changed. Say what was amended, or leave the text as it is'
    case 'amended-text-same':
      return 'Make the amendment in the text below: it is still what was circulated'
    case 'amendments-by-missing':
      return 'Say who proposed the amendments'
    case 'contradicts':
      return 'These minutes and the record say different things. Correct one of them, or say why the minutes stand as they are'
    case 'choice-missing':
      return field === 'meeting' ? 'Choose the meeting that approved the minutes' : undefined
    case 'required':
      if (field === 'reason') return 'Say why. The reason is kept with the version'
      if (field.startsWith('heading_')) return 'Enter a heading'
      if (field.startsWith('position_')) return 'Enter the order in which it was taken'
      return field === 'signedBy' ? 'Enter who signed' : undefined
    default:
      return undefined
  }
}

/** A mail about minutes. */
export interface MinutesMail {
  readonly subject: string
  readonly text: string
}

/** The mail that goes with a circulated draft. */
export function circulatedMail(board: string, heldOn: Temporal.PlainDate, address: string): MinutesMail {
  const of = `the meeting of the ${board} on ${dayInWords(heldOn)}`
  return {
    subject: `Draft minutes: ${board}, ${dayInWords(heldOn)}`,
    text: `The draft minutes of ${of} are ready. The chair has cleared them.\n\nRead them here: ${address}\n\nTell the clerk what needs correcting. They are approved at the next suitable meeting.\n`,
  }
}

/** The mail that goes with published minutes, or with a correction where a reason is given. */
export function publishedMail(isFinal: boolean, reason: string) {
  return (board: string, heldOn: Temporal.PlainDate, address: string): MinutesMail => {
    const what = isFinal ? 'Minutes' : 'Draft minutes'
    const done = reason === '' ? 'have been published' : 'have been corrected'
    const because = reason === '' ? '' : `\n\nWhy: ${reason}`
    return {
      subject: `${what} ${reason === '' ? 'published' : 'corrected'}: ${board}, ${dayInWords(heldOn)}`,
      text: `${what} of the meeting of the ${board} on ${dayInWords(heldOn)} ${done}.${because}\n\nRead them here: ${address}\n`,
    }
  }
}

/** How a deadline after a meeting or an approval stands, in a sentence. */
export function afterWords(verdict: AfterVerdict): string {
  switch (verdict.state) {
    case 'clock-not-started':
      return verdict.from === 'approval'
        ? 'The time runs from the approval, which has not happened yet.'
        : 'The time runs from the meeting, which has not been held yet.'
    case 'not-known':
      return `The holidays of ${verdict.calendar} are announced up to ${verdict.lastAnnouncedYear} only, so the last day is not known.`
    case 'met':
      return `Done in time: the last day was ${dayInWords(verdict.lastDay)}.`
    case 'not-yet-due':
      return `Due by ${dayInWords(verdict.lastDay)}.`
    case 'due-soon':
      return `Due now: the last day is ${dayInWords(verdict.lastDay)}.`
    case 'late':
    case 'overdue':
    case 'missed-soft': {
      const days = verdict.daysLate === null ? '' : ` by ${verdict.daysLate} ${verdict.unit} ${verdict.daysLate === 1 ? 'day' : 'days'}`
      const practicable = verdict.state === 'missed-soft' ? ' The terms ask for it where practicable.' : ''
      return `Late${days}: the last day was ${dayInWords(verdict.lastDay)}.${practicable}`
    }
  }
}
