import assert from 'node:assert/strict'
import { recordRules } from './record-board.ts'
import { openScene } from './record-scene.ts'

const interests = {
  status: 'stated',
  source: null,
  value: {
    default: 'chair-decides',
    pecuniary: 'stay-silent',
    mayBeAskedToLeave: true,
    register: true,
    reviewedEveryMonths: 12,
    otherMembershipsDeclared: true,
  },
}

/** A board whose terms leave most interests to the chair, and what tests of votes do there again and again. */
export async function openVotes() {
  const scene = await openScene({ ...recordRules, interests })
  const { ownerDb, board, meetingWith, at, present } = scene
  const now = '2014-02-24T14:20:00Z'
  const [council] = board.seats
  /** A meeting that runs with these seats present. */
  async function running(day: string, items: Parameters<typeof meetingWith>[1], seats: readonly number[]) {
    const made = await meetingWith(day, items)
    const clerk = at(board.clerk.account, `${day}T14:01:00Z`)
    await clerk.post(`/meetings/${made.id}/attendance/start`)
    const entered = await clerk.post(`/meetings/${made.id}/attendance`, {
      mark: '',
      ...present(...seats),
      status_chair: 'present',
      chairWho: 'chair',
    })
    assert.equal(entered.status, 303, entered.text.slice(0, 300))
    return made
  }

  const live = (meeting: string, act: string): string => `/meetings/${meeting}/live/${act}`
  const motionsOf = (meeting: string) =>
    ownerDb.selectFrom('meetings.motion').selectAll().where('meeting', '=', meeting).orderBy('number').execute()

  async function put(meeting: string, item: string, more: Record<string, string> = {}) {
    const answer = await at(board.clerk.account, now).post(live(meeting, 'motions/put'), {
      ...{ item, text: 'That the clinic open on Tuesdays.', type: 'resolve', matter: 'neither', proposer: council?.person ?? '' },
      ...more,
    })
    assert.equal(answer.status, 303, answer.text.match(/gt-live-refusal.*?<\/div>/s)?.[0] ?? '')
    const last = (await motionsOf(meeting)).at(-1)
    assert.ok(last)
    return last.id
  }

  return { ...scene, now, running, live, motionsOf, put }
}
