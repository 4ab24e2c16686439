import { recordPaths } from '#meetings/paths.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { workToDo } from './pages/work-to-do.ts'
import { homePaths } from './paths.ts'
import { findWork } from './queries/work.ts'

/** A board as its home page asks about it. */
export interface AskedBoard {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** What somebody has to do for one board, read as that person, the most urgent first; nothing for a visitor, who costs no query. */
export async function findBoardToDo(reader: Reader, acting: Acting, board: AskedBoard): Promise<readonly AttentionItem[]> {
  if (acting.actor === undefined) return []
  const work = await findWork(reader, acting, board)
  const lists = { actions: `${recordPaths.boardActions(board.slug)}?view=mine`, papers: `${homePaths.work}#papers` }
  return workToDo(work, acting.today, lists).map((item) => ({ ...item, text: withoutName(item.text, board.name) }))
}

/** On the page of a board its own name at the end of a line says nothing. */
function withoutName(text: string, name: string): string {
  const end = [`, ${name}`, `: ${name}`].find((one) => text.endsWith(one))
  return end === undefined ? text : text.slice(0, -end.length)
}
