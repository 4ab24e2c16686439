import assert from 'node:assert/strict'
import type { ActorId } from '#platform/database/session.ts'
import { itemInput } from './arrange.ts'
import { buildRecordBoard, recordRules } from './record-board.ts'
import { openScene } from './record-scene.ts'

const day = '2014-02-24'
/** A time of the day of the joint meeting, as an instant. */
export const time = (clock: string): string => `${day}T${clock}:00Z`

/** Two boards, one of whose members sits on both, and what tests of joint meetings do there again and again. */
export async function openJoint() {
  const scene = await openScene()
  const { ownerDb, board, at } = scene
  const three = { status: 'stated', source: null, value: { kind: 'at-least', n: 3, counts: 'people', of: { kind: 'voting-members' } } }
  const other = await buildRecordBoard(ownerDb, { ...recordRules, quorum: three })
  // The second seat of the board that calls is filled by somebody who sits on the other board, too.
  const [, both] = board.seats
  const first = other.seats[0]?.seat ?? ''
  await ownerDb
    .updateTable('governance.appointment')
    .set({ person: both?.person ?? '' })
    .where('seat', '=', first)
    .execute()
  const agree = (meeting: string, account: ActorId | undefined, slug: string, agrees = 'yes') =>
    at(account, time('09:00')).post(`/boards/${slug}/joint-meetings/${meeting}`, { agrees })
  async function joint(agreed = true) {
    const made = await scene.meetingWith(day, [itemInput('Opening'), itemInput('A plan for both')])
    await ownerDb.insertInto('meetings.joint_body').values({ meeting: made.id, body: other.body }).execute()
    if (agreed) assert.equal((await agree(made.id, other.clerk.account, other.slug)).status, 303)
    return made
  }
  const ofOther = (seat: number): string => other.seats[seat]?.field ?? ''
  const presentOfOther = (...seats: number[]) => Object.fromEntries(seats.map((seat) => [`status_${ofOther(seat)}`, 'present']))
  /** A joint meeting that runs, with these seats of each board present. */
  async function sitting(seats: readonly number[], others: readonly number[]) {
    const made = await joint()
    const clerk = at(board.clerk.account, time('14:01'))
    assert.equal((await clerk.post(`/meetings/${made.id}/attendance/start`)).status, 303)
    const present = { ...scene.present(...seats), ...presentOfOther(...others) }
    const saved = await clerk.post(`/meetings/${made.id}/attendance`, { mark: '', status_chair: 'present', chairWho: 'chair', ...present })
    assert.equal(saved.status, 303, saved.text.slice(0, 300))
    return made
  }
  const decisionsAt = (meeting: string) =>
    ownerDb
      .selectFrom('meetings.decision')
      .select(['id', 'of_body', 'number', 'quorum'])
      .where('meeting', '=', meeting)
      .orderBy('id')
      .execute()
  return { ...scene, day, other, both, agree, joint, ofOther, presentOfOther, sitting, decisionsAt }
}
