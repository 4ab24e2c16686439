import { splitPence } from './split.ts'

/** Who pays for a package from a day on, and from which budget line. */
export interface PayerSpell {
  readonly payer: string
  /** Null: none is known. */
  readonly line: string | null
  readonly startsOn: Temporal.PlainDate
}

/** What one payer bears of an amount, in pence; `days` are those of the week for which it pays. */
export interface PayerShare {
  readonly payer: string
  readonly line: string | null
  readonly days: number
  readonly pence: bigint
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
 * Splits the amount of a week between those who pay for its days, to the penny by the largest remainder, ties to whoever pays first. Of the week in which care ends
 * only the days with care count; what is paid after it is split by the whole week. Source: handbook of joint commissioning, 3.1, 3.6.
 */
export function sharesOf(
  pence: bigint,
  week: number,
  of: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate | null },
  spells: readonly PayerSpell[],
): readonly PayerShare[] {
  const begun = of.startsOn.add({ days: (week - 1) * 7 })
  const left = of.endsOn === null ? 7 : begun.until(of.endsOn, { largestUnit: 'days' }).days
  const days = left >= 1 ? Math.min(7, left) : 7
  const parts = new Map<string, { readonly payer: string; readonly line: string | null; days: number }>()
  for (let day = 0; day < days; day += 1) {
    const { payer, line } = payerOn(spells, begun.add({ days: day }))
    const key = `${payer} ${line ?? ''}`
    const known = parts.get(key)
    if (known) known.days += 1
    else parts.set(key, { payer, line, days: 1 })
  }
  const list = [...parts.values()]
  const split =
    splitPence(
      pence,
      list.map((part) => BigInt(part.days)),
    ) ?? []
  return list.map((part, place) => ({ ...part, pence: split[place] ?? 0n }))
}
