type Day = Temporal.PlainDate

/** What is asked of a provider in one area, as far as it matters whether it was made. */
export interface AskFacts {
  readonly dueOn: Day
  /** The day of which the return speaks that answers it; undefined: none does yet. */
  readonly returnedOn: Day | undefined
}

/** How what was asked stands on a day: 'made' is settled once its last day has passed, and may be corrected until then. */
export type AskState = 'waits' | 'late' | 'made' | 'settled'

/** How what was asked stands today; its last day is still in time (C12). */
export function askState({ dueOn, returnedOn }: AskFacts, today: Day): AskState {
  const isOver = Temporal.PlainDate.compare(today, dueOn) > 0
  if (returnedOn === undefined) return isOver ? 'late' : 'waits'
  return isOver ? 'settled' : 'made'
}

/**
 * The returns that are older than the market allows, the oldest first; one of exactly so many months is not. `months` undefined: nobody has said how old one
 * may be, so none is.
 */
export function oldReturns<One extends { readonly datedOn: Day }>(
  returns: readonly One[],
  months: number | undefined,
  today: Day,
): readonly One[] {
  if (months === undefined) return []
  const since = today.subtract({ months })
  return returns
    .filter(({ datedOn }) => Temporal.PlainDate.compare(datedOn, since) < 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.datedOn, other.datedOn))
}

/**
 * In which areas each provider is asked: in those that were chosen, or where none was, in those of which it made a return before. A provider without either is
 * left out; what is open already is not asked a second time.
 */
export function asksOf(
  providers: readonly string[],
  areas: readonly string[],
  returns: readonly { readonly provider: string; readonly area: string }[],
  open: readonly { readonly provider: string; readonly area: string }[],
): readonly { readonly provider: string; readonly area: string }[] {
  return providers.flatMap((provider) => {
    const own = returns.filter((one) => one.provider === provider).map(({ area }) => area)
    return [...new Set(areas.length > 0 ? areas : own)]
      .filter((area) => !open.some((one) => one.provider === provider && one.area === area))
      .map((area) => ({ provider, area }))
  })
}
