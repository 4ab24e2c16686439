import assert from 'node:assert/strict'
import test from 'node:test'
import type { Terms } from '#governance/public.ts'
import { type ComplianceFacts, judgeCompliance, type MeetingFacts } from './compliance.ts'

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const stated = <Value>(value: Value) => ({ status: 'stated' as const, value, source: null })
const silent = { status: 'not-stated' as const, value: null, source: null }
const terms = {
  quorum: stated({ kind: 'chair-present' }),
  agendaOut: stated({ mode: 'working', noticeExcused: false, days: 5, cutOff: null }),
  draftMinutes: stated({}),
  minutesPublished: silent,
  attendance: stated({ share: { numerator: 70, denominator: 100 } }),
  reviewEveryMonths: stated(12),
  frequency: stated({ timesAYear: 4, everyMonths: null }),
  chair: stated({}),
  deputyChair: stated({ method: 'none' }),
  deputies: stated({ kind: 'forbidden' }),
  purpose: stated('To work together'),
} as unknown as Terms
const names = [
  'purpose',
  'quorum',
  'agendaOut',
  'draftMinutes',
  'minutesPublished',
  'attendance',
  'reviewEveryMonths',
  'frequency',
  'chair',
  'deputyChair',
  'deputies',
] as const
const held = (id: string, change: Partial<MeetingFacts> = {}): MeetingFacts => ({
  id,
  heldOn: day('2026-01-10'),
  held: true,
  ordinary: true,
  agendaOut: 'met',
  noticeExcused: false,
  quorum: { atStart: 'quorate', lostLater: false },
  deputiesRefused: 0,
  draftMinutes: 'met',
  minutesPublished: undefined,
  ...change,
})
const facts: ComplianceFacts = {
  today: day('2026-03-01'),
  terms,
  termsFrom: day('2025-06-01'),
  sharing: undefined,
  termsReview: { state: 'ahead', dueOn: day('2026-06-01'), isCustom: false },
  meetings: ['a', 'b', 'c', 'd'].map((id) => held(id)),
  places: 10,
  filled: 10,
  chair: { departsFromTerms: false, since: day('2025-09-01'), endsOn: undefined },
  hasDeputyChair: false,
  disputes: { open: 0, overdue: 0 },
  attendance: { members: 10, below: 0, letters: 0 },
}
const stateOf = (rule: string, change: Partial<ComplianceFacts> = {}): string => {
  const finding = judgeCompliance({ ...facts, ...change }, names).find((one) => one.rule === rule)
  return finding ? `${finding.state} ${finding.code}` : 'absent'
}

test('G17: every stated rule is judged, an unstated one is not, and what no record proves is left to a person', () => {
  const findings = judgeCompliance(facts, names)
  assert.equal(findings.length, names.length)
  assert.equal(stateOf('minutesPublished'), 'absent')
  assert.equal(stateOf('purpose'), 'not-testable by-a-person')
  assert.ok(findings.filter(({ rule }) => rule !== 'purpose').every(({ state }) => state === 'met'))
})

test('G17: one inquorate meeting breaks the rule and names the meeting; losing quorum later puts it at risk', () => {
  const bad = [held('a', { quorum: { atStart: 'not-quorate', lostLater: false } }), held('b')]
  const [worst] = judgeCompliance({ ...facts, meetings: bad }, ['quorum'])
  assert.deepEqual([worst?.rule, worst?.state, worst?.meetings], ['quorum', 'broken', ['a']])
  assert.equal(stateOf('quorum', { meetings: [held('a', { quorum: { atStart: 'quorate', lostLater: true } })] }), 'at-risk quorum-shaky')
  assert.equal(stateOf('quorum', { meetings: [held('a', { quorum: undefined })] }), 'not-testable no-attendance')
})

test('G17: notice, minutes, attendance, review, frequency, chair and seats are judged from their evidence', () => {
  assert.equal(stateOf('agendaOut', { meetings: [held('a', { agendaOut: 'late' })] }), 'broken notice-late')
  assert.equal(stateOf('agendaOut', { meetings: [held('a', { agendaOut: undefined })] }), 'not-testable no-certificate')
  assert.equal(stateOf('draftMinutes', { meetings: [held('a', { draftMinutes: 'missed-soft' })] }), 'at-risk draft-soft')
  assert.equal(stateOf('draftMinutes', { meetings: [held('a', { draftMinutes: 'overdue' })] }), 'broken draft-late')
  assert.equal(stateOf('attendance', { attendance: { members: 10, below: 1, letters: 1 } }), 'broken attendance-below')
  assert.equal(stateOf('attendance', { attendance: undefined }), 'not-testable no-attendance')
  assert.equal(
    stateOf('reviewEveryMonths', { termsReview: { state: 'overdue', dueOn: day('2026-02-01'), isCustom: false } }),
    'broken review-late',
  )
  assert.equal(
    stateOf('reviewEveryMonths', { termsReview: { state: 'soon', dueOn: day('2026-04-01'), isCustom: false } }),
    'at-risk review-soon',
  )
  assert.equal(
    stateOf('reviewEveryMonths', { termsReview: { state: 'amending', dueOn: day('2026-02-01'), isCustom: false } }),
    'at-risk review-amending',
  )
  assert.equal(stateOf('frequency', { meetings: [held('a')] }), 'not-testable frequency-young')
  assert.equal(stateOf('frequency', { meetings: [held('a')], termsFrom: day('2024-01-01') }), 'broken frequency')
  assert.equal(stateOf('frequency', { meetings: [], termsFrom: day('2024-01-01') }), 'not-testable frequency-unrecorded')
  assert.equal(stateOf('chair', { chair: undefined }), 'broken chair-vacant')
  assert.equal(
    stateOf('chair', { chair: { departsFromTerms: true, since: day('2025-09-01'), endsOn: undefined } }),
    'at-risk chair-departs',
  )
  assert.equal(stateOf('seats', { filled: 9 }), 'at-risk seats-vacant')
  assert.equal(stateOf('sharing', { sharing: { of: 3, overdue: 1, soon: 1 } }), 'broken sharing-late')
  assert.equal(stateOf('sharing', { sharing: { of: 3, overdue: 0, soon: 1 } }), 'at-risk sharing-soon')
  assert.equal(stateOf('sharing', { sharing: { of: 3, overdue: 0, soon: 0 } }), 'met sharing-met')
  assert.equal(stateOf('deputies', { meetings: [held('a', { deputiesRefused: 1 })] }), 'broken deputies-refused')
})

