import type { Block, List, Paper } from './tree.ts'
import { plain } from './tree.ts'
import type { PaperProblem, PaperProblemCode } from './words.ts'
import { problemSentence } from './words.ts'

// Without a schema library, so that the editor in the browser can say the same as the server will.

/** Where a link may lead: a web page or a mail address, never a script or a file. */
export const safeHref = /^(?:https?:\/\/[^\s<>"\\]+|mailto:[^\s<>"\\@]+@[^\s<>"\\@]+)$/i

/** How many columns a table may have. */
export const mostColumns = 20
/** How many recommendations follow one another: the letters of the alphabet. */
export const mostRecommendations = 26
const deepestList = 4

const depth = (list: List): number => 1 + Math.max(0, ...list.items.flatMap((item) => item.lists.map(depth)))

/**
 * What is wrong with a block that has the right shape, beside its neighbours.
 * @param levelAbove - level of the heading before it; 0 where there is none
 */
export function faultOf(block: Block, levelAbove: number): PaperProblemCode | undefined {
  if (block.type === 'heading') {
    if (plain(block.content).trim() === '') return 'empty-heading'
    return block.level > levelAbove + 1 ? 'heading-skips-level' : undefined
  }
  if (block.type === 'table') return block.rows.some((row) => row.length !== block.align.length) ? 'table-rows-differ' : undefined
  return block.type === 'list' && depth(block) > deepestList ? 'list-too-deep' : undefined
}

/** Problems that somebody can make in the editor, in the order of the text; the server asks for the whole shape. */
export function problemsWhileWriting({ blocks }: Paper): readonly PaperProblem[] {
  let level = 0
  return blocks.flatMap((block, index) => {
    const code = writingFault(block) ?? faultOf(block, level)
    if (block.type === 'heading') level = block.level
    return code ? [problemSentence(code, index, block.type === 'heading' ? plain(block.content) : '')] : []
  })
}

function writingFault(block: Block): PaperProblemCode | undefined {
  if (block.type === 'recommendations' && block.items.length > mostRecommendations) return 'too-many-recommendations'
  return block.type === 'table' && block.align.length > mostColumns ? 'table-too-wide' : undefined
}
