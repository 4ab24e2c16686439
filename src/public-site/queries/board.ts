import { type BoardOverview, findBoardOverview } from '#governance/public-data.ts'
import {
  type BoardFigures,
  type Consultation,
  type DecisionLine,
  findBoardFigures,
  findComingConsultations,
  findComingMeetings,
  findHeldMeetings,
  findLatestDecisions,
  findLatestOfficerDecisions,
  findLatestPublications,
  findReadiness,
  type MeetingLine,
  type OfficerDecision,
  type PublicationLine,
} from '#meetings/public-data.ts'
import type { ScorecardView } from '#performance/public-data.ts'
import { findScorecardOfBoard } from '#performance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import type { SumByKind } from '#platform/thread/worth.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { type BoardThread, findBoardThread } from '#thread/public-data.ts'
import { findDecisionsHeard } from '#voice/public-data.ts'
import { preparationInWords } from '../words.ts'

/** What the page of a board shows. */
export interface BoardView {
  readonly board: BoardOverview
  /** What whoever asks has to do for this board, the most urgent first; empty for visitors. */
  readonly toDo: readonly AttentionItem[]
  /** Actions that are late, and the same at the last meeting; decisions that were carried out. */
  readonly figures: BoardFigures
  /** Decisions of this year and of the last that had heard a view before. */
  readonly heard: Awaited<ReturnType<typeof findDecisionsHeard>>
  readonly coming: readonly MeetingLine[]
  /** How far the next meeting is prepared. */
  readonly preparation: readonly { readonly label: string; readonly value: string }[]
  readonly past: readonly MeetingLine[]
  readonly publications: readonly PublicationLine[]
  readonly decisions: readonly DecisionLine[]
  /** What officers decided under delegation, the latest first. */
  readonly officers: readonly OfficerDecision[]
  /** What it asks people, or soon will. */
  readonly consultations: readonly Consultation[]
  /** How its measures stand; null where it has none that one may see. */
  readonly scorecard: ScorecardView | null
  /** The golden thread of one of its priorities; null where it has none that one may see. */
  readonly thread: BoardThread | null
}

/** Asks what somebody has to do for one board: what that is, is known across domains. */
export type FindToDo = (reader: Reader, acting: Acting, board: BoardOverview) => Promise<readonly AttentionItem[]>

/** Reads the page of a board as whoever asks; undefined where there is no such board. */
export async function findBoard(
  reader: Reader,
  slug: string,
  acting: Acting,
  findToDo: FindToDo,
  threadSums: SumByKind,
): Promise<BoardView | undefined> {
  const { today } = acting
  const board = await findBoardOverview(reader, slug, today)
  if (board === undefined) return undefined
  const bodies = [board.id]
  // Sent together: none waits for another.
  const meetings = findComingMeetings(reader, today, { bodies, limit: 4 })
  const [coming, preparation, held, publications, decisions, officers, consultations, scorecard, thread, figures, heard, toDo] =
    await Promise.all([
      meetings,
      findPreparation(reader, meetings),
      findHeldMeetings(reader, today, { bodies, limit: 5 }),
      findLatestPublications(reader, { bodies, limit: 6 }),
      findLatestDecisions(reader, { bodies, limit: 3 }, today),
      findLatestOfficerDecisions(reader, { bodies, limit: 3 }, today),
      findComingConsultations(reader, today, { bodies, limit: 4 }),
      findScorecardOfBoard(reader, board, today),
      findBoardThread(reader, board.id, today, threadSums),
      findBoardFigures(reader, board.id, today),
      findDecisionsHeard(reader, board.id, today),
      findToDo(reader, acting, board),
    ])
  return {
    board,
    toDo,
    figures,
    heard,
    coming,
    preparation,
    past: held,
    publications,
    decisions,
    officers,
    consultations,
    scorecard,
    thread,
  }
}

/** How far the next meeting is prepared, as far as whoever asks may see its agenda. */
async function findPreparation(reader: Reader, meetings: Promise<readonly MeetingLine[]>): Promise<BoardView['preparation']> {
  const [next] = await meetings
  if (next === undefined) return []
  return preparationInWords(await findReadiness(reader, next.id))
}