test('G17, G11: a standing item that was missing breaks the rule, one left out or without a meeting is a risk, and none due proves nothing', () => {
  const named = { ...terms, standingItems: stated([{ key: 'budget', title: 'Budget', months: null }]) } as unknown as Terms
  const miss = { title: 'Budget', meeting: 'b', isLeftOut: false }
  const judge = (standing: ComplianceFacts['standing']) =>
    judgeCompliance({ ...facts, terms: named, standing }, ['standingItems']).find(({ rule }) => rule === 'standingItems')
  const code = (standing: ComplianceFacts['standing']): string => `${judge(standing)?.state} ${judge(standing)?.code}`
  assert.equal(code(undefined), 'not-testable standing-none')
  assert.equal(code({ due: 0, misses: [], unplaced: [] }), 'not-testable standing-none')
  assert.equal(code({ due: 4, misses: [], unplaced: [] }), 'met standing-met')
  assert.equal(code({ due: 4, misses: [], unplaced: ['Budget'] }), 'at-risk standing-unplaced')
  assert.equal(code({ due: 4, misses: [{ ...miss, isLeftOut: true }], unplaced: [] }), 'at-risk standing-left-out')
  const broken = judge({ due: 4, misses: [miss, { ...miss, isLeftOut: true }], unplaced: [] })
  assert.deepEqual([broken?.state, broken?.details, broken?.meetings], ['broken', { bad: 1, of: 4, titles: 'Budget' }, ['b']])
})

test('G17, G13, G14: registers, reports and the length of meetings are judged where there is a record of them', () => {
  const named = { ...terms, interests: stated({}), longestMinutes: stated(120), reporting: silent } as unknown as Terms
  const code = (rule: string, change: Partial<ComplianceFacts>): string | undefined => {
    const found = judgeCompliance({ ...facts, terms: named, ...change }, ['interests', 'longestMinutes', 'reporting']).find(
      (one) => one.rule === rule,
    )
    return found && `${found.state} ${found.code}`
  }
  assert.deepEqual(
    [undefined, { of: 9, overdue: 0 }, { of: 9, overdue: 2 }].map((registers) => code('interests', { registers })),
    ['not-testable registers-none', 'met registers-met', 'broken registers-late'],
  )
  assert.deepEqual(
    [undefined, { of: 2, overdue: 0 }, { of: 2, overdue: 1 }].map((reports) => code('reports', { reports })),
    [undefined, 'met reports-met', 'broken reports-late'],
  )
  const lasting = (minutesLong: number | undefined, isHeld: boolean) => ({ meetings: [held('a', { minutesLong, held: isHeld })] })
  assert.equal(code('longestMinutes', lasting(undefined, true)), 'not-testable length-untimed')
  assert.equal(code('longestMinutes', lasting(120, true)), 'met length-kept')
  assert.equal(code('longestMinutes', lasting(121, true)), 'broken length-over')
  assert.equal(code('longestMinutes', lasting(121, false)), 'at-risk length-planned')
})

test('G9: a dispute whose step is overdue breaks the rule, an open one is a risk, and none is none', () => {
  const ladder = { ...terms, disputes: { status: 'stated', value: ['The partnership'], source: null } } as ComplianceFacts['terms']
  const state = (open: number, overdue: number) =>
    judgeCompliance({ ...facts, terms: ladder, disputes: { open, overdue } }, ['disputes']).find(({ rule }) => rule === 'disputes')?.state
  assert.deepEqual([state(0, 0), state(2, 0), state(2, 1)], ['met', 'at-risk', 'broken'])
})

test('G5: lacking somebody whom the law names breaks the rule, so does a meeting without them; a board that must have nobody is not judged', () => {
  const composition = (short: readonly string[], bad: readonly string[]) => ({ composition: { of: 2, short, meetings: { of: 4, bad } } })
  assert.equal(stateOf('composition'), 'absent')
  assert.equal(stateOf('composition', composition([], [])), 'met composition-met')
  assert.equal(stateOf('composition', composition(['Clinician'], [])), 'broken composition-short')
  assert.equal(stateOf('composition', composition([], ['a'])), 'broken composition-absent')
})

test('G5: a term that is over breaks what the terms say, one that ends with nobody to follow is at risk', () => {
  const standing = (over: readonly string[], soon: readonly string[]) => ({ seatTerms: { of: 4, over, soon, firstOn: undefined } })
  assert.equal(stateOf('seat-terms'), 'absent')
  assert.equal(stateOf('seat-terms', standing(['Ana'], ['Ben'])), 'broken seat-terms-over')
  assert.equal(stateOf('seat-terms', standing([], ['Ben'])), 'at-risk seat-terms-soon')
  assert.equal(stateOf('seat-terms', standing([], [])), 'met seat-terms-running')
})
