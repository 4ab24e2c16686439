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
    case 'lead-ambiguous':
      return `Several people in the directory are called ${details.name}. Write the name as ‘${details.name}, post’ to keep it as words`
    case 'not-a-monday':
      return `That day is not a Monday, so it is not clear which week is meant.${offers}`
    case 'other-weekday':
      return `That date falls on another day of the week.${offers}`
    case 'start-or-end':
      return `It is not clear whether the start or the end of the month is meant.${offers}`
    case 'board-waits':
      return `${details.boards} must approve it first`
    case 'opinion-missing':
      return `The opinion of ${details.consultees} must be recorded first`
    default:
      return plainWords[code]
  }
}

const requiredWords: Readonly<Record<string, string>> = {
  title: 'Say what it is',
  reason: 'Say why',
  why: 'Say why it has this colour',
  type: 'Choose what kind of plan it is',
}

/** Problems whose sentence says everything. */
const plainWords: Readonly<Record<string, string>> = {
  'last-day-before-first': 'The last day is before the first day',
  'in-the-future': 'That day is still to come',
  'no-such-day': 'There is no such day in the calendar',
  backwards: 'The last day is before the first day',
  'row-not-empty': 'Something still stands under it. Take that out first',
  'plan-empty': 'Nothing stands in it yet. Write at least one priority first',
  'not-in-force': 'This plan is not in force',
  'worked-on-already': 'A new version is being worked on. Bring it into force or drop it first',
  'was-public': 'The version before was for everybody. What was public stays public',
  'nothing-said': 'Say how it goes, or what changed by it',
  'state-without-words': 'Say in a sentence why it stands differently now',
  'colour-undefined': 'This plan does not say what that colour means. Say that first',
  'colour-too-long': 'Choose a day from today to a year from now',
  'asked-already': 'That board has been asked already',
  'placed-already': 'It stands on the forward plan already',
  'decision-missing': 'Choose the decision that the board took on it',
  'changes-missing': 'Say what the board asks for',
  'where-decided': 'Say where the decision of that board can be found',
  'in-the-past': 'That day is over',
  'review-open': 'A review is open already. Close it first',
  'nobody-to-ask': 'Nobody leads an action that is open. Name who leads first',
  'all-answered': 'Everybody has answered',
}
