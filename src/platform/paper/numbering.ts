import type { Block } from './tree.ts'

/**
 * Works out the numbers of a paper: '2.' for a first-level heading, '2.3' for a numbered paragraph.
 * Headings are numbered only when some paragraph is; paragraphs before the first heading count as section 1.
 */
export function numbering(blocks: readonly Block[]): ReadonlyMap<Block, string> {
  const numbers = new Map<Block, string>()
  if (!blocks.some((block) => block.type === 'paragraph' && block.numbered)) return numbers
  let section = 0
  let paragraph = 0
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 1) {
      section += 1
      // Numbered paragraphs above the first heading are section 1 already; the heading must not use their numbers again.
      if (section === 1 && paragraph > 0) section = 2
      paragraph = 0
      numbers.set(block, `${section}.`)
    }
    if (block.type === 'paragraph' && block.numbered) {
      paragraph += 1
      numbers.set(block, `${Math.max(section, 1)}.${paragraph}`)
    }
  }
  return numbers
}

/** The letter of a recommendation, counted from 0: 'a' to 'z'. */
export function letter(index: number): string {
  return String.fromCharCode(97 + index)
}
