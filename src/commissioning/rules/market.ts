type Day = Temporal.PlainDate

/** A figure that may be known, hidden because it is a small number of people, or not known. */
export type Figure = { readonly state: 'known'; readonly count: number } | { readonly state: 'hidden' | 'not-known' }

/** A figure as it is stored: null with its mark. */
export const figureOf = (count: number | null, isHidden: boolean): Figure =>
  isHidden ? { state: 'hidden' } : count === null ? { state: 'not-known' } : { state: 'known', count }

/** What a provider said of itself in an area on a day. */
export interface MarketReturn {
  readonly id: string
  readonly area: string
  readonly provider: string
  readonly datedOn: Day
  readonly number: number
  readonly places: number | null
  readonly free: Figure
  /** Whether its quality is good; undefined: it is not rated or not known. */
  readonly isGood: boolean | undefined
  /** Pence for one unit, without VAT; undefined: not known, or not shown to who asks. */
  readonly price: bigint | undefined
  /** Pence in the year before; undefined: not known, or not shown to who asks. */
  readonly spend: bigint | undefined
}

/** The return that counts on a day for each provider and area: the last one, and of one day the last correction. */
export function latestReturns<One extends Pick<MarketReturn, 'area' | 'provider' | 'datedOn' | 'number'>>(
  returns: readonly One[],
  onDay: Day,
): readonly One[] {
  const latest = new Map<string, One>()
  for (const one of returns) {
    if (Temporal.PlainDate.compare(one.datedOn, onDay) > 0) continue
    const key = `${one.area} ${one.provider}`
    const before = latest.get(key)
    const order = before ? Temporal.PlainDate.compare(before.datedOn, one.datedOn) || before.number - one.number : -1
    if (order <= 0) latest.set(key, one)
  }
  return [...latest.values()]
}

/** What stands between need and capacity. 'short' and 'enough' by so many; 'at-most' where capacity is not known of everybody, so that less may be short. */
export type Gap =
  | { readonly state: 'short' | 'enough'; readonly count: number; readonly isAtMost: boolean }
  | { readonly state: 'hidden' | 'not-known' }

/** How one area, or several together, stand. */
export interface MarketStanding {
  readonly need: Figure
  /** The sum of what is known. */
  readonly places: number
  /** How many providers have not said what they can give. */
  readonly withoutPlaces: number
  /** The sum of what is known to be free. */
  readonly free: number
  /** How many providers have not said what is free, or it is hidden. */
  readonly withoutFree: number
  readonly providers: readonly string[]
  readonly good: number
  readonly notGood: number
  readonly gap: Gap
  readonly share: SpendShare
  /** The return that is oldest; undefined: there is none. */
  readonly oldest: Day | undefined
}

/** How much of the spend goes to the largest provider; 'not-known' where of one or more it is not known or not shown. */
export type SpendShare =
  | { readonly state: 'known'; readonly provider: string; readonly percent: number; readonly providers: number }
  | { readonly state: 'nothing-spent' | 'not-known' }

/**
 * How areas stand together: need, capacity and the gap between them, who provides there, and how much hangs on one provider (handbook of commissioning 3.10).
 * `needs` has a figure for every area; one that is hidden or not known makes the sum so: nothing is estimated. `returns` are those that count.
 */
export function standingOf(needs: readonly Figure[], returns: readonly MarketReturn[]): MarketStanding {
  const need = sumOf(needs)
  const places = returns.reduce((sum, one) => sum + (one.places ?? 0), 0)
  const withoutPlaces = returns.filter((one) => one.places === null).length
  return {
    ...{ need, places, withoutPlaces },
    free: returns.reduce((sum, { free }) => sum + (free.state === 'known' ? free.count : 0), 0),
    withoutFree: returns.filter(({ free }) => free.state !== 'known').length,
    providers: [...new Set(returns.map(({ provider }) => provider))],
    good: returns.filter(({ isGood }) => isGood === true).length,
    notGood: returns.filter(({ isGood }) => isGood === false).length,
    gap: gapOf(need, places, withoutPlaces > 0),
    share: shareOf(returns),
    oldest: returns.map(({ datedOn }) => datedOn).toSorted(Temporal.PlainDate.compare)[0],
  }
}

