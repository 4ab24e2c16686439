import type { FieldProblem } from '#platform/result.ts'

/** What of a meeting's record is kept by a period of its own (M16). Whether exempt or public, it is the record copy: distributed copies are another matter. */
export const retainedKinds = ['minutes', 'papers', 'exempt_papers'] as const
/** One of these. */
export type RetainedKind = (typeof retainedKinds)[number]

/** What happens once a period is over; 'keep' has no period. Nothing happens by itself. */
export const retentionActions = ['keep', 'transfer', 'review', 'destroy'] as const
/** One of these. */
export type RetentionAction = (typeof retentionActions)[number]

/** What somebody decided of a record that was due. */
export const retentionOutcomes = ['kept', 'kept_for_good', 'transferred', 'to_be_destroyed'] as const
/** One of these. */
export type RetentionOutcome = (typeof retentionOutcomes)[number]

/** For how long records of a kind are kept, by whose word. */
export interface RetentionClass {
  readonly id: string
  readonly kind: RetainedKind
  /** Null: of every board that has none of its own. */
  readonly body: string | null
  /** From the day of the meeting; null: for good. */
  readonly years: number | null
  readonly action: RetentionAction
  readonly source: string
  /** Whose decision it is; '' for what the product brings. */
  readonly setBy: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/** A decision on a record that was due. */
export interface RetentionReview {
  readonly kind: RetainedKind
  readonly number: number
  readonly outcome: RetentionOutcome
  readonly keepUntil: Temporal.PlainDate | null
  /** The archive; '' where it went to none. */
  readonly place: string
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: Temporal.PlainDate
}

/** What is typed of such a decision. */
export interface ReviewedRecord {
  readonly outcome: RetentionOutcome
  readonly keepUntil: Temporal.PlainDate | undefined
  readonly place: string | undefined
  readonly decidedOn: Temporal.PlainDate
}

/**
 * The class of records of a kind on a day: the board's own before that of the house. A class that is changed holds for older meetings too: it is asked on the day on
 * which somebody looks, not on that of the meeting. Undefined where nobody has said.
 */
export function classOn(
  classes: readonly RetentionClass[],
  { kind, body }: { readonly kind: RetainedKind; readonly body: string },
  day: Temporal.PlainDate,
): RetentionClass | undefined {
  const holds = classes.filter(
    ({ kind: of, startsOn, endsOn }) =>
      of === kind && Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === null || Temporal.PlainDate.compare(day, endsOn) < 0),
  )
  return holds.find((one) => one.body === body) ?? holds.find((one) => one.body === null)
}

/** How a record stands: until when it is kept at the least, and whether somebody should look at it now. */
export interface RetentionStanding {
  readonly state: 'unknown' | 'kept' | 'due' | 'for_good' | 'transferred' | 'to_be_destroyed'
  /** The day from which it is due; undefined where it never is. */
  readonly due: Temporal.PlainDate | undefined
}

/** How the record of a meeting stands on a day, by its class and what was decided last. */
export function retentionStanding(
  found: RetentionClass | undefined,
  last: RetentionReview | undefined,
  heldOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): RetentionStanding {
  if (last && last.outcome !== 'kept') {
    return { state: last.outcome === 'kept_for_good' ? 'for_good' : last.outcome, due: undefined }
  }
  if (!last && !found) return { state: 'unknown', due: undefined }
  if (!last && (found?.years ?? null) === null) return { state: 'for_good', due: undefined }
  const due = last?.keepUntil ?? heldOn.add({ years: found?.years ?? 0 })
  return { state: Temporal.PlainDate.compare(due, today) <= 0 ? 'due' : 'kept', due }
}

/** Why a decision on a record cannot be kept as entered. What is not due yet can only be kept longer or handed to an archive. */
export function retentionProblems(standing: RetentionStanding, input: ReviewedRecord, today: Temporal.PlainDate): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  if (standing.state === 'to_be_destroyed' || standing.state === 'transferred') problems.push({ field: '', code: 'record-settled' })
  if (input.outcome === 'to_be_destroyed' && standing.state !== 'due') problems.push({ field: 'outcome', code: 'record-not-due' })
  if (input.outcome === 'kept' && !input.keepUntil) problems.push({ field: 'keepUntil', code: 'keep-until-missing' })
  if (input.outcome === 'transferred' && !input.place) problems.push({ field: 'place', code: 'archive-missing' })
  if (Temporal.PlainDate.compare(input.decidedOn, today) > 0) problems.push({ field: 'decidedOn', code: 'decided-ahead' })
  if (input.outcome === 'kept' && input.keepUntil && Temporal.PlainDate.compare(input.keepUntil, today) <= 0)
    problems.push({ field: 'keepUntil', code: 'keep-until-past' })
  return problems
}

/** What is typed of a class that a board sets. */
export interface NewRetentionClass {
  readonly kind: RetainedKind
  readonly action: RetentionAction
  readonly years: number | undefined
  readonly source: string
  readonly setBy: string
  readonly startsOn: Temporal.PlainDate
}

/** Why a class cannot be set: a period where it is kept for good, none where it is not, or one from a day before the last. */
export function classProblems(input: NewRetentionClass, before: RetentionClass | undefined): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  if (input.action === 'keep' && input.years !== undefined) problems.push({ field: 'years', code: 'years-for-good' })
  if (input.action !== 'keep' && input.years === undefined) problems.push({ field: 'years', code: 'years-missing' })
  if (before && Temporal.PlainDate.compare(input.startsOn, before.startsOn) <= 0) problems.push({ field: 'startsOn', code: 'class-before' })
  return problems
}
