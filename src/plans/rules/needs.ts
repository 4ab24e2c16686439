/** How far a needs assessment is (P1). */
export type AssessmentState = 'proposed' | 'underway' | 'published' | 'declined' | 'withdrawn'

/** What stands in an assessment: what is known, what follows from it, what is most needed, what nobody knows yet. */
export const assessmentRowKinds = ['evidence', 'finding', 'need', 'gap'] as const
/** One of them. */
export type AssessmentRowKind = (typeof assessmentRowKinds)[number]

/** How urgent a proposal is. */
export const proposalRanks = ['high', 'medium', 'low'] as const
/** One of them. */
export type ProposalRank = (typeof proposalRanks)[number]

const steps: Readonly<Record<AssessmentState, readonly AssessmentState[]>> = {
  proposed: ['underway', 'declined'],
  underway: ['published', 'declined'],
  published: ['withdrawn'],
  declined: [],
  withdrawn: [],
}

/** Whether an assessment can go from one state to another; the table's trigger says the same. */
export function assessmentCanGo(from: AssessmentState, to: AssessmentState): boolean {
  return steps[from].includes(to)
}

/** Whether what stands in it can still be changed. What was published stays: a later assessment says what was found later. */
export function isOpenAssessment(state: AssessmentState): boolean {
  return state === 'proposed' || state === 'underway'
}

/** What a row rests on: a finding on evidence, a need on findings, the others on nothing of the assessment. */
export function basisKind(kind: AssessmentRowKind): 'evidence' | 'finding' | undefined {
  return kind === 'finding' ? 'evidence' : kind === 'need' ? 'finding' : undefined
}

interface RowFacts {
  readonly id: string
  readonly kind: AssessmentRowKind
  readonly datedOn: Temporal.PlainDate | null
  readonly licence: string
  readonly basis: readonly string[]
}

/** What an assessment lacks, as one would tell its author before it is published. */
export type AssessmentLack = 'no-finding' | 'finding-without-evidence' | 'need-without-finding' | 'evidence-undated' | 'evidence-unlicensed'

/** What is missing in an assessment, with how many rows each concerns; only `no-finding` keeps it from being published. */
export function assessmentLacks(rows: readonly RowFacts[]): ReadonlyMap<AssessmentLack, number> {
  const count = (test: (row: RowFacts) => boolean): number => rows.filter(test).length
  const found: readonly (readonly [AssessmentLack, number])[] = [
    ['no-finding', rows.some(({ kind }) => kind === 'finding') ? 0 : 1],
    ['finding-without-evidence', count(({ kind, basis }) => kind === 'finding' && basis.length === 0)],
    ['need-without-finding', count(({ kind, basis }) => kind === 'need' && basis.length === 0)],
    ['evidence-undated', count(({ kind, datedOn }) => kind === 'evidence' && datedOn === null)],
    ['evidence-unlicensed', count(({ kind, licence }) => kind === 'evidence' && licence === '')],
  ]
  return new Map(found.filter(([, rowsConcerned]) => rowsConcerned > 0))
}

/**
 * The plans that rest on no need: none of their priorities is said to serve a need or to use a finding (P1). A plan without priorities is among them.
 * Whoever asks hands in what that reader may see, and says so.
 */
export function plansWithoutNeed(
  plans: readonly string[],
  uses: readonly { readonly plan: string; readonly endsOn: Temporal.PlainDate | null }[],
  today: Temporal.PlainDate,
): readonly string[] {
  const behind = new Set(
    uses.filter(({ endsOn }) => endsOn === null || Temporal.PlainDate.compare(today, endsOn) < 0).map(({ plan }) => plan),
  )
  return plans.filter((plan) => !behind.has(plan))
}

/** Whether an assessment is past the day by which it was to be done anew. */
export function isDueAgain(
  { state, nextOn }: { readonly state: AssessmentState; readonly nextOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  return state === 'published' && nextOn !== null && Temporal.PlainDate.compare(nextOn, today) < 0
}
