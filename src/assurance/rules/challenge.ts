/** One step of the escalation ladder (P8): who writes to whom, and how long the answer is waited for. */
export interface LadderStep {
  readonly id: string
  /** From 1. */
  readonly position: number
  readonly who: string
  readonly toWhom: string
  /** '' for nobody. */
  readonly copiedTo: string
  readonly waitDays: number
  readonly dayMode: 'calendar' | 'working'
  /** Words to begin with. */
  readonly letter: string
}

/** A step that was taken, or is drafted. */
export interface TakenStep {
  readonly position: number
  /** Undefined while the letter is a draft. */
  readonly sentOn: Temporal.PlainDate | undefined
  readonly answerDueOn: Temporal.PlainDate | undefined
  readonly answeredOn: Temporal.PlainDate | undefined
}

/** A challenge as the rules look at it. */
export interface ChallengeFacts {
  readonly raisedOn: Temporal.PlainDate
  readonly respondedOn: Temporal.PlainDate | undefined
  readonly impactOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  /** In their order. */
  readonly steps: readonly TakenStep[]
}

/**
 * How a challenge stands. 'letter-drafted': a letter waits to be sent; 'waiting': its answer is not due yet; 'step-due': nobody answered in time, or at all;
 * 'impact-due': it was answered, and nothing shows yet that it changed anything; 'closable': the board can close it.
 */
export const challengeStates = ['step-due', 'letter-drafted', 'waiting', 'impact-due', 'closable', 'closed'] as const
/** One of them. */
export type ChallengeState = (typeof challengeStates)[number]

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** How a challenge stands on a day; derived, never stored. It stays open until an impact is shown. */
export function challengeState({ respondedOn, impactOn, closedOn, steps }: ChallengeFacts, today: Temporal.PlainDate): ChallengeState {
  if (closedOn !== undefined) return 'closed'
  if (impactOn !== undefined) return 'closable'
  const last = steps.at(-1)
  if (last !== undefined && last.sentOn === undefined) return 'letter-drafted'
  if (respondedOn !== undefined || last?.answeredOn !== undefined) return 'impact-due'
  if (last?.answerDueOn !== undefined && !isBefore(last.answerDueOn, today)) return 'waiting'
  return 'step-due'
}

/** The step that can be taken next, and whether its time has come; undefined where none is left or a letter waits to be sent. */
export function nextStep(
  ladder: readonly LadderStep[],
  facts: ChallengeFacts,
  today: Temporal.PlainDate,
): { readonly step: LadderStep; readonly dueFrom: Temporal.PlainDate; readonly isDue: boolean; readonly mayTake: boolean } | undefined {
  const state = challengeState(facts, today)
  if (state === 'closed' || state === 'closable' || state === 'letter-drafted') return undefined
  const last = facts.steps.at(-1)
  const step = ladder.find(({ position }) => position > (last?.position ?? 0))
  if (step === undefined) return undefined
  const dueFrom = last?.answerDueOn?.add({ days: 1 }) ?? facts.raisedOn
  const isDue = state === 'step-due'
  // An answer that settles nothing can be taken further at once.
  return { step, dueFrom, isDue, mayTake: isDue || state === 'impact-due' }
}

/**
 * The last day for an answer to a letter: whole days after it went out, its own day not counted. Working days are asked of `isWorking`; undefined where
 * the calendar does not reach so far.
 */
export function answerDue(
  sentOn: Temporal.PlainDate,
  { waitDays, dayMode }: Pick<LadderStep, 'waitDays' | 'dayMode'>,
  isWorking: (day: Temporal.PlainDate) => boolean | null,
): Temporal.PlainDate | undefined {
  if (dayMode === 'calendar') return sentOn.add({ days: waitDays })
  let day = sentOn
  for (let left = waitDays; left > 0; ) {
    day = day.add({ days: 1 })
    const works = isWorking(day)
    if (works === null) return undefined
    if (works) left -= 1
  }
  return day
}

/** What stands in a letter in place of {number}, {title}, {raised}, {to} and {answer by}. */
export interface LetterFacts {
  readonly number: number
  readonly title: string
  readonly raised: string
  readonly to: string
  readonly answerBy: string
}

/** The words of a step filled in. */
export function fillLetter(template: string, facts: LetterFacts): string {
  const values: Readonly<Record<string, string>> = {
    ...{ number: String(facts.number), title: facts.title, raised: facts.raised, to: facts.to, 'answer by': facts.answerBy },
  }
  return template.replaceAll(/\{(number|title|raised|to|answer by)\}/g, (_, name: string) => values[name] ?? '')
}
