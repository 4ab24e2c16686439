import { findBodiesById, findTermsVersion } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { DeclaredInterest } from '../rules/declared-interest.ts'
import type { Decision } from './decisions.ts'
import { findDeclaredInterests } from './declared-interests.ts'
import { type EnteredLate, findEnteredLate } from './entered-late.ts'
import { findMotionOfDecision, findVotes, type MotionRow, type VoteRow } from './motions.ts'
import { findTermsProposal } from './terms-proposals.ts'

/** What a decision came from and where it went, as far as the reader may see it. */
export interface DecisionBackground {
  /** Undefined for a decision that was entered without a motion. */
  readonly motion: MotionRow | undefined
  /** Of a recorded vote. */
  readonly votes: readonly VoteRow[]
  /** Declared for its item, and not withdrawn. */
  readonly interests: readonly DeclaredInterest[]
  /** Where it was entered long after it was taken. */
  readonly late: EnteredLate | undefined
  /** The version of the terms that its item put to the meeting, and whether this decision adopted it. */
  readonly terms: { readonly number: number; readonly adopted: 'here' | 'otherwise' | 'not-yet' } | undefined
  /** The item of the other body's forward plan that it became. */
  readonly referral: { readonly id: string; readonly board: { readonly slug: string; readonly name: string } } | undefined
}

/** Reads the motion and the votes behind a decision, the interests in its item, and where it was referred to (M9, G13, G14). */
export async function findDecisionBackground(reader: Reader, decision: Decision, today: Temporal.PlainDate): Promise<DecisionBackground> {
  const motion = await findMotionOfDecision(reader, decision.id)
  const interests = decision.item === null ? [] : await findDeclaredInterests(reader, decision.meeting)
  return {
    motion,
    votes: motion?.method === 'recorded_vote' ? await findVotes(reader, [motion.id]) : [],
    interests: interests.filter(({ item, withdrawnAt }) => item === decision.item && withdrawnAt === undefined),
    late: (await findEnteredLate(reader, decision.meeting)).get(decision.id),
    terms: await findDecidedTerms(reader, decision),
    referral: await findReferral(reader, decision.id, today),
  }
}

async function findReferral(reader: Reader, decision: string, today: Temporal.PlainDate): Promise<DecisionBackground['referral']> {
  const row = await reader.selectFrom('meetings.plan_item').select(['id', 'body']).where('referred_from', '=', decision).executeTakeFirst()
  const [board] = row ? await findBodiesById(reader, [row.body], today) : []
  return row && board && { id: row.id, board }
}

async function findDecidedTerms(reader: Reader, { id, item }: Decision): Promise<DecisionBackground['terms']> {
  const put = item === null ? undefined : await findTermsProposal(reader, item)
  if (put === undefined) return undefined
  const version = await findTermsVersion(reader, put.body, put.number)
  if (version?.state !== 'adopted') return { number: put.number, adopted: 'not-yet' }
  return { number: put.number, adopted: version.adoptedDecision === id ? 'here' : 'otherwise' }
}
