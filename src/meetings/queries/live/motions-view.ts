import type { Standing } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { leaversOf } from '../../rules/declared-interest.ts'
import { electorateAt, type Voter } from '../../rules/electorate.ts'
import { type MoneyMandates, moneyMandates } from '../../rules/money-mandate.ts'
import { type MotionMethod, type MotionRefusal, motionMethods, outcomeOf, refuseMotion, upwardBodies } from '../../rules/motion.ts'
import { covers } from '../../rules/presence.ts'
import { placesVotingOn } from '../../rules/quorum-at.ts'
import { type AgendaItem, findAgenda } from '../agenda.ts'
import { findItemTimes } from '../declared-interests.ts'
import { mandatesOf } from '../money-mandates.ts'
import { findMotions, findPlacesVoted, findVotes, type MotionRow, type VoteRow } from '../motions.ts'
import type { MeetingGround } from '../record.ts'
import { bodiesOf, bodyOffers, functionsOf, tableOf } from '../roll-lines.ts'
import { findLiveGround } from './ground.ts'
import { itemText, type LiveOffer } from './interests-view.ts'
import { findItemsWithMoneySection, motionScene } from './motion-scene.ts'
import { sharedRead } from './shared.ts'

/** A way of settling a motion with everything that stands against it. */
export interface WayView {
  readonly method: MotionMethod
  readonly refusals: readonly MotionRefusal[]
}

/** Somebody who votes, as those who follow an open vote see it. */
export interface VoterView extends Voter {
  readonly hasVoted: boolean
  /** What the clerk wrote at the roll call; undefined for everybody else's vote. */
  readonly called: VoteRow['choice'] | undefined
}

/** What whoever looks may do in an open vote: vote, with the vote kept so far, or not, with the reason. */
export type OwnVote =
  | { readonly state: 'may-vote'; readonly choice: VoteRow['choice'] | undefined; readonly lacksMandate: boolean }
  | { readonly state: 'out-for-interest' }
  | { readonly state: 'no-vote' }

/** A motion as the live page shows it. */
export interface MotionView {
  readonly motion: MotionRow
  /** Name of the body that would decide it, at a joint meeting. */
  readonly ofBody: string | undefined
  readonly item: string
  readonly amendments: readonly MotionView[]
  /** Ways of settling it, for the clerk while it is put; empty for everybody else. */
  readonly ways: readonly WayView[]
  /** Bodies that the matter may go to instead. */
  readonly offers: readonly string[]
  /** Of an open recorded vote: who votes, and who is out for an interest. */
  readonly voters: readonly VoterView[]
  readonly out: readonly Voter[]
  readonly own: OwnVote
  /** How each voted, once the vote is closed. */
  readonly votes: readonly VoteRow[]
  /** What a closed vote waits for; undefined where it waits for nothing. */
  readonly waitsFor: 'casting-vote' | 'words' | undefined
  /** Who of them may commit money; undefined where nothing is to be settled that does. */
  readonly mandates: MoneyMandates | undefined
  /** Voting rights in the room now, without those who are out. */
  readonly rights: number
}

/** What the part of motions shows. */
export interface MotionsView {
  readonly motions: readonly MotionView[]
  /** What the form of a new motion offers; undefined for those who do not keep the meeting. */
  readonly form:
    | {
        readonly items: readonly LiveOffer[]
        readonly current: string
        readonly functions: readonly LiveOffer[]
        readonly movers: readonly LiveOffer[]
        readonly parents: readonly string[]
        /** Bodies that can decide, at a joint meeting. */
        readonly bodies: readonly LiveOffer[]
      }
    | undefined
}

interface Sources {
  readonly reader: Reader
  readonly ground: MeetingGround
  readonly motions: readonly MotionRow[]
  readonly items: readonly AgendaItem[]
  readonly withMoney: ReadonlySet<string>
  readonly votes: readonly VoteRow[]
  readonly standing: Standing
  readonly keeps: boolean
  readonly now: Temporal.Instant
  /** Account of whoever looks. */
  readonly actor: string | undefined
}

/** Reads the motions of a meeting with what whoever looks can do with each (G9, M8). */
export async function findMotionsView(
  reader: Reader,
  meetingId: string,
  who: { readonly standing: Standing; readonly keeps: boolean; readonly actor: string | undefined },
  now: Temporal.Instant,
): Promise<MotionsView | undefined> {
  const ground = await findLiveGround(reader, meetingId)
  if (!ground) return undefined
  const [motions, items, withMoney] = await Promise.all([
    sharedRead(reader, 'motions', () => findMotions(reader, meetingId)),
    sharedRead(reader, 'agenda', () => findAgenda(reader, meetingId)),
    who.keeps ? findItemsWithMoneySection(reader, meetingId) : new Set<string>(),
  ])
  const ids = motions.filter(({ method }) => method === 'recorded_vote').map(({ id }) => id)
  const votes = await findVotes(reader, ids)
  const sources: Sources = { reader, ground, motions, items, withMoney, votes, now, ...who }
  const views: MotionView[] = []
  for (const motion of motions.filter(({ amends }) => amends === null)) {
    const amendments: MotionView[] = []
    for (const one of motions.filter(({ amends }) => amends === motion.id)) amendments.push(await viewOf(sources, one, []))
    views.push(await viewOf(sources, motion, amendments))
  }
  // What waits to be settled comes first, the latest first among those settled.
  const isOpen = ({ motion }: MotionView): boolean => motion.state === 'put' || motion.state === 'open' || motion.state === 'closed'
  const ordered = [...views.filter(isOpen), ...views.filter((view) => !isOpen(view)).reverse()]
  return { motions: ordered, form: who.keeps ? await formOf(sources) : undefined }
}

