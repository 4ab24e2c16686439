import { dayInWords } from '#platform/time/words.ts'
import { countsOf, countsWords, type ScorecardCounts, type ScorecardRow } from './scorecard.ts'

/** A row with the priority it stands under; '' and null where it stands under none. */
export interface GroupedRow {
  readonly heading: string
  readonly priority: string | null
  readonly row: ScorecardRow
}

/** Measures under one priority. */
export interface ScorecardGroup {
  readonly heading: string
  readonly priority: string | null
  readonly rows: readonly ScorecardRow[]
  readonly counts: ScorecardCounts
}

/** A scorecard with nothing left to decide: page, PDF, spreadsheet and CSV are made of it and of nothing else. */
export interface ScorecardView {
  readonly title: string
  readonly board: string
  /** What it is: live, or as it was shown, and up to when its figures go. */
  readonly standing: string
  readonly groups: readonly ScorecardGroup[]
  readonly counts: ScorecardCounts
  /** The colours in one sentence. */
  readonly sentence: string
  /** Measures that it held and that are no longer kept; absent in what was frozen. */
  readonly withdrawn?: readonly WithdrawnLine[]
}

/** A measure that is no longer kept, as a live scorecard says it. */
export interface WithdrawnLine {
  readonly measure: string
  readonly reference: string
  readonly title: string
  readonly since: Temporal.PlainDate
  readonly reason: string
  /** What is kept in its place; null: nothing, or nothing that one may see. */
  readonly replacement: { readonly id: string; readonly title: string } | null
}

/** Since when a measure is no longer kept, why, and what takes its place, in sentences. */
export function withdrawnWords({ since, reason, replacement }: WithdrawnLine): string {
  const instead = replacement === null ? 'Nothing is named in its place.' : `In its place: ${replacement.title}.`
  return `No longer kept from ${dayInWords(since)}: ${/[.!?]$/.test(reason) ? reason : `${reason}.`} ${instead}`
}

/** The title of a scorecard: of a board where there is no priority. */
export function scorecardTitle(priority: { readonly reference: string; readonly title: string } | undefined): string {
  if (priority === undefined) return 'Scorecard'
  return `Scorecard: ${[priority.reference, priority.title].filter((one) => one !== '').join(' ')}`
}

const NO_PRIORITY = 'Not under a priority'

/** Puts rows together that stand under the same priority, in the order given. */
export function groupsOf(rows: readonly GroupedRow[]): readonly ScorecardGroup[] {
  const groups = Map.groupBy(rows, ({ heading, priority }) => `${priority ?? ''} ${heading}`)
  return [...groups.values()].map((list) => {
    const [first] = list
    const shown = list.map(({ row }) => row)
    return {
      heading: first?.heading || (groups.size === 1 ? 'Measures' : NO_PRIORITY),
      priority: first?.priority ?? null,
      rows: shown,
      counts: countsOf(shown),
    }
  })
}

/** How a priority or a board stands in one sentence; the worst is named, nothing is averaged. */
export function sentenceOf(counts: ScorecardCounts): string {
  const all = counts.green + counts.amber + counts.red + counts.none
  if (all === 0) return 'No measure is shown.'
  return `Of ${all === 1 ? 'one measure' : `${all} measures`}: ${countsWords(counts)}.`
}

/** Makes the view of a live scorecard. */
export function scorecardView(
  head: { readonly title: string; readonly board: string; readonly until: Temporal.PlainDate | null; readonly today: Temporal.PlainDate },
  rows: readonly GroupedRow[],
  withdrawn: readonly WithdrawnLine[] = [],
): ScorecardView {
  const counts = countsOf(rows.map(({ row }) => row))
  const standing =
    head.until === null
      ? `Live: as the figures are known on ${dayInWords(head.today)}.`
      : `Figures of periods up to ${dayInWords(head.until.subtract({ days: 1 }))}, as they are known on ${dayInWords(head.today)}.`
  return { title: head.title, board: head.board, standing, groups: groupsOf(rows), counts, sentence: sentenceOf(counts), withdrawn }
}

/** The headings of a scorecard's table, in every form it takes. */
export const scorecardColumns = [
  'Reference',
  'Measure',
  'Period',
  'Figure',
  'Standing',
  'Target',
  'Direction',
  'Status',
  'Commentary',
  'Data quality',
  'Quarter and year',
] as const

/** A row in words, column by column: the same cells on the page, on paper, in the spreadsheet and in CSV. */
export function scorecardCells(row: ScorecardRow): readonly string[] {
  const { reference, title, period, figure, standing, target, direction, verdict, commentary, quality, longer = [] } = row
  return [reference, title, period, figure, standing, target, direction.word, verdict.word, commentary, quality, longer.join('; ')]
}
