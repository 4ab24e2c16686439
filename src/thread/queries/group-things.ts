import type { Reader } from '#platform/database/session.ts'
import type { ThreadGroup } from '#platform/thread/group.ts'
import { type NearLink, servedBy, servingThrough } from '../rules/near.ts'
import { keyOf, type NodeRef, type ThreadNode } from '../rules/node.ts'
import { findNear } from './near.ts'
import { findNodes } from './nodes.ts'

/** What the thread holds for a group of people. */
export interface GroupThings {
  /** Money, measures, actions and voices among others. */
  readonly serving: readonly ThreadNode[]
  /** The outcomes, priorities and needs that the services for them serve, by their words. */
  readonly ends: readonly ThreadNode[]
}

/** What the thread holds for some groups on a day, by their codes, as far as whoever asks may see it; always six statements, however many groups there are. */
export async function findServingThrough(
  reader: Reader,
  groups: readonly ThreadGroup[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, GroupThings>> {
  const services = groups.flatMap(({ records }) => records)
  const idsOf = (nodes: readonly NodeRef[]): readonly string[] => [...new Set(nodes.map(({ id }) => id))]
  const towards = await findNear(reader, { from: idsOf(services) }, day)
  const back = await findNear(reader, { to: idsOf(services) }, day)
  const aims = servedBy(services, towards)
  const toAims = await findNear(reader, { to: idsOf(aims) }, day)
  const further = await findNear(reader, { to: idsOf(toAims.map(({ from }) => from).filter(({ kind }) => kind === 'priority')) }, day)
  const links: readonly NearLink[] = [...towards, ...back, ...toAims, ...further]
  const nodes = await findNodes(reader, idsOf(links.flatMap(({ from, to }) => [from, to])), day)
  // Nobody is led on through a record that they may not see.
  const seen = links.filter(({ from, to }) => nodes.has(keyOf(from)) && nodes.has(keyOf(to)))
  return new Map(
    groups.map(({ code, records }) => [
      code,
      {
        serving: [...servingThrough(records, seen)].flatMap((key) => nodes.get(key) ?? []),
        ends: servedBy(records, seen)
          .flatMap((ref) => nodes.get(keyOf(ref)) ?? [])
          .toSorted((one, other) => one.label.localeCompare(other.label, 'en', { numeric: true })),
      },
    ]),
  )
}
