import { recordPaths } from '#meetings/paths.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { createSharedReads } from '#platform/database/shared-reads.ts'
import { nameState } from '#platform/database/state.ts'
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

/** For how long what waits for somebody is the same while nobody writes anything: a few things begin to press at a time of day. */
const MINUTES = 5

/**
 * The same for the page of a board, which is opened again and again: as long as nothing was written anywhere in the house, it is read once for each person
 * and board. What is kept is in the memory of one process, of one house.
 *
 * @param stateOf - names the state of the database; a test can say that it stood still
 */
export function boardToDo(stateOf: typeof nameState = nameState): typeof findBoardToDo {
  const kept = createSharedReads(200)
  return async (reader, acting, board) => {
    if (acting.actor === undefined) return []
    const slice = Math.floor(acting.now.epochMilliseconds / (MINUTES * 60_000))
    const key = [acting.actor, board.id, acting.today.toString(), slice, await stateOf(reader)].join(' ')
    return kept.read(key, () => findBoardToDo(reader, acting, board))
  }
}

/** On the page of a board its own name at the end of a line says nothing. */
function withoutName(text: string, name: string): string {
  const end = [`, ${name}`, `: ${name}`].find((one) => text.endsWith(one))
  return end === undefined ? text : text.slice(0, -end.length)
}
