import type { Paper } from '../../../paper/tree.ts'
import { ChildFailed, type ChildLimits, runLimited } from '../../pdf/limited-child.ts'
import type { Loss } from './losses.ts'

/** The text of a Word file, and what of it was lost on the way. */
export interface ConvertedText {
  readonly tree: Paper
  readonly losses: readonly Loss[]
}

/** What converting may use: a report of 300 pages takes a few seconds. */
const convertLimits: ChildLimits = { megabytes: 800, seconds: 30 }

/** Converts a Word file, which was checked before, into the text of a paper in a sealed process of its own. Undefined where it cannot be read. */
export async function convertDocx(path: string): Promise<ConvertedText | undefined> {
  try {
    const script = new URL('convert-child.ts', import.meta.url)
    const answers = await runLimited({ script, files: {}, copies: { in: path }, sealed: true, answers: ['text.json'] }, convertLimits)
    const { tree, losses } = JSON.parse(new TextDecoder().decode(answers['text.json'])) as ConvertedText
    return { tree, losses: together(losses) }
  } catch (error) {
    if (error instanceof ChildFailed) return undefined
    throw error
  }
}

/** The same loss without words of its own is said once, with its count. */
function together(losses: readonly Loss[]): readonly Loss[] {
  const found = new Map<string, Loss>()
  for (const loss of losses) {
    const key = `${loss.code} ${loss.words ?? ''}`
    found.set(key, { ...loss, count: loss.count + (found.get(key)?.count ?? 0) })
  }
  return [...found.values()].slice(0, 60)
}
