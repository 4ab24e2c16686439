import type { Force, PartnerStanding, RatificationAnswer, RatificationPurpose, RatificationRule } from './ratification.ts'

/** What a partner said once, as it is kept. */
export interface AnswerRow {
  readonly ratification: string
  readonly textNumber: number
  readonly number: number
  readonly answer: RatificationAnswer
  /** Which of its own bodies decided it. */
  readonly ownBody: string
  readonly answeredOn: Temporal.PlainDate
  readonly reference: string
  /** The changes that it wants, or why it declined; '' for plain agreement. */
  readonly words: string
  readonly recordedAs: 'lead' | 'clerk'
  readonly recordedBy: string
  /** On what the clerk entered it; '' where the lead answered. */
  readonly evidence: string
  readonly recordedAt: Temporal.Instant
}

/** Words that partners were asked to take home. */
export interface AskedText {
  readonly number: number
  readonly text: string
  /** Why it differs from the one before; '' for the first. */
  readonly reason: string
  readonly takesUp: string | undefined
  readonly putOn: Temporal.PlainDate
}

/** A partner with how it stands towards the words of now. */
export interface AskedPartner {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly class: string
  /** Who answers for it; undefined: the clerk enters its word. */
  readonly lead: string | undefined
  readonly standing: PartnerStanding
  /** Everything it said, the latest first. */
  readonly answers: readonly AnswerRow[]
}

/** A decision on its way home to the partners (M10), as far as the reader may see it. */
export interface TakenHome {
  readonly decision: string
  readonly body: string
  readonly purpose: RatificationPurpose
  readonly rule: RatificationRule
  readonly startsOn: Temporal.PlainDate | undefined
  readonly askedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly withdrawn: boolean
  readonly version: number
  /** In their order; the last is what is asked about now. */
  readonly texts: readonly AskedText[]
  readonly text: AskedText
  readonly partners: readonly AskedPartner[]
  readonly force: Force
}
