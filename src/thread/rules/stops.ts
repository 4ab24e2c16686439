import type { ThreadNode } from './node.ts'

/** A stop of the thread of one priority: the first record of its kinds, and how many there are. */
export interface Stop {
  readonly word: string
  readonly node: ThreadNode
  readonly count: number
  /** In the plural, in small letters. */
  readonly plural: string
  readonly isHere: boolean
}

/** In the order in which one reads them: why, what for, who does what, whether it works, who decided. */
const order: readonly { readonly kinds: readonly string[]; readonly word: string; readonly plural: string }[] = [
  { kinds: ['need'], word: 'Need', plural: 'needs' },
  { kinds: ['priority'], word: 'Priority', plural: 'priorities' },
  { kinds: ['outcome'], word: 'Outcome', plural: 'outcomes' },
  { kinds: ['plan-action', 'action'], word: 'Action', plural: 'actions' },
  { kinds: ['measure'], word: 'Measure', plural: 'measures' },
  { kinds: ['event', 'consultation', 'view'], word: 'Voices', plural: 'voices' },
  { kinds: ['decision', 'officer-decision'], word: 'Decision', plural: 'decisions' },
]

/** The stops of a priority among everything that it serves and that serves it; kinds of which there is nothing have no stop. */
export function stopsOf(priority: ThreadNode, around: readonly ThreadNode[]): readonly Stop[] {
  return order.flatMap(({ kinds, word, plural }) => {
    const isHere = kinds.includes(priority.kind)
    const nodes = isHere
      ? [priority]
      : around.filter(({ kind }) => kinds.includes(kind)).toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
    const [node] = nodes
    return node === undefined ? [] : [{ word, node, count: nodes.length, plural, isHere }]
  })
}