async function viewOf(sources: Sources, motion: MotionRow, amendments: readonly MotionView[]): Promise<MotionView> {
  const { reader, motions, items, withMoney, keeps, now, standing, actor } = sources
  const ground = tableOf(sources.ground, motion.ofBody) ?? sources.ground
  const item = items.find(({ id }) => id === motion.item)
  const isOpen = motion.state === 'open'
  const leavers = leaversOf(ground.interests, motion.item)
  const { voters, out } = electorateAt(ground.quorum, ground.terms, now, leavers, motion.functionKey)
  const voted = isOpen ? await findPlacesVoted(reader, motion.id) : new Set<string>()
  const cast = sources.votes.filter((vote) => vote.motion === motion.id)
  const settles = isOpen || motion.state === 'put'
  const mandates = motion.commitsMoney && settles ? moneyMandates(voters, mandatesOf(ground)) : undefined
  const scene = keeps && item && motion.state === 'put' ? motionScene(ground, motions, motion, item, withMoney, now) : undefined
  const ways = scene ? motionMethods.map((method) => ({ method, refusals: refuseMotion(motion, method, scene.ground) })) : []
  return {
    motion,
    ofBody: sources.ground.tables.length === 0 ? undefined : ground.meeting.body.name,
    item: item ? itemText(item) : 'An item that was withdrawn',
    amendments,
    ways,
    offers: [...new Set(ways.flatMap(({ refusals }) => refusals.flatMap(({ offers }) => offers)))],
    voters: isOpen ? voters.map((voter) => ({ ...voter, hasVoted: voted.has(voter.place), called: calledOf(cast, voter, actor) })) : [],
    out: isOpen ? out : [],
    own: isOpen ? ownVote(voters, out, cast, standing.person?.id, mandates) : { state: 'no-vote' },
    votes: isOpen ? [] : cast,
    waitsFor: waitsFor(motion, ground),
    mandates,
    rights: voters.length,
  }
}

function waitsFor({ state, tally, castingVote, functionKey }: MotionRow, { terms, quorum }: MeetingGround): MotionView['waitsFor'] {
  if (state !== 'closed' || tally === undefined) return undefined
  const present = tally.for + tally.against + tally.abstained + (tally.didNotVote ?? 0)
  const bases = { present, allSeats: placesVotingOn(quorum.places, functionKey).filter(({ voting }) => voting === 'voting').length }
  const outcome = outcomeOf(terms?.voting.value ?? null, tally, bases, castingVote ?? null)
  return outcome === 'casting-vote-open' ? 'casting-vote' : 'words'
}

/** What whoever looks wrote for somebody else at the roll call: the clerk sees their own entries again, and nobody else's vote. */
function calledOf(cast: readonly VoteRow[], voter: Voter, actor: string | undefined): VoteRow['choice'] | undefined {
  return cast.find((vote) => vote.place === voter.place && vote.person === voter.person && vote.actor === actor)?.choice
}

function ownVote(
  voters: readonly Voter[],
  out: readonly Voter[],
  cast: readonly VoteRow[],
  person: string | undefined,
  mandates: MoneyMandates | undefined,
): OwnVote {
  const mine = (one: { readonly person: string }): boolean => one.person === person
  if (out.some(mine)) return { state: 'out-for-interest' }
  if (!voters.some(mine)) return { state: 'no-vote' }
  return { state: 'may-vote', choice: cast.find(mine)?.choice, lacksMandate: mandates?.without.some(mine) ?? false }
}

async function formOf({ reader, ground, items, now }: Sources): Promise<MotionsView['form']> {
  const current = (await findItemTimes(reader, ground.meeting.id)).find((time) => covers(time, now))?.item ?? ''
  const voters = bodiesOf(ground).flatMap((own) => electorateAt(own.quorum, own.terms, now, new Set()).voters)
  return {
    items: items.filter(({ withdrawnAt }) => withdrawnAt === undefined).map((item) => ({ value: item.id, text: itemText(item) })),
    current,
    functions: functionsOf(ground),
    movers: [...new Map(voters.map(({ person, name }) => [person, { value: person, text: name }])).values()],
    parents: [...new Set(bodiesOf(ground).flatMap(({ terms }) => upwardBodies(terms)))],
    bodies: bodyOffers(ground),
  }
}
