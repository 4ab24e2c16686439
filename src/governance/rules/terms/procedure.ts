import { z } from 'zod'
import { day, key, line, timeOfDay } from './parts.ts'

const days = z.int().min(0).max(366)
const count = z.int().min(1).max(1000)

/** A deadline before a meeting (rules/notice.ts). */
export const noticeBefore = z.strictObject({
  mode: z.enum(['calendar', 'clear-calendar', 'working', 'clear-working', 's243']),
  days,
  cutOff: timeOfDay.nullable(),
  /** The organisation on whose closure days nothing counts as a working day ('working days of the council'); left out for none. */
  closedAt: line(200).exactOptional(),
})

/** A deadline after a meeting or an approval (rules/deadline-after.ts). */
export const deadlineAfter = z.strictObject({
  mode: z.enum(['calendar', 'working']),
  days,
  clock: z.strictObject({ from: z.enum(['meeting', 'approval']), reading: line(500), chosenBy: line(120).nullable() }),
  soft: z.boolean(),
})

const majority = z.strictObject({
  basis: z.enum(['present-and-voting', 'present', 'all-seats']),
  numerator: count,
  denominator: count,
  moreThan: z.boolean(),
})

/** How decisions are taken and votes are held (G9). */
export const votingRule = z.strictObject({
  consensusFirst: z.boolean(),
  /** Whether every voting member has one vote; null where the source does not say. */
  oneVoteEach: z.boolean().nullable(),
  /** The way of voting a decision that commits money must take; null where any way will do. */
  moneyMethod: z.enum(['show-of-hands']).nullable(),
  /** What a motion needs, in whole numbers (more than 1 of 2 of those present and voting); null where the source does not say. */
  majority: majority.nullable(),
  castingVote: z.enum(['on-a-tie', 'without-a-majority']).nullable(),
  notPermittedOn: z.array(z.enum(['policy', 'resources'])),
  /** Where a matter that may not be voted on goes. */
  referTo: z.array(line(200)),
  /** Where majority and minority views go in a disagreement; empty where nothing is said. */
  viewsReferredTo: z.array(line(200)),
  /** True where the chair may put a decision off for more information. */
  mayPostpone: z.boolean(),
})

/** Who must consent to a late paper: every role named, or any one of them. */
export const latePapersRule = z.strictObject({
  consentOf: z.array(line(120)).min(1),
  need: z.enum(['all', 'any']),
  onlyExceptionally: z.boolean(),
})

/** What an item must satisfy to reach the agenda, and who says so. */
export const intakeRule = z.strictObject({
  onlyDecisions: z.boolean(),
  mustFitWorkPlan: z.boolean(),
  onTemplate: z.boolean(),
  agreedBy: z.array(line(120)),
  urgentItemsBy: line(120).nullable(),
})

/** How often a body meets (G11); `phase` is an opening period with its own interval, after which the frequency is reviewed: from a day of its own, or from that of the terms. */
export const frequencyRule = z.strictObject({
  timesAYear: z.int().min(1).max(366).nullable(),
  everyMonths: z.int().min(1).max(24).nullable(),
  minimum: z.boolean(),
  aimEveryMonths: z.int().min(1).max(24).nullable(),
  phase: z.strictObject({ everyMonths: z.int().min(1).max(24), forMonths: z.int().min(1).max(60), from: day.exactOptional() }).nullable(),
  extraordinary: z.boolean(),
})

/** An item that returns by itself; `months` is its interval, null at each meeting. */
export const standingItem = z.strictObject({ key, title: line(200), months: z.int().min(1).max(60).nullable(), from: line(200).nullable() })

/** What attendance is expected and what follows a miss (G12). */
export const attendanceRule = z.strictObject({
  /** The share expected, in whole numbers; null where only the steps are stated. */
  share: z.strictObject({ numerator: count, denominator: count }).nullable(),
  developmentDays: z.boolean(),
  explanationAfter: z.int().min(1).max(20).nullable(),
  letterAfter: z.int().min(1).max(20).nullable(),
  /** Whether the misses that lead to a letter must follow one another; null where the source does not say. */
  consecutive: z.boolean().nullable(),
  /** Whether the register is published; null where the source does not say. */
  registerPublic: z.boolean().nullable(),
})

const consequence = z.enum(['stay', 'stay-silent', 'leave', 'chair-decides', 'not-stated'])

/** What follows a declared interest (G13): `pecuniary` for an interest of money, `default` for every other. */
export const interestsRule = z.strictObject({
  default: consequence,
  pecuniary: consequence,
  /** True where a member may be asked out for a vote. */
  mayBeAskedToLeave: z.boolean(),
  register: z.boolean(),
  reviewedEveryMonths: z.int().min(1).max(60).nullable(),
  otherMembershipsDeclared: z.boolean(),
})

/** Whether the public may come and read; null where the source does not say. */
export const publicAccessRule = z.strictObject({
  meetingsOpen: z.boolean().nullable(),
  papersPublic: z.boolean().nullable(),
  attendanceRecorded: z.boolean().nullable(),
})

/** What happens to papers that are not public. `days` belongs to 'within-days': how many days after the meeting the copies are destroyed by. */
export const confidentialityRule = z.strictObject({
  marked: z.boolean(),
  destroyed: z.enum(['end-of-meeting', 'within-days', 'never']),
  days: z.int().min(1).max(365).nullable().optional(),
})

/** Whether remote and proxy attendance count. */
export const remoteRule = z.strictObject({ countsForQuorum: z.boolean(), mayVote: z.boolean(), proxy: z.boolean() })

/** How minutes or decisions are numbered: running on across meetings, or from 1 at each; `start` is the first number, null where unknown. */
export const numberingRule = z.strictObject({ runsOn: z.boolean(), start: z.int().min(1).max(100000).nullable() })

/** What the body reports to another; `months` is the interval, null as needed. */
export const report = z.strictObject({ to: line(200), what: line(200), months: z.int().min(1).max(60).nullable() })

/** A step of the ladder on which a dispute is taken up: who decides it, and within how many days where the source says so. */
export const disputeStep = z.union([line(200), z.strictObject({ who: line(200), days: z.int().min(1).max(366) })])

/** A deadline before a meeting. */
export type NoticeBeforeRule = z.infer<typeof noticeBefore>
/** How decisions are taken and votes are held. */
export type VotingRule = z.infer<typeof votingRule>
/** Who must consent to a late paper. */
export type LatePapersRule = z.infer<typeof latePapersRule>
/** What an item must satisfy to reach the agenda. */
export type IntakeRule = z.infer<typeof intakeRule>
/** How often a body meets. */
export type FrequencyRule = z.infer<typeof frequencyRule>
/** An item that returns by itself. */
export type StandingItem = z.infer<typeof standingItem>
/** What attendance is expected. */
export type AttendanceRule = z.infer<typeof attendanceRule>
/** What follows a declared interest. */
export type InterestsRule = z.infer<typeof interestsRule>
/** Whether the public may come and read. */
export type PublicAccessRule = z.infer<typeof publicAccessRule>
/** What happens to papers that are not public. */
export type ConfidentialityRule = z.infer<typeof confidentialityRule>
/** Whether remote and proxy attendance count. */
export type RemoteRule = z.infer<typeof remoteRule>
/** How minutes or decisions are numbered. */
export type NumberingRule = z.infer<typeof numberingRule>
