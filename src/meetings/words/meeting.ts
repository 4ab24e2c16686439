import type { FieldProblem } from '#platform/result.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { MeetingKind, MeetingStanding } from '../rules/meeting.ts'

/** Kinds of meeting. */
export const kindWords: Readonly<Record<MeetingKind, string>> = {
  ordinary: 'Ordinary meeting',
  extraordinary: 'Extraordinary meeting',
  development_day: 'Development day',
  workshop: 'Workshop',
}

/** Whether the public may come. */
export const accessWords: Readonly<Record<'public' | 'private', string>> = {
  public: 'Open to the public',
  private: 'Held in private',
}

/** What a meeting is today, as a pill. */
export const standingWords: Readonly<Record<MeetingStanding, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  planned: { word: 'Planned, not announced', meaning: 'draft' },
  today: { word: 'Today', meaning: 'information' },
  expected: { word: 'Announced', meaning: 'information' },
  'in-progress': { word: 'In progress', meaning: 'information' },
  held: { word: 'Held', meaning: 'good' },
  'not-recorded': { word: 'Past, outcome not recorded', meaning: 'unknown' },
  abandoned: { word: 'Abandoned', meaning: 'bad' },
  cancelled: { word: 'Cancelled', meaning: 'neutral' },
  rescheduled: { word: 'Moved to another day', meaning: 'neutral' },
}

/** What a visitor is told of a meeting that is not held as announced, or was not; undefined where there is nothing to say. */
export function standingSentence(
  standing: MeetingStanding,
  reason: string,
  successorDay: Temporal.PlainDate | undefined,
): string | undefined {
  const why = reason === '' ? '' : ` ${reason}`
  switch (standing) {
    case 'cancelled':
      return `This meeting is cancelled.${why}`
    case 'rescheduled':
      return `This meeting is not held on this day.${successorDay ? ` It is held on ${weekdayInWords(successorDay)} instead.` : ''}${why}`
    case 'abandoned':
      return `This meeting was abandoned.${why}`
    default:
      return undefined
  }
}

/** A sentence for a problem with a meeting. */
export function meetingProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'ends-before-start':
      return 'The meeting must end after it starts'
    case 'in-the-past':
      return 'This day is in the past. Change it, or confirm that you are recording a meeting that took place'
    case 'before-its-notice':
      return `Its notice would have been due on ${details.lastDay}. Choose a later day, or give the reason for short notice`
    case 'meeting-over':
      return 'This meeting is over or not held, so its day stays'
    case 'board-not-asked':
      return 'This board was not asked to that meeting, or is not asked any more'
    case 'joint-body-recorded':
      return 'Something of this board is recorded at the meeting already, so it stays at the table'
    case 'cannot-call':
      return 'Only a planned meeting can be announced'
    case 'cannot-cancel':
      return 'Only a meeting that is still to be held can be cancelled or moved'
    case 'same-day':
      return 'Choose another day. To change the time or the place, change the details instead'
    case 'link-expected':
      return 'Enter a link that starts with https://'
    case 'required':
      return field === 'startsAt' ? 'Enter when it starts, like 2pm' : field === 'decidedBy' ? 'Say who decided' : undefined
    default:
      return undefined
  }
}
