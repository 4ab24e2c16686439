import { type MapRelation, upwardKinds } from './arrangement.ts'

/**
 * The tier of each body: 0 for those that answer to nobody, else one more than the lowest tier among those to whom a body answers (the longest way up).
 * Bodies that answer to one another in a circle share a tier. A body beside the lines of accountability stands in the tier of the highest body it
 * relates to; a body without any relation is left out.
 */
export function tiersOf(ids: readonly string[], relations: readonly MapRelation[]): ReadonlyMap<string, number> {
  const known = new Set(ids)
  const within = relations.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
  const upward = within.filter(({ kind }) => upwardKinds.includes(kind))
  const tiers = longestWaysUp(upward)
  placeBeside(tiers, within)
  return tiers
}

function longestWaysUp(upward: readonly MapRelation[]): Map<string, number> {
  const above = new Map<string, string[]>()
  for (const { from, to } of upward) {
    above.set(from, [...(above.get(from) ?? []), to])
    if (!above.has(to)) above.set(to, [])
  }
  const reached = new Map([...above.keys()].map((id) => [id, reachedFrom(id, above)]))
  const isCircle = (one: string, other: string): boolean =>
    one === other || Boolean(reached.get(one)?.has(other) && reached.get(other)?.has(one))
  const members = [...above.keys()]
  const tiers = new Map<string, number>()
  // Without the lines inside a circle there is no circle left, so this comes to an end.
  const tierOf = (id: string): number => {
    const settled = tiers.get(id)
    if (settled !== undefined) return settled
    const circle = members.filter((other) => isCircle(id, other))
    const targets = circle.flatMap((member) => above.get(member) ?? []).filter((to) => !isCircle(id, to))
    const tier = targets.length === 0 ? 0 : 1 + Math.max(...targets.map(tierOf))
    for (const member of circle) tiers.set(member, tier)
    return tier
  }
  for (const id of members) tierOf(id)
  return tiers
}

function reachedFrom(start: string, above: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...(above.get(start) ?? [])]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue
    reached.add(at)
    waiting.push(...(above.get(at) ?? []))
  }
  return reached
}

/** Gives those beside the lines a tier, the nearest first; whoever relates only to others beside stands at the top. */
function placeBeside(tiers: Map<string, number>, relations: readonly MapRelation[]): void {
  const beside = new Map<string, Set<string>>()
  for (const { from, to } of relations) {
    beside.set(from, (beside.get(from) ?? new Set()).add(to))
    beside.set(to, (beside.get(to) ?? new Set()).add(from))
  }
  const waiting = new Set([...beside.keys()].filter((id) => !tiers.has(id)).toSorted())
  while (waiting.size > 0) {
    const placed = [...waiting].flatMap((id) => {
      const near = [...(beside.get(id) ?? [])].flatMap((other) => tiers.get(other) ?? [])
      return near.length === 0 ? [] : [[id, Math.min(...near)] as const]
    })
    const [first] = waiting
    const settled = placed.length === 0 && first !== undefined ? [[first, 0] as const] : placed
    for (const [id, tier] of settled) {
      tiers.set(id, tier)
      waiting.delete(id)
    }
  }
}
