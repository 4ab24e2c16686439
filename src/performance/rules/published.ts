import type { Sum } from './hidden-ranges.ts'
import { cellKey } from './measure.ts'
import { type Item, overlaps, type Release, type Snapshot, type Structure, snapshotsOf, stretchesOf } from './releases.ts'
import type { SmallNumberMethod } from './small-numbers.ts'

/** What an outsider can set up from everything that was ever published, and the hidden counts that nobody may come near. */
export interface Published {
  readonly sums: readonly Sum[]
  readonly sensitive: readonly string[]
}

/** The sums over the parts of one period: only those that are true, because an outsider finds out which splits are complete. */
function sumsAcross(snapshot: Snapshot, { parents }: Structure): readonly (readonly [Item, readonly Item[]])[] {
  const found: (readonly [Item, readonly Item[]])[] = []
  const periods = Map.groupBy(snapshot.values(), ({ slot, cell, part }) => slot.replace(`${cellKey(cell)} ${part}`, part))
  for (const items of periods.values()) {
    const whole = items.find(({ cell }) => cell.area === null && cell.dimension === '')
    const areas = items.filter(({ cell }) => cell.area !== null && cell.dimension === '')
    const isIn = (one: Item, other: Item): boolean => parents.get(one.cell.area ?? '')?.includes(other.cell.area ?? '') === true
    for (const parent of [whole, ...areas]) {
      if (parent === undefined) continue
      const inside = areas.filter((one) => parent === whole || isIn(one, parent))
      // What lies in another that lies in it is counted there.
      const list = inside.filter((one) => !inside.some((other) => isIn(one, other)))
      if (list.length > 0) found.push([parent, list])
    }
    for (const [dimension, list] of Map.groupBy(items, ({ cell }) => (cell.area === null ? cell.dimension : '')))
      if (dimension !== '' && whole) found.push([whole, list])
  }
  const byCell = Map.groupBy(snapshot.values(), ({ slot, part }) => slot.slice(0, -part.length))
  for (const items of byCell.values()) {
    const all = items.find(({ part }) => part === 'all')
    if (all) found.push([all, items.filter((one) => one !== all)])
  }
  return found.filter(([whole, list]) => list.reduce((sum, { count }) => sum + count, 0) === whole.count)
}

interface Writing {
  readonly sums: { readonly terms: Map<string, number>; equals: number }[]
  readonly sensitive: Set<string>
  readonly shown: ReadonlySet<string>
  readonly isSmall: (count: number) => boolean
}

/** A whole is the sum of its parts; what was shown is a number in it, what was not is unknown. */
function state({ sums, shown }: Writing, whole: Item | string, parts: readonly (Item | string)[]): void {
  const sum = { terms: new Map<string, number>(), equals: 0 }
  for (const [one, times] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)])
    if (typeof one === 'string') sum.terms.set(one, times)
    else if (shown.has(one.key)) sum.equals -= times * one.count
    else sum.terms.set(one.key, times)
  if (sum.terms.size > 0) sums.push(sum)
}

/** Overlapping periods: cut at every boundary, each figure is the sum of its stretches, and in every stretch the parts make up their whole. */
function writeStretches(
  writing: Writing,
  name: string,
  snapshot: Snapshot,
  isAcross: boolean,
  splits: ReturnType<typeof sumsAcross>,
): void {
  const groups = Map.groupBy(snapshot.values(), ({ group }) => group)
  const overlapping = [...groups].filter(([, items]) => overlaps(items))
  if (overlapping.length === 0) return
  const days = [...new Set([...snapshot.values()].flatMap(({ period }) => [`${period.startsOn}`, `${period.endsOn}`]))].toSorted()
  const called = (group: string, from: string) => `${name} ${group} ${from}`
  const cut = (group: string, from: string, to: string) => days.filter((at) => from <= at && at < to).map((at) => called(group, at))
  for (const [group, items] of isAcross ? groups : overlapping) {
    for (const item of items) state(writing, item, cut(group, `${item.period.startsOn}`, `${item.period.endsOn}`))
    for (const { key, from, to, count } of overlaps(items) ? stretchesOf(`${name} ${group}`, items) : []) {
      if (count !== undefined && !writing.isSmall(count)) continue
      state(writing, `${key} whole`, cut(group, from, to))
      writing.sensitive.add(`${key} whole`)
    }
  }
  if (!isAcross) return
  const lists = new Map(splits.map(([whole, list]) => [[whole, ...list].map(({ group }) => group).join('/'), { whole, list }] as const))
  for (const { whole, list } of lists.values())
    for (const at of days.slice(0, -1))
      state(
        writing,
        called(whole.group, at),
        list.map(({ group }) => called(group, at)),
      )
}

/**
 * Everything that was ever released of a measure as one system of sums: parts and wholes of each period, months within quarters, one year to date less another,
 * a correction less what stood before. The sensitive ones are the small counts that are hidden, and the small differences that nobody ever gave a figure for.
 * @param isAcross - whether parts are taken to make up their whole in every stretch between two boundaries too
 */
export function publishedOf(releases: readonly Release[], structure: Structure, method: SmallNumberMethod, isAcross: boolean): Published {
  const snapshots = snapshotsOf(releases, structure)
  const writing: Writing = {
    ...{ sums: [], sensitive: new Set() },
    shown: new Set(snapshots.flatMap((snapshot) => [...snapshot.values()].flatMap(({ key, isShown }) => (isShown ? [key] : [])))),
    isSmall: (count) => (count === 0 ? method.hidesZeros : count <= method.threshold),
  }
  for (const [number, snapshot] of snapshots.entries()) {
    for (const { key, count } of snapshot.values()) if (!writing.shown.has(key) && writing.isSmall(count)) writing.sensitive.add(key)
    const splits = sumsAcross(snapshot, structure)
    for (const [whole, list] of splits) state(writing, whole, list)
    if (structure.overTime === 'sum' || structure.overTime === 'remade') writeStretches(writing, `${number}`, snapshot, isAcross, splits)
  }
  return { sums: writing.sums, sensitive: [...writing.sensitive] }
}
