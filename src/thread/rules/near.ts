import { kindsOfThing } from './four-things.ts'
import { keyOf, type NodeRef } from './node.ts'

/** A link near some records; the first serves the second. */
export interface NearLink {
  readonly from: NodeRef
  readonly to: NodeRef
}

/** What services are for: the records on which performance, actions and views are recorded. */
const ends: ReadonlySet<string> = new Set(['outcome', 'priority', 'need'])
const money: ReadonlySet<string> = new Set(kindsOfThing.money)
/** Actions serve priorities that serve outcomes that a service serves: so many steps lead there. */
const STEPS = 2

/**
 * What is recorded for people through the services for them: money by what pays for these services alone; measures, actions and views also of what the services serve, which
 * other people may share. Source: requirement T5; handbook of plans and performance, 1.1.
 * @param links - every link that begins or ends near these services, in any order
 * @returns keys of records; the services themselves are not among them
 */
export function servingThrough(services: readonly NodeRef[], links: readonly NearLink[]): ReadonlySet<string> {
  const of = Map.groupBy(links, ({ to }) => keyOf(to))
  const own = new Set(services.map(keyOf))
  const found = new Set(services.flatMap((one) => (of.get(keyOf(one)) ?? []).map(({ from }) => keyOf(from))))
  let reached = servedBy(services, links)
  for (let step = 0; step < STEPS; step += 1) {
    const next = reached.flatMap((one) => (of.get(keyOf(one)) ?? []).map(({ from }) => from)).filter(({ kind }) => !money.has(kind))
    for (const one of next) found.add(keyOf(one))
    reached = next.filter(({ kind }) => ends.has(kind))
  }
  return found.difference(own)
}

/** The outcomes, priorities and needs that some records serve, each once. */
export function servedBy(records: readonly NodeRef[], links: readonly NearLink[]): readonly NodeRef[] {
  const own = new Set(records.map(keyOf))
  const served = links.filter(({ from, to }) => own.has(keyOf(from)) && ends.has(to.kind)).map(({ to }) => to)
  return [...new Map(served.map((one) => [keyOf(one), one])).values()]
}
