/** How somebody stands to a course that is mandatory for a role they hold. */
export type CourseStanding = 'never' | 'current' | 'due-soon' | 'over'

/** A course that is mandatory for a role, and how often. */
export interface Mandatory {
  readonly course: string
  /** Undefined where once is enough. */
  readonly refreshMonths: number | undefined
}

/** Somebody attended a course on a day. */
export interface Attended {
  readonly person: string
  readonly course: string
  readonly on: Temporal.PlainDate
}

/** Days before a refresher is due from which one is told. */
const SOON = { days: 60 }

/**
 * How somebody stands to a mandatory course on a day: never attended, attended and current, due within 60 days, or over. A refresher of n months is due on
 * the day n months after the last attendance; from that day on it is over (E9; handbook of early help 3.7).
 */
export function courseStanding(
  { course, refreshMonths }: Mandatory,
  attended: readonly Attended[],
  person: string,
  today: Temporal.PlainDate,
): { readonly standing: CourseStanding; readonly dueOn: Temporal.PlainDate | undefined } {
  const last = attended
    .filter((one) => one.person === person && one.course === course && Temporal.PlainDate.compare(one.on, today) <= 0)
    .map(({ on }) => on)
    .sort(Temporal.PlainDate.compare)
    .at(-1)
  if (last === undefined) return { standing: 'never', dueOn: undefined }
  if (refreshMonths === undefined) return { standing: 'current', dueOn: undefined }
  const dueOn = last.add({ months: refreshMonths })
  if (Temporal.PlainDate.compare(dueOn, today) <= 0) return { standing: 'over', dueOn }
  return { standing: Temporal.PlainDate.compare(dueOn, today.add(SOON)) <= 0 ? 'due-soon' : 'current', dueOn }
}

/** A person’s evaluation of a session: how sure they were of themselves, from 1 to 5, before and after. */
export interface Sureness {
  readonly before: number
  readonly now: number
}

/** What a course changed: a state where too few answered, never an average of them. */
export type Impact =
  | { readonly state: 'nobody' }
  | { readonly state: 'too-few' }
  /** The mean of the differences in tenths of a step, rounded half away from zero; of so many people. */
  | { readonly state: 'shown'; readonly tenths: number; readonly people: number }

/** The mean change of sureness. Fewer than `smallest` answers are too few to be shown. */
export function impactOf(answers: readonly Sureness[], smallest: number): Impact {
  if (answers.length === 0) return { state: 'nobody' }
  if (answers.length < smallest) return { state: 'too-few' }
  const sum = answers.reduce((total, { before, now }) => total + (now - before), 0)
  const tenths = Math.sign(sum) * Math.round((Math.abs(sum) * 10) / answers.length)
  return { state: 'shown', tenths, people: answers.length }
}

/** When and where a session is; null is not known yet. */
export interface WhenAndWhere {
  readonly heldOn: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
  readonly venue: string | null
  readonly district: string | null
}

/** What of a session can change for whoever booked it. */
export type ChangedPart = 'day' | 'time' | 'place'

/** What is otherwise now than somebody knows it: day, time, place, in this order; empty where nothing is. A size or a desk that changed concerns nobody who has a place (E9). */
export function changedParts(known: WhenAndWhere, now: WhenAndWhere): readonly ChangedPart[] {
  const parts = {
    day: known.heldOn?.toString() !== now.heldOn?.toString(),
    time: known.startsAt?.toString() !== now.startsAt?.toString() || known.endsAt?.toString() !== now.endsAt?.toString(),
    place: known.venue !== now.venue || known.district !== now.district,
  }
  return (['day', 'time', 'place'] as const).filter((part) => parts[part])
}

/** How a session stands for whoever would book it. */
export type SessionState = 'draft' | 'no-date' | 'cancelled' | 'over' | 'full' | 'open'

/** How a session stands: a draft first, then what is missing, then whether it is over or full. A session without a capacity is not open: nobody knows for how many. */
export function sessionState(
  session: {
    readonly isAgreed: boolean
    readonly isCancelled: boolean
    readonly heldOn: Temporal.PlainDate | undefined
    readonly capacity: number | undefined
    readonly taken: number
    readonly waiting: number
  },
  today: Temporal.PlainDate,
): SessionState {
  if (session.isCancelled) return 'cancelled'
  if (session.heldOn === undefined || session.capacity === undefined) return 'no-date'
  if (!session.isAgreed) return 'draft'
  if (Temporal.PlainDate.compare(session.heldOn, today) < 0) return 'over'
  return session.taken + session.waiting >= session.capacity ? 'full' : 'open'
}
