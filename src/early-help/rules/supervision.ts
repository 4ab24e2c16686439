/** What a record of supervision can be asked to hold. */
export const supervisionParts = ['families', 'workload', 'wellbeing', 'development', 'actions'] as const
/** One of them. */
export type SupervisionPart = (typeof supervisionParts)[number]

/** How supervision stands for somebody today. 'away' stops the clock; 'no-families' is asked nothing yet. */
export const supervisionStates = ['overdue', 'soon', 'in-time', 'away', 'no-standard', 'no-families'] as const
/** One of them. */
export type SupervisionState = (typeof supervisionStates)[number]

/** Days away: from the first to the day before the first day back; open where that is not known yet. */
export interface Absence {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** What the clock of supervision starts from. */
export interface SupervisionFacts {
  /** The day of the last session; undefined where there was none. */
  readonly lastOn: Temporal.PlainDate | undefined
  /** Since when they lead a family without a break; undefined where they lead none. */
  readonly beginsOn: Temporal.PlainDate | undefined
  /** In the order of their days; they do not overlap. */
  readonly absences: readonly Absence[]
}

/** How often, by the standard of an agency. */
export interface SupervisionInterval {
  readonly everyDays: number
  /** So many days before it is due, it is due soon. */
  readonly soonDays: number
}

/**
 * How supervision stands and by which day it is due: last session + interval of the agency's standard; days away stop the clock; whoever had none yet counts
 * from the start of their caseload (handbook of early help 3.7). No day where nothing is due, or where nobody knows when somebody is back.
 */
export function supervisionStands(
  facts: SupervisionFacts,
  interval: SupervisionInterval | undefined,
  today: Temporal.PlainDate,
): { readonly state: SupervisionState; readonly dueOn: Temporal.PlainDate | undefined } {
  const from = facts.lastOn ?? facts.beginsOn
  if (from === undefined) return { state: 'no-families', dueOn: undefined }
  if (interval === undefined) return { state: 'no-standard', dueOn: undefined }
  const dueOn = dueAfter(from, interval.everyDays, facts.absences)
  if (facts.absences.some((one) => isAway(one, today))) return { state: 'away', dueOn }
  if (dueOn === undefined) return { state: 'in-time', dueOn }
  const left = today.until(dueOn).days
  return { state: left < 0 ? 'overdue' : left <= interval.soonDays ? 'soon' : 'in-time', dueOn }
}

/** Whether a day lies within days away. */
export function isAway({ startsOn, endsOn }: Absence, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0)
}

/** The day on which so many days have passed on which nobody was away; undefined where an absence without an end comes first. */
function dueAfter(from: Temporal.PlainDate, days: number, absences: readonly Absence[]): Temporal.PlainDate | undefined {
  const next = from.add({ days: 1 })
  let due = from.add({ days })
  for (const { startsOn, endsOn } of absences) {
    // Of an absence that had begun before, only what lies after the session counts.
    const first = Temporal.PlainDate.compare(startsOn, next) < 0 ? next : startsOn
    if (Temporal.PlainDate.compare(first, due) > 0) break
    if (endsOn === undefined) return undefined
    const away = first.until(endsOn).days
    if (away > 0) due = due.add({ days: away })
  }
  return due
}

/** What the agency's standard asks for that a record does not hold; families and what follows only where the worker leads any. */
export function missingFrom(
  mustHold: readonly SupervisionPart[],
  held: ReadonlySet<SupervisionPart>,
  leadsFamilies: boolean,
): readonly SupervisionPart[] {
  return mustHold.filter((part) => !held.has(part) && (part !== 'families' || leadsFamilies))
}
