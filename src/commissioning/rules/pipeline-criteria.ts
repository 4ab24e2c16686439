type Day = Temporal.PlainDate

/** How a criterion stands in a case: met, open, or open and allowed to stay so by the chair. */
export type TickKind = 'met' | 'open' | 'waived'

/** A criterion of a stage, and of which cases it is asked: those that enter the stage from its first day on and before its end. */
export interface Criterion {
  readonly id: string
  readonly title: string
  /** False: it is looked at, and not asked for. */
  readonly required: boolean
  /** Undefined: since the pipeline began. */
  readonly startsOn: Day | undefined
  readonly endsOn: Day | undefined
}

/** What was said of a criterion in a case. */
export interface Tick {
  readonly criterion: string
  readonly says: TickKind
  readonly onDay: Day
  readonly saidBy: string
  readonly note: string
}

/** A criterion that a case is asked, with how it stands and what was said of it last. */
export interface AskedCriterion extends Criterion {
  readonly stands: TickKind
  /** Undefined: nobody has said anything yet. */
  readonly last: Tick | undefined
}

/** The criteria that a case is asked which entered the stage on a day: those in force on that day, so that a running case keeps what it began under (C8; handbook of commissioning 1.1). */
export function criteriaAsked<Kept extends Criterion>(criteria: readonly Kept[], entered: Day): readonly Kept[] {
  return criteria.filter(
    ({ startsOn, endsOn }) =>
      (startsOn === undefined || Temporal.PlainDate.compare(startsOn, entered) <= 0) &&
      (endsOn === undefined || Temporal.PlainDate.compare(entered, endsOn) < 0),
  )
}

/** How each criterion stands that a case is asked; the last that was said counts, and what nobody spoke of is open. @param ticks - in the order in which they were said */
export function standingCriteria(criteria: readonly Criterion[], ticks: readonly Tick[], entered: Day): readonly AskedCriterion[] {
  return criteriaAsked(criteria, entered).map((one) => {
    const last = ticks.findLast(({ criterion }) => criterion === one.id)
    return { ...one, stands: last?.says ?? 'open', last }
  })
}

/** The required criteria that still keep a case in its stage. */
export const holdingBack = (asked: readonly AskedCriterion[]): readonly AskedCriterion[] =>
  asked.filter(({ required, stands }) => required && stands === 'open')

/** A required criterion that is open in cases, and in how many. */
export interface WaitingCriterion {
  readonly id: string
  readonly title: string
  readonly cases: number
}

/** The required criteria that keep cases in their stage, the one that keeps the most first; of as many as each other as they come (C8). */
export function criteriaThatWait(cases: readonly { readonly criteria: readonly AskedCriterion[] }[]): readonly WaitingCriterion[] {
  const open = cases.flatMap(({ criteria }) => holdingBack(criteria))
  return [...Map.groupBy(open, ({ id }) => id)]
    .flatMap(([id, list]) => (list[0] ? [{ id, title: list[0].title, cases: list.length }] : []))
    .toSorted((one, other) => other.cases - one.cases)
}
