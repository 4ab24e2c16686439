import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Terms } from '#governance/public.ts'
import { chairTaken, judgeBothAbsent, judgePresided, type PresidingRecord } from './compliance-presiding.ts'
import { judgeRemote, type RemoteFacts, restsOnRemote } from './compliance-remote.ts'
import type { Chairing, Stay } from './presence.ts'
import type { QuorumBasis } from './quorum-at.ts'
import { remoteRuling } from './remote-ruling.ts'

const start = Temporal.Instant.from('2026-01-10T14:00:00Z')
const at = (minutes: number) => start.add({ minutes })
const stay = (person: string, change: Partial<Stay> = {}): Stay => ({
  ...{ person, name: person, place: `${person}/1`, deputy: false, mode: 'in_room', from: null, to: null },
  ...change,
})
const chairing = (person: string, basis: Chairing['basis'], change: Partial<Chairing> = {}): Chairing => ({
  ...{ person, name: person, basis, from: null, to: null },
  ...change,
})
const record: PresidingRecord = {
  start,
  chairs: [chairing('ana', 'chair')],
  stays: [stay('ana'), stay('ben'), stay('cem')],
  exclusions: [],
  officers: { chair: 'ana', deputyChair: 'ben' },
}
const faultOf = (change: Partial<PresidingRecord>) => chairTaken({ ...record, ...change }).fault

test('G8, G17: the chair presides, else the deputy chair, else somebody elected; anything else is named, the gravest first', () => {
  const others = [stay('ben'), stay('cem')]
  assert.equal(faultOf({}), undefined)
  assert.equal(faultOf({ chairs: [] }), 'nobody')
  assert.equal(faultOf({ chairs: [chairing('ben', 'deputy_chair')], stays: others }), undefined)
  assert.equal(faultOf({ chairs: [chairing('ben', 'deputy_chair')] }), 'officer-was-there')
  assert.equal(faultOf({ chairs: [chairing('cem', 'elected_for_meeting')], stays: [stay('cem')] }), undefined)
  assert.equal(faultOf({ chairs: [chairing('cem', 'elected_for_meeting')], stays: others }), 'officer-was-there')
  assert.equal(faultOf({ chairs: [chairing('cem', 'chair')] }), 'not-officer')
  assert.equal(faultOf({ chairs: [chairing('cem', 'chair')], officers: { chair: undefined, deputyChair: undefined } }), undefined)
  assert.equal(faultOf({ chairs: [chairing('ana', 'as_recorded')], stays: others }), 'not-there')
})

test('G8: chairing is an interval: a chair who leaves must be followed, one who is out for an interest is not passed over', () => {
  const leaves = [stay('ana', { to: at(30) }), stay('ben')]
  assert.equal(faultOf({ chairs: [chairing('ana', 'chair', { to: at(30) })], stays: leaves }), 'part')
  assert.equal(faultOf({ stays: leaves }), 'not-there')
  const followed = [chairing('ana', 'chair', { to: at(30) }), chairing('ben', 'deputy_chair', { from: at(30) })]
  assert.equal(faultOf({ chairs: followed, stays: leaves }), undefined)
  const back = [chairing('ben', 'deputy_chair', { from: at(30), to: at(40) }), chairing('ana', 'chair', { from: at(40) })]
  const chairs = [chairing('ana', 'chair', { to: at(30) }), ...back]
  assert.equal(faultOf({ chairs }), 'officer-was-there')
  assert.equal(faultOf({ chairs, exclusions: [{ person: 'ana', from: at(30), to: at(40) }] }), undefined)
  const allLeft = [stay('ana', { to: at(60) }), stay('ben', { to: at(60) })]
  assert.equal(faultOf({ chairs: [chairing('ana', 'chair', { to: at(60) })], stays: allLeft }), undefined, 'an empty room needs no chair')
})

test('G8, G17: where chair and deputy chair are both missing the remedy of the terms is asked for', () => {
  const without = { stays: [stay('cem'), stay('ana', { from: at(20) })] }
  const elected = chairTaken({
    ...record,
    ...without,
    chairs: [chairing('cem', 'elected_for_meeting', { to: at(20) }), chairing('ana', 'chair', { from: at(20) })],
  })
  assert.deepEqual(elected, { fault: undefined, withoutBoth: 'somebody' })
  const late = chairTaken({ ...record, ...without, chairs: [chairing('ana', 'chair', { from: at(20) })] })
  assert.deepEqual(late, { fault: 'part', withoutBoth: 'nobody' })
  const judged = (remedy: 'elect-as-first-item' | 'reschedule', ...those: ReturnType<typeof chairTaken>[]) => {
    const { state, code, meetings } = judgeBothAbsent(
      those.map((one, index) => ({ id: `${index}`, ...one })),
      remedy,
    )
    return [state, code, ...meetings].join(' ')
  }
  assert.equal(judged('elect-as-first-item'), 'not-testable no-attendance')
  assert.equal(judged('elect-as-first-item', chairTaken(record)), 'met both-absent-never 0')
  assert.equal(judged('elect-as-first-item', chairTaken(record), elected), 'met both-absent-elected 1')
  assert.equal(judged('elect-as-first-item', elected, late), 'broken both-absent-nobody 1')
  assert.equal(judged('reschedule', elected), 'broken both-absent-held 0')
})

