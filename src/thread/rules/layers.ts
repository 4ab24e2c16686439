import { keyOf, type NodeRef, type ThreadLink } from './node.ts'
import { reachedBy, type Walk } from './walk.ts'

/** A box of the picture; the record itself stands in column 0, what it serves to the left of it (negative), what serves it to the right. */
export interface PlacedNode {
  readonly node: NodeRef
  readonly column: number
  /** From 0, from above. */
  readonly row: number
}

/** The thread as a layered picture. */
export interface Picture {
  readonly boxes: readonly PlacedNode[]
  /** Links of which both ends are drawn. */
  readonly lines: readonly ThreadLink[]
  /** True where steps further away are not drawn. */
  readonly isCut: boolean
}

/** The most boxes that one can still take in; steps that would bring more are left to the words. */
const MOST_BOXES = 36

/** Arranges the two walks from a record in columns (T2). */
export function layersOf(start: NodeRef, walks: readonly Walk[]): Picture {
  const columns = new Map<string, { readonly node: NodeRef; readonly column: number }>([[keyOf(start), { node: start, column: 0 }]])
  const furthest = Math.max(0, ...walks.flatMap(({ links }) => links.map(({ step }) => step)))
  let isCut = false
  for (let step = 1; step <= furthest && !isCut; step += 1) {
    const fresh = new Map<string, { readonly node: NodeRef; readonly column: number }>()
    for (const { direction, links } of walks)
      for (const link of links) {
        const node = reachedBy(link, direction)
        if (link.step === step && !columns.has(keyOf(node)))
          fresh.set(keyOf(node), { node, column: direction === 'towards' ? -step : step })
      }
    // The first step is always drawn up to what fits: a picture of the record alone would say that nothing serves it.
    const room = MOST_BOXES - columns.size
    isCut = fresh.size > room
    if (isCut && step > 1) break
    for (const [key, placed] of [...fresh].slice(0, room)) columns.set(key, placed)
  }
  const seen = new Set<string>()
  const lines = walks
    .flatMap(({ links }) => links)
    .filter((link) => {
      const key = `${keyOf(link.from)} ${link.relation} ${keyOf(link.to)}`
      if (seen.has(key) || !columns.has(keyOf(link.from)) || !columns.has(keyOf(link.to))) return false
      return seen.add(key) !== undefined
    })
  return { boxes: placed([...columns.values()], lines), lines, isCut }
}

/** Rows by the middle of what each box is joined to in the column before, so that lines cross less. */
function placed(
  nodes: readonly { readonly node: NodeRef; readonly column: number }[],
  lines: readonly ThreadLink[],
): readonly PlacedNode[] {
  const rows = new Map<string, number>()
  const joined = new Map<string, string[]>()
  for (const { from, to } of lines) {
    joined.set(keyOf(from), [...(joined.get(keyOf(from)) ?? []), keyOf(to)])
    joined.set(keyOf(to), [...(joined.get(keyOf(to)) ?? []), keyOf(from)])
  }
  const byColumn = Map.groupBy(nodes, ({ column }) => column)
  const order = [...byColumn.keys()].toSorted((one, other) => Math.abs(one) - Math.abs(other))
  const boxes: PlacedNode[] = []
  for (const column of order) {
    const middle = (node: NodeRef): number => {
      const known = (joined.get(keyOf(node)) ?? []).map((key) => rows.get(key)).filter((row) => row !== undefined)
      return known.length === 0 ? 0 : known.reduce((sum, row) => sum + row, 0) / known.length
    }
    const sorted = (byColumn.get(column) ?? []).map(({ node }, index) => ({ node, index, at: middle(node) }))
    sorted.sort((one, other) => one.at - other.at || one.index - other.index)
    for (const [row, { node }] of sorted.entries()) {
      rows.set(keyOf(node), row)
      boxes.push({ node, column, row })
    }
  }
  return boxes
}
