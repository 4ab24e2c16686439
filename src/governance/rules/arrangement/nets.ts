import { type MapRelation, mutualKinds } from './arrangement.ts'
import type { Place } from './places.ts'

/** Where a line meets a box. */
export type Side = 'top' | 'bottom'

/** A line that leaves one box of a net. Gutter n lies above row n. */
export interface NetEnd {
  readonly id: string
  readonly side: Side
  readonly column: number
  readonly gutter: number
}

/** Lines of one kind that run together into one box, like the teeth of a comb. */
export interface Net {
  readonly kind: string
  /** Whether the line has a head at its target. */
  readonly headed: boolean
  readonly target: NetEnd
  readonly sources: readonly NetEnd[]
  readonly relations: readonly string[]
}

/** Groups relations into nets by target, kind and the side from which they come. What relates to a body that is not placed is left out. */
export function netsOf(relations: readonly MapRelation[], places: readonly Place[]): readonly Net[] {
  const at = new Map(places.map((place) => [place.id, place]))
  const nets = new Map<string, { kind: string; target: NetEnd; sources: Map<string, NetEnd>; relations: string[] }>()
  const mutual = new Set<string>()
  for (const relation of relations.toSorted((a, b) => compare(keyOf(a), keyOf(b)))) {
    const from = at.get(relation.from)
    const to = at.get(relation.to)
    if (from === undefined || to === undefined || from === to) continue
    const { kind } = relation
    // What holds both ways and is recorded twice is one line.
    const back = mutualKinds.includes(kind) ? `${relation.to} ${relation.from} ${kind}` : ''
    if (mutual.has(back)) {
      const net = [...nets.values()].find(
        (found) => found.kind === kind && found.target.id === relation.from && found.sources.has(relation.to),
      )
      net?.relations.push(relation.id)
      continue
    }
    if (back !== '') mutual.add(`${relation.from} ${relation.to} ${kind}`)
    const target = endOf(to, from)
    const key = `${to.id} ${kind} ${target.side}`
    const net = nets.get(key) ?? { kind, target, sources: new Map<string, NetEnd>(), relations: [] }
    net.sources.set(from.id, endOf(from, to))
    net.relations.push(relation.id)
    nets.set(key, net)
  }
  return [...nets.values()].map((net) => ({ ...net, headed: !mutualKinds.includes(net.kind), sources: [...net.sources.values()] }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = ({ kind, to, from, id }: MapRelation): string => `${kind} ${to} ${from} ${id}`

/** Lines leave towards the other box, and below where both stand in one row. */
function endOf(own: Place, other: Place): NetEnd {
  const side = other.row < own.row ? 'top' : 'bottom'
  return { id: own.id, side, column: own.column, gutter: side === 'top' ? own.row : own.row + 1 }
}

/** Every end of a net, its target first. */
export function endsOf({ target, sources }: Net): readonly NetEnd[] {
  return [target, ...sources]
}

/** The gutters that a net runs through on its ends' behalf, from the top. */
export function guttersOf(net: Net): readonly number[] {
  return [...new Set(endsOf(net).map(({ gutter }) => gutter))].toSorted((a, b) => a - b)
}
