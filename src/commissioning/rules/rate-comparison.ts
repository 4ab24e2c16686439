/** What one commissioner pays one provider for a unit, on the day that is looked at. */
export interface PaidRate {
  readonly provider: string
  readonly commissioner: string
  readonly unit: string
  readonly needBand: string
  /** '' for everywhere. */
  readonly area: string
  readonly vat: string
  readonly pence: bigint
}

/** What several commissioners pay one provider for the same: unit, need, area and VAT alike. */
export interface ComparedRate {
  readonly provider: string
  readonly unit: string
  readonly needBand: string
  readonly area: string
  readonly vat: string
  /** Each commissioner's, the lowest first. */
  readonly paid: readonly { readonly commissioner: string; readonly pence: bigint }[]
  /** The highest less the lowest, in pence; undefined where only one commissioner pays for it. */
  readonly difference: bigint | undefined
}

/** How far rates for the same lie apart. */
export interface RateSpread {
  readonly unit: string
  readonly needBand: string
  readonly area: string
  readonly vat: string
  readonly rates: number
  /** Pence; undefined: too few rates to tell it. */
  readonly lowest: bigint | undefined
  readonly middle: bigint | undefined
  readonly highest: bigint | undefined
}

const sameOf = ({ unit, needBand, area, vat }: PaidRate): string => JSON.stringify([unit, needBand, area, vat])
const upwards = (one: bigint, other: bigint): number => (one < other ? -1 : one > other ? 1 : 0)

/** Rates of the same provider for the same thing side by side (C11; handbook of commissioning 3.10): nothing is compared across units, needs, areas or VAT. */
export function compareRates(rates: readonly PaidRate[]): readonly ComparedRate[] {
  return [...Map.groupBy(rates, (rate) => `${rate.provider} ${sameOf(rate)}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const paid = own.map(({ commissioner, pence }) => ({ commissioner, pence })).toSorted((one, other) => upwards(one.pence, other.pence))
    const [lowest, highest] = [paid[0]?.pence ?? 0n, paid.at(-1)?.pence ?? 0n]
    const { provider, unit, needBand, area, vat } = first
    const several = new Set(own.map(({ commissioner }) => commissioner)).size > 1
    return [{ provider, unit, needBand, area, vat, paid, difference: several ? highest - lowest : undefined }]
  })
}

/**
 * How far all rates for the same thing lie apart, with their number; nothing but the number where they are too few: it would tell single rates (handbook of
 * commissioning 3.10, 7).
 * @param fewest - from how many rates on it is told, by the rule of the day
 */
export function spreadOf(rates: readonly PaidRate[], fewest: number): readonly RateSpread[] {
  return [...Map.groupBy(rates, sameOf).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const sums = own.map(({ pence }) => pence).toSorted(upwards)
    const tells = sums.length >= fewest
    const { unit, needBand, area, vat } = first
    const middle = sums[Math.floor((sums.length - 1) / 2)]
    return [
      {
        ...{ unit, needBand, area, vat, rates: sums.length },
        ...{ lowest: tells ? sums[0] : undefined, middle: tells ? middle : undefined, highest: tells ? sums.at(-1) : undefined },
      },
    ]
  })
}

/** How many providers with a contract in force have one from more than one commissioner; `of` 0: none has a contract that may be seen. */
export function sharedProviders(contracts: readonly { readonly commissioner: string; readonly providers: readonly string[] }[]): {
  readonly shared: number
  readonly of: number
} {
  const commissioners = new Map<string, Set<string>>()
  for (const { commissioner, providers } of contracts)
    for (const provider of providers) commissioners.set(provider, (commissioners.get(provider) ?? new Set()).add(commissioner))
  const counts = [...commissioners.values()].map(({ size }) => size)
  return { shared: counts.filter((count) => count > 1).length, of: counts.length }
}
