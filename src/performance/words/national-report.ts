import type { ReadingState } from '../rules/national-brought.ts'
import type { NationalReport, Oddity } from '../rules/national-report.ts'

/** What an oddity of published files is, and what was made of it. */
export const oddityWords: Readonly<Record<Oddity, string>> = {
  'value-odd': 'values that are neither a number nor a known mark: kept as missing',
  'value-cleaned': 'values written with the noise of a spreadsheet’s floating numbers: rounded to 15 significant digits',
  'period-unreadable': 'rows whose period names no year: left out',
  'area-unknown': 'rows of a place that is not in the list of places: left out',
  'measure-unknown': 'rows of a measure that is not in the dictionary: left out',
  'measure-twice': 'measures that the dictionary describes more than once: the first description was taken',
  'polarity-unknown': 'measures whose better way is given by an unknown word: neither way is taken as better',
  'region-unknown': 'authorities whose region is not in the list of places: they have none',
  'area-left-out': 'places that the list calls discontinued: left out',
  'neighbour-unknown': 'entries of lists of neighbours that name no place of the list of places: left out',
}

const monthOf = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { month: 'long', year: 'numeric', calendar: 'iso8601' })

const number = (value: number): string => value.toLocaleString('en-GB')

const stateNames: Readonly<Record<string, string>> = {
  missing: 'missing',
  suppressed: 'suppressed',
  'not-applicable': 'not applicable',
  'not-yet-available': 'not yet available',
}

/** A report of a reading as lines of plain text: what there is, what changed, what was odd. */
export function nationalReportLines(report: NationalReport): readonly string[] {
  const { rows, numbers, states, marks, measures, periods, areas, neighbourEditions, added, revised, removed, odd } = report
  const without = Object.entries(states).map(([state, count]) => `${number(count)} ${stateNames[state] ?? state}`)
  const marked = Object.entries(marks).map(([mark, count]) => `${number(count)} ${mark}`)
  return [
    `Read ${number(rows)} values of ${number(measures)} measures, ${number(periods)} periods and ${number(areas)} places: ${number(numbers)} numbers${without.length > 0 ? `, ${without.join(', ')}` : ''}.`,
    `${number(added)} values are new, ${number(revised)} are others than before, ${number(removed)} are gone.`,
    ...(marked.length > 0 ? [`Marked by the publisher: ${marked.join(', ')}.`] : []),
    neighbourEditions.length > 0 ? `Lists of neighbours: ${neighbourEditions.map(monthOf).join(', ')}.` : 'There is no list of neighbours.',
    ...odd.flatMap(({ what, count, examples }) => [
      `${number(count)} ${oddityWords[what]}. For example:`,
      ...examples.map((example) => `  ${example}`),
    ]),
  ]
}

/** What a reading that an administrator began is, or became, in a sentence. */
export const readingWords: Readonly<Record<ReadingState, string>> = {
  reading: 'It is being read. Until it is whole, everybody sees the figures of before.',
  read: 'It was read in whole.',
  unchanged: 'These very files were read in before: nothing was changed.',
  refused: 'It was refused. Nothing was read in; the figures of before stand.',
  stopped: 'It was stopped. Nothing was read in; the figures of before stand.',
  broken: 'It broke off by a fault that is no fault of the files. Nothing was read in; the figures of before stand. Bring the files again.',
  'cut-short': 'It was cut short when the product was stopped. Nothing was read in; the figures of before stand. Bring the files again.',
}

/** The same as one or two words, for a list. */
export const readingNames: Readonly<Record<ReadingState, string>> = {
  ...{ reading: 'Being read', read: 'Read in', unchanged: 'Nothing new', refused: 'Refused', stopped: 'Stopped' },
  ...{ broken: 'Broke off', 'cut-short': 'Cut short' },
}
