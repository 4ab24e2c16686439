/** A figure of families as it may be seen: hidden ones carry one mark, whatever they are. */
export interface FamilyFigure {
  readonly isHidden: boolean
  readonly count: number | null
  /** Of a share: how many there were; null where that is hidden, or where it is no share. */
  readonly of: number | null
}

/** What is counted, by its definition. */
export interface FamilyIndicator {
  readonly code: string
  readonly title: string
  readonly meaning: string
  readonly unit: string
  readonly gives: 'number' | 'share'
  readonly version: number
  /** The first month that is counted by it. */
  readonly startsOn: Temporal.PlainDate
  readonly hasYear: boolean
  readonly reasonOf: string | null
}

/** A month as it was published last. */
export interface FamilyMonth {
  /** The first day of it. */
  readonly month: Temporal.PlainDate
  readonly revision: number
  readonly reason: string
  readonly provenance: 'counted' | 'brought'
  readonly source: string
  readonly method: string
  readonly threshold: number
  readonly base: number
  readonly percentFrom: number
  /** False where families at the end are not those at the start and who began, less who were closed; null where the month before is not known. */
  readonly addsUp: boolean | null
  /** By indicator and span, 'closed month'; none where it is not counted yet. */
  readonly figures: ReadonlyMap<string, FamilyFigure>
}

/** A share as a whole percentage of what is shown; undefined where there are too few, or where either is hidden. */
export function percentageOf({ isHidden, count, of }: FamilyFigure, percentFrom: number): number | undefined {
  if (isHidden || count === null || of === null || of < percentFrom) return undefined
  return Math.round((count * 100) / of)
}

/** Whether a twelve-month figure has so few that a percentage of change would be chance: handbook of early help 3.4, small bases. */
export function isSmallBase(year: FamilyFigure | undefined): boolean {
  return year === undefined || year.isHidden || (year.count ?? 0) < 20 * 12
}
