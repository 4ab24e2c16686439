import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ChangedPart, CourseStanding, Impact, SessionState } from '../rules/training.ts'
import type { Use } from '../rules/training-impact.ts'

/** How somebody stands to a mandatory course. */
export const standingOfCourse: Readonly<Record<CourseStanding, readonly [StatusMeaning, string]>> = {
  never: ['warning', 'Not attended yet'],
  current: ['good', 'Attended'],
  'due-soon': ['warning', 'Refresher due soon'],
  over: ['bad', 'Refresher overdue'],
}

/** How a session stands. */
export const sessionWords: Readonly<Record<SessionState, readonly [StatusMeaning, string]>> = {
  draft: ['neutral', 'Draft'],
  'no-date': ['warning', 'No date or size yet'],
  cancelled: ['bad', 'Cancelled'],
  over: ['neutral', 'Held'],
  full: ['warning', 'Full, with a waiting list'],
  open: ['good', 'Places free'],
}

/** Of what kind a course is. */
export const courseKindWords = { training: 'Training', briefing: 'Briefing', event: 'Event' } as const

/** For whom a course is mandatory. */
export const trainedRoleWords = {
  practitioner: 'Every practitioner',
  'co-ordinator': 'Co-ordinators of a locality',
  governance: 'Owners of information governance',
  lead: 'Whoever leads a family',
} as const

/** How a booking stands. */
export const bookingWords: Readonly<Record<string, readonly [StatusMeaning, string]>> = {
  booked: ['good', 'Booked'],
  waiting: ['warning', 'On the waiting list'],
  offered: ['warning', 'A place is offered'],
  expired: ['neutral', 'The offer ran out'],
  cancelled: ['neutral', 'Cancelled'],
}

/** Whether what was learnt was used. */
export const usedWords = { often: 'Yes, often', once: 'Yes, once or twice', 'not-yet': 'Not yet' } as const

/** What a course changed, in a sentence. */
export function impactWords(impact: Impact): string {
  if (impact.state === 'nobody') return 'Nobody has answered yet'
  if (impact.state === 'too-few') return 'Too few to show'
  const size = (Math.abs(impact.tenths) / 10).toFixed(1)
  if (impact.tenths === 0) return `As sure of themselves as before (${impact.people} people)`
  return `${impact.tenths < 0 ? 'Less' : 'More'} sure of themselves by ${size} of 5 steps (${impact.people} people)`
}

/** How many have used what they learnt, in a sentence. */
export function useWords(use: Use): string {
  if (use.state === 'nobody') return 'Nobody has answered yet'
  return use.state === 'too-few' ? 'Too few to show' : `${use.used} of ${use.people} have used it`
}

/** How many wait before somebody. */
export function waitWords(before: number): string {
  if (before === 0) return 'Nobody waits before you.'
  return before === 1 ? '1 person waits before you.' : `${before} people wait before you.`
}

/** What of a session changed: "The day and the place changed". Empty where nothing did. */
export function changedWords(parts: readonly ChangedPart[]): string {
  const [last, ...before] = [...parts].reverse().map((part) => `the ${part}`)
  if (last === undefined) return ''
  const all = before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`
  return `${all.charAt(0).toUpperCase()}${all.slice(1)} changed`
}
