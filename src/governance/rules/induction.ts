/** What an induction is made of (G16); `sign_terms` and `sign_agreement` are done by signing the version that is in force. */
export const stepKinds = ['pack', 'briefing', 'buddy', 'sign_terms', 'sign_agreement', 'other'] as const
/** One of them. */
export type StepKind = (typeof stepKinds)[number]

/** A step of the template that held on the first day of an appointment. */
export interface InductionStep {
  readonly id: string
  readonly kind: StepKind
  readonly title: string
  /** Days from the first day of the appointment. */
  readonly withinDays: number
}

/** What is known of one step for one appointment. */
export interface StepDone {
  readonly step: string
  readonly doneOn: Temporal.PlainDate
}

/** A step as it stands on a day: done, still open in its time, or late. */
export interface StepStanding extends InductionStep {
  readonly state: 'done' | 'open' | 'late'
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | undefined
}

/** How each step of an induction stands, in the order given. `signedOn` says when the version in force of what a step asks for was signed. */
export function stepsStanding(
  steps: readonly InductionStep[],
  done: readonly StepDone[],
  signedOn: Readonly<Partial<Record<StepKind, Temporal.PlainDate>>>,
  appointedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): readonly StepStanding[] {
  return steps.map((step) => {
    const doneOn = signedOn[step.kind] ?? done.find((one) => one.step === step.id)?.doneOn
    const dueOn = appointedOn.add({ days: step.withinDays })
    const isLate = Temporal.PlainDate.compare(today, dueOn) > 0
    return { ...step, state: doneOn !== undefined ? 'done' : isLate ? 'late' : 'open', dueOn, doneOn }
  })
}

/** Whether somebody may say that a step is done: the clerk any that is not a signature, the member all but the choice of a buddy. */
export function mayMark(kind: StepKind, by: 'clerk' | 'self'): boolean {
  if (kind === 'sign_terms' || kind === 'sign_agreement') return false
  return by === 'clerk' || kind !== 'buddy'
}
