import type { Guarded } from '#governance/public.ts'
import { type Asked, type AskedBoard, askWith, withBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { guard } from '../permission.ts'
import { findRound, guardedAnswer, guardedRound, type Round, type RoundAgency } from '../queries/audits.ts'
import { type Challenge, type ChallengeStep, findChallenge, guardedChallenge, guardedLetter } from '../queries/challenges.ts'
import { findRecommendation, guardedRecommendation, type Recommendation } from '../queries/recommendations.ts'
import { findReview, guardedReview, type Review } from '../queries/reviews.ts'

const { demandOf } = guard
/** How a request begins: who asks, and about which board. */
export const { begin, ofBoard } = askWith(guard)

/** A request about a recommendation. */
export type AskedRecommendation = AskedBoard & { readonly recommendation: Recommendation }
/** A request about a review. */
export type AskedReview = AskedBoard & { readonly review: Review }

/** Anybody who asks for everything they may see. */
export const anybodyGate: Gate<Asked> = begin

/** What a board's registers are in the matrix. */
export const registerOf = (body: string): Guarded => ({ record: 'assurance-register', state: 'any', ties: { body } })
/** What is for the board itself. */
export const boardOnly = (body: string): Guarded => ({ record: 'board-assurance', state: 'any', ties: { body } })

/** A board, and a verb on its registers. */
export function boardGate(guarded: (body: string) => Guarded = registerOf, verb = 'read'): Gate<AskedBoard> {
  return (reader, c) => ofBoard(reader, c, guarded, verb)
}

/** A recommendation, and a verb on it. Row-level security settles who reads it. */
export function recommendationGate(verb: string): Gate<AskedRecommendation> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const recommendation = await findRecommendation(reader, asked.part('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedRecommendation(recommendation), verb)
    return { ...(await withBody(asked, recommendation.body)), recommendation }
  }
}

/** A review, and a verb on it. */
export function reviewGate(verb: string): Gate<AskedReview> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const review = await findReview(reader, asked.part('id'), asked.visit.today)
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
    const challenge = await findChallenge(reader, asked.part('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedChallenge(challenge), verb)
    return { ...(await withBody(asked, challenge.body)), challenge }
  }
}

/** A letter of a challenge, and a verb on it. */
export function letterGate(verb: 'read' | 'write'): Gate<AskedChallenge & { readonly step: ChallengeStep }> {
  return async (reader, c) => {
    const asked = await challengeGate('read')(reader, c)
    const step = asked.challenge.steps.find(({ position }) => String(position) === asked.part('position'))
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
    const round = await findRound(reader, asked.part('id'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedRound(round), verb)
    return { ...(await withBody(asked, round.body)), round }
  }
}

/** One agency of a round; a verb on its answers, or 'keep' on the round. */
export function agencyGate(verb: 'read' | 'keep' | 'answer' | 'moderate'): Gate<AskedAgency> {
  return async (reader, c) => {
    const asked = await roundGate(verb === 'keep' ? 'keep' : 'read')(reader, c)
    const agency = asked.round.agencies.find(({ organisation }) => organisation === asked.part('organisation'))
    if (!agency) throw new NotFound('No such agency.')
    if (verb === 'answer' || verb === 'moderate') demandOf(asked.standing, asked.visit, guardedAnswer(asked.round, agency), verb)
    return { ...asked, agency }
  }
}
