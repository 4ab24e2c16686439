import { splitPence, totalOf } from './split.ts'

/** A year of a fund as its money flows. Pence; null: not known, which is counted and never drawn as 0. */
export interface FlowFund {
  readonly id: string
  /** What each partner gives, as it varied. */
  readonly given: readonly { readonly partner: string; readonly pence: bigint | null }[]
  /** What each line may spend, as it was moved; `service` undefined: it is for none of its own. */
  readonly lines: readonly { readonly service: string | undefined; readonly pence: bigint | null }[]
  /** Moved into its lines from those of the year before. */
  readonly broughtIn: bigint
  /** Moved out of its lines into those of the year after. */
  readonly carriedOut: bigint
}

/** What a place in the flow is. The last five are not records: they say what else the money came from or went to. */
export type FlowPlaceKind =
  | 'partner'
  | 'fund'
  | 'service'
  | 'outcome'
  | 'brought-in'
  | 'not-covered'
  | 'no-service'
  | 'carried-out'
  | 'not-allotted'
  | 'no-outcome'

/** One place in a column. `id` is '' where it is no record. Pence, above 0. */
export interface FlowPlace {
  readonly kind: FlowPlaceKind
  readonly id: string
  readonly pence: bigint
}

/** Money from a place of one column to a place of the next; places by `keyOfPlace`. Pence, above 0. */
export interface FlowBand {
  readonly from: string
  readonly to: string
  readonly pence: bigint
}

/** The four columns of a flow: who gives, funds, services, outcomes. Each adds up to `total`. */
export interface MoneyFlow {
  readonly columns: readonly [readonly FlowPlace[], readonly FlowPlace[], readonly FlowPlace[], readonly FlowPlace[]]
  readonly bands: readonly FlowBand[]
  readonly total: bigint
  /** Contributions and lines of which the sum is not known. */
  readonly unknown: { readonly given: number; readonly lines: number }
}

/** How bands name a place. */
export const keyOfPlace = ({ kind, id }: Pick<FlowPlace, 'kind' | 'id'>): string => `${kind}:${id}`

/**
 * Money from those who give it, through funds, to services and on to outcomes. What reaches no outcome, is for no service, waits to be given to a line or goes into the
 * next year is a place of its own, so that every column has the same total. A service of several outcomes is divided evenly between them, by largest remainder and in
 * the order of `outcomesOf`: which part serves which is recorded nowhere. Source: handbook of joint commissioning, 1.3, 3.1; requirements C5, T1.
 */
export function flowOf(funds: readonly FlowFund[], outcomesOf: ReadonlyMap<string, readonly string[]>): MoneyFlow {
  const bands = newBands()
  for (const fund of funds) flowThrough(fund, bands)
  for (const [place, pence] of bands.into(isThird)) {
    const outcomes = place.kind === 'service' ? (outcomesOf.get(place.id) ?? []) : []
    const parts = splitPence(
      pence,
      outcomes.map(() => 1n),
    )
    if (parts === null) bands.add(place, { kind: 'no-outcome', id: '' }, pence)
    for (const [at, part] of (parts ?? []).entries()) bands.add(place, { kind: 'outcome', id: outcomes[at] ?? '' }, part)
  }
  const [first, second, third] = [bands.outOf(isFirst), bands.into(({ kind }) => kind === 'fund'), bands.into(isThird)]
  const last = bands.into(({ kind }) => kind === 'outcome' || kind === 'no-outcome')
  const count = (list: readonly { readonly pence: bigint | null }[]): number => list.filter(({ pence }) => pence === null).length
  return {
    columns: [ordered(first), ordered(second), ordered(third), ordered(last)],
    bands: bands.all(),
    total: totalOf([...first].map(([, pence]) => pence)),
    unknown: { given: count(funds.flatMap(({ given }) => given)), lines: count(funds.flatMap(({ lines }) => lines)) },
  }
}

type PlaceName = Pick<FlowPlace, 'kind' | 'id'>
const isFirst = ({ kind }: PlaceName): boolean => kind === 'partner' || kind === 'brought-in' || kind === 'not-covered'
const isThird = ({ kind }: PlaceName): boolean => ['service', 'no-service', 'carried-out', 'not-allotted'].includes(kind)

/** What comes into a fund and what leaves it; the difference is said on the side that lacks it. */
function flowThrough({ id, given, lines, broughtIn, carriedOut }: FlowFund, bands: Bands): void {
  const fund: PlaceName = { kind: 'fund', id }
  for (const { partner, pence } of given) bands.add({ kind: 'partner', id: partner }, fund, pence ?? 0n)
  bands.add({ kind: 'brought-in', id: '' }, fund, broughtIn)
  for (const { service, pence } of lines)
    bands.add(fund, service === undefined ? { kind: 'no-service', id: '' } : { kind: 'service', id: service }, pence ?? 0n)
  bands.add(fund, { kind: 'carried-out', id: '' }, carriedOut)
  const comes = totalOf(given.map(({ pence }) => above0(pence ?? 0n))) + above0(broughtIn)
  const goes = totalOf(lines.map(({ pence }) => above0(pence ?? 0n))) + above0(carriedOut)
  bands.add(fund, { kind: 'not-allotted', id: '' }, comes - goes)
  bands.add({ kind: 'not-covered', id: '' }, fund, goes - comes)
}

const above0 = (pence: bigint): bigint => (pence > 0n ? pence : 0n)

/** The largest first; what is no record comes last. */
function ordered(places: ReadonlyMap<PlaceName, bigint>): readonly FlowPlace[] {
  const own = ({ kind }: PlaceName): number => (['partner', 'fund', 'service', 'outcome'].includes(kind) ? 0 : 1)
  return [...places]
    .map(([name, pence]) => ({ ...name, pence }))
    .toSorted((one, other) => own(one) - own(other) || (one.pence > other.pence ? -1 : one.pence < other.pence ? 1 : 0))
}

/** Bands as they are added, one for each pair of places; nothing and less than nothing adds none. */
interface Bands {
  add(from: PlaceName, to: PlaceName, pence: bigint): void
  all(): readonly FlowBand[]
  /** What comes into places, and what leaves them. */
  into(wanted: (place: PlaceName) => boolean): ReadonlyMap<PlaceName, bigint>
  outOf(wanted: (place: PlaceName) => boolean): ReadonlyMap<PlaceName, bigint>
}

function newBands(): Bands {
  const known = new Map<string, { readonly from: PlaceName; readonly to: PlaceName; pence: bigint }>()
  const sums = (end: 'from' | 'to') => (wanted: (place: PlaceName) => boolean) => {
    const found = new Map<string, { readonly place: PlaceName; pence: bigint }>()
    for (const band of known.values()) {
      const place = band[end]
      if (!wanted(place)) continue
      const sum = found.get(keyOfPlace(place)) ?? { place, pence: 0n }
      sum.pence += band.pence
      found.set(keyOfPlace(place), sum)
    }
    return new Map([...found.values()].map(({ place, pence }) => [place, pence]))
  }
  return {
    add(from, to, pence) {
      if (pence <= 0n) return
      const key = `${keyOfPlace(from)}>${keyOfPlace(to)}`
      const band = known.get(key) ?? { from, to, pence: 0n }
      band.pence += pence
      known.set(key, band)
    },
    all: () => [...known.values()].map(({ from, to, pence }) => ({ from: keyOfPlace(from), to: keyOfPlace(to), pence })),
    into: sums('to'),
    outOf: sums('from'),
  }
}
