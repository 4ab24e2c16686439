import type { DefaultTreeAdapterTypes as Html } from 'parse5'
import { type Inline, type Run, run } from '../../../paper/tree.ts'
import type { Loss } from './losses.ts'

/** An element of a page. */
export type Element = Html.Element

/** Whether a node is an element. */
export const isElement = (node: Html.Node): node is Element => 'tagName' in node
/** The elements right below a node. */
export const childrenOf = (node: Html.ParentNode): readonly Element[] => node.childNodes.filter(isElement)
/** The value of an attribute; '' for none. */
export const attributeOf = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? ''
/** Every element of that name below a node, in order. */
export const within = (node: Html.ParentNode, tag: string): readonly Element[] =>
  childrenOf(node).flatMap((child) => [...(child.tagName === tag ? [child] : []), ...within(child, tag)])

/** What reading lines needs to know of the whole document. */
export interface Document {
  /** Foot notes and end notes by their ids. */
  readonly notes: ReadonlyMap<string, Element>
  readonly losses: Loss[]
}

type Marks = Pick<Run, 'strong' | 'em' | 'href'>
const blocks = new Set(['ul', 'ol', 'table', 'img'])

/** The words of an element as one line; lists and tables inside it are left to others. */
export function lineOf(element: Element, document: Document, inNote = false): Inline[] {
  return element.childNodes.flatMap((node) => inlineOf(node, {}, document, inNote))
}

function inlineOf(node: Html.Node, marks: Marks, document: Document, inNote: boolean): Inline[] {
  if (node.nodeName === '#text') return [run((node as Html.TextNode).value, marks)]
  if (!isElement(node) || blocks.has(node.tagName)) return []
  if (node.tagName === 'br') return [run(' ')]
  const below = (inner: Marks): Inline[] => node.childNodes.flatMap((child) => inlineOf(child, inner, document, inNote))
  if (node.tagName === 'a') return linkOf(node, marks, document, inNote, below)
  if (node.tagName === 'strong') return below({ ...marks, strong: true })
  if (node.tagName === 'em') return below({ ...marks, em: true })
  // Two paragraphs in one cell or point become one line.
  return node.tagName === 'p' ? [...below(marks), run(' ')] : below(marks)
}

function linkOf(node: Element, marks: Marks, document: Document, inNote: boolean, below: (inner: Marks) => Inline[]): Inline[] {
  const target = attributeOf(node, 'href')
  const note = document.notes.get(target.slice(1))
  if (note) {
    const words = lineOf(note, document, true).filter((part): part is Run => part.type === 'text' && part.text !== '↑')
    return inNote || words.length === 0 ? [] : [{ type: 'note', content: words }]
  }
  if (target.includes('note-ref')) return []
  if (/^(?:https?:\/\/[^\s<>"\\]+|mailto:[^\s<>"\\@]+@[^\s<>"\\@]+)$/i.test(target) && target.length <= 2000)
    return below({ ...marks, href: target })
  if (target !== '' && !target.startsWith('#')) document.losses.push({ code: 'link-dropped', count: 1, words: target.slice(0, 60) })
  return below(marks)
}
