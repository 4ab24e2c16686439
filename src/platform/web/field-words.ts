import type { FieldProblem } from '#platform/result.ts'

/** The same sentence with the field's name, so that an error summary says which of several questions it means; undefined where the common words do. */
export function namedFieldWords({ code, details = {} }: FieldProblem, label: string): string | undefined {
  const name = label.replace(/[.:]$/, '')
  if (code === 'choice-missing') return `Choose an answer: ${name}`
  return code === 'required' && !details.part ? `Enter an answer: ${name}` : undefined
}

/** A sentence for the problems that any field can have; a domain's own words come first where they say it better. */
export function commonFieldWords({ code, details = {} }: FieldProblem): string {
  const { max, min, over, part } = details
  switch (code) {
    case 'required':
      return part ? 'Enter a date' : 'Enter an answer'
    case 'choice-missing':
      return 'Choose an answer'
    case 'choice-unknown':
      return 'Choose one of the answers offered here'
    case 'too-long':
      return `Use ${max} characters or fewer. This is ${over} too long`
    case 'control-characters':
      return 'Remove the invisible control characters. They often come with text copied from another program'
    case 'broken-characters':
      return 'Type this again: it holds half a character, which cannot be kept'
    case 'number-expected':
      return 'Enter a whole number, like 12'
    case 'number-out-of-range':
      return `Enter a number from ${min} to ${max}`
    case 'day-part-missing':
      return `The date must include a ${part}`
    case 'year-four-digits':
      return 'The year must have 4 figures, like 2026'
    case 'year-out-of-range':
      return 'The year must be between 1900 and 2199'
    case 'month-impossible':
      return 'The month must be a number from 1 to 12 or a name, like March'
    case 'day-impossible':
      return 'There is no such day in the calendar. Check the day and the month'
    case 'time-impossible':
      return 'Enter a time, like 2pm or 14:30'
    case 'email-expected':
      return 'Enter an email address, like name@example.com'
    default:
      return 'Check this answer'
  }
}
