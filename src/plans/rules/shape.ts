import { z } from 'zod'

/** A level of a plan below the plan itself. */
export type Level = 'priority' | 'outcome' | 'action'

/** A column of one level: `code` is one of `coreColumns`, or names words kept in `details`. */
export interface ShapeColumn {
  readonly code: string
  readonly label: string
}

/** What a level is called in a shape, and what its rows hold, in the order in which it is shown. */
export interface ShapeLevel {
  /** In the singular and without an article: 'Priority', 'Workstream'. */
  readonly noun: string
  readonly plural: string
  readonly columns: readonly ShapeColumn[]
}

/** The levels of a shape; a shape without outcomes has its actions right under its priorities (P2). */
export interface ShapeLevels {
  readonly priority: ShapeLevel
  readonly outcome?: ShapeLevel | undefined
  readonly action: ShapeLevel
}

const level = z.object({
  noun: z.string().min(1),
  plural: z.string().min(1),
  columns: z.array(z.object({ code: z.string().regex(/^[a-z][a-z-]*$/), label: z.string().min(1) })).min(1),
})
const levels = z.object({ priority: level, outcome: level.optional(), action: level })

/** The columns that the model itself knows; every other one of a shape holds words of its own. */
export const coreColumns = ['reference', 'title', 'text', 'timescale', 'leads', 'sponsor', 'accountable', 'update', 'rag'] as const

/** Reads the levels of a shape as they are kept. @throws ZodError where they are no shape */
export function shapeLevels(kept: unknown): ShapeLevels {
  return levels.parse(kept)
}

/** The label of a column, or undefined where the level has none of that code. */
export function labelOf({ columns }: ShapeLevel, code: string): string | undefined {
  return columns.find((column) => column.code === code)?.label
}

/** The columns of a level that hold words of their own, in order. */
export function ownColumns({ columns }: ShapeLevel): readonly ShapeColumn[] {
  const core: readonly string[] = coreColumns
  return columns.filter(({ code }) => !core.includes(code))
}
