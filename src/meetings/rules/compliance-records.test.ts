import assert from 'node:assert/strict'
import test from 'node:test'
import type { Terms } from '#governance/public.ts'
import { findingWords } from '../words/compliance.ts'
import { type ComplianceFacts, judgeCompliance } from './compliance.ts'
import { type CopiesFacts, judgeCopies, judgeOpenness, type OpennessFacts } from './compliance-access.ts'
import type { Found } from './compliance-finding.ts'
import { judgeDuties, judgeReports, judgeYearly } from './compliance-owed.ts'
import { judgeConsents, judgeHandIn, judgeIntake, judgeNominations, type NominationFacts, type PaperFacts } from './compliance-papers.ts'

/** The state and code; every code has a sentence of its own. */
function said({ state, code, details, meetings }: Found): string {
  const { evidence, next } = findingWords({ rule: 'purpose', state, code, details, meetings })
  assert.notEqual(evidence, code, `${code} has no sentence`)
  assert.doesNotMatch(`${evidence} ${next ?? ''}`, /undefined|NaN/)
  if (state === 'broken' || state === 'at-risk') assert.ok(next, `${code} says nothing to do next`)
  return `${state} ${code}`
}

const paper = (change: Partial<PaperFacts> = {}): PaperFacts => ({
  ...{ meeting: 'm', handedIn: 'met', isLate: false, isOut: true, lacks: [] },
  ...change,
})
const late = (change: Partial<PaperFacts> = {}): PaperFacts => paper({ handedIn: 'late', isLate: true, ...change })

test('G17, M5: papers are judged by the day on which they were handed in; a late one that was consented to is a risk, not a breach', () => {
  const judged = (papers: readonly PaperFacts[], consentRule = true) => said(judgeHandIn(papers, consentRule))
  assert.equal(judged([]), 'not-testable papers-none')
  assert.equal(judged([paper({ handedIn: undefined }), paper({ handedIn: 'not-known' })]), 'not-testable papers-none')
  assert.equal(judged([paper({ handedIn: 'not-yet-due' })]), 'not-testable papers-ahead')
  assert.equal(judged([paper(), paper({ handedIn: 'not-yet-due' })]), 'met papers-met')
  assert.equal(judged([paper(), paper({ handedIn: 'due-soon' })]), 'at-risk papers-soon')
  assert.equal(judged([paper(), late()]), 'at-risk papers-admitted')
  assert.equal(judged([paper(), late()], false), 'broken papers-late')
  assert.equal(judged([late(), late({ lacks: ['Chair'] })]), 'broken papers-late')
  const overdue = judgeHandIn([late(), paper({ handedIn: 'overdue', meeting: 'n' })], true)
  assert.deepEqual([said(overdue), overdue.details, overdue.meetings], ['broken papers-late', { bad: 2, of: 2, admitted: 1 }, ['m', 'n']])
})

test('G17, G10: a late paper that went out without a consent breaks the rule, one that waits for it is a risk', () => {
  const judged = (papers: readonly PaperFacts[], hasDay = true) => said(judgeConsents(papers, hasDay))
  assert.equal(judged([late()], false), 'not-testable late-no-day')
  assert.equal(judged([paper({ handedIn: 'not-yet-due' })]), 'not-testable papers-none')
  assert.equal(judged([paper()]), 'met late-none')
  assert.equal(judged([paper(), late()]), 'met late-consented')
  assert.equal(judged([late(), late({ isOut: false, lacks: ['Chair'] })]), 'at-risk late-asking')
  assert.equal(judged([late({ isOut: false, lacks: ['Chair'] }), late({ lacks: ['Chair'] })]), 'broken late-without')
})

const nomination = (change: Partial<NominationFacts> = {}): NominationFacts => ({
  ...{ state: 'accepted', meeting: 'm', standing: 'in-time', isForDecision: true, hasReason: false, isPassedOver: true },
  ...change,
})

