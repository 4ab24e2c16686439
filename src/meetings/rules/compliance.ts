import type {
  AfterVerdict,
  NoticeVerdict,
  QuorumVerdict,
  RuleName,
  SeatTermsStanding,
  Terms,
  TermsReviewStanding,
} from '#governance/public.ts'
import { type ChairKept, judgeChairKept } from './chair-kept.ts'
import { type CopiesFacts, judgeCopies, judgeOpenness, type OpennessFacts } from './compliance-access.ts'
import { judgeLength, judgeStanding } from './compliance-agenda.ts'
import { type ComplianceState, type Found, found, untested } from './compliance-finding.ts'
import {
  type DutiesFacts,
  judgeDuties,
  judgeRegisters,
  judgeReports,
  judgeSharing,
  judgeYearly,
  type RegistersFacts,
  type ReportsFacts,
  type SharingFacts,
  type YearlyFacts,
} from './compliance-owed.ts'
import { judgeConsents, judgeHandIn, judgeIntake, judgeNominations, type NominationFacts, type PaperFacts } from './compliance-papers.ts'
import { type ChairTaken, judgeBothAbsent, judgePresided } from './compliance-presiding.ts'
import { judgeRemote, type RemoteFacts } from './compliance-remote.ts'
import { judgeSeatTerms } from './seat-terms-kept.ts'
import type { StandingKept } from './standing-kept.ts'

/** What is known of one meeting. */
export interface MeetingFacts {
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  /** True once it was held; false while it is ahead. */
  readonly held: boolean
  readonly ordinary: boolean
  /** Undefined: no certificate of a past meeting, or no rule. `due-soon`: three days or fewer are left. */
  readonly agendaOut: NoticeVerdict['state'] | 'due-soon' | undefined
  /** True where the reason of late notice and its approver are recorded. */
  readonly noticeExcused: boolean
  /** Undefined: nobody's attendance is recorded, or none that the reader may see. */
  readonly quorum: { readonly atStart: QuorumVerdict['state']; readonly lostLater: boolean } | undefined
  readonly deputiesRefused: number
  /** Left out where nobody's attendance is recorded, and where another body called the meeting. */
  readonly chairTaken?: Omit<ChairTaken, 'id'> | undefined
  readonly remote?: Omit<RemoteFacts, 'id'> | undefined
  /** By the times stated for it; left out where one is not. */
  readonly minutesLong?: number | undefined
  readonly draftMinutes: AfterVerdict['state'] | undefined
  readonly minutesPublished: AfterVerdict['state'] | undefined
}

/** Everything that compliance is judged on. */
export interface ComplianceFacts {
  readonly today: Temporal.PlainDate
  readonly terms: Terms
  /** First day of the terms in force. */
  readonly termsFrom: Temporal.PlainDate
  /** How their yearly review stands. */
  readonly termsReview: TermsReviewStanding
  /** Of the last twelve months and those ahead, in any order. */
  readonly meetings: readonly MeetingFacts[]
  readonly places: number
  readonly filled: number
  /** Undefined: nobody holds the chair. */
  readonly chair: ChairKept | undefined
  readonly hasDeputyChair: boolean
  /** Whom the law or the terms want on the board; left out where they name nobody. */
  readonly composition?: CompositionFacts | undefined
  /** How the terms of those who sit on it stand; left out where none has an end. */
  readonly seatTerms?: SeatTermsStanding | undefined
  /** Registers of interests of those who sit on it, and those that were not looked through in time; left out where nobody keeps one. */
  readonly registers?: RegistersFacts | undefined
  /** Reports that it owes other boards by a cadence, and those that are overdue; left out where it owes none. */
  readonly reports?: ReportsFacts | undefined
  /** Duties of protocols with other bodies, then those of every year; left out where there are none. */
  readonly duties?: DutiesFacts | undefined
  readonly yearly?: YearlyFacts | undefined
  /** Papers of its own meetings; left out where the reader may know of none. */
  readonly papers?: readonly PaperFacts[]
  readonly nominations?: readonly NominationFacts[]
  readonly openness?: readonly OpennessFacts[]
  readonly copies?: readonly CopiesFacts[]
  /** What the law asks of notice today, in words; undefined where it asks nothing. */
  readonly noticeLaw?: { readonly demands: string; readonly source: string } | undefined
  /** Where the law wants members in the room today; undefined where it does not. */
  readonly presenceLaw?: { readonly source: string } | undefined
  /** How its standing items were taken; left out where its terms name none. */
  readonly standing?: StandingKept | undefined
  /** Disputes of the board that are not settled, and those of them whose step is overdue. */
  readonly disputes: { readonly open: number; readonly overdue: number }
  readonly sharing: SharingFacts | undefined
  /** Undefined: no attendance that could be counted. */
  readonly attendance: { readonly members: number; readonly below: number; readonly letters: number } | undefined
}

