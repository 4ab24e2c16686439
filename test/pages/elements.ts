import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** An element of a page that was read without a browser. */
export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** Every element under a node, itself included, in the order of the page. */
export function everyElement(node: Node): readonly Element[] {
  const found: Element[] = []
  const walk = (one: Node): void => {
    if ('tagName' in one) found.push(one)
    if ('childNodes' in one) for (const child of one.childNodes) walk(child)
  }
  walk(node)
  return found
}

/** An attribute of an element; undefined where it has none of that name. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}

/** All that is written under a node. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** What a page is made of, and what is wrong with it that needs no browser to be seen. */
export interface ReadPage {
  /** Every kind of element: the tag with its classes, in the tag with the classes that it stands in. */
  readonly kinds: ReadonlySet<string>
  readonly faults: readonly string[]
}

/** Reads a page: it has one heading of its own, and each sentence of a summary of problems leads to a field. */
export function readPage(html: string): ReadPage {
  const all = everyElement(parse(html))
  const kindOf = (one: Element): string => `${one.tagName}.${attribute(one, 'class') ?? ''} ${attribute(one, 'type') ?? ''}`
  const parentOf = ({ parentNode }: Element): string => (parentNode && 'tagName' in parentNode ? kindOf(parentNode) : '')
  const headings = all.filter(({ tagName }) => tagName === 'h1').length
  const ids = new Set(all.map((one) => attribute(one, 'id')))
  const summary = all.find((one) => attribute(one, 'class')?.split(' ').includes('govuk-error-summary'))
  const lost = (summary ? everyElement(summary) : []).flatMap((one) => attribute(one, 'href') ?? []).filter((to) => !ids.has(to.slice(1)))
  return {
    kinds: new Set(all.map((one) => `${parentOf(one)} > ${kindOf(one)}`)),
    faults: [
      ...(headings === 1 ? [] : [`has ${headings} h1`]),
      ...lost.map((to) => `the summary of problems leads to ${to}, which is not there`),
    ],
  }
}