/** The sum of figures: hidden where one of them is, not known where one of them is; of none not known. */
export function sumOf(figures: readonly Figure[]): Figure {
  if (figures.some(({ state }) => state === 'hidden')) return { state: 'hidden' }
  if (figures.length === 0 || figures.some(({ state }) => state === 'not-known')) return { state: 'not-known' }
  return { state: 'known', count: figures.reduce((sum, one) => sum + (one.state === 'known' ? one.count : 0), 0) }
}

function gapOf(need: Figure, places: number, isAtMost: boolean): Gap {
  if (need.state !== 'known') return { state: need.state }
  const short = need.count - places
  return short > 0 ? { state: 'short', count: short, isAtMost } : { state: 'enough', count: places - need.count, isAtMost: false }
}

/** The largest share of the spend, in whole per cent, cut and never rounded up: 50 per cent is half or more. */
export function shareOf(returns: readonly Pick<MarketReturn, 'provider' | 'spend'>[]): SpendShare {
  if (returns.length === 0 || returns.some(({ spend }) => spend === undefined)) return { state: 'not-known' }
  const sums = new Map<string, bigint>()
  for (const { provider, spend } of returns) sums.set(provider, (sums.get(provider) ?? 0n) + (spend ?? 0n))
  const all = [...sums.values()].reduce((sum, spend) => sum + spend, 0n)
  const [largest] = [...sums].toSorted(([, one], [, other]) => (one === other ? 0 : one > other ? -1 : 1))
  if (!largest || all === 0n) return { state: 'nothing-spent' }
  return { state: 'known', provider: largest[0], percent: Number((largest[1] * 100n) / all), providers: sums.size }
}

/** A lot of a division: the areas that it groups. */
export interface Lot {
  readonly id: string
  readonly name: string
  readonly areas: readonly string[]
  /** Room for so many providers; undefined: no limit. */
  readonly mostProviders: number | undefined
}

/** What speaks against a division as it stands. */
export interface DivisionStanding {
  readonly lots: readonly { readonly lot: Lot; readonly standing: MarketStanding }[]
  /** Areas that stand in no lot. */
  readonly left: readonly string[]
  /** Lots in which fewer than two providers can be found. */
  readonly withoutSecond: number
  /** Lots that are short of what is needed. */
  readonly short: number
  /** The lot with most need beside the one with least, in tenths: 34 is 3.4 times; undefined where a need is not known, or is nothing. */
  readonly unevenness: number | undefined
}

/** How a way of dividing a market stands, lot by lot, from the same figures as every other one (C12). */
export function divisionStanding(
  lots: readonly Lot[],
  areas: readonly string[],
  needs: ReadonlyMap<string, Figure>,
  returns: readonly MarketReturn[],
): DivisionStanding {
  const stood = lots.map((lot) => ({
    lot,
    standing: standingOf(
      lot.areas.map((area) => needs.get(area) ?? { state: 'not-known' }),
      returns.filter(({ area }) => lot.areas.includes(area)),
    ),
  }))
  const counts = stood.flatMap(({ standing: { need } }) => (need.state === 'known' ? [need.count] : []))
  const least = Math.min(...counts)
  return {
    lots: stood,
    left: areas.filter((area) => !lots.some((lot) => lot.areas.includes(area))),
    withoutSecond: stood.filter(({ standing }) => standing.providers.length < 2).length,
    short: stood.filter(({ standing }) => standing.gap.state === 'short').length,
    unevenness:
      counts.length === stood.length && counts.length > 0 && least > 0 ? Math.floor((Math.max(...counts) * 10) / least) : undefined,
  }
}