/** How a board keeps who must be on it (G5). */
export interface CompositionFacts {
  readonly of: number
  /** The roles and capacities in which somebody is lacking today. */
  readonly short: readonly string[]
  /** Of the last twelve months: recorded meetings at whose start somebody was lacking whom every meeting must have. */
  readonly meetings: { readonly of: number; readonly bad: readonly string[] }
}

/** Rules that do not stand in the terms and are kept all the same. */
export const furtherRules = [
  ...(['seats', 'composition', 'seat-terms', 'presided', 'remote-attendance', 'sharing', 'reports', 'registers', 'duties'] as const),
  ...(['yearly', 'notice-law'] as const),
] as const

/** What was found about one rule. */
export interface ComplianceFinding extends Found {
  readonly rule: RuleName | (typeof furtherRules)[number]
}

type Judge = (facts: ComplianceFacts) => Found

const judgeQuorumKept: Judge = ({ meetings }) => {
  const known = meetings.filter(({ held, quorum }) => held && quorum !== undefined)
  const tested = known.filter(({ quorum }) => quorum?.atStart !== 'not-stated' && quorum?.atStart !== 'undefined')
  if (tested.length === 0) return untested(known.length === 0 ? 'no-attendance' : 'quorum-undefined')
  const without = tested.filter(({ quorum }) => quorum?.atStart === 'not-quorate')
  if (without.length > 0) return found('broken', 'not-quorate', { bad: without.length, of: tested.length }, without)
  const shaky = tested.filter(({ quorum }) => quorum?.lostLater || quorum?.atStart === 'quorate-by-exception')
  if (shaky.length > 0) return found('at-risk', 'quorum-shaky', { bad: shaky.length, of: tested.length }, shaky)
  return found('met', 'quorate', { of: tested.length }, tested)
}

const judgeNotice: Judge = ({ meetings }) => {
  const tested = meetings.filter(({ agendaOut }) => agendaOut !== undefined && agendaOut !== 'not-known')
  const late = tested.filter(({ agendaOut }) => agendaOut === 'late' || agendaOut === 'overdue')
  const unexplained = late.filter(({ noticeExcused }) => !noticeExcused).length
  if (late.length > 0) return found('broken', 'notice-late', { bad: late.length, of: tested.length, unexplained }, late)
  const soon = tested.filter(({ agendaOut }) => agendaOut === 'due-soon')
  if (soon.length > 0) return found('at-risk', 'notice-soon', {}, soon)
  const done = tested.filter(({ agendaOut }) => agendaOut === 'met')
  return done.length === 0 ? untested('no-certificate') : found('met', 'notice-given', { of: done.length }, done)
}

function judgeAfter(pick: (meeting: MeetingFacts) => AfterVerdict['state'] | undefined, what: string): Judge {
  return ({ meetings }) => {
    const tested = meetings.filter(
      (meeting) => meeting.held && pick(meeting) !== undefined && pick(meeting) !== 'not-known' && pick(meeting) !== 'clock-not-started',
    )
    const of = (...states: AfterVerdict['state'][]) => tested.filter((meeting) => states.some((state) => state === pick(meeting)))
    const late = of('late', 'overdue')
    if (late.length > 0) return found('broken', `${what}-late`, { bad: late.length, of: tested.length }, late)
    const soft = of('missed-soft')
    if (soft.length > 0) return found('at-risk', `${what}-soft`, { bad: soft.length, of: tested.length }, soft)
    const soon = of('due-soon')
    if (soon.length > 0) return found('at-risk', `${what}-soon`, {}, soon)
    return tested.length === 0 ? untested(`${what}-none`) : found('met', `${what}-met`, { of: tested.length }, tested)
  }
}

const judgeAttendance: Judge = ({ attendance, terms }) => {
  if (attendance === undefined) return untested('no-attendance')
  if (terms.attendance.value?.share == null)
    return attendance.letters > 0 ? found('at-risk', 'attendance-misses', { bad: attendance.letters }) : untested('attendance-no-share')
  const { members, below, letters } = attendance
  if (below > 0) return found('broken', 'attendance-below', { bad: below, of: members })
  return letters > 0 ? found('at-risk', 'attendance-misses', { bad: letters }) : found('met', 'attendance-met', { of: members })
}

