import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../rules/agenda.ts'
import type { DecisionMatter, DecisionType } from '../rules/decision.ts'
import type { CastVote, VoteChoice } from '../rules/electorate.ts'
import type { Sight } from '../rules/meeting.ts'
import type { MotionFacts, MotionMethod, MotionState } from '../rules/motion.ts'
import { placeKey } from '../rules/presence.ts'

/** Who put or seconded a motion. */
export interface Mover {
  readonly person: string | null
  /** '' for nobody. */
  readonly name: string
}

/** The count of a motion; null where it was not taken. */
export interface MotionTally {
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly didNotVote: number | null
  readonly leftForInterest: number | null
}

/** A motion or an amendment as it is kept (G9, M8). */
export interface MotionRow extends MotionFacts {
  readonly id: string
  readonly meeting: string
  readonly body: string
  /** The body that would decide it. */
  readonly ofBody: string
  readonly sight: Sight
  readonly category: Category
  readonly item: string
  /** The motion it amends; null: it is one itself. */
  readonly amends: string | null
  readonly number: number
  readonly text: string
  /** As first put, where an amendment changed it; else ''. */
  readonly putWords: string
  readonly proposer: Mover
  readonly seconder: Mover
  readonly method: MotionMethod | undefined
  readonly tally: MotionTally | undefined
  readonly castingVote: 'for' | 'against' | undefined
  readonly minorityView: string
  readonly decision: string | null
  readonly openedAt: Temporal.Instant | undefined
  readonly closedAt: Temporal.Instant | undefined
  readonly version: number
}

const motions = (reader: Reader) => reader.selectFrom('meetings.motion').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof motions>['execute']>>[number]

function motionOf(row: Row): MotionRow {
  const { votes_for: yes, votes_against: against, abstained } = row
  const counted = yes !== null && against !== null && abstained !== null
  return {
    ...{
      id: row.id,
      meeting: row.meeting,
      body: row.body,
      ofBody: row.of_body,
      item: row.item,
      amends: row.amends,
      number: row.number,
      text: row.text,
    },
    sight: row.sight as Sight,
    category: row.category as Category,
    isAmendment: row.amends !== null,
    putWords: row.put_words,
    type: row.type as DecisionType,
    matter: row.matter as DecisionMatter,
    functionKey: row.function_key,
    commitsMoney: row.commits_money,
    referredTo: row.referred_to,
    proposer: { person: row.proposer, name: row.proposer_name },
    seconder: { person: row.seconder, name: row.seconder_name },
    state: row.state as MotionState,
    method: (row.method ?? undefined) as MotionMethod | undefined,
    consensusWords: row.consensus_words,
    recordedAskedBy: row.recorded_asked_by,
    tally: counted ? { for: yes, against, abstained, didNotVote: row.did_not_vote, leftForInterest: row.left_for_interest } : undefined,
    castingVote: (row.casting_vote ?? undefined) as MotionRow['castingVote'],
    minorityView: row.minority_view,
    decision: row.decision,
    openedAt: row.opened_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    version: row.version,
  }
}

/** The motions of a meeting that one may see, in the order put. */
export async function findMotions(reader: Reader, meeting: string): Promise<readonly MotionRow[]> {
  return (await motions(reader).where('meeting', '=', meeting).orderBy('number').execute()).map(motionOf)
}

/** The motion that became a decision; undefined where there was none, or none that one may see. */
export async function findMotionOfDecision(reader: Reader, decision: string): Promise<MotionRow | undefined> {
  const row = await motions(reader).where('decision', '=', decision).executeTakeFirst()
  return row && motionOf(row)
}

/** A vote as it is kept. */
export interface VoteRow extends CastVote {
  readonly motion: string
  readonly name: string
  /** Whoever wrote it: the voter, or the clerk who called the roll. */
  readonly actor: string
}

/** The votes that one may see, by motion: one's own while a vote is open, everybody's once it is closed. */
export async function findVotes(reader: Reader, ids: readonly string[]): Promise<readonly VoteRow[]> {
  if (ids.length === 0) return []
  const rows = await reader.selectFrom('meetings.vote').selectAll().where('motion', 'in', ids).orderBy('name').execute()
  return rows.map(({ motion, seat, place, person, name, choice, actor }) => ({
    motion,
    place: placeKey(seat, place),
    person,
    name,
    choice: choice as VoteChoice,
    actor,
  }))
}

/** The places that have voted on an open motion, never how; empty for those who may not know. */
export async function findPlacesVoted(reader: Reader, motion: string): Promise<ReadonlySet<string>> {
  const found = await reader
    .selectNoFrom(
      sql<readonly { seat: string; place: number }[] | null>`(select json_agg(json_build_object('seat', w.seat, 'place', w.place))
        from meetings.who_has_voted(${motion}) as w)`.as('places'),
    )
    .executeTakeFirstOrThrow()
  return new Set((found.places ?? []).map(({ seat, place }) => placeKey(seat, place)))
}

type Guardable = Pick<MotionRow, 'sight' | 'body' | 'meeting'> & { readonly ofBody?: string }

/** A motion as the access matrix names it; whoever belongs to the body that would decide it takes part. */
export function guardedMotion({ sight, body, meeting, ofBody = body }: Guardable): Guarded {
  return { record: 'motion', state: sight, ties: { body, meeting, atTable: ofBody === body ? [] : [ofBody] } }
}

/** A vote on a motion as the access matrix names it. */
export function guardedVote({ sight, body, meeting, ofBody = body }: Guardable): Guarded {
  return { record: 'vote', state: sight, ties: { body, meeting, atTable: ofBody === body ? [] : [ofBody] } }
}
