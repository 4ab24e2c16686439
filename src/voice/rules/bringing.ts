/** Within what time a complaint is brought under a procedure, by what right. */
export interface BringingRule {
  readonly procedure: string
  readonly months: number
  /** 'noticed': from the day on which whoever complains came to know of it, where that is later. */
  readonly countsFrom: 'happened' | 'noticed'
  readonly source: string
  readonly isConfirmed: boolean
}

/** The last day on which something that happened on a day is brought in time; the same day of the month, or the last of a shorter one. */
export function lastDayToBring(happenedOn: Temporal.PlainDate, { months }: Pick<BringingRule, 'months'>): Temporal.PlainDate {
  return happenedOn.add({ months })
}

/**
 * The rule by which something came too late; undefined where it came in time, where nobody said when it happened, where the procedure has no limit, and of every
 * later stage: who appeals has brought it before. @param rules - those that hold on the day on which it came
 */
export function broughtLate(
  facts: { readonly receivedOn: Temporal.PlainDate; readonly happenedOn: Temporal.PlainDate | null },
  under: { readonly procedure: string; readonly stage: number },
  rules: readonly BringingRule[],
): BringingRule | undefined {
  const { receivedOn, happenedOn } = facts
  const rule = rules.find(({ procedure }) => procedure === under.procedure)
  if (rule === undefined || happenedOn === null || under.stage !== 1) return undefined
  return Temporal.PlainDate.compare(receivedOn, lastDayToBring(happenedOn, rule)) > 0 ? rule : undefined
}