const judgeReview: Judge = ({ termsReview: { state, dueOn }, today }) => {
  if (dueOn === undefined) return untested('by-a-person')
  const details = { due: dueOn.toString() }
  if (state === 'overdue') return found('broken', 'review-late', details)
  if (state === 'amending') return found(Temporal.PlainDate.compare(today, dueOn) > 0 ? 'at-risk' : 'met', 'review-amending', details)
  return state === 'soon' ? found('at-risk', 'review-soon', details) : found('met', 'review-ahead', details)
}

const judgeFrequency: Judge = ({ terms, termsFrom, today, meetings }) => {
  const rule = terms.frequency.value
  const expected = rule?.timesAYear ?? (rule?.everyMonths ? Math.floor(12 / rule.everyMonths) : null)
  if (expected === null) return untested('frequency-open')
  const held = meetings.filter((meeting) => meeting.held && meeting.ordinary)
  const details = { held: held.length, expected }
  if (held.length >= expected) return found('met', 'frequency', details, held)
  // An empty record says nothing about whether the board met: nobody is accused on it.
  if (!meetings.some((meeting) => meeting.held)) return untested('frequency-unrecorded')
  if (Temporal.PlainDate.compare(termsFrom, today.subtract({ months: 12 })) > 0) return found('not-testable', 'frequency-young', details)
  return found('broken', 'frequency', details, held)
}

const judgeChair: Judge = ({ chair, terms, today }) => judgeChairKept(chair, terms.chair.value, today)

const judgeDeputyChair: Judge = ({ terms, hasDeputyChair }) => {
  if (terms.deputyChair.value?.method === 'none') return found('met', 'deputy-chair-none')
  return hasDeputyChair ? found('met', 'deputy-chair-held') : found('at-risk', 'deputy-chair-vacant')
}

const judgeDeputies: Judge = ({ meetings }) => {
  const known = meetings.filter(({ held, quorum }) => held && quorum !== undefined)
  if (known.length === 0) return untested('no-attendance')
  const bad = known.filter(({ deputiesRefused }) => deputiesRefused > 0)
  return bad.length > 0
    ? found('broken', 'deputies-refused', { bad: bad.length, of: known.length }, bad)
    : found('met', 'deputies-fine', { of: known.length }, known)
}

const judgeDisputes: Judge = ({ disputes: { open, overdue } }) => {
  if (overdue > 0) return found('broken', 'disputes-overdue', { bad: overdue, of: open })
  return open > 0 ? found('at-risk', 'disputes-open', { bad: open }) : found('met', 'disputes-none')
}

const judges: Readonly<Partial<Record<RuleName, Judge>>> = {
  quorum: judgeQuorumKept,
  agendaOut: judgeNotice,
  draftMinutes: judgeAfter(({ draftMinutes }) => draftMinutes, 'draft'),
  minutesPublished: judgeAfter(({ minutesPublished }) => minutesPublished, 'published'),
  attendance: judgeAttendance,
  reviewEveryMonths: judgeReview,
  frequency: judgeFrequency,
  standingItems: ({ standing, meetings }) => judgeStanding(standing, meetings),
  longestMinutes: ({ terms, meetings }) => judgeLength(terms.longestMinutes.value, meetings),
  interests: ({ registers }) => judgeRegisters(registers),
  reporting: ({ reports }) => judgeReports(reports),
  papersDue: ({ papers = [], terms }) => judgeHandIn(papers, terms.latePapers?.value != null),
  latePapers: ({ papers = [], terms }) => judgeConsents(papers, terms.papersDue?.value != null),
  nominateItems: ({ nominations = [] }) => judgeNominations(nominations),
  intake: ({ nominations = [], terms }) => judgeIntake(nominations, terms.intake.value?.onlyDecisions === true),
  publicAccess: ({ openness = [], terms }) => judgeOpenness(openness, terms.publicAccess.value),
  confidentiality: ({ copies = [], terms, today }) => judgeCopies(copies, terms.confidentiality.value?.destroyed ?? 'never', today),
  chair: judgeChair,
  deputyChair: judgeDeputyChair,
  absenceOfBoth: ({ meetings, terms }) =>
    judgeBothAbsent(chairsTaken(meetings), terms.absenceOfBoth.value?.remedy ?? 'elect-as-first-item'),
  remote: ({ meetings }) => judgeRemote(remoteOf(meetings)),
  deputies: judgeDeputies,
  disputes: judgeDisputes,
}

