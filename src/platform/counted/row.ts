/**
 * One record that a figure is counted from. What stands on the list of counted rows and what the figure is summed from are the same rows, read by the
 * same query: the figure as the system, the list as whoever looks, so that nobody is shown a record by it that they may not read.
 */
export interface CountedRow {
  readonly id: string
  /** The day by which it belongs to a period. */
  readonly on: Temporal.PlainDate
  readonly title: string
  readonly href: string
  /** How many of what is counted it stands for: the filled seats of a meeting, 1 for an action. 0: it cannot be counted, and `said` says why. */
  readonly of: number
  /** How many of these meet what is asked; from 0 to `of`. Of a plain number: how many it adds. */
  readonly met: number
  /** How it was counted, in words: 'Done on 4 May 2026, due on 30 April 2026'. */
  readonly said: string
  /** True where what it stands for is hidden, so that nobody can be recognised: then the figure is 'suppressed'. */
  readonly isHidden?: boolean | undefined
}

/** What of a way of counting its arithmetic needs. */
export interface CountedArithmetic {
  readonly title: string
  /** The version of the way of counting; another one counts every period anew, and says so. */
  readonly version: number
  /** 'share': the sum of `met` of the sum of `of`, as percent. 'number': the sum of `met`, where nothing counted is a true 0. */
  readonly gives: 'share' | 'number'
  /** What its rows are, in the plural: 'meetings'. */
  readonly rowsAre: string
  /** Said where a share has nothing to be a share of: 'No meeting was held.' It is never 0 and never 100%. */
  readonly nothing: string
  /** True where rows are people or could point to one: small numbers are hidden, and rows are listed for whoever gives the figures alone. */
  readonly ofPeople: boolean
  /** True where somebody else publishes what is counted: one row a month. A period of which a month is missing is not published yet, and never less. */
  readonly isPublished?: boolean | undefined
  /** 'stock' of a number that stands on a day: of a longer period the row of its last day alone counts. What happens in a period is added up. */
  readonly kind?: 'stock' | undefined
}
