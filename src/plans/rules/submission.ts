/** What a national body can say of a plan. */
export const submissionOutcomes = ['approved', 'conditional', 'not-approved'] as const
/** One of them. */
export type SubmissionOutcome = (typeof submissionOutcomes)[number]

/** What the standing of a submission follows from. Days are whole days; null: not yet. */
export interface SubmissionFacts {
  /** Last day on which it is in time. */
  readonly dueOn: Temporal.PlainDate
  readonly outcome: SubmissionOutcome | null
  readonly withdrawnOn: Temporal.PlainDate | null
  readonly sendings: readonly { readonly asDraft: boolean; readonly sentOn: Temporal.PlainDate }[]
  readonly queries: readonly { readonly answeredOn: Temporal.PlainDate | null }[]
  readonly conditions: readonly { readonly metOn: Temporal.PlainDate | null }[]
}

/**
 * How a submission stands: to be sent, in time or overdue; a draft of it with the national body; sent; with questions open; and its outcome, a conditional one apart
 * until every condition is met.
 */
export type SubmissionStanding =
  | 'to-send'
  | 'overdue'
  | 'draft-sent'
  | 'sent'
  | 'queried'
  | 'approved'
  | 'conditions-open'
  | 'conditions-met'
  | 'not-approved'
  | 'withdrawn'

/** The standing of a submission on a day. A draft that was sent does not meet the deadline: after its day it is overdue until the plan itself is sent. */
export function submissionStanding(facts: SubmissionFacts, today: Temporal.PlainDate): SubmissionStanding {
  const { outcome, withdrawnOn, sendings, queries, conditions, dueOn } = facts
  if (withdrawnOn !== null) return 'withdrawn'
  if (outcome === 'conditional') return conditions.some(({ metOn }) => metOn === null) ? 'conditions-open' : 'conditions-met'
  if (outcome !== null) return outcome
  if (queries.some(({ answeredOn }) => answeredOn === null)) return 'queried'
  if (sendings.some(({ asDraft }) => !asDraft)) return 'sent'
  if (Temporal.PlainDate.compare(dueOn, today) < 0) return 'overdue'
  return sendings.length > 0 ? 'draft-sent' : 'to-send'
}

/** By how many days the plan itself was sent late; 0 in time, null while it was not sent. */
export function daysLate({ dueOn, sendings }: Pick<SubmissionFacts, 'dueOn' | 'sendings'>): number | null {
  const [first] = sendings
    .filter(({ asDraft }) => !asDraft)
    .map(({ sentOn }) => sentOn)
    .toSorted(Temporal.PlainDate.compare)
  return first === undefined ? null : Math.max(0, dueOn.until(first).days)
}

/** Why an outcome of a day cannot be recorded; undefined where it can. */
export function outcomeProblem(
  {
    outcome,
    outcomeOn,
    conditions,
  }: { readonly outcome: SubmissionOutcome; readonly outcomeOn: Temporal.PlainDate; readonly conditions: readonly string[] },
  sendings: SubmissionFacts['sendings'],
  today: Temporal.PlainDate,
): { readonly field: string; readonly code: string } | undefined {
  if (!sendings.some(({ asDraft }) => !asDraft)) return { field: '', code: 'not-sent' }
  if (Temporal.PlainDate.compare(outcomeOn, today) > 0) return { field: 'outcomeOn', code: 'in-the-future' }
  if (sendings.some(({ sentOn }) => Temporal.PlainDate.compare(outcomeOn, sentOn) < 0)) return { field: 'outcomeOn', code: 'before-sent' }
  if (outcome === 'conditional' && conditions.length === 0) return { field: 'conditions', code: 'required' }
  if (outcome !== 'conditional' && conditions.length > 0) return { field: 'conditions', code: 'conditions-of-others' }
  return undefined
}

/** The lines of a list of conditions, without numbers and points that stand before them and without empty ones. */
export function conditionLines(words: string | undefined): readonly string[] {
  return (words ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

/** How long before its day something of a submission is due in My work, in days. */
export const submissionPresses = 28
