import { type Exact, printed, whole } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import type { Definition } from '../rules/measure.ts'
import type { YearEnd } from '../rules/outlook.ts'

/** Earlier years from which on a forecast is no longer on trial. */
const ENOUGH = 3

/** How the end of a year was foreseen, and how far that may miss, in sentences. */
export function yearEndWords({ method, toDate, counted, inYear, share, trial }: YearEnd, definition: Definition): string {
  const print = (value: Exact): string => printedFigure(value, definition)
  const ways: Readonly<Record<YearEnd['method'], string>> = {
    'straight-line': `By a straight line: ${print(toDate)} in ${counted} of ${inYear} periods, and the rest at the same pace.`,
    profile: `By the profile of earlier years: ${print(toDate)} in ${counted} of ${inYear} periods, by when ${printed((share ?? whole(1)).mul(whole(100)), 1)}% of a year was reached.`,
    last: `As it stood last, after ${counted} of ${inYear} periods: it is not multiplied.`,
  }
  if (trial === null) return `${ways[method]} It is on trial: no earlier year is complete to try it on.`
  const { least, most, years } = trial
  const tried = years === 1 ? 'the one earlier year that is complete' : `the ${years} earlier years that are complete`
  const range = least.equals(most) ? `it would end at ${print(least)}` : `it would end between ${print(least)} and ${print(most)}`
  return `${ways[method]} Missing by as much as in ${tried}, ${range}${years < ENOUGH ? '; limits on trial' : ''}.`
}