const chairsTaken = (meetings: readonly MeetingFacts[]): readonly ChairTaken[] =>
  meetings.flatMap(({ id, held, chairTaken }) => (held && chairTaken ? [{ id, ...chairTaken }] : []))
const remoteOf = (meetings: readonly MeetingFacts[]): readonly RemoteFacts[] =>
  meetings.flatMap(({ id, held, remote }) => (held && remote ? [{ id, ...remote }] : []))

/** Who took the chair, and remote attendance where the terms are silent on it and somebody made use of it or the law speaks (G8, M8). */
function presenceOf({ meetings, terms }: ComplianceFacts): readonly ComplianceFinding[] {
  const [chairs, remote] = [chairsTaken(meetings), remoteOf(meetings)]
  const matters = remote.some(({ people, ruling }) => people > 0 || ruling?.by === 'law')
  return [
    ...(chairs.length === 0 ? [] : [{ rule: 'presided' as const, ...judgePresided(chairs) }]),
    ...(terms.remote?.value || !matters ? [] : [{ rule: 'remote-attendance' as const, ...judgeRemote(remote) }]),
  ]
}

/** What is owed although the terms are silent: reviews of agreements on information (G19), reports (G14), a yearly look at the registers (G13), duties of protocols (G15), duties of every year (P11), and notice by law (G10). */
function owedOf(facts: ComplianceFacts): readonly ComplianceFinding[] {
  const { terms, reports, registers, duties, yearly, noticeLaw, sharing } = facts
  return [
    ...(sharing === undefined ? [] : [{ rule: 'sharing' as const, ...judgeSharing(sharing) }]),
    ...(reports === undefined || terms.reporting?.value ? [] : [{ rule: 'reports' as const, ...judgeReports(reports) }]),
    ...(registers === undefined || terms.interests?.value ? [] : [{ rule: 'registers' as const, ...judgeRegisters(registers) }]),
    ...(duties === undefined ? [] : [{ rule: 'duties' as const, ...judgeDuties(duties) }]),
    ...(yearly === undefined ? [] : [{ rule: 'yearly' as const, ...judgeYearly(yearly) }]),
    ...(noticeLaw === undefined || terms.agendaOut?.value ? [] : [{ rule: 'notice-law' as const, ...judgeNotice(facts) }]),
  ]
}

/** Who must be on the board by the law or its terms, on every day and at every meeting (G5). */
function compositionOf({ composition }: ComplianceFacts): readonly ComplianceFinding[] {
  if (composition === undefined) return []
  const { of, short, meetings } = composition
  const rule = 'composition'
  if (short.length > 0)
    return [{ rule, ...found('broken', 'composition-short', { bad: short.length, of, who: short.join(', ') }), meetings: meetings.bad }]
  const details = { bad: meetings.bad.length, of: meetings.of }
  if (meetings.bad.length > 0) return [{ rule, ...found('broken', 'composition-absent', details), meetings: meetings.bad }]
  return [{ rule, ...found('met', 'composition-met', { of }) }]
}

const order: readonly ComplianceState[] = ['broken', 'at-risk', 'met', 'not-testable']

/**
 * Judges every rule that the terms in force state, the seats, and what is owed besides; the worst first. A rule that no record can prove or disprove is 'not-testable':
 * a person reads it. What neither the terms nor the law state is not judged at all.
 */
export function judgeCompliance(facts: ComplianceFacts, rules: readonly RuleName[]): readonly ComplianceFinding[] {
  const vacant = facts.places - facts.filled
  const seats: ComplianceFinding = {
    rule: 'seats',
    ...(facts.places === 0
      ? untested('no-seats')
      : vacant > 0
        ? found('at-risk', 'seats-vacant', { bad: vacant, of: facts.places })
        : found('met', 'seats-filled', { of: facts.places })),
  }
  const findings = rules
    .filter((rule) => facts.terms[rule].value !== null)
    .map((rule): ComplianceFinding => ({ rule, ...(judges[rule]?.(facts) ?? untested('by-a-person')) }))
  const terms = facts.seatTerms ? [{ rule: 'seat-terms' as const, ...judgeSeatTerms(facts.seatTerms), meetings: [] }] : []
  return [seats, ...compositionOf(facts), ...terms, ...presenceOf(facts), ...owedOf(facts), ...findings].toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  )
}
