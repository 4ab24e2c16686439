import { splitPence } from './split.ts'

/** Who pays for a package from a day on, and from which budget line. */
export interface PayerSpell {
  readonly payer: string
  /** Null: none is known. */
  readonly line: string | null
  readonly startsOn: Temporal.PlainDate
}

/** What one payer bears of an amount for the days of one month, in pence; `days` are those for which it pays. */
export interface PayerShare {
  readonly payer: string
  readonly line: string | null
  readonly days: number
  readonly pence: bigint
  /** The first day of the month in which the care was given. */
  readonly month: Temporal.PlainDate
}

/** One entry about who pays: the last number of a day counts; without a payer it takes the day back. */
export interface PayerChange {
  readonly startsOn: Temporal.PlainDate
  readonly number: number
  readonly payer: string | null
  readonly line: string | null
}

/** Who pays at which time: the first payer from the first day of a package, then each change that stands, in order of days. */
export function spellsOf(first: PayerSpell, changes: readonly PayerChange[]): readonly PayerSpell[] {
  const latest = new Map<string, PayerChange>()
  for (const one of changes) {
    const day = one.startsOn.toString()
    if ((latest.get(day)?.number ?? 0) < one.number) latest.set(day, one)
  }
  const standing = [...latest.values()].flatMap(({ payer, line, startsOn }) => (payer === null ? [] : [{ payer, line, startsOn }]))
  return [first, ...standing.toSorted((one, other) => Temporal.PlainDate.compare(one.startsOn, other.startsOn))]
}

/** Who pays on a day. @throws RangeError where nobody is named at all */
export function payerOn(spells: readonly PayerSpell[], day: Temporal.PlainDate): PayerSpell {
  const [first] = spells
  if (first === undefined) throw new RangeError('Nobody pays.')
  return spells.findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0) ?? first
}

/**
 * Splits an amount between those who pay for its days, to the penny by the largest remainder, ties to whoever pays first; what each bears is split between the months
 * of its days in the same manner, so that it stands in the ledger of the month in which the care was given. A block is split by the days of all its weeks. Where care
 * ends within them only the days with care count; what is paid after it is split by whole weeks. `weeks` is 1 or more. Source: handbook of joint commissioning, 3.1, 3.6.
 */
export function sharesOf(
  { pence, week, weeks = 1 }: { readonly pence: bigint; readonly week: number; readonly weeks?: number },
  of: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | null },
  spells: readonly PayerSpell[],
): readonly PayerShare[] {
  const begun = of.startsOn.add({ days: (week - 1) * 7 })
  const left = of.endsOn === null ? weeks * 7 : begun.until(of.endsOn, { largestUnit: 'days' }).days
  const days = left >= 1 ? Math.min(weeks * 7, left) : weeks * 7
  const paid = Array.from({ length: days }, (_, place) => {
    const day = begun.add({ days: place })
    return { ...payerOn(spells, day), month: day.with({ day: 1 }) }
  })
  const payers = [...Map.groupBy(paid, ({ payer, line }) => `${payer} ${line ?? ''}`).values()]
  return byDays(pence, payers).flatMap(([sum, ofPayer]) => {
    const months = [...Map.groupBy(ofPayer, ({ month }) => month.toString()).values()]
    return byDays(sum, months).flatMap(([part, ofMonth]) => {
      const [first] = ofMonth
      return first ? [{ payer: first.payer, line: first.line, days: ofMonth.length, pence: part, month: first.month }] : []
    })
  })
}

function byDays<Day>(pence: bigint, groups: readonly (readonly Day[])[]): readonly (readonly [bigint, readonly Day[]])[] {
  const weights = groups.map(({ length }) => BigInt(length))
  return (splitPence(pence, weights) ?? []).map((part, place) => [part, groups[place] ?? []])
}
