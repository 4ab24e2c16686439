import type { Block, Inline, List, Paper } from '#platform/paper/tree.ts'

const shortest = 12

/**
 * What must not be found in anything public: titles, names and sentences of Part 2, each of at least 12 characters so that common words do not
 * alarm. `known` are texts that are public on purpose, such as the item's public title.
 */
export function forbiddenPhrases(texts: readonly string[], known: readonly string[]): readonly string[] {
  const open = known.map(fold)
  const phrases = texts.flatMap(sentences).filter((phrase) => phrase.length >= shortest)
  return [...new Set(phrases)].filter((phrase) => !open.some((text) => text.includes(fold(phrase))))
}

/** Every stretch of words of a paper, notes and links included. */
export function textsOf(paper: Paper): readonly string[] {
  return paper.blocks.flatMap(textsOfBlock)
}

const shortestOfPages = 60

/**
 * Whole sentences of pages of a PDF, of at least 60 characters: its lines are broken anywhere, and headings such as 'Purpose of the report' stand in
 * every paper.
 */
export function sentencesOfPages(pages: readonly string[]): readonly string[] {
  return pages.flatMap((page) => sentences(page.replaceAll(/\s+/g, ' '))).filter((sentence) => sentence.length >= shortestOfPages)
}

function textsOfBlock(block: Block): readonly string[] {
  if (block.type === 'list') return textsOfList(block)
  if (block.type === 'table') return [...block.rows.flat(), ...(block.caption ? [block.caption] : [])].flatMap(textsOfLine)
  if (block.type === 'recommendations') return block.items.flatMap(textsOfLine)
  return textsOfLine(block.content)
}

function textsOfList(list: List): readonly string[] {
  return list.items.flatMap((item) => [...textsOfLine(item.content), ...item.lists.flatMap(textsOfList)])
}

function textsOfLine(line: readonly Inline[]): readonly string[] {
  const words = line.map((part) => (part.type === 'text' ? part.text : '')).join('')
  const aside = line.flatMap((part) => (part.type === 'note' ? textsOfLine(part.content) : part.href ? [part.href] : []))
  return [words, ...aside]
}

function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