test('G17, G10: what was taken is judged by the day on which it was nominated', () => {
  const judged = (...all: NominationFacts[]) => said(judgeNominations(all))
  assert.equal(judged(), 'not-testable nominated-none')
  assert.equal(
    judged(nomination({ state: 'refused', standing: 'late' }), nomination({ meeting: undefined })),
    'not-testable nominated-none',
  )
  assert.equal(judged(nomination({ standing: 'not-judged' })), 'not-testable nominated-none')
  assert.equal(judged(nomination(), nomination({ state: 'done' })), 'met nominated-met')
  assert.equal(judged(nomination(), nomination({ standing: 'late' })), 'broken nominated-late')
})

test('G17, G10: a nomination is answered, with a reason where it is refused, before the board meets again', () => {
  const judged = (all: readonly NominationFacts[], onlyDecisions = false) => said(judgeIntake(all, onlyDecisions))
  assert.equal(judged([nomination({ state: 'withdrawn' })]), 'not-testable intake-none')
  assert.equal(judged([nomination(), nomination({ state: 'refused', hasReason: true })]), 'met intake-met')
  assert.equal(judged([nomination({ state: 'nominated', isPassedOver: false })]), 'at-risk intake-waiting')
  assert.equal(judged([nomination({ state: 'nominated' })]), 'broken intake-passed-over')
  assert.equal(judged([nomination({ state: 'refused' })]), 'broken intake-unexplained')
  assert.equal(judged([nomination({ isForDecision: false })]), 'met intake-met')
  assert.equal(judged([nomination({ isForDecision: false })], true), 'broken intake-purpose')
})

test('G17, M7: public access is judged by open meetings and by packs that were public when members were told', () => {
  const meeting = (change: Partial<OpennessFacts> = {}): OpennessFacts => ({
    id: 'm',
    held: true,
    isOpen: true,
    pack: 'public',
    keepsMinutes: false,
    ...change,
  })
  const judged = (all: readonly OpennessFacts[], rule: Parameters<typeof judgeOpenness>[1] = { meetingsOpen: true, papersPublic: true }) =>
    said(judgeOpenness(all, rule))
  assert.equal(judged([meeting({ isOpen: false })], { meetingsOpen: false, papersPublic: null }), 'not-testable open-not-promised')
  assert.equal(judged([]), 'not-testable open-none')
  assert.equal(judged([meeting({ pack: undefined })], { meetingsOpen: null, papersPublic: true }), 'not-testable open-none')
  assert.equal(judged([meeting({ pack: undefined })]), 'met open-meetings')
  assert.equal(judged([meeting(), meeting({ pack: undefined })]), 'met open-packs')
  assert.equal(judged([meeting(), meeting({ held: false, isOpen: false })]), 'at-risk open-planned-closed')
  assert.equal(judged([meeting({ keepsMinutes: true })]), 'at-risk open-minutes')
  assert.equal(judged([meeting({ isOpen: false })]), 'broken open-closed')
  assert.equal(judged([meeting({ pack: 'members-only' })]), 'broken open-kept-back')
  assert.equal(judged([meeting({ pack: 'members-first' })]), 'broken open-members-first')
})

test('G17, M16: copies of which nobody has said anything by the day break the rule; a late word or a missing certificate is a risk', () => {
  const today = Temporal.PlainDate.from('2026-03-01')
  const copies = (change: Partial<CopiesFacts> = {}): CopiesFacts => ({
    ...{ id: 'm', of: 4, open: 0, late: 0, isCertified: true, dueOn: today.subtract({ days: 1 }) },
    ...change,
  })
  const judged = (...all: CopiesFacts[]) => said(judgeCopies(all, 'within-days', today))
  assert.equal(judgeCopies([copies({ open: 1 })], 'never', today).code, 'by-a-person')
  assert.equal(judged(), 'not-testable copies-none')
  assert.equal(judged(copies({ dueOn: undefined })), 'not-testable copies-no-day')
  assert.equal(judged(copies({ dueOn: today, open: 4 })), 'not-testable copies-ahead')
  assert.equal(judged(copies(), copies({ dueOn: today, open: 4 })), 'met copies-gone')
  assert.equal(judged(copies({ isCertified: false })), 'at-risk copies-uncertified')
  assert.equal(judged(copies({ late: 1 })), 'at-risk copies-late')
  assert.equal(judged(copies({ open: 1, late: 1 })), 'broken copies-open')
})

