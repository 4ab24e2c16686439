/** What moves: a request to one service, up to social care, down from it, out to another area or agency, or in from one (E5). */
export const transitionKinds = ['request', 'step-up', 'step-down', 'transfer-out', 'transfer-in'] as const
/** One of them. */
export type TransitionKind = (typeof transitionKinds)[number]
/** What whoever receives it can answer. */
export const transitionDecisions = ['accepted', 'returned', 'declined'] as const
/** One of them. */
export type TransitionDecision = (typeof transitionDecisions)[number]

/** Within how many days of the calendar each side acts, by the rule of a day. */
export interface MovementClock {
  readonly sendDays: number
  readonly receiveDays: number
  /** From the day on which it was received. */
  readonly decideDays: number
}

/** The dated facts of a transition. */
export interface TransitionFacts {
  readonly proposedOn: Temporal.PlainDate
  readonly sentOn: Temporal.PlainDate | undefined
  readonly receivedOn: Temporal.PlainDate | undefined
  readonly decision: TransitionDecision | undefined
  readonly isWithdrawn: boolean
}

/** How a transition stands. A step-up that was sent is not a step-up (handbook of early help 1.6). */
export type TransitionStage = 'proposed' | 'sent' | 'received' | 'withdrawn' | TransitionDecision

/** How a transition stands by its facts. */
export function transitionStage({ sentOn, receivedOn, decision, isWithdrawn }: TransitionFacts): TransitionStage {
  if (isWithdrawn) return 'withdrawn'
  if (decision !== undefined) return decision
  if (receivedOn !== undefined) return 'received'
  return sentOn === undefined ? 'proposed' : 'sent'
}

/** Whose clock runs, and until when. */
export interface RunningClock {
  readonly side: 'sender' | 'receiver'
  /** The last day on which it is in time. */
  readonly by: Temporal.PlainDate
  readonly isLate: boolean
}

/** The clock that runs now: of the sender until it is sent, of the receiver until it is answered; undefined once it is. */
export function runningClock(clock: MovementClock, facts: TransitionFacts, today: Temporal.PlainDate): RunningClock | undefined {
  const stage = transitionStage(facts)
  const running = (side: RunningClock['side'], by: Temporal.PlainDate): RunningClock => ({
    ...{ side, by },
    isLate: Temporal.PlainDate.compare(today, by) > 0,
  })
  if (stage === 'proposed') return running('sender', facts.proposedOn.add({ days: clock.sendDays }))
  if (stage === 'sent' && facts.sentOn) return running('receiver', facts.sentOn.add({ days: clock.receiveDays }))
  if (stage === 'received' && facts.receivedOn) return running('receiver', facts.receivedOn.add({ days: clock.decideDays }))
  return undefined
}

/** How an episode came and went, by its dates. */
export interface EpisodeCourse {
  /** The day on which the family agreed to an assessment; undefined where it never did, and then nothing is counted. */
  readonly agreedOn: Temporal.PlainDate | undefined
  /** Whether it came from another area that handed it over. */
  readonly isTransferredIn: boolean
  /** Each closing, the earliest first; the last may stand. */
  readonly closings: readonly { readonly closedOn: Temporal.PlainDate; readonly reopenedOn: Temporal.PlainDate | undefined }[]
}

/** The figures of a time, of which active at its end is active at its start and what came, less what was closed (handbook of early help 3.3). */
export interface MovementCount {
  readonly activeAtStart: number
  readonly initiated: number
  readonly transferredIn: number
  readonly reopened: number
  readonly closed: number
  readonly activeAtEnd: number
}

/** Whether an episode is active at the end of a day: whoever is closed on that day is not, whoever comes back on it is. */
export function isActiveOn({ agreedOn, closings }: EpisodeCourse, day: Temporal.PlainDate): boolean {
  if (agreedOn === undefined || Temporal.PlainDate.compare(agreedOn, day) > 0) return false
  return !closings.some(
    ({ closedOn, reopenedOn }) =>
      Temporal.PlainDate.compare(closedOn, day) <= 0 && (reopenedOn === undefined || Temporal.PlainDate.compare(reopenedOn, day) > 0),
  )
}

/** Counts a time from its first to its last day, both of them in it. */
export function movementCount(courses: readonly EpisodeCourse[], from: Temporal.PlainDate, to: Temporal.PlainDate): MovementCount {
  const before = from.subtract({ days: 1 })
  const within = (day: Temporal.PlainDate | undefined): boolean =>
    day !== undefined && Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0
  const begun = courses.filter(({ agreedOn }) => agreedOn !== undefined)
  const came = begun.filter(({ agreedOn }) => within(agreedOn))
  const closings = begun.flatMap((course) => course.closings)
  return {
    activeAtStart: begun.filter((course) => isActiveOn(course, before)).length,
    initiated: came.filter(({ isTransferredIn }) => !isTransferredIn).length,
    transferredIn: came.filter(({ isTransferredIn }) => isTransferredIn).length,
    reopened: closings.filter(({ reopenedOn }) => within(reopenedOn)).length,
    closed: closings.filter(({ closedOn }) => within(closedOn)).length,
    activeAtEnd: begun.filter((course) => isActiveOn(course, to)).length,
  }
}
