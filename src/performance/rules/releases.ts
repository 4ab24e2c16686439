import { type Cell, cellKey, wholeCell } from './measure.ts'
import type { Period } from './period.ts'

/** One figure of a release with the true counts behind it: one count, or those with and those without. */
export interface ReleasedCell {
  readonly cell: Cell
  readonly counts: readonly number[]
  /** Whether a number stands there, or a mark. Rounded numbers count as known: whoever knows more may know them exactly. */
  readonly isShown: boolean
}

/** What was given of one period at one time. */
export interface Release {
  readonly period: Period
  readonly cells: readonly ReleasedCell[]
}

/** How the figures of a measure hang together: over time, and which areas lie within which. */
export interface Structure {
  readonly overTime: 'sum' | 'last' | 'remade' | 'none'
  /** The areas in which an area lies; none for one that lies in no other. */
  readonly parents: ReadonlyMap<string, readonly string[]>
}

/** A count of a period, an area and a part, as long as it stays the same; what was shown of it once is known for good. */
export interface Item {
  readonly key: string
  readonly slot: string
  readonly group: string
  readonly period: Period
  readonly cell: Cell
  readonly part: string
  readonly count: number
  readonly isShown: boolean
}

/** The figures that stood together at one time, as far as they agree. */
export type Snapshot = Map<string, Item>

function itemsOf({ period, cells }: Release, { overTime }: Structure): readonly Item[] {
  // Of a stock only its last day counts: quarter and month that end together are one figure.
  const from = overTime === 'last' ? '' : period.startsOn.toString()
  return cells.flatMap(({ cell, counts, isShown }) => {
    const parts: readonly (readonly [string, number])[] =
      counts.length === 1
        ? [['count', counts[0] ?? 0]]
        : [
            ['with', counts[0] ?? 0],
            ['without', counts[1] ?? 0],
            ['all', (counts[0] ?? 0) + (counts[1] ?? 0)],
          ]
    return parts.map(([part, count]) => {
      const slot = `${from} ${period.endsOn} ${cellKey(cell)} ${part}`
      return { key: `${slot} ${count}`, slot, group: `${cellKey(cell)} ${part}`, period, cell, part, count, isShown }
    })
  })
}

/** The whole that a complete split makes up, where nobody gave it: whoever reads the parts adds them up. */
function madeUp({ cells }: Release, completeAreas: ReadonlySet<string>): readonly ReleasedCell[] {
  if (cells.some(({ cell }) => cell.area === null && cell.dimension === '')) return []
  const split = Map.groupBy(cells, ({ cell }) => (cell.area === null ? cell.dimension : ''))
  const [first] = split.values()
  if (first === undefined || split.size > 1 || (split.has('') && !completeAreas.has(areasIn(first)))) return []
  const counts = (first[0]?.counts ?? []).map((_, part) => first.reduce((sum, one) => sum + (one.counts[part] ?? 0), 0))
  return [{ cell: wholeCell, counts, isShown: false }]
}

function areasIn(cells: readonly ReleasedCell[]): string {
  return cells
    .flatMap(({ cell }) => cell.area ?? [])
    .toSorted()
    .join(' ')
}

/** Which areas were once seen to make up the whole. */
function completeOf(releases: readonly Release[]): ReadonlySet<string> {
  return new Set(
    releases.flatMap(({ cells }) => {
      const whole = cells.find(({ cell }) => cell.area === null && cell.dimension === '')
      const areas = cells.filter(({ cell }) => cell.area !== null && cell.dimension === '')
      return whole?.counts[0] === areas.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0) ? [areasIn(areas)] : []
    }),
  )
}

const contains = (one: Period, other: Period): boolean =>
  Temporal.PlainDate.compare(one.startsOn, other.startsOn) <= 0 && Temporal.PlainDate.compare(other.endsOn, one.endsOn) <= 0

/** Where each boundary of some periods stands on one scale of counts, by the group of boundaries that are tied together; null where they contradict. */
function scaleOf(items: readonly Item[]): ReadonlyMap<string, { readonly tied: number; readonly at: number }> | null {
  const ties = items.flatMap(({ period, count }) => {
    const [from, to] = [period.startsOn.toString(), period.endsOn.toString()]
    return [
      { from, to, step: count },
      { from: to, to: from, step: -count },
    ]
  })
  const from = Map.groupBy(ties, (tie) => tie.from)
  const scale = new Map<string, { readonly tied: number; readonly at: number }>()
  for (const start of from.keys()) {
    if (scale.has(start)) continue
    const tied = scale.size
    const open = [start]
    scale.set(start, { tied, at: 0 })
    for (let here = open.pop(); here !== undefined; here = open.pop())
      for (const { to, step } of from.get(here) ?? []) {
        const at = (scale.get(here)?.at ?? 0) + step
        const known = scale.get(to)
        if (known === undefined) open.push(to)
        else if (known.at !== at) return null
        scale.set(to, { tied, at })
      }
  }
  const days = [...scale].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const falls = days.some(([, { tied, at }], index) => days.slice(0, index).some(([, early]) => early.tied === tied && early.at > at))
  return falls ? null : scale
}

