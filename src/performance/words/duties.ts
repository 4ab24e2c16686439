import { dayInWords } from '#platform/time/words.ts'
import { measurePaths, returnPaths } from '../paths.ts'
import { type Period, periodWords } from '../rules/period.ts'

/** What waits for somebody about figures: a return to give or to accept, a red or missing figure to answer for. */
export type FigureDuty =
  | {
      readonly kind: 'give' | 'accept'
      readonly id: string
      /** The board that asks. */
      readonly body: string
      readonly title: string
      readonly period: Period
      readonly dueOn: Temporal.PlainDate
    }
  | {
      readonly kind: 'red' | 'missing'
      readonly id: string
      readonly body: string
      readonly measure: string
      readonly title: string
      readonly period: Period
    }

/** The same in a sentence, for My work. */
export function figureDutyInWords(duty: FigureDuty): string {
  const of = `${duty.title}, ${periodWords(duty.period)}`
  switch (duty.kind) {
    case 'give':
      return `Give the figures: ${of}`
    case 'accept':
      return `Accept the figures: ${of}`
    case 'red':
      return `Say why it is off track: ${of}`
    default:
      return `Say why it is missing: ${of}`
  }
}

/** Where that is done. */
export function figureDutyPath(duty: FigureDuty): string {
  switch (duty.kind) {
    case 'give':
      return returnPaths.give(duty.id)
    case 'accept':
      return returnPaths.due(duty.id)
    default:
      return measurePaths.comment(duty.measure, duty.period.startsOn.toString(), duty.period.endsOn.toString())
  }
}

/** A mail as its words. */
export interface FigureMail {
  readonly subject: string
  readonly text: string
}

/** Asks the giver of a return for it. What a board asks of an agency is for the two of them: its name stands in no subject. */
export function returnMail(
  due: { readonly title: string; readonly period: Period; readonly dueOn: Temporal.PlainDate; readonly isLate: boolean },
  address: string,
): FigureMail {
  const what = `${due.title}, ${periodWords(due.period)}`
  return {
    subject: due.isLate ? 'Overdue: figures for a board' : `Due by ${dayInWords(due.dueOn)}: figures for a board`,
    text: [
      what,
      due.isLate
        ? `These figures were due by ${dayInWords(due.dueOn)} and have not been given.`
        : `These figures are due by ${dayInWords(due.dueOn)}.`,
      'Where a figure is not there, say so: “not yet available” and “missing” are answers, too.',
      `Give them here: ${address}`,
    ].join('\n\n'),
  }
}

/** Asks the owner of a measure why a figure is red or missing. Says nothing of the figure itself; the subject names no measure that is not public. */
export function alertMail(
  alert: { readonly title: string; readonly period: Period; readonly kind: 'red' | 'missing'; readonly sight: string },
  address: string,
): FigureMail {
  const what = `${alert.title}, ${periodWords(alert.period)}`
  // Whether a figure that is for the board alone is off track is told behind the sign-in, and so is its name.
  const open = alert.sight === 'public' ? what : 'a measure that you answer for'
  return {
    subject:
      alert.sight !== 'public' ? 'About a measure that you answer for' : alert.kind === 'red' ? `Off track: ${what}` : `Missing: ${what}`,
    text: [
      open,
      alert.kind === 'red'
        ? 'This measure is off track. You are named as the one who answers for it.'
        : 'This figure is missing. You are named as the one who answers for it.',
      `Say why, and what is done about it, here: ${address}`,
    ].join('\n\n'),
  }
}
