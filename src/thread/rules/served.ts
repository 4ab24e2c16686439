import { keyOf, type NodeRef, type ThreadLink, type ThreadNode } from './node.ts'

/** Everything that serves a record, near and far, each once. */
export type Served = (key: string) => readonly ThreadNode[]

/** Looks up what serves records, over everything one reader may see. */
export function servedOf({ nodes, links }: { readonly nodes: readonly ThreadNode[]; readonly links: readonly ThreadLink[] }): Served {
  const known = new Map(nodes.map((node) => [keyOf(node), node]))
  const below = new Map<string, NodeRef[]>()
  for (const { from, to } of links) {
    if (!known.has(keyOf(from)) || !known.has(keyOf(to))) continue
    const others = below.get(keyOf(to))
    if (others === undefined) below.set(keyOf(to), [from])
    else others.push(from)
  }
  return (start) => {
    const seen = new Set([start])
    for (const key of seen) for (const next of below.get(key) ?? []) seen.add(keyOf(next))
    seen.delete(start)
    return [...seen].flatMap((key) => known.get(key) ?? [])
  }
}
