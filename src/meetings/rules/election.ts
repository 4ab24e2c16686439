import type { Terms } from '#governance/public.ts'

/** What somebody can be elected to. */
export const electedPosts = ['chair', 'deputy_chair', 'seat'] as const
/** One of them. */
export type ElectedPost = (typeof electedPosts)[number]

/** Nominations are taken; the ballot is open; counted; elected without one; called off. The last three are ends. */
export type ElectionState = 'nominations' | 'open' | 'counted' | 'unopposed' | 'called_off'

/** Nominated and not answered; stands; does not want to stand; stood down. */
export type CandidateState = 'nominated' | 'accepted' | 'declined' | 'withdrawn'

/** What a nominee, or the clerk for one who said so, answers. */
export const nominationAnswers = ['accepted', 'declined', 'withdrawn'] as const
/** One of them. */
export type NominationAnswer = (typeof nominationAnswers)[number]

/** How a tie is settled: by the chair's casting vote where the terms give one, by lot, or by voting again. */
export const tieWays = ['casting', 'lot', 'again'] as const
/** One of them. */
export type TieWay = (typeof tieWays)[number]

/** Whether nominations are still taken on a day. */
export function takesNominations(state: ElectionState, until: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
  return state === 'nominations' && (until === null || Temporal.PlainDate.compare(today, until) <= 0)
}

/** Answers that a candidate can still give, before the ballot opens. */
export function answersLeft(election: ElectionState, candidate: CandidateState): readonly NominationAnswer[] {
  if (election !== 'nominations') return []
  if (candidate === 'nominated') return ['accepted', 'declined']
  return candidate === 'accepted' ? ['withdrawn'] : []
}

/** What the clerk can do with those who accepted: nothing yet, declare the only one elected, or open the ballot (G8). */
export type NextStep = 'wait' | 'unopposed' | 'ballot'

/** What follows from how many accepted: a ballot where more than one stands. */
export function nextStep(accepted: number): NextStep {
  if (accepted === 0) return 'wait'
  return accepted === 1 ? 'unopposed' : 'ballot'
}

/** Ways in which a tie can be settled under the terms: a casting vote only where they give one, and never for oneself. */
export function waysOfTie(terms: Pick<Terms, 'voting'> | undefined): readonly TieWay[] {
  return terms?.voting.value?.castingVote ? ['casting', 'lot', 'again'] : ['lot', 'again']
}

/** What the terms say about electing, as far as they say it; undefined: they say nothing. */
export interface ElectionTerms {
  readonly elects: boolean | undefined
  readonly secretIfContested: boolean | undefined
  readonly termEnds: string | undefined
  readonly casting: 'on-a-tie' | 'without-a-majority' | undefined
}

/** Reads what the terms say about electing to this post. */
export function electionTerms(terms: Terms | undefined, post: ElectedPost): ElectionTerms {
  const chair = terms?.chair.value ?? undefined
  const deputy = terms?.deputyChair.value ?? undefined
  const method = post === 'chair' ? chair?.method : post === 'deputy_chair' ? deputy?.method : undefined
  return {
    elects: method === undefined ? undefined : method === 'elected',
    secretIfContested: post === 'seat' ? undefined : chair?.secretBallotIfContested,
    termEnds: post === 'chair' ? (chair?.termEnds ?? undefined) : undefined,
    casting: terms?.voting.value?.castingVote ?? undefined,
  }
}
