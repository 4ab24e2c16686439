import { z } from 'zod'
import { absenceRule, bodyFunction, chairRule, deputiesRule, deputyChairRule, memberDemand, seat, seatGroup } from './membership.ts'
import { day, key, line, rule } from './parts.ts'
import {
  attendanceRule,
  confidentialityRule,
  deadlineAfter,
  disputeStep,
  frequencyRule,
  intakeRule,
  interestsRule,
  latePapersRule,
  noticeBefore,
  numberingRule,
  publicAccessRule,
  remoteRule,
  report,
  standingItem,
  votingRule,
} from './procedure.ts'
import { quorumLoss, quorumRule } from './quorum-rule.ts'

/** A document that rules were read from; the earlier in this order, the higher it stands. */
const source = z.strictObject({
  id: key,
  kind: z.enum(['statute', 'standing-orders', 'terms', 'protocol', 'report', 'minutes', 'guidance']),
  title: line(300),
  date: day.nullable(),
})

const body = z.strictObject({
  name: line(200),
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum([
    'statutory-board',
    'strategic-partnership',
    'executive',
    'joint-commissioning-board',
    'delivery-board',
    'steering-group',
    'sub-group',
    'task-and-finish',
    'local-area-group',
    'scrutiny-committee',
    'review-panel',
    'cabinet',
    'governing-body',
  ]),
})

/** The portable form of terms of reference, format 'goldenthread-terms/1' (G4); docs/terms-of-reference.md explains it. */
export const termsSchema = z.strictObject({
  format: z.literal('goldenthread-terms/1'),
  key,
  /** The family whose arrangement several bodies share, e.g. 'delivery_board'; null for none. */
  family: key.nullable(),
  body,
  version: line(40),
  /** First day in force. */
  from: day,
  /** First day no longer in force; null while open. */
  until: day.nullable(),
  /** What a reader must know about the document as a whole. */
  note: line(500).exactOptional(),
  sources: z.array(source).min(1).max(20),
  purpose: rule(line(1000)),
  responsibilities: rule(z.array(line(300)).min(1).max(40)),
  functions: rule(z.array(bodyFunction).min(1).max(40)),
  groups: z.array(seatGroup).max(20),
  seats: z.array(seat).max(100),
  /** Who must be on the body by the law or these terms; left out where nobody is named. */
  composition: z.array(memberDemand).min(1).max(40).exactOptional(),
  /** `onLoss` says what follows when it is lost; left out where the source does not say. */
  quorum: rule(quorumRule).safeExtend({ onLoss: quorumLoss.exactOptional() }),
  remote: rule(remoteRule),
  chair: rule(chairRule),
  deputyChair: rule(deputyChairRule),
  absenceOfBoth: rule(absenceRule),
  deputies: rule(deputiesRule),
  voting: rule(votingRule),
  nominateItems: rule(noticeBefore),
  papersDue: rule(noticeBefore),
  agendaOut: rule(noticeBefore),
  draftMinutes: rule(deadlineAfter),
  minutesPublished: rule(deadlineAfter),
  latePapers: rule(latePapersRule),
  intake: rule(intakeRule),
  frequency: rule(frequencyRule),
  longestMinutes: rule(z.int().min(10).max(1440)),
  standingItems: rule(z.array(standingItem).min(1).max(40)),
  attendance: rule(attendanceRule),
  interests: rule(interestsRule),
  publicAccess: rule(publicAccessRule),
  confidentiality: rule(confidentialityRule),
  minuteNumbers: rule(numberingRule),
  decisionNumbers: rule(numberingRule),
  reporting: rule(z.array(report).min(1).max(20)),
  reviewEveryMonths: rule(z.int().min(1).max(120)),
  disputes: rule(z.array(disputeStep).min(1).max(10)),
})

/** Terms of reference as rules (G4). */
export type Terms = z.infer<typeof termsSchema>

/** The names of the rules in a terms document: every section that holds one. */
export type RuleName = {
  [Name in keyof Terms]-?: Terms[Name] extends { status: unknown } ? Name : never
}[keyof Terms]

/** The rules of a terms document in the order in which a reader meets them. */
export const ruleNames: readonly RuleName[] = [
  'purpose',
  'responsibilities',
  'functions',
  'quorum',
  'remote',
  'chair',
  'deputyChair',
  'absenceOfBoth',
  'deputies',
  'voting',
  'nominateItems',
  'papersDue',
  'agendaOut',
  'draftMinutes',
  'minutesPublished',
  'latePapers',
  'intake',
  'frequency',
  'longestMinutes',
  'standingItems',
  'attendance',
  'interests',
  'publicAccess',
  'confidentiality',
  'minuteNumbers',
  'decisionNumbers',
  'reporting',
  'reviewEveryMonths',
  'disputes',
]