test('G17, G14, G15: reports and duties of protocols are judged by their day; a report that was never recorded accuses nobody', () => {
  const duties = (change: Partial<Parameters<typeof judgeDuties>[0]>) =>
    said(judgeDuties({ of: 3, overdue: 0, soon: 0, metLate: 0, done: 0, ...change }))
  assert.equal(duties({}), 'not-testable duties-ahead')
  assert.equal(duties({ done: 1 }), 'met duties-met')
  assert.equal(duties({ done: 1, metLate: 1 }), 'at-risk duties-late')
  assert.equal(duties({ soon: 1, metLate: 1 }), 'at-risk duties-soon')
  assert.equal(duties({ overdue: 1, soon: 1 }), 'broken duties-overdue')
  assert.equal(said(judgeReports(undefined)), 'not-testable reports-none')
  assert.equal(said(judgeReports({ of: 2, overdue: 0, soon: 1 })), 'at-risk reports-soon')
  assert.equal(said(judgeReports({ of: 2, overdue: 0, unrecorded: 1 })), 'at-risk reports-unrecorded')
  assert.equal(said(judgeReports({ of: 2, overdue: 1, unrecorded: 1 })), 'broken reports-late')
})

test('G17, G10, G13: where the terms are silent, notice is judged by the law and registers by the yearly look; where they speak, once', () => {
  const silent = { status: 'not-stated', value: null, source: null }
  const facts = {
    today: Temporal.PlainDate.from('2026-03-01'),
    terms: { agendaOut: silent, interests: silent, reporting: silent },
    meetings: [{ id: 'a', heldOn: Temporal.PlainDate.from('2026-01-10'), held: true, agendaOut: 'late', noticeExcused: false }],
    places: 1,
    filled: 1,
    registers: { of: 9, overdue: 1 },
    noticeLaw: { demands: 'Five clear days.', source: 'The act' },
  } as unknown as ComplianceFacts
  const judged = (one: ComplianceFacts) =>
    judgeCompliance(one, ['agendaOut', 'interests'])
      .filter(({ rule }) => rule !== 'seats')
      .map(({ rule, ...found }) => `${rule}: ${said(found)}`)
      .toSorted()
  assert.deepEqual(judged(facts), ['notice-law: broken notice-late', 'registers: broken registers-late'])
  assert.deepEqual(judged({ ...facts, noticeLaw: undefined, registers: undefined }), [])
  const stated = { status: 'stated', value: {}, source: null }
  const terms = { agendaOut: stated, interests: stated, reporting: silent } as unknown as Terms
  assert.deepEqual(judged({ ...facts, terms }), ['agendaOut: broken notice-late', 'interests: broken registers-late'])
})

test('P11, G17: what a board owes every year is judged by its months, and what is overdue is named', () => {
  const yearly = (change: Partial<Parameters<typeof judgeYearly>[0]>) =>
    said(judgeYearly({ of: 3, overdue: 0, soon: 0, metLate: 0, done: 0, late: [], ...change }))
  assert.equal(yearly({}), 'not-testable yearly-ahead')
  assert.equal(yearly({ done: 1 }), 'met yearly-met')
  assert.equal(yearly({ done: 1, metLate: 1 }), 'at-risk yearly-late')
  assert.equal(yearly({ soon: 1 }), 'at-risk yearly-soon')
  assert.equal(yearly({ overdue: 1, soon: 1, late: ['Annual report'] }), 'broken yearly-overdue')
  const { evidence } = findingWords({
    rule: 'yearly',
    ...judgeYearly({ of: 1, overdue: 1, soon: 0, metLate: 0, done: 0, late: ['Annual report'] }),
  })
  assert.match(evidence, /not done in its months: annual report\./)
})
