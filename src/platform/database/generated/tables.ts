// Written by npm run generate from the migrated database. Do not change by hand.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** A JSON column: parsed when read, given as JSON text when written. */
export type Json = ColumnType<unknown, string, string>

/** A column with a default: need not be given when a row is made. */
export type Generated<T> = [T] extends [ColumnType<infer S, infer I, infer U>] ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export interface AssuranceAuditAction {
  id: string
  round: string
  organisation: string
  standard: string
  because: string
  text: Generated<string>
  lead: Generated<string>
  due_on: Temporal.PlainDate | null
  done_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface AssuranceAuditAgency {
  round: string
  organisation: string
  lead: string | null
  moderator: string | null
  invited_on: Temporal.PlainDate | null
  reminded_on: Temporal.PlainDate | null
  submitted_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface AssuranceAuditAnswer {
  round: string
  organisation: string
  standard: string
  score: number | null
  evidence: Generated<string>
  link: Generated<string>
  at: Temporal.Instant
  actor: string
}

export interface AssuranceAuditModeration {
  round: string
  organisation: string
  standard: string
  score: number
  reason: Generated<string>
  moderator: string
  at: Temporal.Instant
}

export interface AssuranceAuditRound {
  id: string
  body: string
  toolkit: string
  sight: Generated<string>
  title: string
  pass_mark: number
  state: string
  opens_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  previous: string | null
  reported_on: Temporal.PlainDate | null
  summary: Generated<string>
  taken_back_reason: Generated<string>
  version: Generated<number>
}

export interface AssuranceCameBack {
  kind: string
  subject: string
  body: string
  milestone_on: Temporal.PlainDate
  plan_item: string
  meeting: string
  at: Temporal.Instant
}

export interface AssuranceCaseAudit {
  id: string
  body: string
  kind: string
  theme: string
  sample_how: string
  sample_size: number
  held_on: Temporal.PlainDate
  grades: string[]
  learning: Generated<string>
  again_of: string | null
  version: Generated<number>
}

export interface AssuranceCaseAuditItem {
  audit: string
  position: number
  question: string
  counts: number[]
}

export interface AssuranceChallenge {
  id: string
  body: string
  sight: Generated<string>
  number: number
  title: string
  text: string
  raised_by: string
  raised_on: Temporal.PlainDate
  meeting: string | null
  addressee: string | null
  addressee_office: string
  owner: string | null
  response: Generated<string>
  responded_on: Temporal.PlainDate | null
  impact: Generated<string>
  impact_evidence: Generated<string>
  impact_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  closed_meeting: string | null
  milestone_on: Temporal.PlainDate | null
  every_months: Generated<number>
  taken_back_reason: Generated<string>
  recorded_at: Temporal.Instant
  version: Generated<number>
}

export interface AssuranceChallengeLetter {
  step: string
  text: string
  sent_to: Generated<string>
  sent_how: Generated<string>
  answer: Generated<string>
  drafted_at: Temporal.Instant
  drafted_by: string
  sent_by: string | null
  sent_at: Temporal.Instant | null
}

export interface AssuranceChallengeStep {
  id: string
  challenge: string
  rule: string
  position: number
  who: string
  to_whom: string
  copied_to: Generated<string>
  sent_on: Temporal.PlainDate | null
  answer_due_on: Temporal.PlainDate | null
  answered_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface AssuranceLadderStep {
  id: string
  body: string | null
  position: number
  who: string
  to_whom: string
  copied_to: Generated<string>
  wait_days: number
  day_mode: string
  letter: string
  source: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface AssuranceRecommendation {
  id: string
  body: string
  sight: Generated<string>
  review: string | null
  source_kind: string
  source: string
  reference: string
  text: string
  rests_on: Generated<number[]>
  made_on: Temporal.PlainDate
  addressee: string | null
  addressee_office: string
  owner: string | null
  response_rule: string | null
  response_due_on: Temporal.PlainDate | null
  response: string | null
  response_reason: Generated<string>
  responded_on: Temporal.PlainDate | null
  milestone_on: Temporal.PlainDate | null
  every_months: Generated<number>
  closed_on: Temporal.PlainDate | null
  closed_because: Generated<string>
  closing_decision: string | null
  recorded_at: Temporal.Instant
  version: Generated<number>
  reopened_on: Temporal.PlainDate | null
  reopened_because: Generated<string>
  closings: Generated<Json>
}

export interface AssuranceRecommendationAction {
  id: string
  recommendation: string
  text: string
  lead: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
  progress: Generated<string>
  version: Generated<number>
}

export interface AssuranceRecommendationNote {
  id: string
  recommendation: string
  kind: string
  text: string
  evidence: Generated<string>
  on_day: Temporal.PlainDate
  actor: string
  at: Temporal.Instant
}

export interface AssuranceResponseRule {
  id: string
  name: string
  months: Generated<number>
  days: Generated<number>
  first_day_counts: Generated<boolean>
  source: string
  is_confirmed: Generated<boolean>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface AssuranceReview {
  id: string
  body: string
  sight: Generated<string>
  kind: string
  title: string
  scope: string
  outcomes_sought: Generated<string>
  asked_by: Generated<string>
  announced_on: Temporal.PlainDate
  lead: string | null
  parent_body: string | null
  summary: Generated<string>
  about_children: boolean
  anonymity_checked_by: string | null
  anonymity_checked_on: Temporal.PlainDate | null
  reported_on: Temporal.PlainDate | null
  report_meeting: string | null
  referred_on: Temporal.PlainDate | null
  referred_to: Generated<string>
  response_rule: string | null
  closed_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  taken_back_reason: Generated<string>
  again_of: string | null
  version: Generated<number>
}

export interface AssuranceReviewPart {
  id: string
  review: string
  kind: string
  number: number
  heading: Generated<string>
  organisation: string | null
  on_day: Temporal.PlainDate | null
  text: Generated<string>
  actor: string
  at: Temporal.Instant
}

export interface AssuranceToolkit {
  id: string
  body: string
  number: number
  title: string
  source: Generated<string>
  scores: Json
  pass_mark: number
  made_at: Temporal.Instant
}

export interface AssuranceToolkitStandard {
  toolkit: string
  key: string
  position: number
  title: string
  question: Generated<string>
}

export interface CaseworkAbsence {
  id: string
  person: string
  organisation: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  entered_by: string
  version: Generated<number>
}

export interface CaseworkAccessEntry {
  request: string
  source: string
  record: string
  digest: string
  verdict: string
  given: Generated<string>
  exemption: string | null
  because: Generated<string>
  decided_by: string
  decided_at: Temporal.Instant
}

export interface CaseworkAccessGrant {
  id: string
  episode: string
  person: string
  organisation: string
  class: string
  relation: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  agreement: string | null
  decision: string | null
  given_by: string
}

export interface CaseworkAccessRequest {
  id: string
  family: string
  subject: string
  asker: string | null
  asked_by: string
  entitled_by: string
  entitled_how: string
  received_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  rule: Temporal.PlainDate
  longer_because: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  sent_on: Temporal.PlainDate | null
  sent_how: string | null
  sent_by: string | null
  digest: string | null
  ended_on: Temporal.PlainDate | null
  ended_because: Generated<string>
  version: Generated<number>
}

export interface CaseworkAccessRule {
  starts_on: Temporal.PlainDate
  months: number
  longer_months: number
  source: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkAddress {
  id: string
  episode: string
  family: string
  person: string
  kind: string
  lines: Generated<string>
  postcode: Generated<string>
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  source: string
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkAddressShield {
  id: string
  episode: string
  family: string
  person: string
  shielded_from: string
  because: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkAdulthood {
  id: string
  episode: string
  person: string
  service: string
  asked_on: Temporal.PlainDate
  answer: string | null
  answered_on: Temporal.PlainDate | null
  answered_by: Generated<string>
  words: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkAdvice {
  id: string
  episode: string | null
  organisation: string
  asked_on: Temporal.PlainDate
  asked_by: string
  question: string
  answer: string
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkAgreement {
  id: string
  episode: string
  number: number
  is_given: boolean
  given_by: string
  entitled_by: string
  given_on: Temporal.PlainDate
  informed_how: string
  evidence: string
  holds_until: Temporal.PlainDate | null
  withdrawn_at: Temporal.Instant | null
  withdrawn_by: Generated<string>
  recorded_by: string
  version: Generated<number>
}

export interface CaseworkAgreementScope {
  agreement: string
  organisation: string
  class: string
}

export interface CaseworkAgreementStand {
  id: string
  episode: string
  said_by: string
  entitled_how: string
  stance: string
  organisations: Generated<string[]>
  classes: Generated<string[]>
  words: string
  said_on: Temporal.PlainDate
  evidence: string
  recorded_by: string
  recorded_at: Temporal.Instant
  verdict: string | null
  because: Generated<string>
  told_how: Generated<string>
  settled_by: string | null
  settled_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  ended_how: Generated<string>
  ended_by: string | null
  version: Generated<number>
}

export interface CaseworkAnswer {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  form_version: string
  field: string
  class: string
  row: Generated<number>
  codes: Generated<string[]>
  day: Temporal.PlainDate | null
  partial_day: string | null
  number: number | null
  words: Generated<string>
}

export interface CaseworkAssessment {
  id: string
  episode: string
  family: string
  entered_by: string
  entered_at: Temporal.Instant
  form_version: string
  number: string
  revision: Generated<number>
  corrects: string | null
  corrected_because: Generated<string>
  started_on: Temporal.PlainDate
  sent_on: Temporal.PlainDate | null
  completed_at: Temporal.Instant | null
  completed_by: string | null
  version: Generated<number>
  taken_back_at: Temporal.Instant | null
  taken_back_by: string | null
  taken_back_because: Generated<string>
}

export interface CaseworkAssessmentAuthor {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  person: string
  ended_at: Temporal.Instant | null
}

export interface CaseworkAssessmentChild {
  id: string
  episode: string
  family: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  person: string
}

export interface CaseworkAssessmentDraft {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  form_version: string
  part: string
  class: string
  fields: Json
  seen_version: number
  saved_at: Temporal.Instant
}

export interface CaseworkAssessmentKnown {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  source: string
  class: string
  content: Json
}

export interface CaseworkAssessmentPart {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  form_version: string
  part: string
  class: string
  saved_by: string
  saved_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkAssessmentSignature {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  name: string
  capacity: string
  evidence: string
  signed_on: Temporal.PlainDate
}

export interface CaseworkAssessmentView {
  id: string
  episode: string
  family: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  person: string
  took_part: boolean
  verdict: string
  words: Generated<string>
  said_on: Temporal.PlainDate
  version: Generated<number>
}

export interface CaseworkAuditGrade {
  tool: string
  rank: number
  name: string
  means: Generated<string>
}

export interface CaseworkAuditStandard {
  id: string
  tool: string
  position: number
  name: string
  words: string
}

export interface CaseworkAuditTheme {
  id: string
  name: string
}

export interface CaseworkAuditTool {
  id: string
  number: number
  name: string
  source: string
  starts_on: Temporal.PlainDate
  standards: number
  grades: number
  themes: number
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkAuditToolTheme {
  tool: string
  theme: string
}

export interface CaseworkBooking {
  id: string
  session: string
  person: string
  organisation: string
  state: string
  asked_at: Temporal.Instant
  asked_by: string
  offered_until: Temporal.Instant | null
  attended: boolean | null
  marked_by: string | null
  version: Generated<number>
  known_held_on: Temporal.PlainDate | null
  known_starts_at: string | null
  known_ends_at: string | null
  known_venue: string | null
  known_district: string | null
  seen_at: Temporal.Instant | null
  freed: Generated<boolean>
}

export interface CaseworkBreakGlass {
  id: Generated<string>
  episode: string
  person: string
  organisation: string
  reason: string
  words: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  reviewed_by: string | null
  reviewed_at: Temporal.Instant | null
  is_justified: boolean | null
  review_words: Generated<string>
  version: Generated<number>
}

export interface CaseworkCaseloadLimit {
  id: string
  organisation: string
  families: number
  source: string
  elsewhere: string | null
  elsewhere_source: Generated<string>
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate
}

export interface CaseworkChildAsked {
  id: string
  episode: string
  relative: string
  meeting: string | null
  plan: string | null
  review: string | null
  answer: string
  because: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkClaim {
  id: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  drawn_by: string
  drawn_at: Temporal.Instant
  verdict: string | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
  because: Generated<string>
  stands: GeneratedAlways<boolean>
}

export interface CaseworkClaimCorrection {
  id: string
  claim: string
  heading: string
  heading_from: Temporal.PlainDate
  kind: string
  because: string
  proposed_by: string
  proposed_at: Temporal.Instant
  verdict: string | null
  answered_by: string | null
  answered_at: Temporal.Instant | null
  answer: Generated<string>
  holds: GeneratedAlways<boolean>
}

export interface CaseworkClaimCount {
  claim: string
  heading: string
  heading_from: Temporal.PlainDate
  families: number
  price_pence: bigint
}

export interface CaseworkClaimHeading {
  code: string
  starts_on: Temporal.PlainDate
  name: string
  needs: string[]
  hold_days: number
  price_pence: bigint
  source: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
  is_end: Generated<boolean>
}

export interface CaseworkClaimLine {
  claim: string
  stands: Generated<boolean>
  heading: string
  heading_from: Temporal.PlainDate
  episode: string
  family: string
  closed_on: Temporal.PlainDate
  correction: string | null
  is_out: boolean | null
}

export interface CaseworkClaimLook {
  claim: string
  person: string
  seen: string
  at: Temporal.Instant
}

export interface CaseworkClosingDocument {
  id: string
  name: string
  source: string
  starts_on: Temporal.PlainDate
  reasons: number
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkClosingPlan {
  id: string
  episode: string
  plan: Generated<string>
  family_view: Generated<string>
  no_view_because: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkClosingReason {
  document: string
  reason: string
  position: number
  name: string
}

export interface CaseworkClosure {
  id: Generated<string>
  episode: string
  closed_on: Temporal.PlainDate
  reason: string
  reopened_on: Temporal.PlainDate | null
  reopened_by: string | null
  called: Generated<string>
}

export interface CaseworkClosureGroup {
  reason: string
  reported_as: string
  source: string
  starts_on: Temporal.PlainDate
  document: string
}

export interface CaseworkCode {
  list: string
  code: string
  label: string
  sort: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CaseworkCompetency {
  id: string
  name: string
  words: string
  entered_by: string
  version: Generated<number>
}

export interface CaseworkContributedAnswer {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  contribution: string
  form_version: string
  field: string
  class: string
  row: Generated<number>
  codes: Generated<string[]>
  day: Temporal.PlainDate | null
  partial_day: string | null
  number: number | null
  words: Generated<string>
}

export interface CaseworkContribution {
  id: string
  episode: string
  entered_by: string
  entered_at: Temporal.Instant
  assessment: string
  form_version: string
  part: string
  class: string
  person: string
  organisation: string
  told: string
  contributed_at: Temporal.Instant | null
  declined_at: Temporal.Instant | null
  declined_because: Generated<string>
  taken_back_at: Temporal.Instant | null
  version: Generated<number>
}

export interface CaseworkCourseCompetency {
  course: string
  competency: string
}

export interface CaseworkDestruction {
  id: string
  episode: string
  record_class: string
  rule_words: string
  due_on: Temporal.PlainDate
  counts: Json
  shell: string
  digest: string
  reviewed_by: string
  approved_by: string
  destroyed_by: string
  destroyed_at: Temporal.Instant
  transaction: Generated<string>
  reapplied_at: Temporal.Instant | null
}

export interface CaseworkDisclosure {
  id: string
  episode: string
  class: string
  organisation: string | null
  person: string | null
  channel: string
  at: Temporal.Instant
  recorded_by: string
  print: string | null
  request: string | null
}

export interface CaseworkDisputeRule {
  id: string
  whom: string
  days: number
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkDissent {
  id: string
  episode: string
  class: string
  rectification: string | null
  who: string
  about: string
  words: string
  captured: string
  said_on: Temporal.PlainDate
  withheld_from: string | null
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkDrawing {
  id: string
  episode: string
  contribution: string
  described: string
  media_type: string
  width: number
  height: number
  bytes: Buffer
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkDriftRule {
  id: string
  open_months: number
  reviews: number
  closed_days: number
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkEmergencyRule {
  starts_on: Temporal.PlainDate
  hours: number
  source: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkEpisode {
  id: string
  family: string
  area: string
  is_shielded: boolean
  reference: string
  agency: string
  requested_by: string
  requested_on: Temporal.PlainDate
  agreed_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  closure_reason: string | null
  version: Generated<number>
}

export interface CaseworkExemption {
  code: string
  name: string
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CaseworkFamily {
  id: string
  label: string
  area: string
  is_shielded: Generated<boolean>
  version: Generated<number>
}

export interface CaseworkFamilyShield {
  id: string
  episode: string
  family: string
  reason: string
  words: string
  look_again_on: Temporal.PlainDate
  placed_by: string
  placed_at: Temporal.Instant
  ended_by: string | null
  ended_at: Temporal.Instant | null
  ended_because: Generated<string>
  version: Generated<number>
  asks: string | null
}

export interface CaseworkFigureRun {
  id: string
  started_at: Temporal.Instant
  months: number
  done: Generated<number>
  changed: Generated<number>
  ended_at: Temporal.Instant | null
  problem: Generated<string>
}

export interface CaseworkFigureSetting {
  starts_on: Temporal.PlainDate
  late_days: number
  percent_from: number
  source: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkForm {
  id: string
  code: string
  name: string
}

export interface CaseworkFormField {
  id: string
  form: string
  code: string
  kind: string
  class: string
  source: string | null
  inside: string | null
}

export interface CaseworkFormLine {
  form_version: string
  field: string
  form: string
  class: string
  part: string
  position: number
  label: string
  hint: Generated<string>
  options: Generated<Json>
  shown_if: string | null
  shown_codes: Generated<string[]>
  is_needed: Generated<boolean>
}

export interface CaseworkFormPart {
  id: string
  form_version: string
  code: string
  position: number
  title: string
  hint: Generated<string>
  class: string
}

export interface CaseworkFormVersion {
  id: string
  form: string
  number: number
  starts_on: Temporal.PlainDate | null
  published_at: Temporal.Instant | null
  published_by: string | null
  made_from: string | null
  version: Generated<number>
}

export interface CaseworkFormerVersion {
  id: Generated<string>
  episode: string
  class: string
  source: string
  record: string
  content: Json
  changed_by: string
  changed_at: Temporal.Instant
}

export interface CaseworkLeadPeriod {
  id: string
  episode: string
  person: string
  organisation: string
  proposed_by: string
  proposed_at: Temporal.Instant
  accepted_at: Temporal.Instant | null
  declined_at: Temporal.Instant | null
  declined_because: Generated<string>
  ended_at: Temporal.Instant | null
  version: Generated<number>
}

export interface CaseworkLegalHold {
  id: string
  episode: string
  because: string
  placed_by: string
  placed_at: Temporal.Instant
  lifted_by: string | null
  lifted_at: Temporal.Instant | null
  lifted_because: Generated<string>
}

export interface CaseworkLevelOfNeed {
  id: string
  episode: string
  document: string
  level: number
  reason: string
  assessed_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkLook {
  id: string
  episode: string
  person: string
  organisation: string | null
  what: string
  at: Temporal.Instant
  transaction: Generated<string>
}

export interface CaseworkMandatoryCourse {
  id: string
  course: string
  role: string
  refresh_months: number | null
  source: string
  entered_by: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  ended_by: string | null
  end_source: string | null
}

export interface CaseworkMeetingItem {
  id: string
  episode: string
  meeting: string
  position: number
  title: string
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkMeetingNote {
  id: string
  episode: string
  meeting: string
  item: string
  words: string
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkMeetingPerson {
  id: string
  episode: string
  meeting: string
  member: string | null
  relative: string | null
  presence: Generated<string>
  has_report: Generated<boolean>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkMonthCount {
  month: Temporal.PlainDate
  indicator: string
  count: number
  of: number | null
  provenance: Generated<string>
  source: Generated<string>
}

export interface CaseworkMovementClock {
  kind: string
  send_days: number
  receive_days: number
  decide_days: number
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkMovementRule {
  id: string
  link_days: number
  code_minutes: number
  adult_months: number
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkOutcome {
  id: string
  episode: string
  referrer: string
  what: string
  words: string
  entered_by: string
  entered_at: Temporal.Instant
  mailed_at: Temporal.Instant | null
  heard_at: Temporal.Instant | null
  letter_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CaseworkOwnWords {
  id: string
  episode: string
  family: string
  person: string | null
  name: string
  said_on: Temporal.PlainDate
  words: Generated<string>
  captured: string
  tells_of_others: Generated<boolean>
  withheld_from: string | null
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkPaperSure {
  id: string
  episode: string
  family: string
  class: string
  assessment: string | null
  recipient: string | null
  digest: string
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkPause {
  id: string
  episode: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  because: string
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPerson {
  id: string
  family: string
  name: string
  part: string
  born_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  has_responsibility: Generated<boolean>
  entered_by: string
  entered_in: string
  version: Generated<number>
  born_year: number | null
  born_month: number | null
}

export interface CaseworkPersonContact {
  id: string
  episode: string
  family: string
  person: string
  kind: string
  value: string
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  source: string
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPersonFact {
  id: string
  episode: string
  family: string
  person: string
  kind: string
  standing: string
  code: string | null
  words: Generated<string>
  source: string
  known_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkPersonIdentifier {
  id: string
  episode: string
  family: string
  person: string
  kind: string
  value: string
  provenance: string
  known_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkPersonMerge {
  id: string
  episode: string
  family: string
  kept: string
  merged: string
  because: string
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkPersonName {
  id: string
  episode: string
  family: string
  person: string
  kind: string
  name: string
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPersonUnmerge {
  id: string
  episode: string
  family: string
  kept: string
  merged: string
  merge: string
  merged_because: string
  merged_by: string
  merged_at: Temporal.Instant
  because: string
  added_since: Generated<number>
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkPlanAction {
  id: string
  episode: string
  need: string
  what: string
  member: string | null
  relative: string | null
  due_on: Temporal.PlainDate
  meeting: string | null
  state: Generated<string>
  answered_by: string | null
  answered_at: Temporal.Instant | null
  is_in_room: Generated<boolean>
  declined_because: Generated<string>
  progress: Generated<string>
  evidence: Generated<string>
  done_on: Temporal.PlainDate | null
  ended_because: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPlanNeed {
  id: string
  episode: string
  position: number
  relative: string | null
  need: string
  outcome: string
  from_number: number
  to_number: number | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPlanPrint {
  id: string
  episode: string
  plan_number: number
  member: string | null
  relative: string | null
  edition: string
  signed_on: Temporal.PlainDate | null
  signed_words: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
  is_sure: Generated<boolean>
}

export interface CaseworkPlanReview {
  id: string
  episode: string
  due_on: Temporal.PlainDate
  held_on: Temporal.PlainDate
  meeting: string | null
  plan_number: number
  summary: Generated<string>
  agreement_answer: string
  agreement_because: Generated<string>
  next_due_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPlanRule {
  id: string
  first_review_weeks: number
  next_review_weeks: number
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkPlanVersion {
  id: string
  episode: string
  number: number
  agreed_on: Temporal.PlainDate
  family_words: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkPost {
  id: string
  person: string
  organisation: string
  role: string
  area: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CaseworkPracticeRule {
  id: string
  agreement_months: number
  reopen_days: number
  source: string
  starts_on: Temporal.PlainDate
  renewal_notice_days: Generated<number>
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkQualityAction {
  id: string
  review: string
  episode: string
  words: string
  owner: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkQualityAssignment {
  id: string
  item: string
  episode: string
  reviewer: string
  organisation: string
  purpose: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
  given_by: string
}

export interface CaseworkQualityDraw {
  id: string
  frame: string
  month: Temporal.PlainDate
  seed: number
  rule: string
  frame_hash: string
  drawn_by: string
  drawn_at: Temporal.Instant
  tool: string
}

export interface CaseworkQualityFinding {
  review: string
  tool: string
  standard: string
  grade: number
}

export interface CaseworkQualityFrame {
  draw: string
  episode: string
  agency: string
  stage: string
  is_closed: boolean
  is_stepped_up: boolean
  left_out: string | null
}

export interface CaseworkQualityItem {
  id: string
  draw: string
  episode: string
  position: number
  replaces: string | null
  replaced_because: string | null
  drawn_by: string
  drawn_at: Temporal.Instant
}

export interface CaseworkQualityReport {
  id: string
  month: Temporal.PlainDate
  figures: Json
  threshold: number
  base: number
  source: string
  frozen_by: string
  frozen_on: Temporal.PlainDate
  frozen_at: Temporal.Instant | null
}

export interface CaseworkQualityReview {
  id: string
  item: string
  episode: string
  tool: string
  overall: number
  reviewer: string
  completed_at: Temporal.Instant
  moderator: string | null
  moderated_at: Temporal.Instant | null
  moderated_overall: number | null
  fed_back_at: Temporal.Instant | null
  fed_back_by: string | null
  version: Generated<number>
}

export interface CaseworkQualityRule {
  id: string
  at_least: number
  exclude_months: number
  assignment_days: number
  hidden_up_to: number
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkQualityTheme {
  review: string
  theme: string
}

export interface CaseworkQualityWords {
  id: string
  review: string
  episode: string
  standard: string | null
  kind: string
  words: string
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkRectification {
  id: string
  episode: string
  class: string
  source: string
  record: string | null
  kind: string
  said: string
  wanted: string
  asked_by: Generated<string>
  entitled_by: string | null
  received_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
  verdict: string | null
  because: Generated<string>
  told_how: Generated<string>
  decided_by: string | null
  decided_at: Temporal.Instant | null
  transaction: string | null
  version: Generated<number>
  is_of_closed: Generated<boolean>
  correction: Json | null
}

export interface CaseworkRelationship {
  id: string
  episode: string
  family: string
  subject: string
  object: string
  list: Generated<string>
  type: string
  responsibility: string
  lives_with: string
  contact_restriction: Generated<string>
  source: string
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkRequest {
  episode: string
  why: string
  is_family_told: boolean
  not_told_because: Generated<string>
}

export interface CaseworkRestrictedReading {
  id: string
  episode: string
  person: string
  purpose: string
  words: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
}

export interface CaseworkRestriction {
  id: string
  episode: string
  class: string
  ground: string
  words: string
  placed_by: string
  placed_at: Temporal.Instant
  lifted_by: string | null
  lifted_at: Temporal.Instant | null
  lifted_because: Generated<string>
  told_how: Generated<string>
  version: Generated<number>
}

export interface CaseworkRetentionReview {
  id: string
  episode: string
  due_on: Temporal.PlainDate
  rule: string
  verdict: string
  keep_until: Temporal.PlainDate | null
  because: string
  reviewed_by: string
  reviewed_at: Temporal.Instant
  approved_by: string | null
  approved_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

export interface CaseworkRetentionRule {
  id: string
  record_class: string
  anchor: string
  months: number
  basis: string
  approved_by: string
  starts_on: Temporal.PlainDate
  version: Generated<number>
}

export interface CaseworkReviewLine {
  id: string
  episode: string
  review: string
  need: string
  progress: string
  verdict: string
  words: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkScaleReading {
  id: string
  episode: string
  family: string
  question: string
  role: string
  person: string | null
  name: string
  standing: string
  value: number | null
  said_on: Temporal.PlainDate
  occasion: string
  why: Generated<string>
  one_higher: Generated<string>
  captured: string | null
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkSeal {
  id: number
  made_at: Generated<Temporal.Instant>
}

export interface CaseworkSharingDecision {
  id: string
  episode: string
  is_to_share: boolean
  basis: string
  purpose: string
  organisation: string
  classes: string[]
  proportionate_because: string
  is_family_told: boolean
  told_words: string
  requested_by: string
  requested_at: Temporal.Instant
  approved_by: string | null
  approved_at: Temporal.Instant | null
  holds_until: Temporal.PlainDate
  ended_at: Temporal.Instant | null
  version: Generated<number>
  sharing_agreement: string | null
}

export interface CaseworkShieldAsked {
  id: string
  shield: string
  of_version: number
  episode: string
  family: string
  former: string | null
  asks: string
  because: string
  changed_by: string
  changed_at: Temporal.Instant
}

export interface CaseworkSignedPage {
  id: string
  episode: string
  print: string
  number: Generated<number>
  media_type: string
  width: number
  height: number
  bytes: Buffer | null
  entered_by: string
  entered_at: Temporal.Instant
  taken_back_at: Temporal.Instant | null
  taken_back_by: string | null
  taken_back_because: string | null
  digest: string | null
}

export interface CaseworkStatement {
  id: string
  episode: string
  family: string
  kind: string
  words: string
  goal: Generated<string>
  for_how_long: Generated<string>
  whose: string
  about: string | null
  said_on: Temporal.PlainDate
  tells_of_others: Generated<boolean>
  withheld_from: string | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkStatementDispute {
  id: string
  episode: string
  statement: string
  who: string
  words: string
  said_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkSupervises {
  id: string
  supervisor: string
  worker: string
  organisation: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CaseworkSupervisionAction {
  id: string
  session: string
  supervisor: string
  worker: string
  words: string
  owner: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
}

export interface CaseworkSupervisionAnswer {
  session: string
  supervisor: string
  worker: string
  agrees: boolean
  words: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkSupervisionDecision {
  id: string
  episode: string
  session: string
  words: string
  action: Generated<string>
  owner: string | null
  due_on: Temporal.PlainDate | null
  done_on: Temporal.PlainDate | null
  entered_by: string
  entered_at: Temporal.Instant
  because: Generated<string>
  corrected_at: Temporal.Instant | null
  number: Generated<number>
}

export interface CaseworkSupervisionFamily {
  session: string
  episode: string
}

export interface CaseworkSupervisionNote {
  id: string
  session: string
  kind: string
  words: string
  entered_by: string
  entered_at: Temporal.Instant
  replaces: string | null
}

export interface CaseworkSupervisionSession {
  id: string
  tie: string
  supervisor: string
  worker: string
  organisation: string
  held_on: Temporal.PlainDate
  entered_by: string
  entered_at: Temporal.Instant
  first: string | null
  number: Generated<number>
  because: Generated<string>
  corrected_at: Temporal.Instant | null
}

export interface CaseworkSupervisionStandard {
  id: string
  organisation: string
  every_days: number
  soon_days: number
  months_in_post: number
  course: string | null
  must_hold: string[]
  source: string
  starts_on: Temporal.PlainDate
  set_by: string | null
  set_on: Temporal.PlainDate
}

export interface CaseworkTeamMeeting {
  id: string
  episode: string
  held_on: Temporal.PlainDate
  starts_at: string
  ends_at: string | null
  place: Generated<string>
  is_review: Generated<boolean>
  state: Generated<string>
  cancelled_because: Generated<string>
  minutes: Generated<string>
  approved_by: string | null
  approved_at: Temporal.Instant | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkTeamMember {
  id: string
  episode: string
  person: string | null
  name: Generated<string>
  organisation: string | null
  agency: Generated<string>
  role: string
  contact: Generated<string>
  shielded_from: Generated<string[]>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
}

export interface CaseworkThresholdDocument {
  id: string
  name: string
  source: string
  starts_on: Temporal.PlainDate
  levels: number
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkThresholdLevel {
  document: string
  level: number
  name: string
  means: Generated<string>
}

export interface CaseworkTier {
  code: string
  is_statutory: boolean
}

export interface CaseworkTierDocument {
  id: string
  name: string
  source: string
  starts_on: Temporal.PlainDate
  tiers: number
  entry: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkTierName {
  document: string
  position: number
  tier: string
  name: string
  means: Generated<string>
}

export interface CaseworkTierPeriod {
  id: string
  episode: string
  tier: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  because: string
  entered_by: string
  entered_at: Temporal.Instant
}

export interface CaseworkToldCount {
  snapshot: string
  indicator: string
  span: string
  count: number
}

export interface CaseworkTrainingCourse {
  id: string
  name: string
  summary: string
  entered_by: string
  version: Generated<number>
  kind: Generated<string>
}

export interface CaseworkTrainingEvaluation {
  booking: string
  stage: string
  sure_before: number | null
  sure_now: number
  used: string | null
  at: Temporal.Instant
}

export interface CaseworkTrainingNeed {
  id: string
  organisation: string
  competency: string
  people: number
  evidence: string
  found_on: Temporal.PlainDate
  course: string | null
  entered_by: string
}

export interface CaseworkTrainingRule {
  id: string
  offer_hours: number
  smallest_group: number
  source: string
  starts_on: Temporal.PlainDate
  later_months: Generated<number>
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkTrainingSchedule {
  id: string
  name: string
  source: Generated<string>
  agreed_on: Temporal.PlainDate | null
  agreed_by: string | null
  entered_by: string
  version: Generated<number>
}

export interface CaseworkTrainingSession {
  id: string
  schedule: string
  course: string
  district: string
  venue: string | null
  held_on: Temporal.PlainDate | null
  starts_at: string | null
  ends_at: string | null
  capacity: number | null
  administrator: string
  is_public: Generated<boolean>
  cancelled_because: string | null
  entered_by: string
  version: Generated<number>
}

export interface CaseworkTransition {
  id: string
  episode: string
  kind: string
  target: string | null
  target_name: Generated<string>
  to_tier: string | null
  is_agreed: boolean
  without_because: Generated<string>
  proposed_on: Temporal.PlainDate
  sent_at: Temporal.Instant | null
  channel: string | null
  received_at: Temporal.Instant | null
  decision: string | null
  decided_at: Temporal.Instant | null
  decided_by: string | null
  decided_name: Generated<string>
  reason: Generated<string>
  withdrawn_at: Temporal.Instant | null
  disputed_at: Temporal.Instant | null
  disputed_because: Generated<string>
  disputed_to: Generated<string>
  settled_at: Temporal.Instant | null
  settlement: Generated<string>
  entered_by: string
  entered_at: Temporal.Instant
  version: Generated<number>
  settle_by: Temporal.PlainDate | null
  settled_as: string | null
}

export interface CaseworkTransitionCode {
  id: Generated<string>
  link: string
  digest: Buffer
  made_at: Temporal.Instant
  expires_at: Temporal.Instant
  tries: Generated<number>
  key_digest: Buffer | null
  key_until: Temporal.Instant | null
}

export interface CaseworkTransitionEvent {
  id: Generated<string>
  transition: string
  episode: string
  what: string
  at: Temporal.Instant
  person: string | null
  outside: Generated<string>
}

export interface CaseworkTransitionLink {
  id: string
  transition: string
  digest: Buffer
  mail: string
  made_by: string
  made_at: Temporal.Instant
  expires_at: Temporal.Instant
}

export interface CaseworkTransitionWords {
  transition: string
  episode: string
  words: string
  entered_by: string
}

export interface CaseworkVoiceCountRule {
  starts_on: Temporal.PlainDate
  from_age: number
  due_after_days: number
  source: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface CaseworkVoiceRule {
  id: string
  worried_label: string
  well_label: string
  happen_label: string
  question: string
  low_words: string
  high_words: string
  improved_step: number
  silent_weeks: number
  source: string
  starts_on: Temporal.PlainDate
}

export interface CaseworkWorkingShare {
  id: string
  person: string
  organisation: string
  percent: number
  starts_on: Temporal.PlainDate
  entered_by: string
}

export interface CommissioningAgreedContribution {
  id: string
  agreement: string
  body: string
  sight: string
  organisation: string
  pence: bigint
  starts_on: Temporal.PlainDate
  variation: string | null
}

export interface CommissioningAgreement {
  id: string
  body: string
  sight: Generated<string>
  basis: string
  title: string
  reference: Generated<string>
  summary: Generated<string>
  host: string
  manager: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  review_on: Temporal.PlainDate | null
  consulted_on: Temporal.PlainDate | null
  consultation: Generated<string>
  ended_on: Temporal.PlainDate | null
  ended_because: Generated<string>
  version: Generated<number>
}

export interface CommissioningAgreementReport {
  id: string
  agreement: string
  body: string
  sight: string
  rule: string
  period_ends_on: Temporal.PlainDate
  made_on: Temporal.PlainDate
  found: string
}

export interface CommissioningAgreementText {
  agreement: string
  body: string
  sight: string
  basis: string
  key: string
  text: string
}

export interface CommissioningAwardContract {
  id: string
  call: string
  bid: string
  provider: string
  contract: string
  body: string
  sight: string
  line: string
  lot: Generated<string>
  linked_on: Temporal.PlainDate
  linked_by: string
  taken_back_on: Temporal.PlainDate | null
  taken_back_because: Generated<string>
}

export interface CommissioningBid {
  id: string
  call: string
  body: string
  provider: string
  submitted_by: string
  received_at: Temporal.Instant
  refused_because: Generated<string>
}

export interface CommissioningBidAgreedScore {
  id: string
  evaluator: string
  call: string
  bid: string
  criterion: string
  points: number
  because: string
  written_at: Temporal.Instant
}

export interface CommissioningBidAward {
  call: string
  body: string
  bid: string | null
  because: Generated<string>
  closed_on: Temporal.PlainDate | null
  closed_because: Generated<string>
  closed_by: string | null
}

export interface CommissioningBidCall {
  id: string
  process: string
  body: string
  sight: string
  case: string | null
  round: string | null
  title: string
  asks: string
  closes_at: Temporal.Instant
  opens_at: Temporal.Instant
  first_opener: string
  second_opener: string
  opened_at: Temporal.Instant | null
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_because: Generated<string>
  withdrawn_by: string | null
  decided_on: Temporal.PlainDate | null
  decision: string | null
  decided_note: Generated<string>
}

export interface CommissioningBidContent {
  bid: string
  call: string
  provider: string
  amount: bigint
  text: Generated<string>
}

export interface CommissioningBidCriteria {
  call: string
  body: string
  edition: number
  said_at: Temporal.Instant
  because: Generated<string>
}

export interface CommissioningBidCriterion {
  id: string
  call: string
  edition: number
  position: number
  title: string
  kind: string
  weight: number
}

export interface CommissioningBidEvaluator {
  id: string
  call: string
  body: string
  person: string
  moderates: Generated<boolean>
  named_on: Temporal.PlainDate
  declared_on: Temporal.PlainDate | null
  interest: Generated<string>
  settled: string | null
  settled_because: Generated<string>
  settled_on: Temporal.PlainDate | null
  handed_in_at: Temporal.Instant | null
}

export interface CommissioningBidFile {
  id: string
  call: string
  body: string
  provider: string
  name: string
  media_type: string
  size: number
  content: Buffer
  added_at: Temporal.Instant
  added_by: string
}

export interface CommissioningBidLook {
  id: string
  call: string
  body: string
  person: string
  looked_at: Temporal.Instant
  xact: bigint
}

export interface CommissioningBidOpening {
  id: string
  call: string
  body: string
  person: string
  said_at: Temporal.Instant
}

export interface CommissioningBidRecommendation {
  call: string
  evaluator: string
  bid: string | null
  because: string
  made_at: Temporal.Instant
}

export interface CommissioningBidScore {
  id: string
  evaluator: string
  call: string
  bid: string
  criterion: string
  points: number
  because: string
  written_at: Temporal.Instant
}

export interface CommissioningBudgetEntry {
  id: string
  budget: string
  body: string
  sight: string
  holder: string
  kind: string
  rule: string | null
  happened_on: Temporal.PlainDate
  pence: bigint
  what: string
  provider: string | null
  undoes: string | null
  entered_by: Generated<string>
  posted: string | null
  released: string | null
}

export interface CommissioningBudgetFactor {
  id: string
  budget: string
  body: string
  sight: string
  position: number
  name: string
  weight: number
  source: string
  dated_on: Temporal.PlainDate
}

export interface CommissioningBudgetFactorValue {
  factor: string
  holder: string
  budget: string
  body: string
  sight: string
  value: bigint
}

export interface CommissioningBudgetHolder {
  id: string
  budget: string
  body: string
  sight: string
  position: number
  kind: string
  name: string
  person: string | null
  delegation: string | null
  area: string | null
  pence: bigint | null
}

export interface CommissioningBudgetLine {
  id: string
  fund: string
  year: number
  body: string
  sight: string
  title: string
  code: Generated<string>
  service: string | null
  managed_by: string
  original: bigint | null
  before: bigint | null
  ring_fence: string | null
  profile: Generated<number[]>
  version: Generated<number>
}

export interface CommissioningBudgetRule {
  id: string
  budget: string
  body: string
  sight: string
  holder: string | null
  text: string
  service: string | null
  limit_pence: bigint | null
  authority: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningBuyerIdentifier {
  id: string
  organisation: string
  scheme: string
  value: string
  source: string
  body: string
  entered_on: Generated<Temporal.PlainDate>
}

export interface CommissioningCarePackage {
  id: string
  contract: string
  body: string
  provider: string
  mechanism: string
  reference: string
  agreed_minutes: number
  line: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  follows: string | null
  version: Generated<number>
}

export interface CommissioningCaseDate {
  id: string
  case: string
  process: string
  body: string
  sight: string
  expected_on: Temporal.PlainDate
  said_on: Temporal.PlainDate
  because: Generated<string>
}

export interface CommissioningCaseEvent {
  id: string
  case: string
  process: string
  body: string
  sight: string
  stage: string
  kind: string
  on_day: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  decision: string | null
  because: Generated<string>
}

export interface CommissioningCaseTick {
  id: string
  case: string
  process: string
  body: string
  sight: string
  criterion: string
  says: string
  on_day: Temporal.PlainDate
  said_by: string
  note: Generated<string>
}

export interface CommissioningChapter {
  id: string
  agreement: string
  body: string
  sight: string
  position: number
  title: string
  lead: string
  scope: Generated<string>
  performance: Generated<string>
  finance: Generated<string>
  resources: Generated<string>
  decision_making: Generated<string>
  risk_share: Generated<string>
  version: Generated<number>
}

export interface CommissioningClientGroup {
  code: string
  name: string
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningContract {
  id: string
  body: string
  sight: Generated<string>
  title: string
  reference: Generated<string>
  summary: Generated<string>
  commissioner: string
  regime: string
  process: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  net: bigint | null
  gross: bigint | null
  vat: Generated<string>
  vat_note: Generated<string>
  said: Generated<string>
  volume: bigint | null
  volume_unit: Generated<string>
  served: number | null
  engaged_on: Temporal.PlainDate | null
  tendered_on: Temporal.PlainDate | null
  notified_on: Temporal.PlainDate | null
  standstill_until: Temporal.PlainDate | null
  awarded_on: Temporal.PlainDate | null
  signed_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  ended_because: Generated<string>
  agreement: string | null
  decision: string | null
  is_cleared: Generated<boolean>
  runs_until: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningContractAssessment {
  id: string
  contract: string
  body: string
  sight: string
  assessed_on: Temporal.PlainDate
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  rating: string
  because: string
  published_on: Temporal.PlainDate | null
}

export interface CommissioningContractClause {
  id: string
  contract: string
  body: string
  sight: string
  kind: string
  text: string
  clause: Generated<string>
}

export interface CommissioningContractClearing {
  id: string
  contract: string
  body: string
  settled: string
  because: string
  on_day: Temporal.PlainDate
  by_person: string
}

export interface CommissioningContractCommitment {
  id: string
  contract: string
  body: string
  fund: string
  line: string
  pence: bigint
  on_day: Temporal.PlainDate
  because: string
  entry: string
  entered_by: Generated<string>
}

export interface CommissioningContractExtension {
  id: string
  contract: string
  body: string
  sight: string
  position: number
  months: number
  take_by: Temporal.PlainDate | null
  taken_on: Temporal.PlainDate | null
  declined_on: Temporal.PlainDate | null
  decision: string | null
  decided_by: Generated<string>
}

export interface CommissioningContractKpi {
  id: string
  contract: string
  body: string
  sight: string
  position: number
  title: string
  unit: Generated<string>
  better: string
  target: string | null
  tolerance: Generated<string>
  measure: string | null
  every_months: number
  report_days: Generated<number>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  is_public: Generated<boolean>
  version: Generated<number>
}

export interface CommissioningContractLine {
  contract: string
  body: string
  sight: string
  line: string
}

export interface CommissioningContractLot {
  id: string
  contract: string
  body: string
  sight: string
  number: number
  title: string
  area: string | null
  status: string
  provider_limit: number | null
}

export interface CommissioningContractNotice {
  id: string
  contract: string
  body: string
  sight: string
  kind: string
  code: Generated<string>
  published_on: Temporal.PlainDate
  reference: Generated<string>
}

export interface CommissioningContractOrigin {
  contract: string
  body: string
  sight: string
  ocid: string
  source: string
  imported_on: Temporal.PlainDate
  facts: string
}

export interface CommissioningContractOutcome {
  contract: string
  body: string
  sight: string
  outcome: string
}

export interface CommissioningContractProvider {
  id: string
  contract: string
  body: string
  sight: string
  provider: string
  part: string
  under: string | null
  lot: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningContractRelease {
  contract: string
  number: number
  ocid: string
  event: string
  tags: string[]
  published: Temporal.Instant
  content: string | null
  taken_back: Temporal.Instant | null
}

export interface CommissioningContractService {
  contract: string
  body: string
  sight: string
  service: string
}

export interface CommissioningContractStep {
  contract: string
  body: string
  sight: string
  key: string
  done_on: Temporal.PlainDate
  note: Generated<string>
}

export interface CommissioningContractVisit {
  id: string
  contract: string
  body: string
  sight: string
  planned_on: Temporal.PlainDate
  held_on: Temporal.PlainDate | null
  found: Generated<string>
  purpose: Generated<string>
}

export interface CommissioningContribution {
  id: string
  fund: string
  year: number
  body: string
  sight: string
  partner: string
  source: string
  kind: string
  planned: bigint | null
  ring_fence: string | null
  version: Generated<number>
}

export interface CommissioningCriterion {
  id: string
  strategy: string
  body: string
  sight: string
  position: number
  name: string
  weight: number
}

export interface CommissioningDecommissioning {
  id: string
  body: string
  sight: Generated<string>
  lead: string
  title: string
  service: string
  why: string
  losing: string
  equality_on: Temporal.PlainDate | null
  equality: Generated<string>
  consulted_from: Temporal.PlainDate | null
  consulted_on: Temporal.PlainDate | null
  consultation: Generated<string>
  notice_on: Temporal.PlainDate | null
  notice: Generated<string>
  staff: Generated<string>
  ends_on: Temporal.PlainDate
  replacement: string | null
  replaced_on: Temporal.PlainDate | null
  replaced_by: Generated<string>
  decision: string | null
  released: bigint | null
  version: Generated<number>
}

export interface CommissioningDelegatedBudget {
  id: string
  body: string
  sight: Generated<string>
  lead: string
  title: string
  purpose: string
  pence: bigint
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  fund: string | null
  decision: string | null
  handed_on: Temporal.PlainDate | null
  version: Generated<number>
  line: string | null
  committed: string | null
}

export interface CommissioningDirectoryEntry {
  service: string
  body: string
  sight: string
  how: string
  place: Generated<string>
  opening: Generated<string>
  cost: Generated<string>
  telephone: Generated<string>
  email: Generated<string>
  website: Generated<string>
  owner: string | null
  checked_on: Temporal.PlainDate | null
  every_months: Generated<number>
  version: Generated<number>
}

export interface CommissioningEntry {
  id: string
  fund: string
  body: string
  sight: string
  year: number
  line: string | null
  kind: string
  period: number
  on_day: Temporal.PlainDate
  pence: bigint
  code: Generated<string>
  supplier: Generated<string>
  reference: Generated<string>
  description: Generated<string>
  file: string | null
  row: number | null
  decision: string | null
  reverses: string | null
  promise: string | null
  approved_on: Temporal.PlainDate | null
}

export interface CommissioningExitMeasure {
  id: string
  decommissioning: string
  body: string
  sight: string
  title: string
  wanted: string
  due_on: Temporal.PlainDate
  is_met: boolean | null
  found: Generated<string>
}

export interface CommissioningFailurePlan {
  contract: string
  body: string
  sight: string
  text: string
  reviewed_on: Temporal.PlainDate
}

export interface CommissioningFileLoad {
  id: string
  body: string
  notice_file: string | null
  register_file: string | null
  begun_at: Temporal.Instant
  begun_by: string
  total: number | null
  done: Generated<number>
  beat_at: Generated<Temporal.Instant>
  stop_asked_at: Temporal.Instant | null
  stop_asked_by: string | null
  ended_at: Temporal.Instant | null
  outcome: string | null
  problem: Generated<string>
}

export interface CommissioningForeseenClearing {
  id: string
  body: string
  subject: string
  words: string
  settled: string
  because: string
  on_day: Generated<Temporal.PlainDate>
  by_person: string
}

export interface CommissioningFramework {
  id: string
  body: string
  sight: Generated<string>
  lead: string
  title: string
  version: Generated<number>
}

export interface CommissioningFrameworkCase {
  id: string
  framework: string
  edition: string
  body: string
  sight: string
  title: string
  service: string | null
  strategy: string | null
  begun_on: Temporal.PlainDate
}

export interface CommissioningFrameworkVersion {
  id: string
  framework: string
  body: string
  sight: string
  number: number
  why: Generated<string>
  adopted_on: Temporal.PlainDate | null
}

export interface CommissioningFund {
  id: string
  body: string
  sight: Generated<string>
  kind: string
  title: string
  purpose: string
  agreement: string | null
  host: string
  manager: string | null
  version: Generated<number>
}

export interface CommissioningFundYear {
  fund: string
  body: string
  sight: string
  year: number
  state: Generated<string>
  minimum: bigint | null
  minimum_source: Generated<string>
  forecast_method: Generated<string>
  agreed_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningGatePassed {
  id: string
  framework: string
  edition: string
  body: string
  sight: string
  of_case: string
  stage: string
  passed_on: Temporal.PlainDate
  signed_by: string | null
  decision: string | null
  said: Generated<string>
}

export interface CommissioningGiftVariation {
  id: string
  fund: string
  year: number
  body: string
  sight: string
  contribution: string
  line: string
  pence: bigint
  on_day: Temporal.PlainDate
  leaves_on: Temporal.PlainDate | null
  why: string
  decision: string
  made_by: string
}

export interface CommissioningGrantClaim {
  id: string
  agreement: string
  body: string
  sight: string
  year: string
  claimed_on: Temporal.PlainDate
  pence: bigint
  evidence: string
  refused_on: Temporal.PlainDate | null
  paid_on: Temporal.PlainDate | null
  paid_pence: bigint | null
  settled_because: Generated<string>
  clawed_on: Temporal.PlainDate | null
  clawed_pence: bigint | null
  clawed_because: Generated<string>
  kind: Generated<string>
}

export interface CommissioningGrantSaving {
  id: string
  agreement: string
  body: string
  sight: string
  year: string
  expected: bigint
  because: string
  saving: string | null
}

export interface CommissioningGrantYear {
  id: string
  agreement: string
  body: string
  sight: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  pence: bigint
}

export interface CommissioningIndividualBudget {
  id: string
  body: string
  lead: string
  reference: string
  held_by: string
  professional: string
  pence: bigint
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  opened_by: Generated<string>
  version: Generated<number>
  line: string | null
}

export interface CommissioningIndividualEntry {
  id: string
  budget: string
  body: string
  kind: string
  happened_on: Temporal.PlainDate
  pence: bigint
  what: string
  undoes: string | null
  entered_by: Generated<string>
  posted: string | null
}

export interface CommissioningIndividualReader {
  budget: string
  body: string
  person: string
  why: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningInstalment {
  contribution: string
  fund: string
  body: string
  sight: string
  position: number
  due_on: Temporal.PlainDate
  pence: bigint
  paid_on: Temporal.PlainDate | null
  paid: bigint | null
}

export interface CommissioningIntention {
  id: string
  service: string
  body: string
  sight: string
  year: number
  kind: string
  text: string
  contract: string | null
}

export interface CommissioningJointPost {
  id: string
  fund: string
  body: string
  sight: string
  kind: string
  title: string
  host: string
  lent_by: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningJointPostCost {
  post: string
  year: number
  fund: string
  body: string
  sight: string
  line: string
  pence: bigint
  version: Generated<number>
}

export interface CommissioningJointPostPart {
  post: string
  place: number
  partner: string
  fund: string
  body: string
  sight: string
  share: number
}

export interface CommissioningKpiResult {
  id: string
  kpi: string
  contract: string
  body: string
  sight: string
  is_public: boolean
  provider: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  value: string | null
  said: Generated<string>
  reported_on: Temporal.PlainDate
  reported_by: string
}

export interface CommissioningLedgerCode {
  fund: string
  year: number
  body: string
  sight: string
  code: string
  line: string
}

export interface CommissioningLedgerFile {
  id: string
  fund: string
  body: string
  sight: string
  year: number
  name: string
  digest: string
  made_at: Temporal.Instant
  made_by: string
  content: string | null
  loaded_at: Temporal.Instant | null
  row_count: Generated<number>
  pence: Generated<bigint>
  left_out: Generated<number>
}

export interface CommissioningLegalBasis {
  code: string
  kind: string
  name: string
  source: Generated<string>
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningLegalField {
  basis: string
  key: string
  position: number
  name: string
  asks: string
  source: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningLineMonth {
  line: string
  fund: string
  body: string
  sight: string
  kind: string
  period: number
  pence: bigint
  entries: number
}

export interface CommissioningLowBidRule {
  starts_on: Temporal.PlainDate
  per_cent: number
  others: number
  source: string
}

export interface CommissioningMarket {
  id: string
  body: string
  sight: Generated<string>
  lead: string
  title: string
  purpose: string
  unit: string
  counts_people: Generated<boolean>
  service: string | null
  strategy: string | null
  version: Generated<number>
  every_months: number | null
}

export interface CommissioningMarketArea {
  market: string
  body: string
  sight: string
  area: string
  across: number
  down: number
}

export interface CommissioningMarketAsk {
  id: string
  market: string
  body: string
  sight: string
  area: string
  provider: string
  asked_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  note: Generated<string>
  mailed_at: Temporal.Instant | null
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_because: Generated<string>
}

export interface CommissioningMarketDivision {
  id: string
  market: string
  body: string
  sight: string
  position: number
  title: string
  text: Generated<string>
}

export interface CommissioningMarketLot {
  id: string
  division: string
  market: string
  body: string
  sight: string
  position: number
  name: string
  most_providers: number | null
}

export interface CommissioningMarketLotArea {
  lot: string
  division: string
  market: string
  body: string
  sight: string
  area: string
}

export interface CommissioningMarketNeed {
  id: string
  market: string
  body: string
  sight: string
  area: string
  dated_on: Temporal.PlainDate
  needed: number | null
  is_hidden: Generated<boolean>
  source: string
  need: string | null
  need_kind: string | null
}

export interface CommissioningMarketPrice {
  market_return: string
  market: string
  body: string
  sight: string
  pence: bigint | null
  spend: bigint | null
}

export interface CommissioningMarketQuality {
  code: string
  name: string
  is_good: boolean | null
  position: number
  source: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningMarketReturn {
  id: string
  market: string
  body: string
  sight: string
  area: string
  provider: string
  dated_on: Temporal.PlainDate
  number: Generated<number>
  places: number | null
  free: number | null
  is_hidden: Generated<boolean>
  quality: string | null
  source: string
  asked: string | null
  said_by: string | null
}

export interface CommissioningMarketStatement {
  id: string
  market: string
  body: string
  sight: string
  number: number
  text: string
  figures_on: Temporal.PlainDate
  published_on: Temporal.PlainDate | null
}

export interface CommissioningNoticeCompletion {
  id: string
  body: string
  ocid: string
  release: string
  title: string | null
  regime: string | null
  starts_on: Temporal.PlainDate | null
  buyer: string | null
  source: string
  entered_on: Generated<Temporal.PlainDate>
  entered_by: string
}

export interface CommissioningNoticeFile {
  id: string
  body: string
  name: string
  digest: string
  made_at: Temporal.Instant
  made_by: string
  content: Buffer | null
  loaded_at: Temporal.Instant | null
  release_count: Generated<number>
  contract_count: Generated<number>
}

export interface CommissioningNoticeRelease {
  id: string
  body: string
  file: string
  ocid: string
  release: string
  tags: string[]
  published: Temporal.Instant | null
  content: string
}

export interface CommissioningOfferReport {
  id: string
  body: string
  service: string | null
  said: string
  contact: Generated<string>
  received_at: Temporal.Instant
  settled_on: Temporal.PlainDate | null
  answer: Generated<string>
  version: Generated<number>
}

export interface CommissioningOfficer {
  id: string
  organisation: string
  kind: string
  person: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningOpeningLimit {
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  minutes: number
  source: string
}

export interface CommissioningPackageDelivery {
  id: string
  package: string
  contract: string
  body: string
  provider: string
  week: number
  number: number
  minutes: number
  absent_minutes: Generated<number>
  hospital_minutes: Generated<number>
  entered_by: Generated<string>
}

export interface CommissioningPackageOutcome {
  id: string
  package: string
  contract: string
  body: string
  provider: string
  week: number
  agreed_user: Temporal.PlainDate | null
  agreed_provider: Temporal.PlainDate | null
  agreed_commissioner: Temporal.PlainDate | null
  evidence: Generated<string>
  confirmed_on: Temporal.PlainDate | null
  reviewed_on: Temporal.PlainDate | null
  review: Generated<string>
  appealed_on: Temporal.PlainDate | null
  appeal: Generated<string>
  settled_on: Temporal.PlainDate | null
  settled: string | null
  version: Generated<number>
}

export interface CommissioningPackagePayer {
  id: string
  package: string
  contract: string
  body: string
  provider: string
  starts_on: Temporal.PlainDate
  number: number
  payer: string | null
  area: string | null
  line: string | null
  because: string
  entered_on: Temporal.PlainDate
  entered_by: Generated<string>
}

export interface CommissioningPackageReview {
  id: string
  package: string
  contract: string
  body: string
  provider: string
  week: number
  number: number
  of_pence: bigint
  outcome: string
  pence: bigint | null
  because: string
  decided_on: Temporal.PlainDate
  decided_by: Generated<string>
}

export interface CommissioningPackageThreshold {
  least: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningPaperMoney {
  id: string
  paper: string
  body: string
  fund: string
  line: string
  year: number
  pence: bigint
  decision: string | null
  made_by: string
}

export interface CommissioningParty {
  id: string
  agreement: string
  body: string
  sight: string
  organisation: string
  part: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  approved_on: Temporal.PlainDate | null
  decision: string | null
  approved_by: Generated<string>
  signed_on: Temporal.PlainDate | null
  signed_by: Generated<string>
}

export interface CommissioningPathway {
  id: string
  body: string
  sight: Generated<string>
  lead: string
  title: string
  purpose: string
  version: Generated<number>
}

export interface CommissioningPathwayStep {
  id: string
  pathway: string
  body: string
  sight: string
  position: number
  title: string
  text: Generated<string>
  service: string | null
  within: Generated<string>
}

export interface CommissioningPaymentLine {
  id: string
  run: string
  contract: string
  body: string
  provider: string
  package: string
  mechanism: string
  week: number
  reason: string
  minutes: number | null
  rate: bigint | null
  pence: bigint
  delivery: string | null
  reverses: string | null
}

export interface CommissioningPaymentMechanism {
  id: string
  contract: string
  body: string
  sight: string
  number: number
  title: string
  starts_on: Temporal.PlainDate
  base: string
  rate: bigint | null
  step_weeks: Generated<number[]>
  step_rates: Generated<bigint[]>
  continue_weeks: number | null
  on_relapse: string | null
  block_pence: bigint | null
  block_weeks: number | null
  bonus_pence: bigint | null
  claw_back_weeks: number | null
  counts_last: boolean
  absent_weeks: number
  hospital_weeks: number
  restart: string
  later_outcome: string
  exit_weeks: number
  outcome: string
  evidence: string
  cap: bigint | null
  minimum: bigint | null
  model: string | null
}

export interface CommissioningPaymentModel {
  id: string
  body: string
  sight: Generated<string>
  title: string
  lead: string
  strategy: string | null
  starts_on: Temporal.PlainDate
  weeks: Generated<number>
  starts: string
  sources: string
  chosen: string | null
  chosen_because: Generated<string>
  version: Generated<number>
}

export interface CommissioningPaymentModelCohort {
  id: string
  model: string
  body: string
  sight: string
  position: number
  title: string
  packages: number
  minutes_before: number
  minutes_at: number
  minutes_after: number
  outcome_week: number
  lengths: number[]
  shares: number[]
}

export interface CommissioningPaymentModelOption {
  id: string
  model: string
  body: string
  sight: string
  position: number
  title: string
  base: string
  rate: bigint | null
  step_weeks: Generated<number[]>
  step_rates: Generated<bigint[]>
  continue_weeks: number | null
  on_relapse: string | null
  block_pence: bigint | null
  block_weeks: number | null
  bonus_pence: bigint | null
  claw_back_weeks: number | null
}

export interface CommissioningPaymentModelPayer {
  model: string
  body: string
  sight: string
  organisation: string
  weight: number
}

export interface CommissioningPaymentModelShare {
  option: string
  cohort: string
  model: string
  body: string
  sight: string
  percent: number
}

export interface CommissioningPaymentPosting {
  id: Generated<string>
  run: string
  contract: string
  body: string
  provider: string
  payer: string
  fund: string | null
  line: string | null
  packages: number
  few: boolean
  pence: bigint
  released: bigint
  entry: string | null
  released_entry: string | null
  year: number | null
  period: number | null
}

export interface CommissioningPaymentRun {
  id: string
  contract: string
  body: string
  number: number
  until_day: Temporal.PlainDate
  made_on: Temporal.PlainDate
  made_by: Generated<string>
  approved_on: Temporal.PlainDate | null
  approved_by: string | null
  version: Generated<number>
  takes_back: string | null
}

export interface CommissioningPaymentShare {
  line: string
  position: number
  run: string
  contract: string
  body: string
  payer: string
  budget_line: string | null
  days: number
  pence: bigint
  month: Temporal.PlainDate
  stands_on: Temporal.PlainDate | null
}

export interface CommissioningPerformanceNotice {
  id: string
  contract: string
  body: string
  sight: string
  provider: string
  issued_on: Temporal.PlainDate
  because: string
  answer_by: Temporal.PlainDate
  answered_on: Temporal.PlainDate | null
  answer: Generated<string>
  closed_on: Temporal.PlainDate | null
  outcome: Generated<string>
  version: Generated<number>
}

export interface CommissioningPlanRelease {
  subject: string
  number: number
  intention: string | null
  case: string | null
  ocid: string
  event: string
  tags: string[]
  published: Temporal.Instant
  content: string | null
  taken_back: Temporal.Instant | null
}

export interface CommissioningProcess {
  id: string
  body: string
  sight: Generated<string>
  title: string
  summary: Generated<string>
  cases_are: Generated<string>
  version: Generated<number>
}

export interface CommissioningProcessCase {
  id: string
  process: string
  body: string
  sight: string
  round: string | null
  title: string
  contract: string | null
  version: Generated<number>
  service: string | null
  priority: string | null
}

export interface CommissioningProcessRound {
  id: string
  process: string
  body: string
  sight: string
  number: number
  opens_on: Temporal.PlainDate
  closes_on: Temporal.PlainDate
}

export interface CommissioningProcessStage {
  id: string
  process: string
  body: string
  sight: string
  position: number
  title: string
  days: number | null
  by_decision: Generated<boolean>
}

export interface CommissioningProvider {
  id: string
  body: string
  vcse: Generated<string>
  vcse_source: Generated<string>
  note: Generated<string>
  entered_by: Generated<string>
  entered_on: Generated<Temporal.PlainDate>
  version: Generated<number>
}

export interface CommissioningProviderContact {
  id: string
  relation: string
  body: string
  provider: string
  name: string
  post: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningProviderIdentifier {
  id: string
  provider: string
  scheme: string
  value: string
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningProviderLetter {
  id: string
  relation: string
  body: string
  provider: string
  year: number
  number: number
  text: string
  made_on: Temporal.PlainDate
  sent_on: Temporal.PlainDate | null
  acknowledged_on: Temporal.PlainDate | null
  acknowledged_by: string | null
  version: Generated<number>
}

export interface CommissioningProviderRate {
  id: string
  relation: string
  body: string
  provider: string
  unit: string
  need_band: string
  area: string | null
  vat: string
  pence: bigint
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningProviderRelation {
  id: string
  provider: string
  commissioner: string
  body: string
  note: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningRateRule {
  starts_on: Temporal.PlainDate
  fewest: number
  source: string
}

export interface CommissioningRatingWord {
  code: string
  name: string
  position: number
  source: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningReallocation {
  id: string
  decommissioning: string
  body: string
  sight: string
  kind: string
  what: string
  service: string | null
  pence: bigint
}

export interface CommissioningRegime {
  code: string
  name: string
  source: Generated<string>
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningRegimeDuty {
  id: Generated<string>
  regime: string
  key: string
  asks: string
  processes: Generated<string[]>
  above: bigint | null
  amount: number
  counts: string
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
  is_confirmed: Generated<boolean>
  above_pounds: number | null
}

export interface CommissioningRegisterFile {
  id: string
  body: string
  name: string
  digest: string
  made_at: Temporal.Instant
  made_by: string
  cells: string | null
  loaded_at: Temporal.Instant | null
  contract_count: Generated<number>
  provider_count: Generated<number>
  change_count: Generated<number>
}

export interface CommissioningRegisterLine {
  file: string
  contract: string
  body: string
  kind: string
  on_day: Generated<Temporal.PlainDate>
  changes: Generated<Json>
}

export interface CommissioningReleaseOut {
  subject: string
  kind: string
  number: number
  ocid: string
  tags: string[]
  published: Temporal.Instant
  content: string
}

export interface CommissioningRenewalStep {
  id: Generated<string>
  key: string
  name: string
  months: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningReportRule {
  code: string
  basis: string
  name: string
  asks: string
  every_months: number
  within_days: number
  source: string
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningRingFence {
  id: string
  fund: string
  body: string
  sight: string
  title: string
  source: string
}

export interface CommissioningRiskPart {
  rule: string
  position: number
  partner: string
  fund: string
  body: string
  sight: string
  place: number
  share: number | null
  cap: bigint | null
}

export interface CommissioningRiskRule {
  id: string
  fund: string
  body: string
  sight: string
  title: string
  first_year: number
  last_year: number | null
  underspend: string
  underspend_clause: Generated<string>
  in_force_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningRiskStep {
  rule: string
  position: number
  fund: string
  body: string
  sight: string
  kind: string
  clause: string
  authority: string
  above: bigint | null
  up_to: bigint | null
  weighed_by: string | null
  kinds: Generated<string[]>
  with_fenced: Generated<boolean>
  mid_year: Generated<string>
  partner: string | null
  excess_to: string | null
  line: string | null
  refer_to: string | null
}

export interface CommissioningSaving {
  id: string
  fund: string
  year: number
  body: string
  sight: string
  line: string
  measure: string
  why: string
  owner: string | null
  recurrent: boolean
  profile: bigint[]
  forecast: bigint | null
  evidence_due: Temporal.PlainDate
  version: Generated<number>
}

export interface CommissioningSavingClaim {
  id: string
  saving: string
  fund: string
  body: string
  sight: string
  period: number
  pence: bigint
  evidence: string
  on_day: Temporal.PlainDate
  claimed_by: string
  reverses: string | null
}

export interface CommissioningSavingPart {
  saving: string
  place: number
  partner: string
  fund: string
  body: string
  sight: string
  share: number
}

export interface CommissioningScenario {
  id: string
  body: string
  sight: Generated<string>
  lead: string
  title: string
  duty: string
  service: string | null
  strategy: string | null
  version: Generated<number>
}

export interface CommissioningScenarioAssumption {
  id: string
  scenario: string
  body: string
  sight: string
  option: string
  year: number
  volume: number
  take_up: number
  unit: bigint
  rise: number
  source: string
  said_on: Temporal.PlainDate
}

export interface CommissioningScenarioFunding {
  id: string
  scenario: string
  body: string
  sight: string
  year: number
  pence: bigint
  fund: string | null
  source: string
}

export interface CommissioningScope {
  id: string
  agreement: string
  body: string
  sight: string
  chapter: string | null
  service: string
  is_in: boolean
  why: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningScore {
  option: string
  criterion: string
  body: string
  sight: string
  strategy: string
  score: number
}

export interface CommissioningScoreWord {
  points: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  name: string
  means: string
  source: string
  id: string
  version: Generated<number>
}

export interface CommissioningService {
  id: string
  body: string
  sight: Generated<string>
  title: string
  summary: Generated<string>
  client_group: string
  ages: Generated<string>
  tier: string
  provision: string
  lead: string
  run_by: string | null
  run_by_name: Generated<string>
  version: Generated<number>
}

export interface CommissioningServiceArea {
  service: string
  body: string
  sight: string
  area: string
}

export interface CommissioningServiceOutcome {
  id: string
  service: string
  body: string
  sight: string
  outcome: string
  why: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  ended_because: Generated<string>
}

export interface CommissioningServiceStatus {
  id: string
  service: string
  body: string
  sight: string
  status: string
  because: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningSettlement {
  id: string
  fund: string
  year: number
  body: string
  sight: string
  rule: string | null
  underspend: string
  budget: bigint
  spend: bigint
  fenced: bigint
  overspend: bigint
  decision: string | null
  reverses: string | null
  why: Generated<string>
  made_on: Temporal.PlainDate
  made_by: string
}

export interface CommissioningSettlementShare {
  settlement: string
  position: number
  place: number
  partner: string
  fund: string
  body: string
  sight: string
  weight: bigint | null
  cap: bigint | null
  takes_excess: Generated<boolean>
  pence: bigint
}

export interface CommissioningSettlementStep {
  settlement: string
  position: number
  fund: string
  body: string
  sight: string
  kind: string
  words: string
  clause: string
  authority: string
  amount: bigint
  covered: bigint
  left_after: bigint
}

export interface CommissioningSpecification {
  id: string
  service: string
  body: string
  sight: string
  number: number
  starts_on: Temporal.PlainDate
  text: string
  outcomes: string
  why: Generated<string>
}

export interface CommissioningSpendingRule {
  id: Generated<string>
  sector: string
  above: bigint | null
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
  is_confirmed: Generated<boolean>
  above_pounds: number | null
}

export interface CommissioningStage {
  id: string
  edition: string
  framework: string
  body: string
  sight: string
  position: number
  phase: string
  name: string
  entry: Generated<string>
  gate: string
  delegation: string | null
  template: Generated<string>
  template_at: Generated<string>
}

export interface CommissioningStageCriterion {
  id: string
  process: string
  body: string
  sight: string
  stage: string
  position: number
  title: string
  required: Generated<boolean>
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningStandard {
  id: string
  edition: string
  framework: string
  body: string
  sight: string
  position: number
  name: string
  asks: string
}

export interface CommissioningStandardCheck {
  id: string
  framework: string
  body: string
  sight: string
  standard: string
  service: string
  met: string
  evidence: string
  checked_on: Temporal.PlainDate
}

export interface CommissioningStrategy {
  id: string
  body: string
  sight: Generated<string>
  title: string
  scope: string
  lead: string
  policy: Generated<string>
  priorities: Generated<string>
  feedback: Generated<string>
  market: Generated<string>
  intentions: Generated<string>
  implementation: Generated<string>
  equality_on: Temporal.PlainDate | null
  equality: Generated<string>
  review_on: Temporal.PlainDate | null
  decision: string | null
  version: Generated<number>
  plan_item: string | null
  eqia: string | null
}

export interface CommissioningStrategyGroup {
  strategy: string
  body: string
  sight: string
  group_body: string
  role: string
  does: Generated<string>
}

export interface CommissioningStrategyNeed {
  strategy: string
  body: string
  sight: string
  need: string
  kind: string
}

export interface CommissioningStrategyOption {
  id: string
  strategy: string
  body: string
  sight: string
  position: number
  question: string
  title: string
  text: Generated<string>
  is_chosen: Generated<boolean>
}

export interface CommissioningStrategyReview {
  id: string
  strategy: string
  body: string
  sight: string
  held_on: Temporal.PlainDate
  found: string
}

export interface CommissioningStrategyService {
  strategy: string
  body: string
  sight: string
  service: string
}

export interface CommissioningStrategyWork {
  id: string
  strategy: string
  body: string
  sight: string
  title: string
  owner: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
  said: Generated<string>
}

export interface CommissioningVariation {
  id: string
  agreement: string
  body: string
  sight: string
  number: number
  what: string
  starts_on: Temporal.PlainDate
  changes_term: Generated<boolean>
  ends_before: Temporal.PlainDate | null
  ends_after: Temporal.PlainDate | null
  decision: string | null
  decided_by: Generated<string>
  signed_on: Temporal.PlainDate | null
  signed_by: Generated<string>
}

export interface CommissioningVatRate {
  id: Generated<string>
  treatment: string
  basis_points: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface CommissioningVirement {
  id: string
  fund: string
  body: string
  sight: string
  from_line: string
  to_line: string
  pence: bigint
  on_day: Temporal.PlainDate
  why: string
  by_limit: string | null
  decision: string | null
  moved_by: string
}

export interface CommissioningVirementLimit {
  id: string
  fund: string
  body: string
  sight: string
  role: string
  up_to: bigint
  per: string
  clause: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface CommissioningVisitAction {
  id: string
  visit: string
  contract: string
  body: string
  sight: string
  text: string
  by_whom: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
  done_note: Generated<string>
  provider: string | null
}

export interface CommissioningVisitActionReport {
  id: string
  action: string
  contract: string
  body: string
  sight: string
  provider: string
  done_on: Temporal.PlainDate
  did: string
  evidence: string
  reported_on: Temporal.PlainDate
  reported_by: string
  answered_on: Temporal.PlainDate | null
  answer: string | null
  because: Generated<string>
  answered_by: string | null
}

export interface GovernanceAccessNeed {
  person: string
  needs: Generated<string[]>
  words: Generated<string>
  version: Generated<number>
}

export interface GovernanceAdministrator {
  person: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceAppointment {
  id: string
  seat: string
  place: number
  person: string
  on_behalf_of: string | null
  capacity: Generated<string>
  mandate: Generated<string[]>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  ending_reason: Generated<string>
  version: Generated<number>
}

export interface GovernanceArea {
  id: string
  kind: string
  name: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  code: Generated<string>
  source: Generated<string>
  version: Generated<number>
}

export interface GovernanceAreaLineTakenBack {
  id: string
  area: string
  other: string
  kind: string
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  taken_back_on: Temporal.PlainDate
  reason: string
}

export interface GovernanceAreaName {
  area: string
  name: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
}

export interface GovernanceAreaRelation {
  area: string
  other: string
  kind: string
  id: Generated<string>
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceBankHoliday {
  division: string
  day: Temporal.PlainDate
  title: string
  announced_on: Temporal.PlainDate | null
  source: string
  withdrawn_on: Temporal.PlainDate | null
}

export interface GovernanceBody {
  id: string
  slug: string
  name: string
  short_name: Generated<string>
  kind: string
  ends_rule: Generated<string>
  version: Generated<number>
}

export interface GovernanceBodyArea {
  body: string
  area: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceBodyEarlierKind {
  body: string
  kind: string
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate
  because: string
}

export interface GovernanceBodyRelation {
  id: string
  from_body: string
  to_body: string
  kind: string
  cadence: Generated<string>
  source: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceBodyRequest {
  id: string
  from_body: string
  to_body: string
  kind: string
  subject: string
  words: string
  decided_in: Generated<string>
  decision: string | null
  asked_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  sight: string
  recorded_for: string
  answer: Generated<string>
  answered_on: Temporal.PlainDate | null
  answer_recorded_for: string | null
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_because: Generated<string>
  version: Generated<number>
}

export interface GovernanceBodySetting {
  body: string
  legal_regime: string
  holiday_division: string
  public_access: string
  publishes_attendance: Generated<boolean>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceBodyStatus {
  body: string
  status: string
  note: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  becomes: string | null
}

export interface GovernanceClosureDay {
  id: string
  organisation: string
  day: Temporal.PlainDate
  title: string
  source: string
  entered_on: Temporal.PlainDate
  withdrawn_on: Temporal.PlainDate | null
}

export interface GovernanceCode {
  list: string
  code: string
  label: string
  source: Generated<string>
  position: Generated<number>
  starts_on: Generated<Temporal.PlainDate>
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceCompositionRule {
  id: string
  body: string
  matches: string
  value: string
  at_least: number
  at_meetings: Generated<boolean>
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceDelegation {
  id: string
  body: string
  origin: string
  function_key: string
  function_name: string
  parent: string | null
  to_body: string | null
  to_person: string | null
  to_post: Generated<string>
  to_organisation: string | null
  may: string
  limit_pence: bigint | null
  conditions: Generated<string>
  may_hand_on: Generated<boolean>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  given_by: string
  decision: string | null
  revoked_on: Temporal.PlainDate | null
  revoked_because: Generated<string>
  version: Generated<number>
}

export interface GovernanceDeputyAuthorisation {
  id: string
  seat: string
  place: Generated<number>
  person: string
  basis: string
  may_decide: Generated<boolean>
  agreed_by: string | null
  members_told_on: Temporal.PlainDate | null
  meeting: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceDispensation {
  id: string
  person: string
  body: string
  scope: string
  granted_by: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
  matter: Generated<string>
  interest: string | null
  function_key: Generated<string>
  ended_on: Temporal.PlainDate | null
  ended_by: Generated<string>
  end_reason: Generated<string>
}

export interface GovernanceDispute {
  id: string
  body: string
  subject: string
  words: string
  majority: string
  majority_view: string
  minority: string
  minority_view: string
  raised_on: Temporal.PlainDate
  raised_in: Generated<string>
  ladder: Json
  sight: string
  settled_on: Temporal.PlainDate | null
  settled_how: Generated<string>
  settled_words: Generated<string>
  version: Generated<number>
}

export interface GovernanceDisputeStep {
  dispute: string
  number: number
  who: string
  to_body: string | null
  to_person: string | null
  taken_on: Temporal.PlainDate
  due_on: Temporal.PlainDate | null
  taken_in: Generated<string>
  postponed_until: Temporal.PlainDate | null
  postponed_for: Generated<string>
  answered_on: Temporal.PlainDate | null
  outcome: Generated<string>
  answer: Generated<string>
  version: Generated<number>
}

export interface GovernanceDutyOutcome {
  duty: string
  cycle_year: number
  outcome: string
  on_day: Temporal.PlainDate
  note: Generated<string>
  version: Generated<number>
}

export interface GovernanceExpenseApprover {
  id: string
  body: string
  person: string
  named_in: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceExpenseBudget {
  body: string
  year: number
  pence: number
  version: Generated<number>
}

export interface GovernanceExpenseClaim {
  id: string
  body: string
  person: string
  kind: string
  spent_on: Temporal.PlainDate
  words: string
  mile_rate: string | null
  tenth_miles: number | null
  pence: number
  receipt: string | null
  receipt_type: Generated<string>
  state: Generated<string>
  submitted_at: Temporal.Instant
  settled_by: string | null
  settled_on: Temporal.PlainDate | null
  reason: Generated<string>
  paid_on: Temporal.PlainDate | null
  paid_reference: Generated<string>
  paid_by: string | null
  version: Generated<number>
}

export interface GovernanceHandover {
  id: string
  from_body: string
  to_body: string
  on_day: Temporal.PlainDate
  decided_in: string
  reason: string
  takes: string[]
}

export interface GovernanceHandoverItem {
  handover: string
  kind: string
  record: string
}

export interface GovernanceHolidayHorizon {
  division: string
  known_from: Temporal.PlainDate
  known_until: Temporal.PlainDate
}

export interface GovernanceInductionDone {
  appointment: string
  step: string
  done_on: Temporal.PlainDate
  buddy: string | null
  recorded_by: string
}

export interface GovernanceInductionStep {
  id: string
  body: string
  kind: string
  title: string
  within_days: number
  position: Generated<number>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceInterest {
  id: string
  person: string
  kind: string
  nature: string
  sensitive: Generated<boolean>
  declared_on: Temporal.PlainDate
  reviewed_on: Temporal.PlainDate | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
  outside_kind: Generated<string>
}

export interface GovernanceMemberAgreement {
  id: string
  body: string
  number: number
  words: string
  starts_on: Temporal.PlainDate
  recorded_at: Temporal.Instant
}

export interface GovernanceMemberRule {
  legal_regime: string | null
  kind: string
  amount: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  id: Generated<string>
  version: Generated<number>
}

export interface GovernanceMemberSignature {
  id: string
  person: string
  body: string
  terms_version: string | null
  agreement: string | null
  digest: string
  signed_at: Temporal.Instant
}

export interface GovernanceMileRate {
  id: string
  vehicle: string
  pence: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceNoticeLaw {
  legal_regime: string
  mode: string
  days: number
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  id: Generated<string>
  version: Generated<number>
}

export interface GovernanceOffice {
  id: string
  body: string
  role: string
  person: string
  basis: string
  note: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceOrganisation {
  id: string
  name: string
  sector: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceOrganisationIdentifier {
  organisation: string
  scheme: string
  value: string
}

export interface GovernanceOrganisationName {
  organisation: string
  name: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  source: Generated<string>
}

export interface GovernanceOrganisationSuccession {
  former: string
  successor: string
  kind: string
  on_day: Temporal.PlainDate
  source: Generated<string>
  reason: Generated<string>
}

export interface GovernancePerson {
  id: string
  name: string
  account: string | null
  version: Generated<number>
}

export interface GovernancePersonContact {
  person: string
  email: Generated<string>
  phone: Generated<string>
}

export interface GovernancePost {
  id: string
  person: string
  organisation: string | null
  title: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernancePresenceLaw {
  id: string
  legal_regime: string
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceProtocol {
  id: string
  title: string
  purpose: string
  source: Generated<string>
  review_on: Temporal.PlainDate | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceProtocolDuty {
  id: string
  protocol: string
  body: string
  title: string
  opens_month: number
  closes_month: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface GovernanceProtocolParty {
  protocol: string
  body: string
  signed_by: Generated<string>
  signed_on: Temporal.PlainDate | null
}

export interface GovernanceRegisterReview {
  person: string
  reviewed_on: Temporal.PlainDate
  entries: number
}

export interface GovernanceReportMade {
  id: string
  relation: string
  made_on: Temporal.PlainDate
  note: string
}

export interface GovernanceRuleCorrection {
  id: string
  kind: string
  rule: string
  on_day: Temporal.PlainDate
  was: string
  reason: string
}

export interface GovernanceSeat {
  id: string
  body: string
  key: string
  name: string
  category: Generated<string>
  group_key: Generated<string>
  organisation: string | null
  sector: Generated<string>
  voting: string
  places: number
  statutory_role: Generated<string>
  alternatives: Generated<string[]>
  capacity_required: Generated<string>
  by_post: Generated<boolean>
  may_attend_private: Generated<boolean>
  position: Generated<number>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
  votes_on: Generated<string[]>
}

export interface GovernanceSharingAgreement {
  id: string
  body: string
  owner: string
  title: string
  data: string
  purpose: string
  lawful_basis: string
  sight: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  review_on: Temporal.PlainDate
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_because: Generated<string>
  version: Generated<number>
}

export interface GovernanceSharingPaper {
  agreement: string
  document: string
  sight: string
}

export interface GovernanceSharingParty {
  agreement: string
  organisation: string
  signed_by: Generated<string>
  signed_on: Temporal.PlainDate | null
}

export interface GovernanceSharingReview {
  id: string
  agreement: string
  reviewed_on: Temporal.PlainDate
  outcome: string
  next_on: Temporal.PlainDate
  reviewed_by: string
}

export interface GovernanceSuccessionAct {
  id: string
  act: string
  on_day: Temporal.PlainDate
  recorded_on: Temporal.PlainDate | null
  source: Generated<string>
  reason: Generated<string>
  keeps_effects: boolean
  taken_back_on: Temporal.PlainDate | null
  taken_back_reason: Generated<string>
  version: Generated<number>
}

export interface GovernanceSuccessionHeld {
  act: string
  kind: string
  record: string
  was_ends_on: Temporal.PlainDate | null
  was_reason: Generated<string>
  next: string | null
}

export interface GovernanceSuccessionParty {
  act: string
  part: string
  organisation: string
  name: string
  was_ends_on: Temporal.PlainDate | null
}

export interface GovernanceTeam {
  id: string
  name: string
  functions: Generated<string[]>
  programme: Generated<string>
  serves: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
  programme_of: string | null
}

export interface GovernanceTeamMember {
  id: string
  team: string
  person: string
  role: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface GovernanceTermsReview {
  id: string
  terms_version: string
  body: string
  outcome: string
  reviewed_on: Temporal.PlainDate
  decided_in: string
  decision: string | null
  draft: string | null
}

export interface GovernanceTermsVersion {
  id: string
  body: string
  number: number
  state: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  document: Json
  adopted_by: Generated<string>
  recorded_at: Temporal.Instant
  recorded_by: string
  version: Generated<number>
  adoption_answer: Generated<string>
  adopted_decision: string | null
}

export interface IdentityAttempt {
  key: string
  failures: number
  last_at: Temporal.Instant
  free_at: Temporal.Instant
}

export interface IdentityChallenge {
  id: string
  identifier: string
  value: string
  expires_at: Temporal.Instant
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface IdentityCredential {
  id: string
  user_id: string
  provider_id: string
  account_id: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Temporal.Instant | null
  refresh_token_expires_at: Temporal.Instant | null
  scope: string | null
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface IdentityLink {
  id: string
  user_id: string
  purpose: string
  token_sha256: Buffer
  password: string | null
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
  created_at: Temporal.Instant
}

export interface IdentitySecondFactor {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: Temporal.Instant | null
}

export interface IdentitySession {
  id: string
  user_id: string
  token: string
  expires_at: Temporal.Instant
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface IdentityUsedCode {
  user_id: string
  code_digest: string
  at: Temporal.Instant
}

export interface IdentityUserAccount {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  created_at: Generated<Temporal.Instant>
  updated_at: Generated<Temporal.Instant>
}

export interface MeetingsAbsence {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  seat: string | null
  place: number | null
  person: string | null
  name: string
  kind: string
  reason: Generated<string>
}

export interface MeetingsAbsenceQuestion {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  seat: string
  place: number
  person: string
  name: string
  asked_at: Temporal.Instant
  actor: string
  mail: string | null
  explanation: Generated<string>
  explained_at: Temporal.Instant | null
  version: Generated<number>
}

export interface MeetingsAbsentView {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string
  category: string
  person: string | null
  name: string
  sent: string
  text: string
  received_at: Temporal.Instant
}

export interface MeetingsAction {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string | null
  decision: string | null
  text: string
  due_words: Generated<string>
  due_from: Temporal.PlainDate | null
  due_to: Temporal.PlainDate | null
  due_meeting: string | null
  owner_confirmed: Generated<boolean>
  state: string
  done_on: Temporal.PlainDate | null
  category: string
  version: Generated<number>
  returns_from: Temporal.PlainDate | null
  kept_by: string | null
  of_body: Generated<string>
}

export interface MeetingsActionLead {
  action: string
  person: string | null
  organisation: string | null
  name: string
}

export interface MeetingsActionNote {
  id: string
  action: string
  text: string
  at: Temporal.Instant
  actor: string
}

export interface MeetingsActionOccurrence {
  id: string
  action: string
  due_on: Temporal.PlainDate
  done_on: Temporal.PlainDate
  evidence: string
  at: Temporal.Instant
  actor: string
}

export interface MeetingsAgendaChange {
  id: string
  meeting: string
  body: string
  sight: string
  item: string | null
  category: Generated<string>
  kind: string
  at: Generated<Temporal.Instant>
}

export interface MeetingsAgendaItem {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  parent: string | null
  position: number
  number: string
  public_title: string
  purpose: string
  report_status: string
  category: string
  paragraphs: Generated<string[]>
  urgent: Generated<boolean>
  withdrawn_at: Temporal.Instant | null
  version: Generated<number>
  numbered_by_hand: Generated<boolean>
  withdrawn_reason: Generated<string>
  planned_minutes: number | null
  standing_key: Generated<string>
  public_conclusion: Generated<string>
  released_by: string | null
}

export interface MeetingsAttendance {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  person: string | null
  name: string
  seat: string | null
  place: number | null
  deputy: Generated<boolean>
  capacity: Generated<string>
  mode: string
  arrived_at: Temporal.Instant | null
  left_at: Temporal.Instant | null
  version: Generated<number>
}

export interface MeetingsBallotPaper {
  election: string
  receipt: string
  body: string
  choice: string | null
}

export interface MeetingsBreach {
  id: string
  meeting: string
  rule_key: string
  reason: string
  approver: string
  at: Temporal.Instant
  actor: string
  of_body: Generated<string>
}

export interface MeetingsClearedSentence {
  id: string
  meeting: string
  body: string
  publication: string
  sentence: string
  digest: string
  decided_by: string
  decided_name: string
  reason: string
  made_by: string
  made_at: Temporal.Instant
}

export interface MeetingsConsultation {
  id: string
  body: string
  sight: string
  title: string
  summary: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  meeting: string | null
  withdrawn_reason: Generated<string>
  version: Generated<number>
  asked_by: Generated<string>
  audience: Generated<string>
  how: Generated<string>
  plan_item: string | null
  outcome: Generated<string>
  outcome_on: Temporal.PlainDate | null
  published_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
  outcome_at: Temporal.Instant | null
}

export interface MeetingsConsultationChange {
  id: string
  consultation: string
  on_day: Temporal.PlainDate
  reason: string
  was_starts_on: Temporal.PlainDate
  was_ends_on: Temporal.PlainDate
}

export interface MeetingsDecision {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string | null
  number: Generated<string>
  type: string
  text: string
  authority: Generated<string>
  referred_to: Generated<string>
  proposer: Generated<string>
  seconder: Generated<string>
  method: string
  votes_for: number | null
  votes_against: number | null
  abstained: number | null
  minority_view: Generated<string>
  interests: Generated<string>
  category: string
  quorum: Generated<Json>
  withdrawn: Generated<boolean>
  decided_on: Temporal.PlainDate
  recorded_at: Temporal.Instant
  version: Generated<number>
  matter: Generated<string>
  function_key: Generated<string>
  consensus_sought: Generated<boolean>
  casting_vote_used: Generated<boolean>
  withdrawn_at: Temporal.Instant | null
  withdrawn_reason: Generated<string>
  time_known: Generated<boolean>
  binds_nobody: Generated<boolean>
  of_body: Generated<string>
}

export interface MeetingsDecisionTopic {
  decision: string
  topic: string
  meeting: string
  body: string
}

export interface MeetingsDeclaredInterest {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string
  category: string
  person: string
  name: string
  kind: string
  nature: string
  source: string
  register_entry: string | null
  sensitive: Generated<boolean>
  consequence: string | null
  decided_from: string | null
  ruling: Generated<string>
  ruled_by: Generated<string>
  declared_at: Temporal.Instant
  ruled_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
  version: Generated<number>
  dispensation: string | null
  rulings: Generated<Json>
  dispensed_until: Temporal.PlainDate | null
  dispensed_by: Generated<string>
}

export interface MeetingsDespatch {
  id: string
  publication: string | null
  meeting: string
  person: string | null
  email: string
  channel: string
  mail: string | null
  at: Temporal.Instant
  entry: string | null
  name: Generated<string>
  lists: Generated<string[]>
  occasion: Generated<string>
  reason: Generated<string>
  repeats: string | null
}

export interface MeetingsDestructionCertificate {
  id: string
  meeting: string
  body: string
  number: number
  inputs: Json
  made_by: string
  made_at: Temporal.Instant
  actor: string
}

export interface MeetingsDistributionList {
  id: string
  body: string
  name: string
  concerns: string
  area: string | null
  ended_at: Temporal.Instant | null
  version: Generated<number>
}

export interface MeetingsElection {
  id: string
  body: string
  sight: Generated<string>
  meeting: string | null
  post: string
  seat: string | null
  nominations_until: Temporal.PlainDate | null
  note: Generated<string>
  state: Generated<string>
  box_key: string | null
  public_key: Buffer | null
  opened_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  elected: string | null
  result: Json | null
  tie_settled: string | null
  tie_note: Generated<string>
  follows: string | null
  called_off_because: Generated<string>
  version: Generated<number>
}

export interface MeetingsElectionCandidate {
  id: string
  election: string
  body: string
  person: string
  name: string
  nominated_by: string
  statement: Generated<string>
  state: string
  version: Generated<number>
}

export interface MeetingsElectionVoter {
  election: string
  body: string
  person: string
  name: string
  voted: Generated<boolean>
}

export interface MeetingsEntry {
  id: string
  meeting: string
  body: string
  act: string
  content: Json
  outcome: Generated<string>
  happened_at: Temporal.Instant
  entered_at: Temporal.Instant
  actor: string
}

export interface MeetingsExclusion {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  mover: string | null
  mover_name: Generated<string>
  seconder: string | null
  seconder_name: Generated<string>
  method: string
  votes_for: number | null
  votes_against: number | null
  abstained: number | null
  left_at: Temporal.Instant
  returned_at: Temporal.Instant | null
  version: Generated<number>
  actor: string
}

export interface MeetingsExclusionItem {
  exclusion: string
  meeting: string
  item: string
}

export interface MeetingsExclusionPaper {
  exclusion: string
  meeting: string
  paper: string
}

export interface MeetingsExemptCopy {
  id: string
  meeting: string
  body: string
  kind: string
  number: number | null
  person: string | null
  name: string
  evidence: string
  handed_at: Temporal.Instant
  ended: string | null
  ended_at: Temporal.Instant | null
  said_by: string | null
  words: Generated<string>
  actor: string
  ended_actor: string | null
}

export interface MeetingsItemArea {
  item: string
  meeting: string
  area: string
}

export interface MeetingsItemContent {
  item: string
  meeting: string
  body: string
  sight: Generated<string>
  category: string
  title: string
  presenter: Generated<string>
  summary: Generated<string>
  plan_item: string | null
  function_key: Generated<string>
  commits_money: Generated<boolean>
  urgent_reason: Generated<string>
  tabled_consent: Generated<string>
  public_interest: Generated<string>
  exempt_decided_by: Generated<string>
}

export interface MeetingsItemList {
  item: string
  meeting: string
  body: string
  list: string
}

export interface MeetingsItemNote {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string
  text: string
  at: Temporal.Instant
  actor: string
  withdrawn_at: Temporal.Instant | null
}

export interface MeetingsItemQuestions {
  item: string
  meeting: string
  body: string
  question_set: string
}

export interface MeetingsItemTime {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string
  category: string
  from_at: Temporal.Instant
  to_at: Temporal.Instant | null
  quorum: Generated<Json>
  without_resolution: Generated<string>
}

export interface MeetingsItemTopic {
  item: string
  topic: string
  meeting: string
  body: string
}

export interface MeetingsJointBody {
  meeting: string
  body: string
  agreed_at: Temporal.Instant | null
  agreed_by: string | null
}

export interface MeetingsKeyAnswer {
  paper: string
  question: string
  words: string
  answered_by: string
  answered_at: Temporal.Instant
}

export interface MeetingsKeyQuestion {
  id: string
  question_set: string
  position: number
  words: string
}

export interface MeetingsLateConsent {
  id: string
  paper: string
  consenter: string
  person: string
  reason: string
  at: Temporal.Instant
  actor: string
}

export interface MeetingsListEntry {
  id: string
  list: string
  body: string
  kind: string
  person: string | null
  organisation: string | null
  post: Generated<string>
  of_body: string | null
  name: Generated<string>
  email: Generated<string>
  consent: Generated<string>
  consented_on: Temporal.PlainDate | null
  token: Generated<string>
  added_at: Temporal.Instant
  added_by: string
  ended_at: Temporal.Instant | null
  ended_how: string | null
}

export interface MeetingsMeeting {
  id: string
  body: string
  sight: Generated<string>
  title: Generated<string>
  kind: string
  held_on: Temporal.PlainDate
  starts_at: string | null
  ends_at: string | null
  place: Generated<string>
  access: string
  access_notes: Generated<string>
  filming_notice: Generated<string>
  contact: Generated<string>
  state: string
  called_at: Temporal.Instant | null
  successor: string | null
  state_reason: Generated<string>
  sequence: Generated<number>
  first_page: Generated<number>
  version: Generated<number>
  theme: Generated<string>
  joint: Generated<string[]>
}

export interface MeetingsMeetingChair {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  person: string | null
  name: string
  basis: string
  from_at: Temporal.Instant | null
  to_at: Temporal.Instant | null
}

export interface MeetingsMeetingPrivate {
  meeting: string
  online_link: Generated<string>
  joining_notes: Generated<string>
}

export interface MeetingsMeetingSeen {
  person: string
  meeting: string
  at: Temporal.Instant
  changes_at: Generated<Temporal.Instant>
}

export interface MeetingsMinutes {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  state: string
  circulated_at: Temporal.Instant | null
  approved_at_meeting: string | null
  approved_on: Temporal.PlainDate | null
  amendments: Generated<string>
  signed_by: Generated<string>
  published_at: Temporal.Instant | null
  withdrawn_at: Temporal.Instant | null
  withdrawn_reason: Generated<string>
  version: Generated<number>
  amendments_by: Generated<string>
  amendments_refused: Generated<string>
  departs_reason: Generated<string>
  signed_on: Temporal.PlainDate | null
}

export interface MeetingsMinutesClearance {
  id: string
  minutes: string
  meeting: string
  body: string
  sight: Generated<string>
  edition: number
  cleared_by: string
  by_chair: boolean
  at: Temporal.Instant
  actor: string
}

export interface MeetingsMinutesFile {
  id: string
  minutes: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string
  category: string
  purpose: string
  title: string
  given_by: string
  kind: string
  file_name: string
  media_type: string
  bytes: bigint
  document: string
  pages: number | null
  alternative_text: Generated<string>
  findings: Generated<Json>
  made_by: string
  made_at: Temporal.Instant
  taken_back_at: Temporal.Instant | null
  taken_back_by: string | null
  taken_back_reason: Generated<string>
}

export interface MeetingsMinutesSection {
  id: string
  minutes_version: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string | null
  position: number
  number: Generated<string>
  heading: string
  category: string
  tree: Json
  decisions: Generated<string[]>
  actions: Generated<string[]>
  sources: Generated<Json>
}

export interface MeetingsMinutesVersion {
  id: string
  minutes: string
  meeting: string
  body: string
  sight: Generated<string>
  number: number
  reason: Generated<string>
  made_by: string
  made_at: Temporal.Instant
}

export interface MeetingsMotion {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  item: string
  category: string
  amends: string | null
  number: number
  text: string
  type: string
  matter: Generated<string>
  function_key: Generated<string>
  commits_money: Generated<boolean>
  referred_to: Generated<string>
  proposer: string | null
  proposer_name: Generated<string>
  seconder: string | null
  seconder_name: Generated<string>
  state: string
  method: string | null
  consensus_words: Generated<string>
  votes_for: number | null
  votes_against: number | null
  abstained: number | null
  casting_vote: string | null
  minority_view: Generated<string>
  quorum: Generated<Json>
  decision: string | null
  put_at: Temporal.Instant
  opened_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
  version: Generated<number>
  recorded_asked_by: Generated<string>
  put_words: Generated<string>
  left_for_interest: number | null
  did_not_vote: number | null
  of_body: Generated<string>
}

export interface MeetingsNoticeCertificate {
  id: string
  meeting: string
  publication: string
  rule_key: string
  inputs: Json
  verdict: Json
  made_at: Temporal.Instant
  of_body: Generated<string>
}

export interface MeetingsNumberSeries {
  body: string
  series: string
  next: number
}

export interface MeetingsOfficerDecision {
  id: string
  body: string
  delegation: string
  year: number
  serial: number
  decided_by: string
  decided_on: Temporal.PlainDate
  title: string
  category: string
  paragraphs: Generated<string[]>
  private_reason: Generated<string>
  corrects: string | null
  withdrawn_at: Temporal.Instant | null
  withdrawn_reason: Generated<string>
  recorded_at: Temporal.Instant
  recorded_by: string
  version: Generated<number>
}

export interface MeetingsOfficerDecisionContent {
  decision: string
  body: string
  category: string
  sight: string
  resolved: string
  reasons: string
  options: string
  consulted: Generated<string>
  interests: Generated<string>
  pence: bigint | null
  background: Generated<Json>
}

export interface MeetingsOfficerLetter {
  id: string
  body: string
  sight: Generated<string>
  seat: string
  place: number
  person: string
  name: string
  organisation: Generated<string>
  missed: Temporal.PlainDate[]
  text: string
  drafted_at: Temporal.Instant
  actor: string
  sent_on: Temporal.PlainDate | null
  sent_to: Generated<string>
  version: Generated<number>
}

export interface MeetingsOwnBudget {
  id: string
  paper: string
  body: string
  organisation: string
  title: string
  year: number
  pence: bigint
  holder: string
  confirmed_by: Generated<string>
  confirmed_on: Temporal.PlainDate | null
  made_by: string
}

export interface MeetingsPackFile {
  publication: string
  meeting: string
  body: string
  sight: Generated<string>
  edition: string
  state: string
  document: Generated<string>
  pages: number | null
  next_page: number | null
  next_exempt_page: number | null
  problem: Generated<string>
  report: Generated<Json>
}

export interface MeetingsPaper {
  id: string
  item: string
  meeting: string
  body: string
  sight: Generated<string>
  category: string
  title: string
  author: string
  state: string
  draft_of: Generated<number>
  submitted_at: Temporal.Instant | null
  version: Generated<number>
}

export interface MeetingsPaperCheck {
  id: string
  paper: string
  discipline: string
  overrides: Generated<boolean>
  verdict: string
  note: Generated<string>
  checker: Generated<string>
  at: Temporal.Instant
  actor: string
}

export interface MeetingsPaperFile {
  id: string
  paper_version: string
  meeting: string
  position: number
  role: string
  kind: string
  title: string
  file_name: string
  media_type: string
  bytes: bigint
  document: string
  pages: number | null
  alternative_text: Generated<string>
  findings: Generated<Json>
  proposal: Json | null
  made_by: string
  made_at: Temporal.Instant
  original: string | null
  original_bytes: bigint | null
}

export interface MeetingsPaperQuestion {
  id: string
  paper: string
  item: string
  meeting: string
  body: string
  sight: Generated<string>
  category: string
  person: string
  name: string
  text: string
  asked_at: Temporal.Instant
  actor: string
  answer: Generated<string>
  answered_by: Generated<string>
  answered_at: Temporal.Instant | null
  version: Generated<number>
}

export interface MeetingsPaperSecrecy {
  paper: string
  item: string
  meeting: string
  body: string
  paragraphs: string[]
  public_title: Generated<string>
  public_conclusion: Generated<string>
  version: Generated<number>
}

export interface MeetingsPaperVersion {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  paper: string
  category: string
  number: number
  fields: Json
  tree: Json
  reason: Generated<string>
  state: string
  made_by: string
  made_at: Temporal.Instant
  version: Generated<number>
}

export interface MeetingsPartRevision {
  meeting: string
  part: string
  sight: string
  revision: Generated<bigint>
}

export interface MeetingsPlanItem {
  id: string
  body: string
  sight: Generated<string>
  title: string
  summary: Generated<string>
  lead: Generated<string>
  purpose: string
  meeting: string | null
  state: string
  reason: Generated<string>
  standing_key: Generated<string>
  nominated_by: string | null
  nominated_at: Temporal.Instant
  version: Generated<number>
  referred_from: string | null
  due_from: Temporal.PlainDate | null
  due_until: Temporal.PlainDate | null
  due_meeting: string | null
  by_hand: Generated<boolean>
  minutes: number | null
  accepted_by: string | null
  accepted_at: Temporal.Instant | null
}

export interface MeetingsPlanMove {
  id: string
  plan_item: string
  from_meeting: string | null
  to_meeting: string | null
  reason: Generated<string>
  at: Temporal.Instant
  actor: string
}

export interface MeetingsPlanTopic {
  plan_item: string
  topic: string
  body: string
}

export interface MeetingsPrivateNote {
  person: string
  item: string
  meeting: string
  text: string
  changed_at: Temporal.Instant
  version: Generated<number>
}

export interface MeetingsPublicAttendance {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  name: Generated<string>
  number: Generated<number>
  at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
}

export interface MeetingsPublicInterestTest {
  id: string
  item: string
  meeting: string
  body: string
  sight: Generated<string>
  number: number
  occasion: string
  reasons_for: Generated<string>
  reasons_against: Generated<string>
  conclusion: string
  reason: Generated<string>
  decided_by: Generated<string>
  decided_on: Temporal.PlainDate | null
  review_on: Temporal.PlainDate | null
  publication: string | null
  actor: string
  at: Temporal.Instant
  paper: string | null
}

export interface MeetingsPublication {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  kind: string
  number: number
  published_at: Temporal.Instant
  published_on: Temporal.PlainDate
  time_known: Generated<boolean>
  actor: string
  reason: Generated<string>
  withdrawn_at: Temporal.Instant | null
  withdrawn_by: string | null
  withdrawn_reason: Generated<string>
  tabled: Generated<boolean>
}

export interface MeetingsPublicationTopic {
  publication: string
  topic: string
}

export interface MeetingsPublishedPaper {
  publication: string
  meeting: string
  body: string
  sight: Generated<string>
  paper_version: string
  item: string
  category: string
  first_page: Generated<string>
  last_page: Generated<string>
}

export interface MeetingsQuestionSet {
  id: string
  body: string
  kind: string
  title: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface MeetingsQuorumWaiver {
  meeting: string
  body: string
  sight: Generated<string>
  consulted: string
  views: string
  at: Temporal.Instant
  actor: string
  of_body: string
}

export interface MeetingsRatification {
  id: string
  decision: string
  body: string
  organisation: string
  name: string
  class: Generated<string>
  lead: string | null
}

export interface MeetingsRatificationAnswer {
  id: string
  ratification: string
  decision: string
  body: string
  text_number: number
  number: number
  answer: string
  own_body: string
  answered_on: Temporal.PlainDate
  reference: Generated<string>
  words: Generated<string>
  recorded_as: string
  recorded_by: string
  evidence: Generated<string>
  actor: string
  recorded_at: Temporal.Instant
}

export interface MeetingsRatificationAsk {
  decision: string
  body: string
  purpose: string
  rule: string
  needed: number | null
  class: Generated<string>
  starts_on: Temporal.PlainDate | null
  asked_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  withdrawn: Generated<boolean>
  version: Generated<number>
}

export interface MeetingsRatificationReminder {
  ratification: string
  text_number: number
  stage: string
  at: Temporal.Instant
}

export interface MeetingsRatificationText {
  decision: string
  number: number
  text: string
  reason: Generated<string>
  takes_up: string | null
  put_on: Temporal.PlainDate
  actor: string
}

export interface MeetingsReadMark {
  person: string
  paper_version: string
  meeting: string
  at: Temporal.Instant
}

export interface MeetingsReleasedPaper {
  publication: string
  paper: string
  meeting: string
}

export interface MeetingsReminder {
  paper: string
  stage: string
  at: Temporal.Instant
  mail: string | null
}

export interface MeetingsRetentionPeriod {
  kind: string
  years: number | null
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  id: Generated<string>
  body: string | null
  counts_from: Generated<string>
  action: Generated<string>
  set_by: Generated<string>
  actor: string | null
}

export interface MeetingsRetentionReview {
  id: string
  meeting: string
  body: string
  kind: string
  number: number
  outcome: string
  keep_until: Temporal.PlainDate | null
  place: Generated<string>
  reason: string
  decided_by: string
  decided_on: Temporal.PlainDate
  actor: string
  at: Temporal.Instant
}

export interface MeetingsSchoolHoliday {
  id: string
  area: string
  title: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  source: string
  version: Generated<number>
}

export interface MeetingsSealedPaper {
  mark: Buffer
  election: string
  sealed: Buffer
}

export interface MeetingsSentPaper {
  id: string
  paper: string
  item: string
  meeting: string
  body: string
  category: string
  to_body: string
  title: string
  why: Generated<string>
  plan_item: string
  state: Generated<string>
  reason: Generated<string>
  sent_at: Temporal.Instant
  actor: string
  to_paper: string | null
  sent_version: string | null
  taken_at: Temporal.Instant | null
  comments: Generated<string>
  comments_by: Generated<string>
  commented_at: Temporal.Instant | null
  version: Generated<number>
}

export interface MeetingsStateChange {
  id: string
  meeting: string
  from_state: string
  to_state: string
  reason: Generated<string>
  decided_by: Generated<string>
  at: Temporal.Instant
  actor: string
}

export interface MeetingsSubmission {
  id: string
  meeting: string
  body: string
  sight: Generated<string>
  category: Generated<string>
  kind: string
  item: string | null
  title: Generated<string>
  text: string
  shown_name: Generated<string>
  withheld: Generated<boolean>
  signatures: number | null
  received_at: Temporal.Instant
  notice: Json
  state: Generated<string>
  reason: Generated<string>
  settled_at: Temporal.Instant | null
  answer_kind: string | null
  answer: Generated<string>
  answered_by: Generated<string>
  answer_due: Temporal.PlainDate | null
  supplementary: Generated<string>
  supplementary_answer: Generated<string>
  decision: string | null
  action: string | null
  made_by: string | null
  version: Generated<number>
}

export interface MeetingsSubmissionPerson {
  submission: string
  body: string
  name: string
  email: Generated<string>
}

export interface MeetingsSubmissionRequest {
  id: string
  meeting: string
  token: string
  kind: string
  title: Generated<string>
  text: string
  name: string
  withheld: boolean
  email: string
  signatures: number | null
  at: Temporal.Instant
  expires_at: Temporal.Instant
  sender: Generated<string>
}

export interface MeetingsSubmissionRule {
  id: string
  body: string
  kind: string
  taken: Generated<boolean>
  mode: string | null
  days: number | null
  cut_off: string | null
  most_words: number | null
  signatures_to_answer: number | null
  signatures_to_debate: number | null
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  made_by: string
  version: Generated<number>
}

export interface MeetingsTermsProposal {
  item: string
  meeting: string
  body: string
  terms_version: string
  number: number
  document: Json
  proposed_by: string
  proposed_at: Temporal.Instant
}

export interface MeetingsTopic {
  id: string
  slug: string
  name: string
  about: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface MeetingsUnsavedText {
  actor: string
  kind: string
  subject: string
  meeting: string
  base: number
  revision: number
  fields: Json
  kept_at: Temporal.Instant
}

export interface MeetingsVote {
  id: string
  motion: string
  meeting: string
  body: string
  sight: Generated<string>
  category: string
  seat: string
  place: number
  person: string
  name: string
  choice: string
  at: Temporal.Instant
  actor: string
}

export interface PerformanceAlert {
  id: string
  measure: string
  body: string
  kind: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  owner: string | null
  raised_on: Temporal.PlainDate
  answered_by: string | null
  settled_on: Temporal.PlainDate | null
}

export interface PerformanceAnnotation {
  id: string
  measure: string
  on_day: Temporal.PlainDate
  words: string
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
}

export interface PerformanceBaseline {
  id: string
  measure: string
  value: string
  period_type: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  method: string
  source: Generated<string>
  made_at: Temporal.Instant
  actor: Generated<string>
}

export interface PerformanceChartRules {
  id: Generated<string>
  body: string | null
  starts_on: Temporal.PlainDate
  screening: boolean
  run_below: number
  trial_below: number
  none_below: number
  reason: string
  made_at: Generated<Temporal.Instant>
  actor: Generated<string>
  measure: string | null
  first_chart: Generated<string>
}

export interface PerformanceCommentary {
  id: string
  measure: string
  body: string
  sight: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  words: string
  person: string | null
  made_at: Temporal.Instant
  actor: Generated<string>
}

export interface PerformanceCountMade {
  measure: string
  body: string
  code: string
  version: number
  counted_at: Temporal.Instant
  changed_at: Temporal.Instant | null
  problem: Generated<string>
}

export interface PerformanceCurveAction {
  id: string
  measure: string
  action: string | null
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
  words: Generated<string>
  who: Generated<string>
  by_when: Temporal.PlainDate | null
}

export interface PerformanceCurveIdea {
  id: string
  measure: string
  words: string
  cost: string
  evidence: Generated<string>
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
}

export interface PerformanceCurvePartner {
  id: string
  measure: string
  organisation: string | null
  name: string
  part: string
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
}

export interface PerformanceCurveStory {
  id: string
  measure: string
  number: number
  words: string
  made_at: Temporal.Instant
  actor: Generated<string>
}

export interface PerformanceForecast {
  id: string
  measure: string
  purpose: string
  method: string
  author: string
  frozen_on: Temporal.PlainDate
  inputs: Generated<Json>
  made_at: Temporal.Instant
  actor: Generated<string>
}

export interface PerformanceForecastPoint {
  forecast: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  value: string
}

export interface PerformanceHeldValue {
  protection: string
  measure: string
  area: string | null
  dimension: Generated<string>
  category: Generated<string>
  numerator: bigint
  denominator: bigint | null
}

export interface PerformanceMeasure {
  id: string
  body: string
  sight: Generated<string>
  reference: Generated<string>
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_reason: Generated<string>
  version: Generated<number>
  replaced_by: string | null
}

export interface PerformanceMeasureDefinition {
  id: string
  measure: string
  number: number
  starts_on: Temporal.PlainDate
  title: string
  meaning: Generated<string>
  unit: Generated<string>
  polarity: string
  level: string
  kind: string
  numerator: Generated<string>
  denominator: Generated<string>
  scale: Generated<number>
  over_time: string
  over_areas: string
  source: Generated<string>
  owner_person: string | null
  owner_office: Generated<string>
  owner_organisation: string | null
  frequency: string
  lag_days: Generated<number>
  breakdowns: Generated<Json>
  decimals: Generated<number>
  suppression: Generated<string>
  plausible_from: string | null
  plausible_to: string | null
  breaks_series: Generated<boolean>
  reason: Generated<string>
  made_at: Temporal.Instant
  actor: Generated<string>
  areas: Generated<string[]>
  forecast: Generated<string>
  counted_by: Generated<string>
  polarity_reason: Generated<string>
  rated_from: number | null
}

export interface PerformanceMeasureLink {
  id: string
  measure: string
  plan: string | null
  priority: string | null
  outcome: string | null
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  made_at: Temporal.Instant
  actor: Generated<string>
}

export interface PerformanceMeasurePlace {
  measure: string
  plan: string
  priority: string
  heading: string
  position: number
}

export interface PerformanceNationalArea {
  number: number
  name: string
  kind: string
  region: number | null
  type: Generated<string>
  ends_on: Temporal.PlainDate | null
  followed_by: Generated<number[]>
  order_by: string
}

export interface PerformanceNationalEdition {
  id: string
  source: string
  licence: string
  digest: string
  read_at: Temporal.Instant
  actor: Generated<string>
  report: Json
}

export interface PerformanceNationalMeasure {
  number: Generated<number>
  code: string
  title: string
  topic: string
  unit: string
  polarity: string
  decimals: number
  description: Generated<string>
  owner: Generated<string>
  link: Generated<string>
  position: number
}

export interface PerformanceNationalNeighbour {
  edition: Temporal.PlainDate
  area: number
  position: number
  neighbour: number
  closeness: Generated<string>
}

export interface PerformanceNationalPeriod {
  id: Generated<number>
  measure: number
  written: string
  from_year: number
  to_year: number
  standing: string
  back: number
}

export interface PerformanceNationalReading {
  id: string
  files: string[]
  state: Generated<string>
  started_at: Temporal.Instant
  seen_at: Temporal.Instant
  percent: Generated<number>
  rows_read: Generated<number>
  stop_asked_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  edition: string | null
  words: Generated<string>
  actor: Generated<string>
}

export interface PerformanceNationalTie {
  id: string
  measure: string
  code: string
  area: number
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
}

export interface PerformanceNationalValue {
  area: number
  period: number
  value: string | null
  state: string | null
}

export interface PerformanceObservation {
  id: string
  measure: string
  body: string
  sight: string
  period_type: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  area: string | null
  dimension: Generated<string>
  category: Generated<string>
  revision: number
  status: string
  value: string | null
  words: Generated<string>
  numerator: string | null
  denominator: string | null
  lower_limit: string | null
  upper_limit: string | null
  quality: Generated<string>
  source: Generated<string>
  reason: Generated<string>
  protection: string | null
  entered_how: string
  entered_at: Temporal.Instant
  actor: Generated<string>
  published_at: Temporal.Instant | null
}

export interface PerformancePriorityMeasure {
  measure: string
  priority: string
  heading: string
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
}

export interface PerformanceProgramEnd {
  id: string
  token: string
  account: string
  measure: string
  body: string
  reason: string
  name: string
  actor: Generated<string>
  ended_at: Temporal.Instant
}

export interface PerformanceProtection {
  id: string
  measure: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  method: string
  made_at: Temporal.Instant
  actor: Generated<string>
  outcome: Generated<string>
  guard: Generated<string>
}

export interface PerformancePublicMeasurePlace {
  measure: string
  priority: string
  heading: string
  position: number
}

export interface PerformancePublicPriorityMeasure {
  measure: string
  priority: string
  heading: string
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
}

export interface PerformanceRebase {
  id: string
  measure: string
  on_day: Temporal.PlainDate
  reason: string
  decided_by: string
  decided_on: Temporal.PlainDate
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
}

export interface PerformanceReportRun {
  schedule: string
  body: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  outcome: string
  happened_on: Temporal.PlainDate
  scorecard: string | null
  reason: Generated<string>
}

export interface PerformanceReportSchedule {
  id: string
  body: string
  priority: string | null
  rhythm: string
  working_day: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  made_at: Temporal.Instant
  actor: Generated<string>
}

export interface PerformanceReturnDue {
  id: string
  template: string
  body: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  state: Generated<string>
  given_at: Temporal.Instant | null
  given_by: string | null
  accepted_at: Temporal.Instant | null
  accepted_by: string | null
  note: Generated<string>
  chased: Generated<number>
  chased_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PerformanceReturnMeasure {
  template: string
  body: string
  measure: string
  position: number
}

export interface PerformanceReturnTemplate {
  id: string
  body: string
  agency: string
  title: string
  giver: string | null
  period_type: string
  due_days: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PerformanceScorecard {
  id: string
  body: string
  meeting: string | null
  item: string | null
  priority: string | null
  title: string
  until: Temporal.PlainDate
  frozen_at: Temporal.Instant
  frozen_by: string
  note: Generated<string>
  actor: Generated<string>
  schedule: string | null
  board_name: Generated<string>
  standing: Generated<string>
}

export interface PerformanceScorecardLine {
  scorecard: string
  body: string
  edition: string
  position: number
  heading: Generated<string>
  measure: string
  definition: string
  target: string | null
  observation: string | null
  commentary: string | null
  chart_rules: string
  shown: Json
}

export interface PerformanceSmallNumberMethod {
  version: string
  starts_on: Temporal.PlainDate
  threshold: number
  base: number
  hides_zeros: boolean
  source: string
}

export interface PerformanceTarget {
  id: string
  measure: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  words: string
  kind: string
  value: string | null
  upper: string | null
  years: number | null
  growth: string | null
  baseline: string | null
  tolerance_kind: string | null
  tolerance: string | null
  green_means: Generated<string>
  amber_means: Generated<string>
  red_means: Generated<string>
  set_by: string
  source: Generated<string>
  made_at: Temporal.Instant
  actor: Generated<string>
  withdrawn_at: Temporal.Instant | null
  withdrawn_reason: Generated<string>
}

export interface PerformanceTargetStep {
  target: string
  starts_on: Temporal.PlainDate
  value: string
}

export interface PerformanceUpload {
  id: string
  body: string
  actor: Generated<string>
  file_name: string
  digest: string
  made_at: Temporal.Instant
  content: Json
  loaded_at: Temporal.Instant | null
  outcome: Json | null
  token: string | null
  asked_key: string | null
  measure: string | null
}

export interface PgbossJob {
  id: Generated<string>
  name: string
  priority: Generated<number>
  data: Json | null
  state: Generated<string>
  retry_limit: Generated<number>
  retry_count: Generated<number>
  retry_delay: Generated<number>
  retry_backoff: Generated<boolean>
  retry_delay_max: number | null
  expire_seconds: Generated<number>
  deletion_seconds: Generated<number>
  singleton_key: string | null
  singleton_on: string | null
  group_id: string | null
  group_tier: string | null
  start_after: Generated<Temporal.Instant>
  created_on: Generated<Temporal.Instant>
  started_on: Temporal.Instant | null
  completed_on: Temporal.Instant | null
  keep_until: Generated<Temporal.Instant>
  output: Json | null
  dead_letter: string | null
  policy: string | null
  heartbeat_on: Temporal.Instant | null
  heartbeat_seconds: number | null
  blocked: Generated<boolean>
  blocking: Generated<boolean>
  pending_dependencies: Generated<number>
  source_name: string | null
  source_id: string | null
  source_created_on: Temporal.Instant | null
  source_retry_count: number | null
  source_output: Json | null
  source_root_id: string | null
}

export interface PlansAction {
  id: string
  plan: string
  body: string
  state: Generated<string>
  done_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PlansActionText {
  version: string
  action: string
  priority: string
  outcome: string | null
  plan: string
  body: string
  sight: string
  position: number
  reference: Generated<string>
  title: string
  text: Generated<string>
  due_words: Generated<string>
  due_from: Temporal.PlainDate | null
  due_to: Temporal.PlainDate | null
  details: Generated<Json>
  revision: Generated<number>
}

export interface PlansApproval {
  id: string
  version: string
  plan: string
  body: string
  sight: string
  approving_body: string
  plan_item: string | null
  state: Generated<string>
  decision: string | null
  decided_on: Temporal.PlainDate | null
  words: Generated<string>
  asked_at: Temporal.Instant
  revision: Generated<number>
}

export interface PlansAssessment {
  id: string
  body: string
  sight: Generated<string>
  state: Generated<string>
  kind: string
  title: string
  topic: string
  population: Generated<string>
  summary: Generated<string>
  rank: string | null
  why: Generated<string>
  next_on: Temporal.PlainDate | null
  published_on: Temporal.PlainDate | null
  end_reason: Generated<string>
  made_at: Temporal.Instant
  version: Generated<number>
}

export interface PlansAssessmentArea {
  assessment: string
  area: string
  body: string
  sight: string
}

export interface PlansAssessmentKind {
  code: string
  name: string
  source: Generated<string>
  position: number
}

export interface PlansAssessmentRow {
  id: string
  assessment: string
  body: string
  sight: string
  kind: string
  number: number
  title: string
  text: Generated<string>
  source: Generated<string>
  dated_on: Temporal.PlainDate | null
  licence: Generated<string>
  address: Generated<string>
  version: Generated<number>
}

export interface PlansCharacteristic {
  code: string
  name: string
  source: Generated<string>
  position: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface PlansCommunication {
  id: string
  body: string
  sight: Generated<string>
  title: string
  aim: string
  plan: string | null
  procedure: string | null
  consultation: string | null
  strategy: string | null
  owner: string | null
  owner_name: string
  made_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
  learned: Generated<string>
  version: Generated<number>
}

export interface PlansCommunicationItem {
  id: string
  communication: string
  body: string
  sight: string
  audience: string
  message: string
  channel: string
  who: string | null
  who_name: string
  planned_on: Temporal.PlainDate
  done_on: Temporal.PlainDate | null
  called_off_on: Temporal.PlainDate | null
  called_off_because: Generated<string>
  reach_of: Generated<string>
  expected: number | null
  came_state: Generated<string>
  came: number | null
  learned: Generated<string>
  version: Generated<number>
}

export interface PlansConsulteeRule {
  id: string
  plan_type: string
  consultee: string
  source: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PlansDuty {
  id: string
  body: string
  kind: string
  source: string
  opens_month: number
  closes_month: number
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PlansDutyOutcome {
  duty: string
  body: string
  cycle_year: number
  outcome: string
  on_day: Temporal.PlainDate
  report: string | null
  meeting: string | null
  note: Generated<string>
  version: Generated<number>
}

export interface PlansEqia {
  id: string
  body: string
  sight: Generated<string>
  stage: string
  title: string
  about: string
  plan: string | null
  decision: string | null
  conclusion: string | null
  why: Generated<string>
  done_on: Temporal.PlainDate | null
  begun_on: Temporal.PlainDate
  version: Generated<number>
}

export interface PlansEqiaAction {
  id: string
  eqia: string
  body: string
  sight: string
  text: string
  owner_name: Generated<string>
  due_on: Temporal.PlainDate | null
  done_on: Temporal.PlainDate | null
}

export interface PlansEqiaLine {
  eqia: string
  characteristic: string
  body: string
  sight: string
  impact: string
  evidence: Generated<string>
  mitigation: Generated<string>
  owner_name: Generated<string>
  review_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PlansExceptionReport {
  id: string
  plan: string
  body: string
  priority: string
  action: string | null
  title: string
  off_track: string
  why: string
  impact: string
  proposed: string
  asked: string
  raised_on: Temporal.PlainDate
  raised_by: string | null
  name: string
  plan_item: string | null
  answer: Generated<string>
  decision: string | null
  answered_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  close_words: Generated<string>
  version: Generated<number>
}

export interface PlansLead {
  id: string
  version: string
  plan: string
  body: string
  sight: string
  priority: string | null
  outcome: string | null
  action: string | null
  part: string
  position: number
  person: string | null
  organisation: string | null
  led_by_body: string | null
  name: string
}

export interface PlansNeedUse {
  id: string
  priority: string
  plan: string
  body: string
  row_id: string
  row_kind: string
  why: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  actor: string
}

export interface PlansOpinion {
  id: string
  version: string
  plan: string
  body: string
  sight: string
  rule: string | null
  consultee: string
  given_on: Temporal.PlainDate
  text: string
  changed_because: Generated<string>
  revision: Generated<number>
}

export interface PlansOutcome {
  id: string
  plan: string
  body: string
}

export interface PlansOutcomeText {
  version: string
  outcome: string
  priority: string
  plan: string
  body: string
  sight: string
  position: number
  reference: Generated<string>
  title: string
  text: Generated<string>
  due_words: Generated<string>
  due_from: Temporal.PlainDate | null
  due_to: Temporal.PlainDate | null
  details: Generated<Json>
  revision: Generated<number>
}

export interface PlansPlan {
  id: string
  body: string
  type: string
  shape: string
  shape_number: number
  reference: Generated<string>
  made_at: Temporal.Instant
  version: Generated<number>
}

export interface PlansPlanType {
  code: string
  name: string
  shape: string
  source: Generated<string>
  position: number
}

export interface PlansPlanVersion {
  id: string
  plan: string
  body: string
  sight: Generated<string>
  number: number
  state: Generated<string>
  title: string
  summary: Generated<string>
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  review_months: number | null
  significant: Generated<boolean>
  reason: Generated<string>
  published_on: Temporal.PlainDate | null
  closed_on: Temporal.PlainDate | null
  close_reason: Generated<string>
  shown: Generated<boolean>
  made_at: Temporal.Instant
  version: Generated<number>
}

export interface PlansPriority {
  id: string
  plan: string
  body: string
}

export interface PlansPriorityText {
  version: string
  priority: string
  plan: string
  body: string
  sight: string
  position: number
  reference: Generated<string>
  title: string
  text: Generated<string>
  accountable: string | null
  details: Generated<Json>
  revision: Generated<number>
}

export interface PlansProcedure {
  id: string
  body: string
  sight: Generated<string>
  audience: string
  kind: string
  reference: Generated<string>
  title: string
  themes: Generated<string[]>
  owner: string | null
  owner_organisation: string | null
  owner_name: string
  made_on: Temporal.PlainDate
  review_on: Temporal.PlainDate | null
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_because: Generated<string>
  version: Generated<number>
}

export interface PlansProcedureAudience {
  id: string
  procedure: string
  body: string
  organisation: string | null
  readers_of: string | null
}

export interface PlansProcedureFeedback {
  id: string
  of_version: string
  procedure: string
  body: string
  person: string
  name: string
  text: string
  given_on: Temporal.PlainDate
  answer: Generated<string>
  answered_on: Temporal.PlainDate | null
  answered_name: Generated<string>
  version: Generated<number>
}

export interface PlansProcedureOpinion {
  id: string
  of_version: string
  body: string
  sight: string
  consultee: string
  asked_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  said: Generated<string>
  said_on: Temporal.PlainDate | null
  changed: Generated<string>
  version: Generated<number>
}

export interface PlansProcedureReading {
  of_version: string
  procedure: string
  body: string
  person: string
  read_on: Temporal.PlainDate
}

export interface PlansProcedureReview {
  id: string
  procedure: string
  body: string
  reviewed_on: Temporal.PlainDate
  outcome: string
  next_on: Temporal.PlainDate
  name: string
}

export interface PlansProcedureVersion {
  id: string
  procedure: string
  body: string
  sight: Generated<string>
  number: number
  state: Generated<string>
  changes: Generated<string>
  text: Json
  document: string | null
  issued_on: Temporal.PlainDate | null
  starts_on: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PlansRagDefinition {
  id: string
  plan: string
  body: string
  applies_to: string
  colour: string
  meaning: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
}

export interface PlansRagRating {
  id: string
  action: string
  plan: string
  body: string
  sight: string
  colour: string
  definition: string
  why: string
  computed: string
  on_day: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  set_at: Temporal.Instant
  actor: string
  name: string
}

export interface PlansReport {
  id: string
  body: string
  plan: string | null
  series: string
  number: number
  kind: string
  title: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  audience: string
  sight: Generated<string>
  state: Generated<string>
  reason: Generated<string>
  drafted_on: Temporal.PlainDate
  plan_item: string | null
  published_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface PlansReportSection {
  report: string
  body: string
  sight: string
  position: number
  code: string
  drafted: Json
  text: Json
  edited: Generated<boolean>
  revision: Generated<number>
}

export interface PlansReviewAsk {
  id: string
  round: string
  plan: string
  body: string
  action: string
  person: string | null
  name: string
  mailed_at: Temporal.Instant | null
  chased_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
}

export interface PlansReviewRound {
  id: string
  plan: string
  body: string
  number: number
  opened_on: Temporal.PlainDate
  due_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
  summary: Generated<string>
  version: Generated<number>
}

export interface PlansRisk {
  id: string
  body: string
  sight: Generated<string>
  number: number
  title: string
  cause: Generated<string>
  event: string
  effect: Generated<string>
  owner: string | null
  owner_name: Generated<string>
  plan: string | null
  priority: string | null
  review_on: Temporal.PlainDate | null
  raised_on: Temporal.PlainDate
  closed_on: Temporal.PlainDate | null
  close_reason: Generated<string>
  version: Generated<number>
}

export interface PlansRiskAction {
  risk: string
  body: string
  sight: string
  action: string
  plan: string
}

export interface PlansRiskCell {
  scale: number
  likelihood: number
  impact: number
  grade: string
}

export interface PlansRiskScale {
  version: number
  name: string
  levels: number
  likelihood: string[]
  impact: string[]
  starts_on: Temporal.PlainDate
  source: string
}

export interface PlansRiskScore {
  id: string
  risk: string
  body: string
  sight: string
  scale: number
  on_day: Temporal.PlainDate
  before_likelihood: number
  before_impact: number
  after_likelihood: number | null
  after_impact: number | null
  why: Generated<string>
  actor: string
  at: Temporal.Instant
}

export interface PlansRowBasis {
  row_id: string
  row_kind: string
  basis: string
  basis_kind: string
  assessment: string
  body: string
  sight: string
}

export interface PlansShape {
  code: string
  number: number
  name: string
  levels: Json
  starts_on: Temporal.PlainDate
}

export interface PlansStatement {
  id: string
  plan: string
  body: string
  sight: string
  action: string | null
  priority: string | null
  kind: string
  text: string
  evidence: Generated<string>
  state_after: string | null
  on_day: Temporal.PlainDate
  at: Temporal.Instant
  actor: string
  name: string
}

export interface PlansSubmission {
  id: string
  plan: string
  body: string
  sight: Generated<string>
  to_name: string
  source: string
  due_on: Temporal.PlainDate
  outcome: string | null
  outcome_on: Temporal.PlainDate | null
  outcome_words: Generated<string>
  withdrawn_on: Temporal.PlainDate | null
  withdrawn_because: Generated<string>
  version: Generated<number>
}

export interface PlansSubmissionCondition {
  id: string
  submission: string
  body: string
  sight: string
  outcome: Generated<string>
  number: number
  text: string
  owner: string | null
  owner_name: string
  due_on: Temporal.PlainDate
  met_on: Temporal.PlainDate | null
  evidence: Generated<string>
  version: Generated<number>
}

export interface PlansSubmissionQuery {
  id: string
  submission: string
  body: string
  sight: string
  number: number
  asked_on: Temporal.PlainDate
  question: string
  due_on: Temporal.PlainDate | null
  answer: Generated<string>
  answered_on: Temporal.PlainDate | null
  answered_by: Generated<string>
  version: Generated<number>
}

export interface PlansSubmissionSending {
  id: string
  submission: string
  plan: string
  body: string
  sight: string
  of_version: string
  as_draft: Generated<boolean>
  sent_on: Temporal.PlainDate
  sent_by: string
  reference: Generated<string>
}

export interface PlatformAccessToken {
  id: string
  account: string
  name: string
  digest: string
  scope: Generated<string>
  made_at: Temporal.Instant
  expires_at: Temporal.Instant
  last_used_at: Temporal.Instant | null
  revoked_at: Temporal.Instant | null
  about_type: string | null
  about: string | null
}

export interface PlatformAuditEntry {
  id: string
  at: Generated<Temporal.Instant>
  actor: string
  act: string
  subject_type: string
  subject: string
  digest: Buffer
  xid: Generated<string>
}

export interface PlatformAuditLink {
  number: bigint
  entry: string
  entry_sha256: Buffer
  link: Buffer
}

export interface PlatformCalendarAddress {
  account: string
  number: number
  revoked: Generated<boolean>
  changed_at: Temporal.Instant
}

export interface PlatformDigest {
  account: string
  day: Temporal.PlainDate
  mail: string | null
  at: Temporal.Instant
}

export interface PlatformDocumentReference {
  sha256: string
  holder_type: string
  holder_id: string
  held_at: Generated<Temporal.Instant>
}

export interface PlatformKeptMail {
  id: string
  subject: string
  body_text: string
  body_html: string | null
  attachments: Generated<Json>
  kept_at: Generated<Temporal.Instant>
}

export interface PlatformMailChoice {
  account: string
  news: string
  calendar: Generated<boolean>
  changed_at: Generated<Temporal.Instant>
}

export interface PlatformMailDelivery {
  id: string
  recipient: string
  about_type: string | null
  about_id: string | null
  queued_by: string | null
  queued_at: Generated<Temporal.Instant>
  attempts: Generated<number>
  sent_at: Temporal.Instant | null
  kept_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
  error: string | null
  server: string | null
  response: string | null
  refused_at: Temporal.Instant | null
  delayed_at: Temporal.Instant | null
  bounced_at: Temporal.Instant | null
  bounce_status: string | null
  bounce_reason: string | null
  sender: Generated<string>
}

export interface PlatformMigration {
  id: string
  sha256: string
  applied_at: Generated<Temporal.Instant>
}

export interface PlatformSetting {
  key: string
  value: Json
  changed_at: Generated<Temporal.Instant>
  changed_by: Generated<string>
}

export interface PublicsiteChange {
  kind: string
  subject: string
  transaction: bigint
}

export interface PublicsiteComingOut {
  kind: string
  record: string
  body: string
  at: Temporal.Instant
  dated: Temporal.Instant
  title: string
  subject: string
  topics: string[]
}

export interface PublicsiteDocumentWords {
  document: string
  part: number
  first_page: number | null
  last_page: number | null
  words: string
  read_at: Temporal.Instant
}

export interface PublicsiteDoor {
  id: string
  only_one: Generated<boolean>
  opened: Temporal.Instant
  stamp: Temporal.Instant
  mapping: number
  public_url: string
  day: Temporal.PlainDate
}

export interface PublicsiteFindable {
  kind: string
  record: string
  part: number
  face: boolean
  sight: string
  part_two: boolean
  body: string
  other_body: string
  meeting: string
  item: string
  author: string
  maker: string
  day: Temporal.PlainDate
  subject: string
  title: string
  words: string
  heading: string
  everything: string
  came_out: Temporal.Instant
  pairs: number[]
}

export interface PublicsiteFollower {
  id: string
  email: string
  kind: string
  body: string | null
  topic: string | null
  search: Generated<string>
  pace: string
  sender: Generated<string>
  asked_at: Temporal.Instant
  expires_at: Temporal.Instant | null
  told_until: Temporal.Instant
  seen_until: Generated<Temporal.Instant>
  told: Generated<string[]>
}

export interface PublicsiteHeardAt {
  event: string
  consultation: string
  sight: string
  subject: string
  title: string
}

export interface PublicsiteIndexed {
  kind: string
  record: string
  part: Generated<number>
  face: Generated<boolean>
  sight: string
  part_two: Generated<boolean>
  body: string | null
  other_body: string | null
  meeting: string | null
  item: string | null
  author: string | null
  maker: string | null
  day: Temporal.PlainDate | null
  subject: Generated<string>
  title: string
  words: string
  heading: string
  everything: string
  came_out: Temporal.Instant | null
}

export interface PublicsiteObject {
  type: string
  id: string
  scope: string
  organizations: Generated<string[]>
  created: Temporal.Instant
  modified: Temporal.Instant
  deleted: Generated<boolean>
  digest: string
  content: string | null
}

export interface PublicsiteToIndex {
  kind: string
  record: string
  part: number
  face: boolean
  sight: string
  part_two: boolean
  body: string
  other_body: string
  meeting: string
  item: string
  author: string
  maker: string
  day: Temporal.PlainDate
  subject: string
  title: string
  words: string
}

export interface PublishedClaim {
  id: Generated<string>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  approved_on: Temporal.PlainDate
  figures: Json
  is_hidden: boolean
  families: number | null
  amount_pence: bigint | null
  threshold: number
  base: number
  source: string
  revision: Generated<number>
  corrected_on: Temporal.PlainDate | null
}

export interface PublishedFigure {
  snapshot: string
  indicator: string
  version: number
  span: string
  is_hidden: boolean
  count: number | null
  of: number | null
}

export interface PublishedIndicator {
  code: string
  version: number
  position: number
  starts_on: Temporal.PlainDate
  title: string
  meaning: string
  unit: string
  gives: string
  over_time: string
  has_year: boolean
  reason_of: string | null
  source: string
}

export interface PublishedQualityReport {
  id: string
  month: Temporal.PlainDate
  figures: Json
  threshold: number
  base: number
  source: string
  signed_by: string
  frozen_on: Temporal.PlainDate
}

export interface PublishedSetting {
  starts_on: Temporal.PlainDate
  late_days: number
  percent_from: number
  source: string
  set_by: string | null
  set_on: Temporal.PlainDate | null
}

export interface PublishedSnapshot {
  id: Generated<string>
  month: Temporal.PlainDate
  revision: number
  made_at: Temporal.Instant
  provenance: string
  source: string
  reason: Generated<string>
  method: string
  threshold: number
  base: number
  percent_from: number
  adds_up: boolean | null
}

export interface ThreadEveryLink {
  from_kind: string
  from_id: string
  relation: string
  to_kind: string
  to_id: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  link: string
}

export interface ThreadGapAnswer {
  id: string
  rule: string
  kind: string
  record: string
  body: string | null
  answer: string
  person: string
  starts_on: Temporal.PlainDate
  until: Temporal.PlainDate
  words: string
  ended_on: Temporal.PlainDate | null
  made_by: string
  made_at: Temporal.Instant
  version: Generated<number>
}

export interface ThreadLink {
  id: string
  from_kind: string
  from_id: string
  relation: string
  to_kind: string
  to_id: string
  body: string | null
  why: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  said_by: string | null
  made_by: string
  made_at: Temporal.Instant
  ended_by: string | null
  end_reason: Generated<string>
  version: Generated<number>
}

export interface ThreadLinkRule {
  id: string
  from_kind: string
  relation: string
  to_kind: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  source: Generated<string>
  version: Generated<number>
}

export interface ThreadNode {
  kind: string
  id: string
  label: string
  body_id: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  says: string[]
}

export interface VoiceAgeBand {
  code: string
  name: string
  position: number
  ends_on: Temporal.PlainDate | null
}

export interface VoiceAnswer {
  id: string
  body: string
  sight: Generated<string>
  event: string | null
  consultation: string | null
  theme: string | null
  said: string
  did: Generated<string>
  decision: string | null
  reason: Generated<string>
  on_day: Temporal.PlainDate
  version: Generated<number>
  of_feedback: Generated<boolean>
  service: Generated<string>
}

export interface VoiceAttachment {
  id: string
  body: string
  event: string | null
  consultation: string | null
  theme: string | null
  item: string | null
  decision: string | null
  priority: string | null
  outcome: string | null
  why: string
  attached_on: Temporal.PlainDate
  attached_by: string
  ended_on: Temporal.PlainDate | null
}

export interface VoiceBringingRule {
  id: string
  procedure: string
  months: number
  counts_from: string
  source: string
  is_confirmed: Generated<boolean>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface VoiceEvent {
  id: string
  body: string
  sight: Generated<string>
  title: string
  summary: Generated<string>
  held_on: Temporal.PlainDate
  place: Generated<string>
  held_by: Generated<string>
  organisation: string | null
  whose: string[]
  age_band: string | null
  came_known: Generated<boolean>
  came_shown: number | null
  version: Generated<number>
}

export interface VoiceEventCount {
  event: string
  body: string
  came: number
}

export interface VoiceExercise {
  consultation: string
  body: string
  sight: Generated<string>
  whose: Generated<string[]>
  invited: number | null
  invited_source: Generated<string>
  published_at: Temporal.Instant | null
  version: Generated<number>
}

export interface VoiceFeedback {
  id: string
  body: string
  reference: string
  state: Generated<string>
  kind: string
  whose: string
  channel: string
  received_on: Temporal.PlainDate
  service: Generated<string>
  organisation: string | null
  summary: Generated<string>
  rating: number | null
  earlier: string | null
  rule: string | null
  acknowledge_by: Temporal.PlainDate | null
  acknowledged_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
  extended_because: Generated<string>
  owner: string | null
  answered_on: Temporal.PlainDate | null
  outcome: string | null
  set_aside_because: Generated<string>
  learning: string | null
  version: Generated<number>
  happened_on: Temporal.PlainDate | null
  late_because: Generated<string>
}

export interface VoiceFeedbackLine {
  body: string
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  position: number
  kind: string
  part: string
  label: Generated<string>
  n: number | null
  told: string
  average: string | null
  published_at: Temporal.Instant
}

export interface VoiceFeedbackMail {
  feedback: string
  body: string
  delivery: string | null
  recipient: string
  subject: string
  text: string
  sent_at: Temporal.Instant
}

export interface VoiceFeedbackMatter {
  feedback: string
  body: string
  words: string
  name: Generated<string>
  contact: Generated<string>
  answer: Generated<string>
}

export interface VoiceFeedbackRule {
  id: string
  procedure: string
  stage: number
  name: string
  acknowledge_days: number | null
  answer_within: number
  unit: string
  first_day_counts: Generated<boolean>
  extension: string
  longest: number | null
  forget_months: number
  source: string
  is_confirmed: Generated<boolean>
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate | null
  version: Generated<number>
}

export interface VoicePublishedLine {
  consultation: string
  position: number
  kind: string
  theme: string | null
  label: Generated<string>
  n: number | null
  told: string
}

export interface VoiceResponse {
  id: string
  consultation: string
  body: string
  kind: string
  alike: Generated<number>
  group_name: Generated<string>
  group_size: number | null
  channel: string
  received_on: Temporal.PlainDate
  themes: Generated<string[]>
  entered_by: string
}

export interface VoiceSmallNumberRule {
  starts_on: Temporal.PlainDate
  fewest: number
  source: string
}

export interface VoiceTheme {
  id: string
  body: string
  name: string
}

export interface VoiceView {
  id: string
  body: string
  event: string | null
  consultation: string | null
  theme: string | null
  whose: string
  age_band: string | null
  words: string
  state: Generated<string>
  entered_by: string
  reviewed_by: string | null
  reviewed_on: Temporal.PlainDate | null
  reason: Generated<string>
  version: Generated<number>
}

/** Every table of the database by schema and name, and every view that a query names. */
export interface Tables {
  'assurance.audit_action': AssuranceAuditAction
  'assurance.audit_agency': AssuranceAuditAgency
  'assurance.audit_answer': AssuranceAuditAnswer
  'assurance.audit_moderation': AssuranceAuditModeration
  'assurance.audit_round': AssuranceAuditRound
  'assurance.came_back': AssuranceCameBack
  'assurance.case_audit': AssuranceCaseAudit
  'assurance.case_audit_item': AssuranceCaseAuditItem
  'assurance.challenge': AssuranceChallenge
  'assurance.challenge_letter': AssuranceChallengeLetter
  'assurance.challenge_step': AssuranceChallengeStep
  'assurance.ladder_step': AssuranceLadderStep
  'assurance.recommendation': AssuranceRecommendation
  'assurance.recommendation_action': AssuranceRecommendationAction
  'assurance.recommendation_note': AssuranceRecommendationNote
  'assurance.response_rule': AssuranceResponseRule
  'assurance.review': AssuranceReview
  'assurance.review_part': AssuranceReviewPart
  'assurance.toolkit': AssuranceToolkit
  'assurance.toolkit_standard': AssuranceToolkitStandard
  'casework.absence': CaseworkAbsence
  'casework.access_entry': CaseworkAccessEntry
  'casework.access_grant': CaseworkAccessGrant
  'casework.access_request': CaseworkAccessRequest
  'casework.access_rule': CaseworkAccessRule
  'casework.address': CaseworkAddress
  'casework.address_shield': CaseworkAddressShield
  'casework.adulthood': CaseworkAdulthood
  'casework.advice': CaseworkAdvice
  'casework.agreement': CaseworkAgreement
  'casework.agreement_scope': CaseworkAgreementScope
  'casework.agreement_stand': CaseworkAgreementStand
  'casework.answer': CaseworkAnswer
  'casework.assessment': CaseworkAssessment
  'casework.assessment_author': CaseworkAssessmentAuthor
  'casework.assessment_child': CaseworkAssessmentChild
  'casework.assessment_draft': CaseworkAssessmentDraft
  'casework.assessment_known': CaseworkAssessmentKnown
  'casework.assessment_part': CaseworkAssessmentPart
  'casework.assessment_signature': CaseworkAssessmentSignature
  'casework.assessment_view': CaseworkAssessmentView
  'casework.audit_grade': CaseworkAuditGrade
  'casework.audit_standard': CaseworkAuditStandard
  'casework.audit_theme': CaseworkAuditTheme
  'casework.audit_tool': CaseworkAuditTool
  'casework.audit_tool_theme': CaseworkAuditToolTheme
  'casework.booking': CaseworkBooking
  'casework.break_glass': CaseworkBreakGlass
  'casework.caseload_limit': CaseworkCaseloadLimit
  'casework.child_asked': CaseworkChildAsked
  'casework.claim': CaseworkClaim
  'casework.claim_correction': CaseworkClaimCorrection
  'casework.claim_count': CaseworkClaimCount
  'casework.claim_heading': CaseworkClaimHeading
  'casework.claim_line': CaseworkClaimLine
  'casework.claim_look': CaseworkClaimLook
  'casework.closing_document': CaseworkClosingDocument
  'casework.closing_plan': CaseworkClosingPlan
  'casework.closing_reason': CaseworkClosingReason
  'casework.closure': CaseworkClosure
  'casework.closure_group': CaseworkClosureGroup
  'casework.code': CaseworkCode
  'casework.competency': CaseworkCompetency
  'casework.contributed_answer': CaseworkContributedAnswer
  'casework.contribution': CaseworkContribution
  'casework.course_competency': CaseworkCourseCompetency
  'casework.destruction': CaseworkDestruction
  'casework.disclosure': CaseworkDisclosure
  'casework.dispute_rule': CaseworkDisputeRule
  'casework.dissent': CaseworkDissent
  'casework.drawing': CaseworkDrawing
  'casework.drift_rule': CaseworkDriftRule
  'casework.emergency_rule': CaseworkEmergencyRule
  'casework.episode': CaseworkEpisode
  'casework.exemption': CaseworkExemption
  'casework.family': CaseworkFamily
  'casework.family_shield': CaseworkFamilyShield
  'casework.figure_run': CaseworkFigureRun
  'casework.figure_setting': CaseworkFigureSetting
  'casework.form': CaseworkForm
  'casework.form_field': CaseworkFormField
  'casework.form_line': CaseworkFormLine
  'casework.form_part': CaseworkFormPart
  'casework.form_version': CaseworkFormVersion
  'casework.former_version': CaseworkFormerVersion
  'casework.lead_period': CaseworkLeadPeriod
  'casework.legal_hold': CaseworkLegalHold
  'casework.level_of_need': CaseworkLevelOfNeed
  'casework.look': CaseworkLook
  'casework.mandatory_course': CaseworkMandatoryCourse
  'casework.meeting_item': CaseworkMeetingItem
  'casework.meeting_note': CaseworkMeetingNote
  'casework.meeting_person': CaseworkMeetingPerson
  'casework.month_count': CaseworkMonthCount
  'casework.movement_clock': CaseworkMovementClock
  'casework.movement_rule': CaseworkMovementRule
  'casework.outcome': CaseworkOutcome
  'casework.own_words': CaseworkOwnWords
  'casework.paper_sure': CaseworkPaperSure
  'casework.pause': CaseworkPause
  'casework.person': CaseworkPerson
  'casework.person_contact': CaseworkPersonContact
  'casework.person_fact': CaseworkPersonFact
  'casework.person_identifier': CaseworkPersonIdentifier
  'casework.person_merge': CaseworkPersonMerge
  'casework.person_name': CaseworkPersonName
  'casework.person_unmerge': CaseworkPersonUnmerge
  'casework.plan_action': CaseworkPlanAction
  'casework.plan_need': CaseworkPlanNeed
  'casework.plan_print': CaseworkPlanPrint
  'casework.plan_review': CaseworkPlanReview
  'casework.plan_rule': CaseworkPlanRule
  'casework.plan_version': CaseworkPlanVersion
  'casework.post': CaseworkPost
  'casework.practice_rule': CaseworkPracticeRule
  'casework.quality_action': CaseworkQualityAction
  'casework.quality_assignment': CaseworkQualityAssignment
  'casework.quality_draw': CaseworkQualityDraw
  'casework.quality_finding': CaseworkQualityFinding
  'casework.quality_frame': CaseworkQualityFrame
  'casework.quality_item': CaseworkQualityItem
  'casework.quality_report': CaseworkQualityReport
  'casework.quality_review': CaseworkQualityReview
  'casework.quality_rule': CaseworkQualityRule
  'casework.quality_theme': CaseworkQualityTheme
  'casework.quality_words': CaseworkQualityWords
  'casework.rectification': CaseworkRectification
  'casework.relationship': CaseworkRelationship
  'casework.request': CaseworkRequest
  'casework.restricted_reading': CaseworkRestrictedReading
  'casework.restriction': CaseworkRestriction
  'casework.retention_review': CaseworkRetentionReview
  'casework.retention_rule': CaseworkRetentionRule
  'casework.review_line': CaseworkReviewLine
  'casework.scale_reading': CaseworkScaleReading
  'casework.seal': CaseworkSeal
  'casework.sharing_decision': CaseworkSharingDecision
  'casework.shield_asked': CaseworkShieldAsked
  'casework.signed_page': CaseworkSignedPage
  'casework.statement': CaseworkStatement
  'casework.statement_dispute': CaseworkStatementDispute
  'casework.supervises': CaseworkSupervises
  'casework.supervision_action': CaseworkSupervisionAction
  'casework.supervision_answer': CaseworkSupervisionAnswer
  'casework.supervision_decision': CaseworkSupervisionDecision
  'casework.supervision_family': CaseworkSupervisionFamily
  'casework.supervision_note': CaseworkSupervisionNote
  'casework.supervision_session': CaseworkSupervisionSession
  'casework.supervision_standard': CaseworkSupervisionStandard
  'casework.team_meeting': CaseworkTeamMeeting
  'casework.team_member': CaseworkTeamMember
  'casework.threshold_document': CaseworkThresholdDocument
  'casework.threshold_level': CaseworkThresholdLevel
  'casework.tier': CaseworkTier
  'casework.tier_document': CaseworkTierDocument
  'casework.tier_name': CaseworkTierName
  'casework.tier_period': CaseworkTierPeriod
  'casework.told_count': CaseworkToldCount
  'casework.training_course': CaseworkTrainingCourse
  'casework.training_evaluation': CaseworkTrainingEvaluation
  'casework.training_need': CaseworkTrainingNeed
  'casework.training_rule': CaseworkTrainingRule
  'casework.training_schedule': CaseworkTrainingSchedule
  'casework.training_session': CaseworkTrainingSession
  'casework.transition': CaseworkTransition
  'casework.transition_code': CaseworkTransitionCode
  'casework.transition_event': CaseworkTransitionEvent
  'casework.transition_link': CaseworkTransitionLink
  'casework.transition_words': CaseworkTransitionWords
  'casework.voice_count_rule': CaseworkVoiceCountRule
  'casework.voice_rule': CaseworkVoiceRule
  'casework.working_share': CaseworkWorkingShare
  'commissioning.agreed_contribution': CommissioningAgreedContribution
  'commissioning.agreement': CommissioningAgreement
  'commissioning.agreement_report': CommissioningAgreementReport
  'commissioning.agreement_text': CommissioningAgreementText
  'commissioning.award_contract': CommissioningAwardContract
  'commissioning.bid': CommissioningBid
  'commissioning.bid_agreed_score': CommissioningBidAgreedScore
  'commissioning.bid_award': CommissioningBidAward
  'commissioning.bid_call': CommissioningBidCall
  'commissioning.bid_content': CommissioningBidContent
  'commissioning.bid_criteria': CommissioningBidCriteria
  'commissioning.bid_criterion': CommissioningBidCriterion
  'commissioning.bid_evaluator': CommissioningBidEvaluator
  'commissioning.bid_file': CommissioningBidFile
  'commissioning.bid_look': CommissioningBidLook
  'commissioning.bid_opening': CommissioningBidOpening
  'commissioning.bid_recommendation': CommissioningBidRecommendation
  'commissioning.bid_score': CommissioningBidScore
  'commissioning.budget_entry': CommissioningBudgetEntry
  'commissioning.budget_factor': CommissioningBudgetFactor
  'commissioning.budget_factor_value': CommissioningBudgetFactorValue
  'commissioning.budget_holder': CommissioningBudgetHolder
  'commissioning.budget_line': CommissioningBudgetLine
  'commissioning.budget_rule': CommissioningBudgetRule
  'commissioning.buyer_identifier': CommissioningBuyerIdentifier
  'commissioning.care_package': CommissioningCarePackage
  'commissioning.case_date': CommissioningCaseDate
  'commissioning.case_event': CommissioningCaseEvent
  'commissioning.case_tick': CommissioningCaseTick
  'commissioning.chapter': CommissioningChapter
  'commissioning.client_group': CommissioningClientGroup
  'commissioning.contract': CommissioningContract
  'commissioning.contract_assessment': CommissioningContractAssessment
  'commissioning.contract_clause': CommissioningContractClause
  'commissioning.contract_clearing': CommissioningContractClearing
  'commissioning.contract_commitment': CommissioningContractCommitment
  'commissioning.contract_extension': CommissioningContractExtension
  'commissioning.contract_kpi': CommissioningContractKpi
  'commissioning.contract_line': CommissioningContractLine
  'commissioning.contract_lot': CommissioningContractLot
  'commissioning.contract_notice': CommissioningContractNotice
  'commissioning.contract_origin': CommissioningContractOrigin
  'commissioning.contract_outcome': CommissioningContractOutcome
  'commissioning.contract_provider': CommissioningContractProvider
  'commissioning.contract_release': CommissioningContractRelease
  'commissioning.contract_service': CommissioningContractService
  'commissioning.contract_step': CommissioningContractStep
  'commissioning.contract_visit': CommissioningContractVisit
  'commissioning.contribution': CommissioningContribution
  'commissioning.criterion': CommissioningCriterion
  'commissioning.decommissioning': CommissioningDecommissioning
  'commissioning.delegated_budget': CommissioningDelegatedBudget
  'commissioning.directory_entry': CommissioningDirectoryEntry
  'commissioning.entry': CommissioningEntry
  'commissioning.exit_measure': CommissioningExitMeasure
  'commissioning.failure_plan': CommissioningFailurePlan
  'commissioning.file_load': CommissioningFileLoad
  'commissioning.foreseen_clearing': CommissioningForeseenClearing
  'commissioning.framework': CommissioningFramework
  'commissioning.framework_case': CommissioningFrameworkCase
  'commissioning.framework_version': CommissioningFrameworkVersion
  'commissioning.fund': CommissioningFund
  'commissioning.fund_year': CommissioningFundYear
  'commissioning.gate_passed': CommissioningGatePassed
  'commissioning.gift_variation': CommissioningGiftVariation
  'commissioning.grant_claim': CommissioningGrantClaim
  'commissioning.grant_saving': CommissioningGrantSaving
  'commissioning.grant_year': CommissioningGrantYear
  'commissioning.individual_budget': CommissioningIndividualBudget
  'commissioning.individual_entry': CommissioningIndividualEntry
  'commissioning.individual_reader': CommissioningIndividualReader
  'commissioning.instalment': CommissioningInstalment
  'commissioning.intention': CommissioningIntention
  'commissioning.joint_post': CommissioningJointPost
  'commissioning.joint_post_cost': CommissioningJointPostCost
  'commissioning.joint_post_part': CommissioningJointPostPart
  'commissioning.kpi_result': CommissioningKpiResult
  'commissioning.ledger_code': CommissioningLedgerCode
  'commissioning.ledger_file': CommissioningLedgerFile
  'commissioning.legal_basis': CommissioningLegalBasis
  'commissioning.legal_field': CommissioningLegalField
  'commissioning.line_month': CommissioningLineMonth
  'commissioning.low_bid_rule': CommissioningLowBidRule
  'commissioning.market': CommissioningMarket
  'commissioning.market_area': CommissioningMarketArea
  'commissioning.market_ask': CommissioningMarketAsk
  'commissioning.market_division': CommissioningMarketDivision
  'commissioning.market_lot': CommissioningMarketLot
  'commissioning.market_lot_area': CommissioningMarketLotArea
  'commissioning.market_need': CommissioningMarketNeed
  'commissioning.market_price': CommissioningMarketPrice
  'commissioning.market_quality': CommissioningMarketQuality
  'commissioning.market_return': CommissioningMarketReturn
  'commissioning.market_statement': CommissioningMarketStatement
  'commissioning.notice_completion': CommissioningNoticeCompletion
  'commissioning.notice_file': CommissioningNoticeFile
  'commissioning.notice_release': CommissioningNoticeRelease
  'commissioning.offer_report': CommissioningOfferReport
  'commissioning.officer': CommissioningOfficer
  'commissioning.opening_limit': CommissioningOpeningLimit
  'commissioning.package_delivery': CommissioningPackageDelivery
  'commissioning.package_outcome': CommissioningPackageOutcome
  'commissioning.package_payer': CommissioningPackagePayer
  'commissioning.package_review': CommissioningPackageReview
  'commissioning.package_threshold': CommissioningPackageThreshold
  'commissioning.paper_money': CommissioningPaperMoney
  'commissioning.party': CommissioningParty
  'commissioning.pathway': CommissioningPathway
  'commissioning.pathway_step': CommissioningPathwayStep
  'commissioning.payment_line': CommissioningPaymentLine
  'commissioning.payment_mechanism': CommissioningPaymentMechanism
  'commissioning.payment_model': CommissioningPaymentModel
  'commissioning.payment_model_cohort': CommissioningPaymentModelCohort
  'commissioning.payment_model_option': CommissioningPaymentModelOption
  'commissioning.payment_model_payer': CommissioningPaymentModelPayer
  'commissioning.payment_model_share': CommissioningPaymentModelShare
  'commissioning.payment_posting': CommissioningPaymentPosting
  'commissioning.payment_run': CommissioningPaymentRun
  'commissioning.payment_share': CommissioningPaymentShare
  'commissioning.performance_notice': CommissioningPerformanceNotice
  'commissioning.plan_release': CommissioningPlanRelease
  'commissioning.process': CommissioningProcess
  'commissioning.process_case': CommissioningProcessCase
  'commissioning.process_round': CommissioningProcessRound
  'commissioning.process_stage': CommissioningProcessStage
  'commissioning.provider': CommissioningProvider
  'commissioning.provider_contact': CommissioningProviderContact
  'commissioning.provider_identifier': CommissioningProviderIdentifier
  'commissioning.provider_letter': CommissioningProviderLetter
  'commissioning.provider_rate': CommissioningProviderRate
  'commissioning.provider_relation': CommissioningProviderRelation
  'commissioning.rate_rule': CommissioningRateRule
  'commissioning.rating_word': CommissioningRatingWord
  'commissioning.reallocation': CommissioningReallocation
  'commissioning.regime': CommissioningRegime
  'commissioning.regime_duty': CommissioningRegimeDuty
  'commissioning.register_file': CommissioningRegisterFile
  'commissioning.register_line': CommissioningRegisterLine
  'commissioning.release_out': CommissioningReleaseOut
  'commissioning.renewal_step': CommissioningRenewalStep
  'commissioning.report_rule': CommissioningReportRule
  'commissioning.ring_fence': CommissioningRingFence
  'commissioning.risk_part': CommissioningRiskPart
  'commissioning.risk_rule': CommissioningRiskRule
  'commissioning.risk_step': CommissioningRiskStep
  'commissioning.saving': CommissioningSaving
  'commissioning.saving_claim': CommissioningSavingClaim
  'commissioning.saving_part': CommissioningSavingPart
  'commissioning.scenario': CommissioningScenario
  'commissioning.scenario_assumption': CommissioningScenarioAssumption
  'commissioning.scenario_funding': CommissioningScenarioFunding
  'commissioning.scope': CommissioningScope
  'commissioning.score': CommissioningScore
  'commissioning.score_word': CommissioningScoreWord
  'commissioning.service': CommissioningService
  'commissioning.service_area': CommissioningServiceArea
  'commissioning.service_outcome': CommissioningServiceOutcome
  'commissioning.service_status': CommissioningServiceStatus
  'commissioning.settlement': CommissioningSettlement
  'commissioning.settlement_share': CommissioningSettlementShare
  'commissioning.settlement_step': CommissioningSettlementStep
  'commissioning.specification': CommissioningSpecification
  'commissioning.spending_rule': CommissioningSpendingRule
  'commissioning.stage': CommissioningStage
  'commissioning.stage_criterion': CommissioningStageCriterion
  'commissioning.standard': CommissioningStandard
  'commissioning.standard_check': CommissioningStandardCheck
  'commissioning.strategy': CommissioningStrategy
  'commissioning.strategy_group': CommissioningStrategyGroup
  'commissioning.strategy_need': CommissioningStrategyNeed
  'commissioning.strategy_option': CommissioningStrategyOption
  'commissioning.strategy_review': CommissioningStrategyReview
  'commissioning.strategy_service': CommissioningStrategyService
  'commissioning.strategy_work': CommissioningStrategyWork
  'commissioning.variation': CommissioningVariation
  'commissioning.vat_rate': CommissioningVatRate
  'commissioning.virement': CommissioningVirement
  'commissioning.virement_limit': CommissioningVirementLimit
  'commissioning.visit_action': CommissioningVisitAction
  'commissioning.visit_action_report': CommissioningVisitActionReport
  'governance.access_need': GovernanceAccessNeed
  'governance.administrator': GovernanceAdministrator
  'governance.appointment': GovernanceAppointment
  'governance.area': GovernanceArea
  'governance.area_line_taken_back': GovernanceAreaLineTakenBack
  'governance.area_name': GovernanceAreaName
  'governance.area_relation': GovernanceAreaRelation
  'governance.bank_holiday': GovernanceBankHoliday
  'governance.body': GovernanceBody
  'governance.body_area': GovernanceBodyArea
  'governance.body_earlier_kind': GovernanceBodyEarlierKind
  'governance.body_relation': GovernanceBodyRelation
  'governance.body_request': GovernanceBodyRequest
  'governance.body_setting': GovernanceBodySetting
  'governance.body_status': GovernanceBodyStatus
  'governance.closure_day': GovernanceClosureDay
  'governance.code': GovernanceCode
  'governance.composition_rule': GovernanceCompositionRule
  'governance.delegation': GovernanceDelegation
  'governance.deputy_authorisation': GovernanceDeputyAuthorisation
  'governance.dispensation': GovernanceDispensation
  'governance.dispute': GovernanceDispute
  'governance.dispute_step': GovernanceDisputeStep
  'governance.duty_outcome': GovernanceDutyOutcome
  'governance.expense_approver': GovernanceExpenseApprover
  'governance.expense_budget': GovernanceExpenseBudget
  'governance.expense_claim': GovernanceExpenseClaim
  'governance.handover': GovernanceHandover
  'governance.handover_item': GovernanceHandoverItem
  'governance.holiday_horizon': GovernanceHolidayHorizon
  'governance.induction_done': GovernanceInductionDone
  'governance.induction_step': GovernanceInductionStep
  'governance.interest': GovernanceInterest
  'governance.member_agreement': GovernanceMemberAgreement
  'governance.member_rule': GovernanceMemberRule
  'governance.member_signature': GovernanceMemberSignature
  'governance.mile_rate': GovernanceMileRate
  'governance.notice_law': GovernanceNoticeLaw
  'governance.office': GovernanceOffice
  'governance.organisation': GovernanceOrganisation
  'governance.organisation_identifier': GovernanceOrganisationIdentifier
  'governance.organisation_name': GovernanceOrganisationName
  'governance.organisation_succession': GovernanceOrganisationSuccession
  'governance.person': GovernancePerson
  'governance.person_contact': GovernancePersonContact
  'governance.post': GovernancePost
  'governance.presence_law': GovernancePresenceLaw
  'governance.protocol': GovernanceProtocol
  'governance.protocol_duty': GovernanceProtocolDuty
  'governance.protocol_party': GovernanceProtocolParty
  'governance.register_review': GovernanceRegisterReview
  'governance.report_made': GovernanceReportMade
  'governance.rule_correction': GovernanceRuleCorrection
  'governance.seat': GovernanceSeat
  'governance.sharing_agreement': GovernanceSharingAgreement
  'governance.sharing_paper': GovernanceSharingPaper
  'governance.sharing_party': GovernanceSharingParty
  'governance.sharing_review': GovernanceSharingReview
  'governance.succession_act': GovernanceSuccessionAct
  'governance.succession_held': GovernanceSuccessionHeld
  'governance.succession_party': GovernanceSuccessionParty
  'governance.team': GovernanceTeam
  'governance.team_member': GovernanceTeamMember
  'governance.terms_review': GovernanceTermsReview
  'governance.terms_version': GovernanceTermsVersion
  'identity.attempt': IdentityAttempt
  'identity.challenge': IdentityChallenge
  'identity.credential': IdentityCredential
  'identity.link': IdentityLink
  'identity.second_factor': IdentitySecondFactor
  'identity.session': IdentitySession
  'identity.used_code': IdentityUsedCode
  'identity.user_account': IdentityUserAccount
  'meetings.absence': MeetingsAbsence
  'meetings.absence_question': MeetingsAbsenceQuestion
  'meetings.absent_view': MeetingsAbsentView
  'meetings.action': MeetingsAction
  'meetings.action_lead': MeetingsActionLead
  'meetings.action_note': MeetingsActionNote
  'meetings.action_occurrence': MeetingsActionOccurrence
  'meetings.agenda_change': MeetingsAgendaChange
  'meetings.agenda_item': MeetingsAgendaItem
  'meetings.attendance': MeetingsAttendance
  'meetings.ballot_paper': MeetingsBallotPaper
  'meetings.breach': MeetingsBreach
  'meetings.cleared_sentence': MeetingsClearedSentence
  'meetings.consultation': MeetingsConsultation
  'meetings.consultation_change': MeetingsConsultationChange
  'meetings.decision': MeetingsDecision
  'meetings.decision_topic': MeetingsDecisionTopic
  'meetings.declared_interest': MeetingsDeclaredInterest
  'meetings.despatch': MeetingsDespatch
  'meetings.destruction_certificate': MeetingsDestructionCertificate
  'meetings.distribution_list': MeetingsDistributionList
  'meetings.election': MeetingsElection
  'meetings.election_candidate': MeetingsElectionCandidate
  'meetings.election_voter': MeetingsElectionVoter
  'meetings.entry': MeetingsEntry
  'meetings.exclusion': MeetingsExclusion
  'meetings.exclusion_item': MeetingsExclusionItem
  'meetings.exclusion_paper': MeetingsExclusionPaper
  'meetings.exempt_copy': MeetingsExemptCopy
  'meetings.item_area': MeetingsItemArea
  'meetings.item_content': MeetingsItemContent
  'meetings.item_list': MeetingsItemList
  'meetings.item_note': MeetingsItemNote
  'meetings.item_questions': MeetingsItemQuestions
  'meetings.item_time': MeetingsItemTime
  'meetings.item_topic': MeetingsItemTopic
  'meetings.joint_body': MeetingsJointBody
  'meetings.key_answer': MeetingsKeyAnswer
  'meetings.key_question': MeetingsKeyQuestion
  'meetings.late_consent': MeetingsLateConsent
  'meetings.list_entry': MeetingsListEntry
  'meetings.meeting': MeetingsMeeting
  'meetings.meeting_chair': MeetingsMeetingChair
  'meetings.meeting_private': MeetingsMeetingPrivate
  'meetings.meeting_seen': MeetingsMeetingSeen
  'meetings.minutes': MeetingsMinutes
  'meetings.minutes_clearance': MeetingsMinutesClearance
  'meetings.minutes_file': MeetingsMinutesFile
  'meetings.minutes_section': MeetingsMinutesSection
  'meetings.minutes_version': MeetingsMinutesVersion
  'meetings.motion': MeetingsMotion
  'meetings.notice_certificate': MeetingsNoticeCertificate
  'meetings.number_series': MeetingsNumberSeries
  'meetings.officer_decision': MeetingsOfficerDecision
  'meetings.officer_decision_content': MeetingsOfficerDecisionContent
  'meetings.officer_letter': MeetingsOfficerLetter
  'meetings.own_budget': MeetingsOwnBudget
  'meetings.pack_file': MeetingsPackFile
  'meetings.paper': MeetingsPaper
  'meetings.paper_check': MeetingsPaperCheck
  'meetings.paper_file': MeetingsPaperFile
  'meetings.paper_question': MeetingsPaperQuestion
  'meetings.paper_secrecy': MeetingsPaperSecrecy
  'meetings.paper_version': MeetingsPaperVersion
  'meetings.part_revision': MeetingsPartRevision
  'meetings.plan_item': MeetingsPlanItem
  'meetings.plan_move': MeetingsPlanMove
  'meetings.plan_topic': MeetingsPlanTopic
  'meetings.private_note': MeetingsPrivateNote
  'meetings.public_attendance': MeetingsPublicAttendance
  'meetings.public_interest_test': MeetingsPublicInterestTest
  'meetings.publication': MeetingsPublication
  'meetings.publication_topic': MeetingsPublicationTopic
  'meetings.published_paper': MeetingsPublishedPaper
  'meetings.question_set': MeetingsQuestionSet
  'meetings.quorum_waiver': MeetingsQuorumWaiver
  'meetings.ratification': MeetingsRatification
  'meetings.ratification_answer': MeetingsRatificationAnswer
  'meetings.ratification_ask': MeetingsRatificationAsk
  'meetings.ratification_reminder': MeetingsRatificationReminder
  'meetings.ratification_text': MeetingsRatificationText
  'meetings.read_mark': MeetingsReadMark
  'meetings.released_paper': MeetingsReleasedPaper
  'meetings.reminder': MeetingsReminder
  'meetings.retention_period': MeetingsRetentionPeriod
  'meetings.retention_review': MeetingsRetentionReview
  'meetings.school_holiday': MeetingsSchoolHoliday
  'meetings.sealed_paper': MeetingsSealedPaper
  'meetings.sent_paper': MeetingsSentPaper
  'meetings.state_change': MeetingsStateChange
  'meetings.submission': MeetingsSubmission
  'meetings.submission_person': MeetingsSubmissionPerson
  'meetings.submission_request': MeetingsSubmissionRequest
  'meetings.submission_rule': MeetingsSubmissionRule
  'meetings.terms_proposal': MeetingsTermsProposal
  'meetings.topic': MeetingsTopic
  'meetings.unsaved_text': MeetingsUnsavedText
  'meetings.vote': MeetingsVote
  'performance.alert': PerformanceAlert
  'performance.annotation': PerformanceAnnotation
  'performance.baseline': PerformanceBaseline
  'performance.chart_rules': PerformanceChartRules
  'performance.commentary': PerformanceCommentary
  'performance.count_made': PerformanceCountMade
  'performance.curve_action': PerformanceCurveAction
  'performance.curve_idea': PerformanceCurveIdea
  'performance.curve_partner': PerformanceCurvePartner
  'performance.curve_story': PerformanceCurveStory
  'performance.forecast': PerformanceForecast
  'performance.forecast_point': PerformanceForecastPoint
  'performance.held_value': PerformanceHeldValue
  'performance.measure': PerformanceMeasure
  'performance.measure_definition': PerformanceMeasureDefinition
  'performance.measure_link': PerformanceMeasureLink
  'performance.measure_place': PerformanceMeasurePlace
  'performance.national_area': PerformanceNationalArea
  'performance.national_edition': PerformanceNationalEdition
  'performance.national_measure': PerformanceNationalMeasure
  'performance.national_neighbour': PerformanceNationalNeighbour
  'performance.national_period': PerformanceNationalPeriod
  'performance.national_reading': PerformanceNationalReading
  'performance.national_tie': PerformanceNationalTie
  'performance.national_value': PerformanceNationalValue
  'performance.observation': PerformanceObservation
  'performance.priority_measure': PerformancePriorityMeasure
  'performance.program_end': PerformanceProgramEnd
  'performance.protection': PerformanceProtection
  'performance.public_measure_place': PerformancePublicMeasurePlace
  'performance.public_priority_measure': PerformancePublicPriorityMeasure
  'performance.rebase': PerformanceRebase
  'performance.report_run': PerformanceReportRun
  'performance.report_schedule': PerformanceReportSchedule
  'performance.return_due': PerformanceReturnDue
  'performance.return_measure': PerformanceReturnMeasure
  'performance.return_template': PerformanceReturnTemplate
  'performance.scorecard': PerformanceScorecard
  'performance.scorecard_line': PerformanceScorecardLine
  'performance.small_number_method': PerformanceSmallNumberMethod
  'performance.target': PerformanceTarget
  'performance.target_step': PerformanceTargetStep
  'performance.upload': PerformanceUpload
  'pgboss.job': PgbossJob
  'plans.action': PlansAction
  'plans.action_text': PlansActionText
  'plans.approval': PlansApproval
  'plans.assessment': PlansAssessment
  'plans.assessment_area': PlansAssessmentArea
  'plans.assessment_kind': PlansAssessmentKind
  'plans.assessment_row': PlansAssessmentRow
  'plans.characteristic': PlansCharacteristic
  'plans.communication': PlansCommunication
  'plans.communication_item': PlansCommunicationItem
  'plans.consultee_rule': PlansConsulteeRule
  'plans.duty': PlansDuty
  'plans.duty_outcome': PlansDutyOutcome
  'plans.eqia': PlansEqia
  'plans.eqia_action': PlansEqiaAction
  'plans.eqia_line': PlansEqiaLine
  'plans.exception_report': PlansExceptionReport
  'plans.lead': PlansLead
  'plans.need_use': PlansNeedUse
  'plans.opinion': PlansOpinion
  'plans.outcome': PlansOutcome
  'plans.outcome_text': PlansOutcomeText
  'plans.plan': PlansPlan
  'plans.plan_type': PlansPlanType
  'plans.plan_version': PlansPlanVersion
  'plans.priority': PlansPriority
  'plans.priority_text': PlansPriorityText
  'plans.procedure': PlansProcedure
  'plans.procedure_audience': PlansProcedureAudience
  'plans.procedure_feedback': PlansProcedureFeedback
  'plans.procedure_opinion': PlansProcedureOpinion
  'plans.procedure_reading': PlansProcedureReading
  'plans.procedure_review': PlansProcedureReview
  'plans.procedure_version': PlansProcedureVersion
  'plans.rag_definition': PlansRagDefinition
  'plans.rag_rating': PlansRagRating
  'plans.report': PlansReport
  'plans.report_section': PlansReportSection
  'plans.review_ask': PlansReviewAsk
  'plans.review_round': PlansReviewRound
  'plans.risk': PlansRisk
  'plans.risk_action': PlansRiskAction
  'plans.risk_cell': PlansRiskCell
  'plans.risk_scale': PlansRiskScale
  'plans.risk_score': PlansRiskScore
  'plans.row_basis': PlansRowBasis
  'plans.shape': PlansShape
  'plans.statement': PlansStatement
  'plans.submission': PlansSubmission
  'plans.submission_condition': PlansSubmissionCondition
  'plans.submission_query': PlansSubmissionQuery
  'plans.submission_sending': PlansSubmissionSending
  'platform.access_token': PlatformAccessToken
  'platform.audit_entry': PlatformAuditEntry
  'platform.audit_link': PlatformAuditLink
  'platform.calendar_address': PlatformCalendarAddress
  'platform.digest': PlatformDigest
  'platform.document_reference': PlatformDocumentReference
  'platform.kept_mail': PlatformKeptMail
  'platform.mail_choice': PlatformMailChoice
  'platform.mail_delivery': PlatformMailDelivery
  'platform.migration': PlatformMigration
  'platform.setting': PlatformSetting
  'publicsite.change': PublicsiteChange
  'publicsite.coming_out': PublicsiteComingOut
  'publicsite.document_words': PublicsiteDocumentWords
  'publicsite.door': PublicsiteDoor
  'publicsite.findable': PublicsiteFindable
  'publicsite.follower': PublicsiteFollower
  'publicsite.heard_at': PublicsiteHeardAt
  'publicsite.indexed': PublicsiteIndexed
  'publicsite.object': PublicsiteObject
  'publicsite.to_index': PublicsiteToIndex
  'published.claim': PublishedClaim
  'published.figure': PublishedFigure
  'published.indicator': PublishedIndicator
  'published.quality_report': PublishedQualityReport
  'published.setting': PublishedSetting
  'published.snapshot': PublishedSnapshot
  'thread.every_link': ThreadEveryLink
  'thread.gap_answer': ThreadGapAnswer
  'thread.link': ThreadLink
  'thread.link_rule': ThreadLinkRule
  'thread.node': ThreadNode
  'voice.age_band': VoiceAgeBand
  'voice.answer': VoiceAnswer
  'voice.attachment': VoiceAttachment
  'voice.bringing_rule': VoiceBringingRule
  'voice.event': VoiceEvent
  'voice.event_count': VoiceEventCount
  'voice.exercise': VoiceExercise
  'voice.feedback': VoiceFeedback
  'voice.feedback_line': VoiceFeedbackLine
  'voice.feedback_mail': VoiceFeedbackMail
  'voice.feedback_matter': VoiceFeedbackMatter
  'voice.feedback_rule': VoiceFeedbackRule
  'voice.published_line': VoicePublishedLine
  'voice.response': VoiceResponse
  'voice.small_number_rule': VoiceSmallNumberRule
  'voice.theme': VoiceTheme
  'voice.view': VoiceView
}
