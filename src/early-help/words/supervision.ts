import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { SupervisionPart, SupervisionState } from '../rules/supervision.ts'

/** How supervision stands. */
export const supervisionWords: Readonly<Record<SupervisionState, readonly [StatusMeaning, string]>> = {
  overdue: ['bad', 'Overdue'],
  soon: ['warning', 'Due soon'],
  'in-time': ['good', 'In time'],
  away: ['neutral', 'Away: the clock stands'],
  'no-standard': ['warning', 'No standard yet'],
  'no-families': ['neutral', 'Leads no family yet'],
}

/** What a record of supervision can be asked to hold. */
export const supervisionPartWords: Readonly<Record<SupervisionPart, string>> = {
  families: 'Which families were talked about',
  workload: 'The amount of work',
  wellbeing: 'How the practitioner is',
  development: 'Learning and development',
  actions: 'What is to be done, by whom and by when',
}

/** What is written of a practitioner. */
export const noteWords = {
  workload: 'The amount of work',
  wellbeing: 'How they are',
  development: 'Learning and development',
  remark: 'Added',
} as const

/** Problems of supervision, caseloads and the report on quality. */
export const supervisionProblems: Readonly<Record<string, string>> = {
  'month-not-over': 'That month is not over yet',
  'not-drawn': 'Nothing was drawn in that month',
  'frozen-already': 'That month is frozen already',
  'standard-asks': 'The agency’s standard asks for this in every record',
  'before-supervising': 'On that day this supervision had not begun. Choose a later day',
  'not-led-by-them': 'Choose families that the practitioner leads now',
  'session-that-day': 'A session of that day is recorded already. Add to it, or choose another day',
  'session-corrected': 'The record of this session was corrected meanwhile. Open the version that holds, and write it there',
  'not-your-decision': 'Whoever wrote a decision corrects it, while they supervise whoever leads the family',
  'post-too-new': 'The agency’s standard asks for a longer time in post before somebody supervises',
  'course-not-attended': 'The agency’s standard asks that a supervisor has attended a course, and no attendance is recorded',
  tenths: 'Give a number with at most one decimal, such as 11.5',
  'day-over': 'Choose today or a later day: what held before stays as it was',
  'not-theirs-to-say': 'Only they, whoever supervises them, or the lead of their agency’s practice says that they are away',
  'away-already': 'They are away in that time already',
}
