import type { Block, Inline, List, Paper, Run } from '#platform/paper/tree.ts'
import { type Child, el, type Xml } from './xml.ts'

/** The text of a section as blocks of Akoma Ntoso; the same order, words, lists, tables and notes as on the page. */
export function blocksOf({ blocks }: Paper): readonly Xml[] {
  return blocks.map(blockOf)
}

function blockOf(block: Block): Xml {
  switch (block.type) {
    case 'heading':
      return el('p', { class: `heading-${block.level}` }, el('b', {}, block.content.map(runOf)))
    case 'paragraph':
      return el('p', {}, lineOf(block.content))
    case 'list':
      return listOf(block)
    case 'recommendations':
      return el(
        'ol',
        { class: 'recommendations' },
        block.items.map((item) => el('li', {}, el('p', {}, lineOf(item)))),
      )
    case 'table':
      return el(
        'table',
        {},
        block.caption === undefined ? undefined : el('caption', {}, block.caption.map(runOf)),
        block.rows.map((row, index) =>
          el(
            'tr',
            {},
            row.map((cell, column) =>
              el(index === 0 || (column === 0 && block.headerColumn === true) ? 'th' : 'td', {}, el('p', {}, lineOf(cell))),
            ),
          ),
        ),
      )
  }
}

function listOf({ ordered, items }: List): Xml {
  return el(
    ordered ? 'ol' : 'ul',
    {},
    items.map(({ content, lists }) => el('li', {}, el('p', {}, lineOf(content)), lists.map(listOf))),
  )
}

function lineOf(line: readonly Inline[]): Child {
  return line.map((part, index) =>
    part.type === 'text'
      ? runOf(part)
      : el(
          'authorialNote',
          { marker: String(line.slice(0, index + 1).filter(({ type }) => type === 'note').length) },
          el('p', {}, part.content.map(runOf)),
        ),
  )
}

function runOf({ text, strong, em, href }: Run): Child {
  let child: Child = text
  if (em) child = el('i', {}, child)
  if (strong) child = el('b', {}, child)
  return href === undefined ? child : el('a', { href: uriOf(href) }, child)
}

/** An address as the schema takes it: what RFC 3986 does not allow in one is written with per cent signs. */
export function uriOf(href: string): string {
  const [before = '', ...after] = href.split('#')
  const clean = (part: string): string =>
    part
      .toWellFormed()
      .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
      .replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign))
  return after.length === 0 ? clean(before) : `${clean(before)}#${clean(after.join('%23'))}`
}
