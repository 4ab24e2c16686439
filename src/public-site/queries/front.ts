import { type BoardCard, listBoardCards } from '#governance/public-data.ts'
import {
  type Consultation,
  type DecisionLine,
  findComingConsultations,
  findComingMeetings,
  findLatestDecisions,
  findLatestPublications,
  type MeetingLine,
  type PublicationLine,
} from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** What the front page shows: the bodies, what is coming, what came out, what was decided. */
export interface FrontView {
  readonly bodies: readonly BoardCard[]
  readonly coming: readonly MeetingLine[]
  readonly publications: readonly PublicationLine[]
  readonly decisions: readonly DecisionLine[]
  /** What people are asked, or soon will be. */
  readonly consultations: readonly Consultation[]
}

/** Reads the front page as whoever asks. */
export async function findFront(reader: Reader, today: Temporal.PlainDate): Promise<FrontView> {
  return {
    bodies: await listBoardCards(reader, today),
    coming: await findComingMeetings(reader, today, { limit: 5 }),
    publications: await findLatestPublications(reader, { limit: 6 }),
    decisions: await findLatestDecisions(reader, { limit: 5 }, today),
    consultations: await findComingConsultations(reader, today, { limit: 4 }),
  }
}
