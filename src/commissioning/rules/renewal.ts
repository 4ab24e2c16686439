/** A step of a renewal, as the rule of the day names it. */
export interface RenewalRule {
  readonly key: string
  readonly name: string
  /** How many months before the end of the contract it is due. */
  readonly months: number
  readonly source: string
}

/** A step of the renewal of one contract with its day. `soon`: within three months. */
export interface RenewalLine {
  readonly key: string
  readonly name: string
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | undefined
  readonly state: 'done' | 'past' | 'soon' | 'ahead'
}

const SOON = { months: 3 }

/**
 * The calendar of a renewal, worked back from the end of a contract (C9; handbook of commissioning 3.7); empty for one without an end. The last day to take an
 * extension is that of the contract where it names one, and is left out where no option is open. A step that would lie before the first day of a contract shorter
 * than its lead time is none, unless it was done.
 * @param option - the next option that is open; its `takeBy` undefined: as the rule says
 * @param done - on which day a step was done, by its key
 */
export function renewalsOf(
  rules: readonly RenewalRule[],
  { startsOn, runsUntil }: { readonly startsOn: Temporal.PlainDate; readonly runsUntil: Temporal.PlainDate | undefined },
  option: { readonly takeBy: Temporal.PlainDate | undefined } | undefined,
  done: ReadonlyMap<string, Temporal.PlainDate>,
  today: Temporal.PlainDate,
): readonly RenewalLine[] {
  if (runsUntil === undefined) return []
  return rules
    .filter(({ key }) => key !== 'extension' || option !== undefined)
    .map(({ key, name, months }) => {
      const byRule = runsUntil.subtract({ months })
      const dueOn = key === 'extension' ? (option?.takeBy ?? byRule) : byRule
      const doneOn = done.get(key)
      return { key, name, dueOn, doneOn, state: doneOn ? ('done' as const) : stateOn(dueOn, today) }
    })
    .filter(({ dueOn, doneOn }) => doneOn !== undefined || Temporal.PlainDate.compare(dueOn, startsOn) >= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || one.key.localeCompare(other.key))
}

function stateOn(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): 'past' | 'soon' | 'ahead' {
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return 'past'
  return Temporal.PlainDate.compare(dueOn, today.add(SOON)) <= 0 ? 'soon' : 'ahead'
}
