import { sql } from 'kysely'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { MinorityInput, MotionOnly, UpwardInput } from '../../forms/live/motion.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findMotions, guardedMotion } from '../../queries/motions.ts'
import { isSettled } from '../../rules/motion.ts'
import { type EntryHead, takeEntry } from '../live/take-entry.ts'
import { changedBy, holdMotion } from './hold-motion.ts'

type Needs = Pick<CommandNeeds, 'db'>
type Answer = Promise<Result<string, FieldProblem>>

/** Turns a motion that the body may not decide into a recommendation or a referral to the body that may (G14). */
export async function turnUpward(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: UpwardInput): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const { motion } = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    if (motion.state !== 'put' || motion.isAmendment) return fail({ field: '', code: 'motion-not-put' })
    await tx
      .updateTable('meetings.motion')
      .set((set) => ({ type: input.type, referred_to: input.to, version: set('version', '+', 1) }))
      .where('id', '=', motion.id)
      .execute()
    return succeed({ outcome: motion.id, changed: changedBy(motion, false) })
  })
}

/** Withdraws a motion that is not settled, with its amendments; also one whose vote is open, so that it can be put again. */
export async function withdrawMotion(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: MotionOnly): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const { motion, motions } = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    if (isSettled(motion.state)) return fail({ field: '', code: 'motion-settled' })
    const under = motions.filter(({ amends, state }) => amends === motion.id && !isSettled(state)).map(({ id }) => id)
    await tx
      .updateTable('meetings.motion')
      .set((set) => ({ state: 'withdrawn', closed_at: head.happenedAt, version: set('version', '+', 1) }))
      .where('id', 'in', [motion.id, ...under])
      .execute()
    return succeed({ outcome: motion.id, changed: changedBy(motion, false) })
  })
}

/** Keeps the view of those who did not agree, with the motion and the decision that it became; also where there was consensus (handbook 3.3). */
export async function recordMinorityView(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: MinorityInput): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const { motion } = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    if (motion.state === 'withdrawn') return fail({ field: '', code: 'motion-settled' })
    const view = { minority_view: input.minorityView }
    await tx.updateTable('meetings.motion').set(view).where('id', '=', motion.id).execute()
    if (motion.decision !== null)
      await tx
        .updateTable('meetings.decision')
        .set((set) => ({ ...view, version: set('version', '+', 1) }))
        .where('id', '=', motion.decision)
        .where('sight', '<>', 'public')
        .execute()
    return succeed({ outcome: motion.id, changed: changedBy(motion, motion.decision !== null) })
  })
}

/** Asks that the vote on a motion be recorded by name: any member may (handbook 2.2). The clerk sees who asked. */
export async function askRecordedVote(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: MotionOnly): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx) => {
    const motion = (await findMotions(tx, meetingId)).find(({ id }) => id === input.motion)
    if (!motion) return fail({ field: '', code: 'motion-not-put' })
    await demand(tx, doer, guardedMotion(motion), 'ask-recorded')
    const asked = await sql<{ done: boolean }>`select meetings.ask_recorded_vote(${motion.id}) as done`.execute(tx)
    if (asked.rows[0]?.done !== true && motion.recordedAskedBy === '') return fail({ field: '', code: 'motion-not-put' })
    return succeed({ outcome: motion.id, changed: changedBy(motion, false) })
  })
}
