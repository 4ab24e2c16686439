import type { MapBody, MapRelation } from './arrangement.ts'

/** What of the arrangement is asked for. */
export interface MapChoice {
  /** Kinds of relations; empty for all. */
  readonly kinds: readonly string[]
  /** Only this body and those it relates to; undefined for all. */
  readonly around: string | undefined
}

/** The bodies and relations that are asked for; bodies without such a relation stand in `apart`. */
export interface Selected<Body, Relation> {
  readonly bodies: readonly Body[]
  readonly relations: readonly Relation[]
  readonly apart: readonly Body[]
}

/** Chooses relations by kind and around one body; a body stays when a chosen relation names it. */
export function selectRelations<Body extends MapBody, Relation extends MapRelation>(
  bodies: readonly Body[],
  relations: readonly Relation[],
  { kinds, around }: MapChoice,
): Selected<Body, Relation> {
  const known = new Set(bodies.map(({ id }) => id))
  const chosen = relations.filter(
    ({ from, to, kind }) =>
      known.has(from) &&
      known.has(to) &&
      from !== to &&
      (kinds.length === 0 || kinds.includes(kind)) &&
      (around === undefined || around === from || around === to),
  )
  const named = new Set(chosen.flatMap(({ from, to }) => [from, to]))
  const apart =
    around === undefined ? bodies.filter(({ id }) => !named.has(id)) : bodies.filter(({ id }) => id === around && !named.has(id))
  return { bodies: bodies.filter(({ id }) => named.has(id)), relations: chosen, apart }
}
