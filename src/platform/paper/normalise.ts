import type { Block, Inline, List, ListItem, Marks, Note, Paper, Recommendations, Run, Table } from './tree.ts'
import { run } from './tree.ts'

const isSpace = (part: Inline): boolean => part.type === 'text' && /^\s$/.test(part.text)
const sameMarks = (a: Marks, b: Marks): boolean => a.strong === b.strong && a.em === b.em && a.href === b.href

/** Words with single spaces, whole characters and no control characters; leading and trailing spaces stay. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/[\p{Cc}\ufeff]/gu, '')
}

function split(line: readonly Inline[]): Inline[] {
  return line.flatMap((part): Inline[] => {
    if (part.type === 'note') {
      const content = normaliseRuns(part.content)
      return content.length > 0 ? [{ type: 'note', content }] : []
    }
    const pieces = tidyText(part.text).split(/(\s)/)
    return pieces.filter((piece) => piece !== '').map((piece) => run(piece, part))
  })
}

/** For each part the marks of the next part that is not a space; undefined where only spaces follow. */
function followers(parts: readonly Inline[]): (Marks | undefined)[] {
  const found: (Marks | undefined)[] = []
  let next: Marks | undefined
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    found[index] = next
    const part = parts[index]
    if (part && !isSpace(part)) next = part.type === 'text' ? part : {}
  }
  return found
}

/** A space carries only the marks of both its neighbours; undefined when it has no place in the line. */
function settleSpace(space: Run, last: Inline | undefined, next: Marks | undefined): Run | undefined {
  if (!last || !next) return undefined
  if (space.text === ' ' && last.type === 'text' && last.text.endsWith(' ')) return undefined
  const before: Marks = last.type === 'text' ? last : {}
  const both: Marks = {
    strong: before.strong && next.strong,
    em: before.em && next.em,
    href: before.href === next.href ? before.href : undefined,
  }
  return run(space.text, both)
}

/** One shape for lines that look the same: single spaces, none at the ends, neighbours with the same marks joined. */
export function normaliseLine(line: readonly Inline[]): Inline[] {
  const parts = split(line)
  const next = followers(parts)
  const out: Inline[] = []
  parts.forEach((part, index) => {
    const last = out.at(-1)
    const settled = part.type === 'text' && isSpace(part) ? settleSpace(part, last, next[index]) : part
    if (!settled) return
    if (settled.type === 'text' && last?.type === 'text' && sameMarks(last, settled)) {
      out[out.length - 1] = run(last.text + settled.text, last)
    } else out.push(settled)
  })
  return out
}

/** The same for a line that can hold no notes. */
export function normaliseRuns(line: readonly Run[]): Run[] {
  return normaliseLine(line).filter((part): part is Run => part.type === 'text')
}

function joinLists(lists: readonly List[]): List[] {
  return lists.reduce<List[]>((out, list) => {
    const last = out.at(-1)
    if (last && last.ordered === list.ordered) out[out.length - 1] = { ...last, items: [...last.items, ...list.items] }
    else out.push(list)
    return out
  }, [])
}

function normaliseList(list: List): List {
  const items: ListItem[] = []
  for (const item of list.items) {
    const content = normaliseLine(item.content)
    const lists = joinLists(item.lists.map(normaliseList).filter((inner) => inner.items.length > 0))
    if (content.length > 0) items.push({ content, lists })
    // A list straight inside a list is one level too many: its points move up.
    else items.push(...lists.flatMap((inner) => inner.items))
  }
  return { type: 'list', ordered: list.ordered, items }
}

const unbold = (part: Inline): Inline => (part.type === 'text' ? run(part.text, { em: part.em, href: part.href }) : part)

function normaliseTable(table: Table): Table {
  const rows = table.rows.map((row) => row.map((cell) => normaliseLine(cell)))
  const firstColumn = rows.slice(1).flatMap((row) => row[0] ?? [])
  const words = firstColumn.filter((part): part is Run => part.type === 'text' && part.text.trim() !== '')
  const headerColumn = words.length > 0 && (table.headerColumn === true || words.every((part) => part.strong === true))
  const caption = table.caption && normaliseRuns(table.caption)
  // Header cells are bold by themselves, so bold inside them says nothing.
  const isHeader = (row: number, column: number): boolean => row === 0 || (headerColumn && column === 0)
  return {
    type: 'table',
    ...(caption && caption.length > 0 && { caption }),
    ...(headerColumn && { headerColumn: true as const }),
    align: table.align,
    rows: rows.map((row, y) => row.map((cell, x) => (isHeader(y, x) ? normaliseLine(cell.map(unbold)) : cell))),
  }
}

function pushList(blocks: Block[], block: List): void {
  const list = normaliseList(block)
  const last = blocks.at(-1)
  if (list.items.length === 0) return
  const joined = last?.type === 'list' ? joinLists([last, list])[0] : undefined
  if (joined && last?.type === 'list' && last.ordered === list.ordered) blocks[blocks.length - 1] = joined
  else blocks.push(list)
}

function pushRecommendations(blocks: Block[], block: Recommendations): void {
  const items = block.items.map((item) => normaliseLine(item)).filter((item) => item.length > 0)
  const last = blocks.at(-1)
  if (items.length === 0) return
  if (last?.type === 'recommendations') blocks[blocks.length - 1] = { ...last, items: [...last.items, ...items] }
  else blocks.push({ type: 'recommendations', items })
}

/** One shape for papers that look the same; normalising twice is normalising once. Empty paragraphs and lists disappear. */
export function normalise(paper: Paper): Paper {
  const blocks: Block[] = []
  for (const block of paper.blocks) {
    if (block.type === 'heading') {
      blocks.push({
        type: 'heading',
        level: block.level,
        content: normaliseRuns(block.content.map((part) => run(part.text, { em: part.em, href: part.href }))),
      })
    } else if (block.type === 'paragraph') {
      const content = normaliseLine(block.content)
      if (content.length > 0) blocks.push({ type: 'paragraph', ...(block.numbered && { numbered: true as const }), content })
    } else if (block.type === 'list') pushList(blocks, block)
    else if (block.type === 'recommendations') pushRecommendations(blocks, block)
    else blocks.push(normaliseTable(block))
  }
  return { version: 1, blocks }
}

/** True for a note, false for words. */
export function isNote(part: Inline): part is Note {
  return part.type === 'note'
}
