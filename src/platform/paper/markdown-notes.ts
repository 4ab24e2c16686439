import type { Nodes, Root } from 'mdast'
import { normaliseRuns } from './normalise.ts'
import type { Inline, Marks, Run } from './tree.ts'
import { run } from './tree.ts'
import type { PaperNotice } from './words.ts'
import { notices } from './words.ts'

/** Reads lines of one Markdown text, with each note at the place that refers to it. */
export interface LineReader {
  /** The line below one node. */
  readonly line: (node: { readonly children: readonly Nodes[] }) => Inline[]
  /** Whether some note is written that nothing read so far refers to. */
  readonly hasUnusedNote: () => boolean
}

interface Reading {
  readonly notes: Map<string, Run[]>
  readonly used: Set<string>
  readonly told: Set<PaperNotice>
}

function walk(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) walk(child, see)
}

function inlines(node: Nodes, marks: Marks, reading: Reading, inNote: boolean): Inline[] {
  const below = (more: Marks): Inline[] =>
    'children' in node ? node.children.flatMap((child: Nodes) => inlines(child, { ...marks, ...more }, reading, inNote)) : []
  switch (node.type) {
    case 'text':
      return [run(node.value, marks)]
    case 'break':
      return [run(' ')]
    case 'strong':
      return below({ strong: true })
    case 'emphasis':
      return below({ em: true })
    case 'link':
      return below({ href: node.url })
    case 'image':
      reading.told.add(notices.picture)
      return [run(node.alt ?? '', marks)]
    case 'footnoteReference':
      return inNote ? [] : reference(node.identifier, reading)
    default:
      return below({})
  }
}

function reference(identifier: string, reading: Reading): Inline[] {
  reading.used.add(identifier)
  const content = reading.notes.get(identifier)
  return content && content.length > 0 ? [{ type: 'note', content }] : []
}

/** Gathers the notes of a text first, so that its lines can then be read in any order. */
export function lineReader(root: Root, told: Set<PaperNotice>): LineReader {
  const reading: Reading = { notes: new Map(), used: new Set(), told }
  walk(root, (node) => {
    if (node.type !== 'footnoteDefinition' || reading.notes.has(node.identifier)) return
    const line = node.children.flatMap((child) => [...inlines(child, {}, reading, true), run(' ')])
    reading.notes.set(node.identifier, normaliseRuns(line.filter((part): part is Run => part.type === 'text')))
  })
  return {
    line: (node) => node.children.flatMap((child) => inlines(child, {}, reading, false)),
    hasUnusedNote: () => [...reading.notes.keys()].some((name) => !reading.used.has(name)),
  }
}
