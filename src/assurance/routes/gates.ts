import type { Context } from 'hono'
import type { Guarded, Standing } from '#governance/public.ts'
import { type BodySummary, findBodiesById, findBody, findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { allows, demandOf } from '../permission.ts'
import { findRound, guardedAnswer, guardedRound, type Round, type RoundAgency } from '../queries/audits.ts'
import { type Challenge, type ChallengeStep, findChallenge, guardedChallenge, guardedLetter } from '../queries/challenges.ts'
import { findRecommendation, guardedRecommendation, type Recommendation } from '../queries/recommendations.ts'
import { findReview, guardedReview, type Review } from '../queries/reviews.ts'

/** A request whose permission is settled. */
export interface Asked {
  readonly reader: Reader
  readonly visit: Visit
  readonly standing: Standing
  /** Whether whoever asks may do that, too. */
  may(guarded: Guarded, verb: string): boolean
  /** A value behind the question mark; '' where there is none. */
  query(name: string): string
  /** A part of the address. */
  param(name: string): string
}
/** A request about a board. */
export type AskedBoard = Asked & { readonly body: BodySummary }
/** A request about a recommendation. */
export type AskedRecommendation = AskedBoard & { readonly recommendation: Recommendation }
/** A request about a review. */
export type AskedReview = AskedBoard & { readonly review: Review }

/** Who asks, without a permission asked for yet. */
export async function begin(reader: Reader, c: Context<AppEnv>): Promise<Asked> {
  const visit = c.get('visit')
  const standing = await findStanding(reader, visit)
  return {
    ...{ reader, visit, standing },
    may: (guarded, verb) => allows(standing, guarded, verb),
    query: (name) => c.req.query(name) ?? '',
    param: (name) => c.req.param(name as never) ?? '',
  }
}

/** The body of a record, as it is on the day. @throws NotFound */
export async function withBody(asked: Asked, id: string): Promise<AskedBoard> {
  const [body] = await findBodiesById(asked.reader, [id], asked.visit.today)
  if (!body) throw new NotFound('No such body.')
  return { ...asked, body }
}

/** Anybody who asks for everything they may see. */
export const anybodyGate: Gate<Asked> = begin

/** What a board's registers are in the matrix. */
export const registerOf = (body: string): Guarded => ({ record: 'assurance-register', state: 'any', ties: { body } })
/** What is for the board itself. */
export const boardOnly = (body: string): Guarded => ({ record: 'board-assurance', state: 'any', ties: { body } })

/** A board, and a verb on its registers. */
export function boardGate(guarded: (body: string) => Guarded = registerOf, verb = 'read'): Gate<AskedBoard> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const body = await findBody(reader, asked.param('slug'), asked.visit.today)
    if (!body) throw new NotFound('No such board.')
    demandOf(asked.standing, asked.visit, guarded(body.id), verb)
    return { ...asked, body }
  }
}

/** A recommendation, and a verb on it. Row-level security settles who reads it. */
export function recommendationGate(verb: string): Gate<AskedRecommendation> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const recommendation = await findRecommendation(reader, asked.param('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedRecommendation(recommendation), verb)
    return { ...(await withBody(asked, recommendation.body)), recommendation }
  }
}

/** A review, and a verb on it. */
export function reviewGate(verb: string): Gate<AskedReview> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const review = await findReview(reader, asked.param('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedReview(review), verb)
    return { ...(await withBody(asked, review.body)), review }
  }
}

/** A request about a challenge. */
export type AskedChallenge = AskedBoard & { readonly challenge: Challenge }

/** A challenge, and a verb on it. */
export function challengeGate(verb: string): Gate<AskedChallenge> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const challenge = await findChallenge(reader, asked.param('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedChallenge(challenge), verb)
    return { ...(await withBody(asked, challenge.body)), challenge }
  }
}

/** A letter of a challenge, and a verb on it. */
export function letterGate(verb: 'read' | 'write'): Gate<AskedChallenge & { readonly step: ChallengeStep }> {
  return async (reader, c) => {
    const asked = await challengeGate('read')(reader, c)
    const step = asked.challenge.steps.find(({ position }) => String(position) === asked.param('position'))
    if (!step) throw new NotFound('No such letter.')
    demandOf(asked.standing, asked.visit, guardedLetter(asked.challenge, step), verb)
    if (!step.letter) throw new NotFound('No such letter.')
    return { ...asked, step }
  }
}

/** A request about an audit round. */
export type AskedRound = AskedBoard & { readonly round: Round }
/** A request about one agency of a round. */
export type AskedAgency = AskedRound & { readonly agency: RoundAgency }

/** A round, and a verb on it. */
export function roundGate(verb: 'read' | 'keep'): Gate<AskedRound> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const round = await findRound(reader, asked.param('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedRound(round), verb)
    return { ...(await withBody(asked, round.body)), round }
  }
}

/** One agency of a round; a verb on its answers, or 'keep' on the round. */
export function agencyGate(verb: 'read' | 'keep' | 'answer' | 'moderate'): Gate<AskedAgency> {
  return async (reader, c) => {
    const asked = await roundGate(verb === 'keep' ? 'keep' : 'read')(reader, c)
    const agency = asked.round.agencies.find(({ organisation }) => organisation === asked.param('organisation'))
    if (!agency) throw new NotFound('No such agency.')
    if (verb === 'answer' || verb === 'moderate') demandOf(asked.standing, asked.visit, guardedAnswer(asked.round, agency), verb)
    return { ...asked, agency }
  }
}
