import type { FieldProblem } from '#platform/result.ts'

/** A sentence for every problem that writing a plan can have; undefined leaves it to the common words. */
export function problemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  const offers =
    details.offers === undefined || details.offers === '' ? '' : ` Write for example ‘${String(details.offers).replaceAll('|', '’ or ‘')}’.`
  switch (code) {
    case 'required':
      return requiredWords[field]
    case 'choice-missing':
      return field === 'colour' ? 'Choose a colour' : undefined
    case 'last-day-before-first':
      return 'The last day is before the first day'
    case 'in-the-future':
      return 'That day is still to come'
    case 'lead-ambiguous':
      return `Several people in the directory are called ${details.name}. Write the name as ‘${details.name}, post’ to keep it as words`
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
    case 'row-not-empty':
      return 'Something still stands under it. Take that out first'
    case 'plan-empty':
      return 'Nothing stands in it yet. Write at least one priority first'
    case 'not-in-force':
      return 'This plan is not in force'
    case 'worked-on-already':
      return 'A new version is being worked on. Bring it into force or drop it first'
    case 'was-public':
      return 'The version before was for everybody. What was public stays public'
    case 'nothing-said':
      return 'Say how it goes, or what changed by it'
    case 'state-without-words':
      return 'Say in a sentence why it stands differently now'
    case 'colour-undefined':
      return 'This plan does not say what that colour means. Say that first'
    case 'colour-too-long':
      return 'Choose a day from today to a year from now'
    case 'asked-already':
      return 'That board has been asked already'
    case 'placed-already':
      return 'It stands on the forward plan already'
    case 'decision-missing':
      return 'Choose the decision that the board took on it'
    case 'changes-missing':
      return 'Say what the board asks for'
    case 'where-decided':
      return 'Say where the decision of that board can be found'
    case 'board-waits':
      return `${details.boards} must approve it first`
    case 'opinion-missing':
      return `The opinion of ${details.consultees} must be recorded first`
    default:
      return undefined
  }
}

const requiredWords: Readonly<Record<string, string>> = {
  title: 'Say what it is',
  reason: 'Say why',
  why: 'Say why it has this colour',
  type: 'Choose what kind of plan it is',
}