test('G17: who presided is broken, at risk or met; where no meeting says who chaired nobody is accused', () => {
  const judged = (...faults: ReturnType<typeof chairTaken>['fault'][]) => {
    const { state, code, details } = judgePresided(faults.map((fault, index) => ({ id: `${index}`, fault })))
    return `${state} ${code} ${details.bad ?? ''}`.trim()
  }
  assert.equal(judged(), 'not-testable no-attendance')
  assert.equal(judged('nobody', 'nobody'), 'not-testable presided-never-recorded')
  assert.equal(judged('nobody', undefined), 'at-risk presided-not-recorded 1')
  assert.equal(judged('part', 'not-there', 'not-there', undefined), 'at-risk presided-not-there 2')
  assert.equal(judged('not-officer', 'not-there'), 'broken presided-not-officer 1')
  assert.equal(judged('officer-was-there'), 'at-risk presided-passed-over 1')
  assert.equal(judged(undefined, undefined), 'met presided')
})

const terms = (countsForQuorum: boolean, mayVote: boolean): Terms =>
  ({ remote: { status: 'stated', value: { countsForQuorum, mayVote, proxy: false }, source: null } }) as unknown as Terms

test('M8, G17: the law that wants members in the room stands above the terms; without either nothing is ruled', () => {
  assert.deepEqual(remoteRuling(true, terms(true, true)), { counts: false, votes: false, by: 'law' })
  assert.deepEqual(remoteRuling(false, terms(true, false)), { counts: true, votes: false, by: 'terms' })
  assert.equal(remoteRuling(false, undefined), undefined)
})

test('M8, G17: a meeting rests on the remote link where it had a quorum only with those on it', () => {
  const basis: QuorumBasis = {
    rule: { kind: 'at-least', n: 2, counts: 'people', of: { kind: 'members' } },
    modesCounted: ['in-room'],
    groupNames: new Map(),
    places: ['ana', 'ben', 'cem'].map((name) => ({ key: `${name}/1`, group: null, voting: 'voting', filled: true, agency: null })),
    stays: [stay('ana'), stay('ben', { mode: 'remote' })],
    chairs: [],
    consultation: null,
    deputiesNotAccepted: new Set(),
    chairAgencies: new Map(),
    exclusions: [],
  }
  assert.equal(restsOnRemote(basis, start), true)
  assert.equal(restsOnRemote({ ...basis, stays: [...basis.stays, stay('cem')] }, start), false)
  assert.equal(
    restsOnRemote({ ...basis, stays: [...basis.stays, stay('cem', { to: at(30) })] }, start),
    true,
    'from the moment when one leaves',
  )
  assert.equal(restsOnRemote({ ...basis, stays: [stay('ana')] }, start), false, 'no quorum either way')
})

test('M8, G17: remote attendance is judged by who was counted and who voted', () => {
  const law = remoteRuling(true, undefined)
  const [neither, quorumOnly, both] = [terms(false, false), terms(true, false), terms(true, true)].map((one) => remoteRuling(false, one))
  const one = (change: Partial<RemoteFacts>): RemoteFacts => ({
    ...{ id: 'a', people: 1, carriesQuorum: false, votes: 0, ruling: undefined },
    ...change,
  })
  const judged = (...those: RemoteFacts[]) => {
    const { state, code } = judgeRemote(those)
    return `${state} ${code}`
  }
  assert.equal(judged(), 'not-testable no-attendance')
  assert.equal(judged(one({ people: 0, ruling: law })), 'met remote-none')
  assert.equal(judged(one({ carriesQuorum: true, ruling: law })), 'broken remote-unlawful')
  assert.equal(judged(one({ votes: 1, ruling: law })), 'broken remote-voted')
  assert.equal(judged(one({ ruling: law })), 'met remote-kept')
  assert.equal(judged(one({ votes: 2, ruling: quorumOnly })), 'broken remote-voted')
  assert.equal(judged(one({ carriesQuorum: true, ruling: neither })), 'at-risk remote-lost')
  assert.equal(judged(one({ carriesQuorum: true, votes: 3, ruling: both })), 'met remote-kept')
  assert.equal(judged(one({ carriesQuorum: true })), 'at-risk remote-silent')
  assert.equal(judged(one({})), 'met remote-kept')
})
