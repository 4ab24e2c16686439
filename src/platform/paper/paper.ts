import { z } from 'zod'
import { faultOf, mostColumns, mostRecommendations, safeHref } from './faults.ts'
import type { Paper } from './tree.ts'
import { plain } from './tree.ts'
import type { PaperProblem, PaperProblemCode } from './words.ts'
import { problemSentence } from './words.ts'

/** How many blocks, counted from the top, a paper may have. */
export const mostBlocks = 20_000

const code = (name: PaperProblemCode): string => name
const on = z.literal(true).optional()
const words = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), code('control-character'))
const runSchema = z.strictObject({
  type: z.literal('text'),
  text: words,
  strong: on,
  em: on,
  href: z.string().max(2000, code('unsafe-link')).regex(safeHref, code('unsafe-link')).optional(),
})
const noteSchema = z.strictObject({ type: z.literal('note'), content: z.array(runSchema).min(1, code('empty-note')) })
const lineSchema = z.array(z.discriminatedUnion('type', [runSchema, noteSchema]))
const filledLine = lineSchema.min(1, code('empty-line'))
const itemSchema = z.strictObject({
  content: filledLine,
  get lists() {
    return z.array(listSchema)
  },
})
const listSchema = z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(itemSchema).min(1, code('empty-line')) })
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  level: z.int().min(1).max(4, code('heading-too-deep')),
  content: z.array(runSchema).min(1, code('empty-heading')),
})
const tableSchema = z.strictObject({
  type: z.literal('table'),
  caption: z.array(runSchema).min(1).optional(),
  headerColumn: on,
  align: z
    .array(z.enum(['start', 'end']))
    .min(1)
    .max(mostColumns, code('table-too-wide')),
  rows: z.array(z.array(lineSchema)).min(2, code('table-without-rows')),
})
const blockSchema = z.discriminatedUnion('type', [
  headingSchema,
  z.strictObject({ type: z.literal('paragraph'), numbered: on, content: filledLine }),
  listSchema,
  tableSchema,
  z.strictObject({
    type: z.literal('recommendations'),
    items: z.array(filledLine).min(1).max(mostRecommendations, code('too-many-recommendations')),
  }),
])

/** What a paper may be before it is saved: shapes, and the rules between neighbouring blocks. Messages are codes of `words.ts`. */
export const paperSchema: z.ZodType<Paper> = z
  .strictObject({ version: z.literal(1), blocks: z.array(blockSchema).max(mostBlocks, code('too-long')) })
  .superRefine(({ blocks }, context) => {
    let level = 0
    blocks.forEach((block, index) => {
      const message = faultOf(block, level)
      if (message) context.addIssue({ code: 'custom', path: ['blocks', index], message })
      if (block.type === 'heading') level = block.level
    })
  })

function headingAt(paper: Paper, index: number): string {
  const block = paper.blocks[index]
  return block?.type === 'heading' ? plain(block.content) : ''
}

/**
 * Every problem of a paper as a sentence, with the block it is in, counted from 0; one sentence a block and kind.
 * Empty means that the paper may be published. A draft may have problems.
 */
export function paperProblems(paper: Paper): readonly PaperProblem[] {
  const checked = paperSchema.safeParse(paper)
  if (checked.success) return []
  const found = new Map<string, PaperProblem>()
  for (const issue of checked.error.issues) {
    const block = typeof issue.path[1] === 'number' ? issue.path[1] : 0
    const problem = problemSentence(issue.message, block, headingAt(paper, block))
    found.set(`${block} ${problem.code}`, problem)
  }
  return [...found.values()].toSorted((a, b) => a.block - b.block)
}
