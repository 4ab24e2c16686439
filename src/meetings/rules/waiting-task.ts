/** What waits for somebody at a meeting's edges: as a voter, nominee or author, as a clerk, or as a chair whose consent is asked. */
export const waitingKinds = [
  'vote',
  'answer-nomination',
  'answer-question',
  'settle-nominations',
  'take-in-papers',
  'consent-to-late-paper',
  'explain-misses',
  'consider-letters',
  'send-letters',
  'adopt-terms',
  'look-at-records',
  'destroy-copies',
] as const
/** One of them. */
export type WaitingKind = (typeof waitingKinds)[number]

/** One thing that waits. Nothing in it names an item, a paper, a candidate or who missed a meeting: it may be mailed. */
export interface WaitingTask {
  readonly kind: WaitingKind
  /** What its address is made of: the election, the paper, the decision, the meeting; '' where it is the board's page. */
  readonly id: string
  readonly board: { readonly id: string; readonly slug: string; readonly name: string }
  /** How many wait. */
  readonly number: number
  /** Last day, or the day of the meeting that it must be done before; undefined where somebody waits without a day. */
  readonly dueOn: Temporal.PlainDate | undefined
}

/** A task before its board has a name; `body` is the board. */
export type FoundTask = Omit<WaitingTask, 'board'> & { readonly body: string }

/** Whether a mail may tell of it: not of a ballot, because what was mailed on which day would say when somebody voted (M14). */
export function mayBeMailed({ kind }: WaitingTask): boolean {
  return kind !== 'vote'
}
