import type { WorkingDays } from '../calendar.ts'
import { lastDayAfter } from '../deadline-after.ts'
import { lastDayForNotice, type NoticeAnswer } from '../notice.ts'
import type { GuideSection } from './guide.ts'
import type { Terms } from './terms.ts'

/** A deadline worked out for one meeting, so that a reader can check how days are counted (G10). */
export interface DeadlineExample {
  readonly meeting: Temporal.PlainDate
  readonly answer: NoticeAnswer
}

const THURSDAY = 4

/** A day to show deadlines by: the first Thursday two months or more ahead. */
export function exampleMeeting(today: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = today.add({ months: 2 })
  return ahead.add({ days: (THURSDAY - ahead.dayOfWeek + 7) % 7 })
}

/** The deadline of a section for a meeting on a day; undefined where the section states none. */
export function deadlineExample(
  terms: Terms,
  section: GuideSection,
  meeting: Temporal.PlainDate,
  calendar: WorkingDays,
): DeadlineExample | undefined {
  if (section === 'nominateItems' || section === 'papersDue' || section === 'agendaOut') {
    const rule = terms[section].value
    return rule === null ? undefined : { meeting, answer: lastDayForNotice(rule, meeting, calendar) }
  }
  if (section !== 'draftMinutes' && section !== 'minutesPublished') return undefined
  const rule = terms[section].value
  if (rule === null) return undefined
  const answer = lastDayAfter(rule, { meeting, approval: meeting }, calendar)
  return answer === null ? undefined : { meeting, answer }
}
