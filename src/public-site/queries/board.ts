import { type Between, type BoardOverview, findBetween, findBoardOverview } from '#governance/public-data.ts'
import {
  type Consultation,
  type DecisionLine,
  findComingConsultations,
  findComingMeetings,
  findHeldMeetings,
  findLatestDecisions,
  findLatestOfficerDecisions,
  findLatestPublications,
  type MeetingLine,
  type OfficerDecision,
  type PublicationLine,
} from '#meetings/public-data.ts'
import type { ScorecardView } from '#performance/public-data.ts'
import { findScorecardOfBoard } from '#performance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type BoardThread, findBoardThread } from '#thread/public-data.ts'

/** What the page of a board shows. */
export interface BoardView {
  readonly board: BoardOverview
  readonly coming: readonly MeetingLine[]
  readonly past: readonly MeetingLine[]
  readonly publications: readonly PublicationLine[]
  readonly decisions: readonly DecisionLine[]
  /** What officers decided under delegation, the latest first. */
  readonly officers: readonly OfficerDecision[]
  /** What is open and overdue between this board and others. */
  readonly between: Between
  /** What it asks people, or soon will. */
  readonly consultations: readonly Consultation[]
  /** How its measures stand; null where it has none that one may see. */
  readonly scorecard: ScorecardView | null
  /** The golden thread of one of its priorities; null where it has none that one may see. */
  readonly thread: BoardThread | null
}

/** Reads the page of a board as whoever asks; undefined where there is no such board. */
export async function findBoard(reader: Reader, slug: string, today: Temporal.PlainDate): Promise<BoardView | undefined> {
  const board = await findBoardOverview(reader, slug, today)
  if (board === undefined) return undefined
  const bodies = [board.id]
  // Sent together: none waits for another.
  const [coming, held, publications, decisions, officers, between, consultations, scorecard, thread] = await Promise.all([
    findComingMeetings(reader, today, { bodies, limit: 4 }),
    findHeldMeetings(reader, today, { bodies, limit: 5 }),
    findLatestPublications(reader, { bodies, limit: 6 }),
    findLatestDecisions(reader, { bodies, limit: 4 }, today),
    findLatestOfficerDecisions(reader, { bodies, limit: 3 }, today),
    findBetween(reader, board.id, today),
    findComingConsultations(reader, today, { bodies, limit: 4 }),
    findScorecardOfBoard(reader, board, today),
    findBoardThread(reader, board.id, today),
  ])
  return { board, coming, past: held, publications, decisions, officers, between, consultations, scorecard, thread }
}
