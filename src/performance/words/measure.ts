import type { baselineMethods, Definition, levels, Sight, Status } from '../rules/measure.ts'
import type { PeriodType } from '../rules/period.ts'
import type { MeasureKind } from '../rules/roll-up.ts'
import type { Polarity } from '../rules/target.ts'

/** Which way is better, as one chooses it. */
export const polarityChoices: Readonly<Record<Polarity, string>> = {
  higher: 'More is better',
  lower: 'Less is better',
  band: 'Within a band is best',
  none: 'Neither: it only informs, and has no colour',
}

/** Whose condition it shows. */
export const levelWords: Readonly<Record<(typeof levels)[number], string>> = {
  population: 'A whole population: nobody answers for it alone',
  service: 'A service: its owner answers for it',
}

/** What kind of figure it is. */
export const kindWords: Readonly<Record<MeasureKind, string>> = {
  flow: 'A count over the period: families who started in the month',
  stock: 'A count on the last day: open plans',
  rate: 'A share or rate: so many of so many',
  ratio: 'A ratio of two different things: pupils to one teacher',
  score: 'A score or mean that cannot be added up',
  text: 'Words, not a number',
}

/** How a longer period is made of shorter ones. */
export const overTimeWords: Readonly<Record<Definition['overTime'], string>> = {
  sum: 'Add the periods up',
  mean: 'Take their mean: never for percentages',
  last: 'Take the last one',
  remade: 'Make it anew of numerators and denominators',
  none: 'Not at all: the same people may be counted twice',
}

/** How the end of a financial year is foreseen. */
export const forecastWords: Readonly<Record<Definition['forecast'], string>> = {
  'straight-line': 'As until now, by a straight line: for what is added up',
  profile: 'By what earlier years had reached by then: for what is added up',
  last: 'As it stood last',
  none: 'Not at all',
}

/** How a wider area is made of smaller ones. */
export const overAreasWords: Readonly<Record<Definition['overAreas'], string>> = {
  sum: 'Add the areas up',
  remade: 'Make it anew of numerators and denominators',
  none: 'Not at all: the same people may be counted twice',
}

/** How often there is a figure. */
export const frequencyWords: Readonly<Record<PeriodType, string>> = {
  month: 'Every month',
  quarter: 'Every quarter',
  'financial-year': 'Every financial year, from April',
  'academic-year': 'Every school year, from September',
  'calendar-year': 'Every calendar year',
  other: 'Another stretch of days',
}

/** Whether small numbers are hidden. */
export const suppressionWords: Readonly<Record<Definition['suppression'], string>> = {
  none: 'No: nobody could be recognised by a figure',
  'small-counts': 'Yes: it counts people, and a small number could tell who they are',
}

/** Who may know of it. */
export const sightWords: Readonly<Record<Sight, string>> = {
  draft: 'The clerk and the chair, until it is ready',
  members: 'Members of the board',
  public: 'Everybody',
}

/** How a baseline was worked out. */
export const methodWords: Readonly<Record<(typeof baselineMethods)[number], string>> = {
  'single-period': 'The figure of one period',
  'mean-of-twelve': 'The mean of twelve months',
  'same-period-last-year': 'The same period a year before',
  'as-stated': 'As somebody stated it',
}

/** What is known of a figure, as one chooses it. */
export const statusChoices: Readonly<Record<Status, string>> = {
  observed: 'Counted',
  provisional: 'Provisional: it may still change, and the board alone sees it',
  final: 'Final',
  estimated: 'Estimated',
  'not-yet-available': 'Not yet available',
  missing: 'Missing: it should be there and is not',
  suppressed: 'Suppressed: its source does not give it out',
  'not-applicable': 'Not applicable',
  'not-due': 'Not due yet',
}
