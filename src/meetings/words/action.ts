import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import { missedDays, nextDue } from '../rules/action-returns.ts'
import { type ActionFacts, type ActionStanding, actionStanding, rateAction, ratingRule } from '../rules/action-standing.ts'
import { jointProblemWords } from './joint.ts'

/** A sentence for a problem of the action form; undefined leaves it to the common words. */
export function actionProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  const offers =
    details.offers === undefined || details.offers === '' ? '' : ` Write for example ‘${String(details.offers).replaceAll('|', '’ or ‘')}’.`
  switch (code) {
    case 'not-a-monday':
      return `That day is not a Monday, so it is not clear which week is meant.${offers}`
    case 'other-weekday':
      return `That date falls on another day of the week.${offers}`
    case 'no-such-day':
      return 'There is no such day in the calendar'
    case 'backwards':
      return 'The last day is before the first day'
    case 'start-or-end':
      return `It is not clear whether the start or the end of the month is meant.${offers}`
    case 'required':
      if (field === 'text') return 'Enter what is to be done'
      if (field === 'dueOn') return 'Choose which time was done'
      if (field === 'evidence') return 'Say what was done, or where it can be seen'
      return field === 'note' ? 'Enter the note' : undefined
    case 'no-such-time':
      return 'Choose one of the times that are not done yet. Somebody may have changed when the action is due: look again'
    case 'time-marked':
      return 'That time has been marked as done already'
    case 'done-in-future':
      return 'The day on which it was done is still to come'
    case 'not-begun':
      return 'Start the meeting first: actions come out of a meeting'
    default:
      return jointProblemWords(code)
  }
}

/** What the standing of an action means and is called. */
export const actionStandings: Readonly<Record<ActionStanding, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  open: { meaning: 'information', word: 'Open' },
  overdue: { meaning: 'bad', word: 'Overdue' },
  'ask-owner': { meaning: 'unknown', word: 'Ask the owner: that meeting was cancelled' },
  done: { meaning: 'good', word: 'Done' },
  withdrawn: { meaning: 'neutral', word: 'Withdrawn' },
}

/** The rule of the colours, said wherever they are shown. */
export const ratingWords = `Red: overdue, or a time was missed. Amber: due within ${ratingRule.soonDays} days, no confirmed owner, or due at a meeting that was cancelled. Green: later. Actions without a date are not rated.`

/** How an action is rated, in words beside the colour. */
export function ratingOf(
  action: ActionFacts & { readonly ownerConfirmed: boolean },
  today: Temporal.PlainDate,
): { readonly meaning: StatusMeaning; readonly word: string } {
  const standing = actionStanding(action, today)
  switch (rateAction(action, today)) {
    case 'red':
      return { meaning: 'bad', word: 'Overdue (red)' }
    case 'amber':
      if (standing === 'ask-owner') return { meaning: 'warning', word: 'Ask the owner: that meeting was cancelled (amber)' }
      return { meaning: 'warning', word: action.ownerConfirmed ? 'Due soon (amber)' : 'Owner to be confirmed (amber)' }
    case 'green':
      return { meaning: 'good', word: 'Open, not due yet (green)' }
    case 'not-rated':
      return { meaning: 'information', word: 'Open, without a date' }
    default:
      return actionStandings[standing]
  }
}

/** When an action is due, in words: what was written, and how it was read where that adds something. */
export function dueWords(action: {
  readonly dueWords: string
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueTo: Temporal.PlainDate | null
}): string {
  const { dueFrom, dueTo } = action
  const read =
    dueTo && dueFrom && !dueTo.equals(dueFrom)
      ? `${dayInWords(dueFrom)} to ${dayInWords(dueTo)}`
      : dueTo
        ? dayInWords(dueTo)
        : dueFrom
          ? `from ${dayInWords(dueFrom)}`
          : ''
  if (action.dueWords === '') return read === '' ? 'No date' : read
  return read === '' || action.dueWords.toLowerCase().includes(read.toLowerCase()) ? action.dueWords : `${action.dueWords} (${read})`
}

/** When an action is due as things stand: for one that returns also when next, and how many times were missed. */
export function dueNowWords(action: Parameters<typeof dueWords>[0] & ActionFacts, today: Temporal.PlainDate): string {
  const { returns, state } = action
  if (!returns || state !== 'open') return dueWords(action)
  const next = nextDue(returns, today)
  const missed = missedDays(returns, today).length
  const parts = [
    dueWords(action),
    next === null ? 'no further day known' : `next due ${dayInWords(next)}`,
    ...(missed === 0 ? [] : [missedWords(missed)]),
  ]
  return parts.join('; ')
}

/** 'missed once', 'missed 3 times'. */
export function missedWords(count: number): string {
  return count === 1 ? 'missed once' : `missed ${count} times`
}
