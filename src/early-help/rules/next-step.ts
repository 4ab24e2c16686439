import type { AgreementStanding } from './agreement.ts'

/** What is known of a family's work by whoever looks; what they may not read is not known, and nothing is concluded from it. */
export interface FamilyWork {
  readonly isClosed: boolean
  /** How the latest agreement or refusal stands; undefined where none is known. */
  readonly agreement: { readonly standing: AgreementStanding; readonly holdsUntil: Temporal.PlainDate | undefined } | undefined
  /** Whether the family ever agreed, also where one may not read to what. */
  readonly hasAgreed: boolean
  readonly hasLead: boolean
  /** Who was asked to lead and did not answer yet: whoever looks, or somebody else. */
  readonly asked: 'me' | 'other' | undefined
  /** 'sealed' where whoever looks may not read assessments. */
  readonly assessment: 'none' | 'open' | 'complete' | 'sealed'
  /** 'sealed' where whoever looks may not read the plan; the day is that of the next review. */
  readonly plan: { readonly reviewOn: Temporal.PlainDate } | 'none' | 'sealed'
  /** Days before the end of an agreement from which it is renewed. */
  readonly renewalNoticeDays: number
}

/** What somebody may do with a family, of what can be next. */
export interface NextMay {
  readonly agree: boolean
  readonly propose: boolean
  readonly assess: boolean
  readonly lead: boolean
}

/** What can be the next step with a family. */
export type NextStep = 'answer' | 'ask-family' | 'ask-again' | 'ask-lead' | 'assess' | 'go-on' | 'make-plan' | 'review' | 'renew'

/** Days before a review from which it stands as the next step: as long as in My work. */
const REVIEW_NOTICE_DAYS = 14

/**
 * The one step that is next with a family, in the order of the work: an answer, an agreement, a lead, an assessment, a plan, its review, a renewal. Undefined
 * where nothing is next, and where the next step is somebody else's (handbook of early help 1.2).
 */
export function nextStep(work: FamilyWork, may: NextMay, today: Temporal.PlainDate): NextStep | undefined {
  if (work.isClosed) return undefined
  if (work.asked === 'me') return 'answer'
  return ofAgreement(work, may) ?? ofLead(work, may) ?? ofWork(work, may, today)
}

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, other) <= 0

function ofAgreement({ agreement, hasAgreed }: FamilyWork, may: NextMay): NextStep | undefined {
  if (!may.agree) return undefined
  if (agreement === undefined) return hasAgreed ? undefined : 'ask-family'
  if (agreement.standing === 'withdrawn') return 'ask-again'
  return agreement.standing === 'needs-renewal' ? 'renew' : undefined
}

const ofLead = ({ hasAgreed, hasLead, asked, agreement }: FamilyWork, may: NextMay): NextStep | undefined =>
  may.propose && hasAgreed && !hasLead && asked === undefined && agreement?.standing !== 'refused' ? 'ask-lead' : undefined

function ofWork(work: FamilyWork, may: NextMay, today: Temporal.PlainDate): NextStep | undefined {
  const { agreement, assessment, plan, hasLead } = work
  // Without an agreement in force nothing can be written: what is asked for would be refused.
  if (agreement?.standing !== 'in-force' || !hasLead) return undefined
  if (may.assess && plan === 'none' && assessment === 'none') return 'assess'
  if (may.assess && plan === 'none' && assessment === 'open') return 'go-on'
  if (may.lead && plan === 'none' && assessment === 'complete') return 'make-plan'
  if (may.lead && typeof plan === 'object' && isBefore(plan.reviewOn, today.add({ days: REVIEW_NOTICE_DAYS }))) return 'review'
  const isEnding = agreement.holdsUntil && isBefore(agreement.holdsUntil, today.add({ days: work.renewalNoticeDays }))
  return may.agree && isEnding ? 'renew' : undefined
}
