import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { RollInput, VoteInput } from '../../forms/live/motion.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findMotions, findPlacesVoted, findVotes, guardedVote, type MotionRow } from '../../queries/motions.ts'
import { tableOf } from '../../queries/roll-lines.ts'
import { leaversOf } from '../../rules/declared-interest.ts'
import { electorateAt, type VoteChoice, type Voter } from '../../rules/electorate.ts'
import { type EntryHead, takeEntry } from '../live/take-entry.ts'
import { changedBy, groundOf, holdMotion } from './hold-motion.ts'

type Needs = Pick<CommandNeeds, 'db'>

const refusals: Readonly<Record<string, string>> = {
  vote_while_open: 'vote-not-open',
  vote_of_its_voter: 'voted-already',
  vote_of_a_voter_present: 'no-vote-here',
  vote_after_ruling: 'ruling-awaited-own',
  vote_while_out: 'out-for-interest',
  one_vote_a_place: 'voted-already',
  one_vote_a_person: 'voted-already',
}

/** What the database refuses is a sentence, too: the vote was closed, or the room changed, at that very moment. */
async function worded(work: Promise<Result<string, FieldProblem>>): Promise<Result<string, FieldProblem>> {
  try {
    return await work
  } catch (error) {
    const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : ''
    const code = refusals[constraint]
    if (code === undefined) throw error
    return fail({ field: '', code })
  }
}

/** What is kept of an entry that holds a vote: which motion, never how. */
const withoutBallot = (head: EntryHead, motion: string): EntryHead => ({ ...head, content: { motion } })

/** Casts one's own vote, or changes it while the vote is open (G9). Twice the same, from two devices or again and again, is one vote. */
export async function castVote(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: VoteInput) {
  return worded(
    takeEntry(needs, doer, meetingId, withoutBallot(head, input.motion), async (tx, meeting) => {
      const motion = (await findMotions(tx, meetingId)).find(({ id }) => id === input.motion)
      if (!motion) throw new NotFound('No such motion.')
      const standing = await demand(tx, doer, guardedVote(motion), 'cast')
      if (motion.state !== 'open') return fail({ field: '', code: 'vote-not-open' })
      const whole = await groundOf(tx, meeting)
      const record = tableOf(whole, motion.ofBody) ?? whole
      const leavers = leaversOf(record.interests, motion.item)
      const { voters, out } = electorateAt(record.quorum, record.terms, head.happenedAt, leavers, motion.functionKey)
      const mine = ({ person }: Voter): boolean => person === standing.person?.id
      if (out.some(mine)) return fail({ field: '', code: 'out-for-interest' })
      const voter = voters.find(mine)
      if (!voter) return fail({ field: '', code: 'no-vote-here' })
      const own = (await findVotes(tx, [motion.id])).some(({ person }) => person === voter.person)
      if (!own && (await findPlacesVoted(tx, motion.id)).has(voter.place)) return fail({ field: '', code: 'voted-already' })
      await keepVote(tx, doer, motion, voter, input.choice)
      return succeed({ outcome: motion.id, changed: changedBy(motion, false) })
    }),
  )
}

/** Calls the roll: the clerk writes the answers of those who do not vote by themselves. What somebody cast stays theirs. */
export async function callRoll(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: RollInput) {
  return worded(
    takeEntry(needs, doer, meetingId, withoutBallot(head, input.motion), async (tx, meeting) => {
      const { motion, electorate } = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
      if (motion.state !== 'open') return fail({ field: '', code: 'vote-not-open' })
      const before = await findVotes(tx, [motion.id])
      const answers: { readonly voter: Voter; readonly choice: VoteChoice }[] = []
      for (const [place, choice] of input.answers) {
        const voter = electorate.voters.find((one) => one.place === place)
        if (!voter) return fail({ field: '', code: 'no-vote-there' })
        const cast = before.find((vote) => vote.place === place)
        if (cast && (cast.actor !== doer.actor || cast.person !== voter.person))
          return fail({ field: '', code: 'voted-themselves', details: { name: cast.name } })
        answers.push({ voter, choice })
      }
      for (const { voter, choice } of answers) await keepVote(tx, doer, motion, voter, choice)
      return succeed({ outcome: motion.id, changed: changedBy(motion, false) })
    }),
  )
}

async function keepVote(tx: Writer, doer: Doer, motion: MotionRow, voter: Voter, choice: VoteChoice): Promise<void> {
  const [seat, place] = voter.place.split('/')
  const now = { choice, at: doer.now, actor: doer.actor }
  await tx
    .insertInto('meetings.vote')
    .values({
      ...{ id: newId(), motion: motion.id, meeting: motion.meeting, body: motion.body, sight: 'members', category: motion.category },
      ...{ seat: seat ?? '', place: Number(place), person: voter.person, name: voter.name, ...now },
    })
    .onConflict((conflict) =>
      conflict.columns(['motion', 'seat', 'place']).doUpdateSet(now).whereRef('meetings.vote.person', '=', 'excluded.person'),
    )
    .execute()
}
