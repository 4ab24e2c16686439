import { dayInWords } from '#platform/time/words.ts'
import type { ReportState } from '../rules/report-cadence.ts'
import type { CycleWindow, DutyState, YearlyWindow } from '../rules/yearly-window.ts'

/** The months by number, from 1. */
export const monthLabels: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const monthName = (month: number): string => monthLabels[month - 1] ?? ''

/** 'October to February'; 'March' for a single month. */
export function windowWords({ opensMonth, closesMonth }: YearlyWindow): string {
  return opensMonth === closesMonth ? monthName(opensMonth) : `${monthName(opensMonth)} to ${monthName(closesMonth)}`
}

/** 'October 2026 to February 2027'. */
export function cycleWords({ opensOn, closesOn }: CycleWindow): string {
  const opens = opensOn.year === closesOn.year ? monthName(opensOn.month) : `${monthName(opensOn.month)} ${opensOn.year}`
  const closes = `${monthName(closesOn.month)} ${closesOn.year}`
  return opensOn.month === closesOn.month && opensOn.year === closesOn.year ? closes : `${opens} to ${closes}`
}

/** How a duty stands, as a pill says it. */
export const dutyStateWords = {
  met: ['good', 'Met'],
  'met-late': ['warning', 'Met late'],
  waived: ['neutral', 'Waived'],
  coming: ['draft', 'Coming'],
  due: ['information', 'Due'],
  overdue: ['bad', 'Overdue'],
} as const satisfies Readonly<Record<DutyState, readonly [string, string]>>

/** How reporting stands, as a pill says it. */
export const reportStateWords = {
  'in-time': ['good', 'In time'],
  'due-soon': ['warning', 'Due within a month'],
  overdue: ['bad', 'Overdue'],
  'none-recorded': ['unknown', 'None recorded'],
  'not-counted': ['unknown', 'Cannot be counted'],
} as const satisfies Readonly<Record<ReportState, readonly [string, string]>>

/** By when the next report is due, or why that cannot be said. */
export function reportDueWords(
  state: ReportState,
  dueOn: Temporal.PlainDate | undefined,
  basis: 'written' | 'sub-group' | undefined,
): string {
  if (dueOn === undefined) return 'How often is not stated in words that can be counted'
  const yearly = basis === 'sub-group' ? '. Sub-groups report at least yearly' : ''
  const due = dayInWords(dueOn)
  if (state === 'overdue') return `It was due by ${due}${yearly}`
  return state === 'none-recorded' ? `The first was due by ${due}${yearly}` : `The next is due by ${due}${yearly}`
}