/** Whether the parts of each complete split that would stand in a snapshot still make up their whole. */
function splitsAgree(snapshot: Snapshot, added: readonly Item[], widths: ReadonlyMap<string, number>): boolean {
  const place = ({ slot, cell, part }: Item) => slot.replace(`${cellKey(cell)} ${part}`, part)
  const touched = new Set(added.map(place))
  const periods = Map.groupBy([...new Map([...snapshot, ...added.map((one) => [one.slot, one] as const)]).values()], place)
  return [...touched].every((at) => {
    const items = periods.get(at) ?? []
    const whole = items.find(({ cell }) => cell.area === null && cell.dimension === '')
    const splits = Map.groupBy(items, ({ cell }) => (cell.area === null ? cell.dimension : ''))
    return [...splits].every(
      ([dimension, list]) =>
        dimension === '' ||
        whole === undefined ||
        list.length < (widths.get(dimension) ?? 0) ||
        list.reduce((sum, { count }) => sum + count, 0) === whole.count,
    )
  })
}

/** How many categories each way of splitting people has, as far as one release showed them together. */
function widthsOf(releases: readonly Release[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  for (const { cells } of releases)
    for (const [dimension, list] of Map.groupBy(cells, ({ cell }) => (cell.area === null ? cell.dimension : '')))
      widths.set(dimension, Math.max(widths.get(dimension) ?? 0, list.length))
  return widths
}

function agrees(snapshot: Snapshot, added: readonly Item[], { overTime }: Structure): boolean {
  if (added.some(({ slot, key }) => snapshot.has(slot) && snapshot.get(slot)?.key !== key)) return false
  if (overTime === 'last' || overTime === 'none') return true
  const groups = Map.groupBy([...snapshot.values(), ...added], ({ group }) => group)
  return added.every((one) => {
    const list = groups.get(one.group) ?? []
    const isWithin = list.every(
      (other) =>
        !(contains(one.period, other.period) && one.count < other.count) &&
        !(contains(other.period, one.period) && other.count < one.count),
    )
    return isWithin && scaleOf(list) !== null
  })
}

/** The stretches between overlapping periods as counts of their own: what an outsider works out once, he still knows after a correction. */
function workedOut(snapshot: Snapshot, { overTime }: Structure): readonly Item[] {
  if (overTime === 'last' || overTime === 'none') return []
  return [...Map.groupBy(snapshot.values(), ({ group }) => group).values()].flatMap((items) => {
    const [first] = items
    if (first === undefined || !overlaps(items)) return []
    return stretchesOf('', items).flatMap(({ from, to, count }) => {
      const period = { type: 'other' as const, startsOn: Temporal.PlainDate.from(from), endsOn: Temporal.PlainDate.from(to) }
      const slot = `${from} ${to} ${first.group}`
      return count === undefined || snapshot.has(slot) ? [] : [{ ...first, key: `${slot} ${count}`, slot, period, count, isShown: false }]
    })
  })
}

/**
 * The record as an outsider could hold it together, release after release. A release that agrees with what is there adds to it; one that corrects it begins
 * another, into which everything is taken over that still agrees: that nothing else has changed is what an outsider would suppose, and is often true.
 */
export function snapshotsOf(releases: readonly Release[], structure: Structure): readonly Snapshot[] {
  const snapshots: Snapshot[] = [new Map()]
  const known = new Map<string, Item>()
  const add = (snapshot: Snapshot, item: Item) =>
    snapshot.set(item.slot, { ...item, isShown: item.isShown || snapshot.get(item.slot)?.isShown === true })
  const complete = completeOf(releases)
  const widths = widthsOf(releases)
  const fits = (snapshot: Snapshot, items: readonly Item[]) => agrees(snapshot, items, structure) && splitsAgree(snapshot, items, widths)
  for (const release of releases) {
    const items = itemsOf({ ...release, cells: [...release.cells, ...madeUp(release, complete)] }, structure)
    const last = snapshots.at(-1) ?? new Map<string, Item>()
    for (const item of items) known.set(item.key, item)
    if (fits(last, items)) {
      for (const item of items) add(last, item)
      continue
    }
    for (const item of workedOut(last, structure)) known.set(item.key, item)
    const next: Snapshot = new Map()
    for (const item of items) add(next, item)
    // What stood last, then what stood earlier, the latest first; in both what was shown before what was hidden.
    const before = [...last.values(), ...[...known.values()].reverse()].toSorted(
      (one, other) => Number(other.isShown) - Number(one.isShown),
    )
    for (const item of before) if (!next.has(item.slot) && fits(next, [item])) add(next, item)
    snapshots.push(next)
  }
  return snapshots
}

/** The stretches between the boundaries of overlapping periods of one group, with the true count of each where the boundaries are tied. */
export function stretchesOf(name: string, items: readonly Item[]) {
  const days = [...new Set(items.flatMap(({ period }) => [period.startsOn.toString(), period.endsOn.toString()]))].toSorted()
  const scale = scaleOf(items)
  return days.slice(0, -1).flatMap((from, at) => {
    const to = days[at + 1] ?? from
    const isCovered = items.some(({ period }) => period.startsOn.toString() <= from && to <= period.endsOn.toString())
    if (!isCovered) return []
    const [one, other] = [scale?.get(from), scale?.get(to)]
    const count = one !== undefined && one.tied === other?.tied ? other.at - one.at : undefined
    return [{ key: `${name} ${from} ${to}`, from, to, count }]
  })
}

/** Whether some of the periods overlap. */
export function overlaps(items: readonly Item[]): boolean {
  const sorted = items.toSorted((one, other) => Temporal.PlainDate.compare(one.period.startsOn, other.period.startsOn))
  return sorted.some(
    ({ period }, at) => at > 0 && Temporal.PlainDate.compare(period.startsOn, sorted[at - 1]?.period.endsOn ?? period.startsOn) < 0,
  )
}
