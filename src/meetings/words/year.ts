import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { WindowState } from '../rules/consultation.ts'

/** Who may know of a consultation. */
export const consultationSightWords: Readonly<Record<'public' | 'members', string>> = {
  public: 'Everybody',
  members: 'Only members of the board',
}

/** How a consultation window stands, as a pill. */
export const windowStateWords: Readonly<Record<WindowState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  coming: { word: 'Not open yet', meaning: 'draft' },
  open: { word: 'Open', meaning: 'good' },
  closed: { word: 'Closed', meaning: 'neutral' },
  withdrawn: { word: 'Not held', meaning: 'neutral' },
}

/** Days from a first to a last one; both count. @param endsOn - the first day after them */
export function spanInWords(startsOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): string {
  const last = endsOn.subtract({ days: 1 })
  return startsOn.equals(last) ? dayInWords(startsOn) : `${dayInWords(startsOn)} to ${dayInWords(last)}`
}

/** A sentence for a problem with a consultation window, a school holiday, the calendar or the year of a board. */
export function yearProblemWords({ code, field, details }: FieldProblem): string | undefined {
  switch (code) {
    case 'ends-before-start':
      return field === 'lastDay' ? 'The last day must not be before the first' : undefined
    case 'window-too-long':
      return 'A consultation lasts a year at most. Check the years of both days'
    case 'decides-before-end':
      return 'Choose a meeting after the last day: this one decides before everybody was heard'
    case 'consultation-withdrawn':
      return 'This consultation is not held: it can no longer be changed'
    case 'outcome-known':
      return 'What came of it is recorded already: it can no longer be open on that day, nor be not held'
    case 'outcome-too-early':
      return 'People are still asked. Say what came of it once it is closed'
    case 'outcome-before-close':
      return 'This was settled after it closed. Enter a later day'
    case 'outcome-in-future':
      return 'This must be today or in the past'
    case 'holiday-ends-before-start':
      return 'The last day must not be before the first'
    case 'holiday-too-long':
      return 'A holiday lasts 90 days at most. Check the years of both days'
    case 'holiday-overlaps':
      return `These days overlap with ${String(details?.other ?? 'another holiday')} of the same area`
    case 'calendar-month-impossible':
      return 'Enter a month as 2027-04, from 2000-01 to 2100-12'
    case 'calendar-boards-unknown':
      return `There is no board ${String(details?.names ?? '')}. Choose from the list`
    case 'calendar-boards-too-many':
      return 'Choose at most 6 boards: more do not fit side by side'
    default:
      return undefined
  }
}
