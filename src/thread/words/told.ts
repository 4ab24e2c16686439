import { threadAddress } from '#platform/thread/part.ts'
import { keyOf, type NodeRef, type ThreadLink, type ThreadNode } from '../rules/node.ts'
import { type Branch, branchesOf, type Direction, type Walk } from '../rules/walk.ts'
import { clipped, type ThreadWords } from './thread.ts'

/** The longest label of a list; what is longer is read on the record's own page. */
const LABEL = 220

/** One record of the thread in words. */
export interface TellingBranch {
  readonly how: string
  readonly label: string
  readonly href: string
  readonly note: string | undefined
  readonly isAgain: boolean
  readonly branches: readonly TellingBranch[]
}

/** What a record says of itself that a reader of the thread wants to know. */
export function noteOf(node: ThreadNode | undefined): string | undefined {
  const notes = ['draft', 'overdue', 'done', 'closed'].filter((mark) => node?.says?.has(mark))
  return notes.length === 0 ? undefined : notes.join(', ')
}

/** A walk as nested sentences: 'is measured by the measure' and the record's words. */
export function toldWalk(start: NodeRef, walk: Walk, nodes: ReadonlyMap<string, ThreadNode>, words: ThreadWords): readonly TellingBranch[] {
  const label = (node: NodeRef): string => nodes.get(keyOf(node))?.label ?? ''
  const order = (one: Branch, other: Branch): number =>
    one.relation.localeCompare(other.relation, 'en') ||
    one.node.kind.localeCompare(other.node.kind, 'en') ||
    label(one.node).localeCompare(label(other.node), 'en', { numeric: true }) ||
    one.node.id.localeCompare(other.node.id)
  const tell = ({ node, relation, isAgain, branches }: Branch): TellingBranch => ({
    how: howWords(words, relation, walk.direction, node.kind),
    label: clipped(label(node), LABEL),
    href: threadAddress(node.kind, node.id),
    note: noteOf(nodes.get(keyOf(node))),
    isAgain: isAgain && walk.links.some((link) => isFrom(link, node, walk.direction)),
    branches: branches.map(tell),
  })
  return branchesOf(start, walk, order).map(tell)
}

function isFrom(link: ThreadLink, { kind, id }: NodeRef, direction: Direction): boolean {
  const end = direction === 'towards' ? link.from : link.to
  return end.kind === kind && end.id === id
}

function howWords(words: ThreadWords, relation: string, direction: Direction, kind: string): string {
  const { serves, served } = words.relation(relation)
  return `${direction === 'towards' ? serves : served} the ${words.noun(kind)}`
}

/** An asserted link as a sentence without its full stop. */
export function assertedWords(
  link: Pick<ThreadLink, 'from' | 'relation' | 'to'>,
  nodes: ReadonlyMap<string, ThreadNode>,
  words: ThreadWords,
): string {
  const named = (of: NodeRef): string => `${words.noun(of.kind)} “${clipped(nodes.get(keyOf(of))?.label ?? '', 100)}”`
  return `The ${named(link.from)} ${words.relation(link.relation).serves} the ${named(link.to)}`
}
