/** Something of an audit tool with its name and what it means. */
export interface ToolPart {
  readonly name: string
  readonly means: string
}

/** What an audit asks from a day on: standards, grades and themes. A month is reviewed by what holds on its first day. */
export interface AuditToolVersion {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly setBy: string
  /** Null: brought with the product. */
  readonly setOn: Temporal.PlainDate | null
  readonly standards: readonly ToolPart[]
  /** The best first. */
  readonly grades: readonly ToolPart[]
  readonly themes: readonly string[]
}

/** The first month that is reviewed by what begins on a day: that of the day where it is a first day, else the next. */
export const firstMonthOf = (startsOn: Temporal.PlainDate): Temporal.PlainDate =>
  startsOn.day === 1 ? startsOn : startsOn.with({ day: 1 }).add({ months: 1 })
