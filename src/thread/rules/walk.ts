import { keyOf, type NodeRef, type ThreadLink } from './node.ts'

/** Towards what the record serves, or back to what serves it. */
export type Direction = 'towards' | 'back'

/** A link that a walk went along; step 1 touches the record itself. */
export interface WalkedLink extends ThreadLink {
  readonly step: number
}

/** A walk from one record in one direction. */
export interface Walk {
  readonly direction: Direction
  readonly links: readonly WalkedLink[]
  /** True where the walk stopped at its limits: the records of the last step may lead further. */
  readonly goesOn: boolean
}

/** How far a walk goes: steps, records of a step from which it still goes on, and links after which it ends. They bound what one page costs and holds. */
export const walkLimits = { steps: 8, wide: 60, most: 300 } as const

/** A record in the thread of another, with what follows from it. */
export interface Branch {
  readonly node: NodeRef
  readonly relation: string
  readonly link: string | undefined
  /** True where it stands above with all that follows from it; then nothing follows here. */
  readonly isAgain: boolean
  readonly branches: readonly Branch[]
}

/** The end of a link to which a walk went. */
export function reachedBy(link: ThreadLink, direction: Direction): NodeRef {
  return direction === 'towards' ? link.to : link.from
}

/** The end of a link from which a walk came. */
export function leftBy(link: ThreadLink, direction: Direction): NodeRef {
  return direction === 'towards' ? link.from : link.to
}

/**
 * Arranges a walk as a tree to be read (T2): each record stands once with what follows from it, as near to the start as it is reached; elsewhere it is
 * named again. `order` sorts what follows from one record.
 */
export function branchesOf(start: NodeRef, walk: Walk, order: (one: Branch, other: Branch) => number): readonly Branch[] {
  const { direction } = walk
  const leaving = Map.groupBy(walk.links, (link) => keyOf(leftBy(link, direction)))
  const steps = new Map<string, number>([[keyOf(start), 0]])
  for (const { step, ...link } of walk.links) {
    const reached = keyOf(reachedBy(link, direction))
    if (!steps.has(reached)) steps.set(reached, step)
  }
  const told = new Set([keyOf(start)])
  const grow = (from: NodeRef, depth: number): readonly Branch[] => {
    const here = (leaving.get(keyOf(from)) ?? []).map((link) => ({ link, node: reachedBy(link, direction) }))
    // A record is told in full where it is nearest; what is deeper names it only.
    const sorted = here
      .map(({ link, node }) => ({ node, relation: link.relation, link: link.link, isAgain: false, branches: [] as readonly Branch[] }))
      .toSorted(order)
    return sorted.map((branch) => {
      const key = keyOf(branch.node)
      if (told.has(key) || (steps.get(key) ?? 0) < depth) return { ...branch, isAgain: true }
      told.add(key)
      return { ...branch, branches: grow(branch.node, depth + 1) }
    })
  }
  return grow(start, 1)
}
