import { dayInWords, instantInWords } from '#platform/time/words.ts'
import type { ReportRun } from '../queries/report-schedules.ts'
import { type Period, periodWords } from '../rules/period.ts'
import type { ReportSchedule } from '../rules/report-schedule.ts'
import type { FigureMail } from './duties.ts'
import { scorecardTitle } from './scorecard-view.ts'

/** How often a report makes itself, as one chooses it. */
export const rhythmWords: Readonly<Record<ReportSchedule['rhythm'], string>> = { month: 'After each month', quarter: 'After each quarter' }

/** The name of a report. @param priority - undefined: of a whole board */
export function reportTitle(period: Period, priority: { readonly reference: string; readonly title: string } | undefined): string {
  return `${scorecardTitle(priority)}, report for ${periodWords(period)}`
}

/** What a report is, in a sentence that stays with it. */
export function reportStanding(made: {
  readonly period: Period
  readonly dueOn: Temporal.PlainDate
  readonly madeAt: Temporal.Instant
  readonly madeOn: Temporal.PlainDate
}): string {
  const { period, dueOn, madeAt, madeOn } = made
  const late =
    Temporal.PlainDate.compare(madeOn, dueOn) > 0 ? ` It was due on ${dayInWords(dueOn)}, and shows the figures of the later day.` : ''
  return `Figures of periods up to ${dayInWords(period.endsOn.subtract({ days: 1 }))}, frozen by its schedule on ${instantInWords(madeAt)}.${late} Nothing here changes when figures do.`
}

/** When reports make themselves, in a sentence. */
export function scheduleWords({ rhythm, workingDay, startsOn, endsOn }: ReportSchedule): string {
  const ends = endsOn === null ? '' : ` until ${dayInWords(endsOn)}`
  return `Made by itself on working day ${workingDay} after each ${rhythm}, from ${dayInWords(startsOn)}${ends}.`
}

/** What became of a report: in time, late, or skipped and why. */
export function runWords({ outcome, dueOn, happenedOn, reason }: ReportRun): string {
  if (outcome === 'skipped' && reason === 'no-measure') return `Not made: on ${dayInWords(happenedOn)} there was no measure to show.`
  if (outcome === 'skipped')
    return `Not made: nothing ran from ${dayInWords(dueOn)} until the next one was due. It is not made up afterwards.`
  if (Temporal.PlainDate.compare(happenedOn, dueOn) > 0) return `Late: due on ${dayInWords(dueOn)}, made on ${dayInWords(happenedOn)}.`
  return `Made on ${dayInWords(happenedOn)}, when it was due.`
}

/** The name of the period of a report. */
export function runPeriod({ rhythm, startsOn, endsOn }: ReportRun): string {
  return periodWords({ type: rhythm, startsOn, endsOn })
}

/** Tells somebody who answers for a measure that a report is there; it says nothing of its figures. */
export function reportMail(title: string, address: string): FigureMail {
  return {
    subject: 'A report with a measure that you answer for was made',
    text: [title, 'A report was made by its schedule. It holds a measure that you answer for.', `Read it here: ${address}`].join('\n\n'),
  }
}
