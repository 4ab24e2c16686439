import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { findItemsWithMoneySection, type MotionScene, motionScene } from '../../queries/live/motion-scene.ts'
import type { Meeting } from '../../queries/meeting.ts'
import { findMotions, guardedMotion, type MotionRow } from '../../queries/motions.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround } from '../../queries/record.ts'
import { tableOf } from '../../queries/roll-lines.ts'
import type { PartChange } from '../../rules/live-parts.ts'
import type { MotionRefusal } from '../../rules/motion.ts'

/** A motion held for an act, with everything that the rules ask about it. */
export interface HeldMotion extends MotionScene {
  readonly meeting: Meeting
  /** The meeting as the body has it that would decide. */
  readonly record: MeetingGround
  readonly motions: readonly MotionRow[]
}

/** Everything known of a meeting that runs. @throws NotFound */
export async function groundOf(tx: Writer, meeting: Meeting): Promise<MeetingGround> {
  const recorded = await findRecordedMeeting(tx, meeting.id)
  if (!recorded) throw new NotFound('No such meeting.')
  return findMeetingGround(tx, recorded)
}

/** Holds a motion of the meeting so that a vote that is being cast is waited for, and asks the matrix. @throws NotFound, Forbidden */
export async function holdMotion(tx: Writer, doer: Doer, meeting: Meeting, id: string, at: Temporal.Instant): Promise<HeldMotion> {
  await tx.selectFrom('meetings.motion').select('id').where('id', '=', id).forNoKeyUpdate().execute()
  const motions = await findMotions(tx, meeting.id)
  const motion = motions.find((one) => one.id === id)
  if (!motion) throw new NotFound('No such motion.')
  await demand(tx, doer, guardedMotion(motion), 'keep')
  const whole = await groundOf(tx, meeting)
  const record = tableOf(whole, motion.ofBody) ?? whole
  const item = await findItem(tx, meeting.id, motion.item)
  const withMoney = await findItemsWithMoneySection(tx, meeting.id)
  return { meeting, record, motions, ...motionScene(record, motions, motion, item, withMoney, at) }
}

/** A refusal of the rules as a problem of the form: the code is worded, the offers and the detail fill the sentence. */
export function problemOfRefusal({ code, offers, detail }: MotionRefusal): FieldProblem {
  return { field: '', code, details: { offers: offers.join(' or '), detail } }
}

/** The parts of the live page that a motion changes; with a decision the record, too. */
export function changedBy(motion: Pick<MotionRow, 'category'>, hasDecided: boolean): readonly PartChange[] {
  const { category } = motion
  return [{ part: 'motions', category }, ...(hasDecided ? [{ part: 'record' as const, category }] : [])]
}
