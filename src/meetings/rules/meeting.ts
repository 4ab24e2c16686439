/** Kinds of meeting. */
export const meetingKinds = ['ordinary', 'extraordinary', 'development_day', 'workshop'] as const
/** One kind of meeting. */
export type MeetingKind = (typeof meetingKinds)[number]

/** Whether a meeting is one at which members learn or plan together: it takes no decisions. */
export function isWorkshop(kind: string): boolean {
  return kind === 'development_day' || kind === 'workshop'
}

/** States of a meeting, in the order in which they are reached (handbook governance 1.5). */
export const meetingStates = ['planned', 'called', 'in_progress', 'ended', 'abandoned', 'cancelled', 'rescheduled'] as const
/** One state of a meeting. */
export type MeetingState = (typeof meetingStates)[number]

/** Who may know of a record: those who prepare it, those who may read the full agenda, or anybody. */
export const sights = ['draft', 'members', 'public'] as const
/** One of the three sights. */
export type Sight = (typeof sights)[number]

const onward: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['called', 'cancelled', 'rescheduled'],
  called: ['in_progress', 'ended', 'abandoned', 'cancelled', 'rescheduled'],
  in_progress: ['ended', 'abandoned'],
  ended: [],
  abandoned: [],
  cancelled: [],
  rescheduled: [],
}

/** Whether a meeting may go from one state to another. */
export function mayBecome(from: MeetingState, to: MeetingState): boolean {
  return onward[from].includes(to)
}

/** Whether the meeting is still to be held: its agenda can be built and its details changed. */
export function isAhead(state: MeetingState): boolean {
  return state === 'planned' || state === 'called'
}

/** What a meeting is to a reader today; a meeting that was announced and whose day is over is never called expected. */
export type MeetingStanding =
  | 'planned'
  | 'today'
  | 'expected'
  | 'in-progress'
  | 'held'
  | 'not-recorded'
  | 'abandoned'
  | 'cancelled'
  | 'rescheduled'

/** Works out what to say of a meeting on the day `today`. */
export function standingOf(state: MeetingState, heldOn: Temporal.PlainDate, today: Temporal.PlainDate): MeetingStanding {
  if (state === 'cancelled' || state === 'rescheduled' || state === 'abandoned') return state
  if (state === 'ended') return 'held'
  if (state === 'in_progress') return 'in-progress'
  const order = Temporal.PlainDate.compare(heldOn, today)
  if (order < 0) return 'not-recorded'
  if (order === 0) return 'today'
  return state === 'planned' ? 'planned' : 'expected'
}

/** Why the date of a meeting is questioned. */
export type DateQuestion = { readonly code: 'in-the-past' } | { readonly code: 'before-its-notice'; readonly lastDay: Temporal.PlainDate }

/**
 * Questions a meeting's date at entry: in the past (recording history must be confirmed), or so near that its notice would have been due
 * already (a reason is asked). Undefined when there is nothing to ask.
 * @param lastDayForNotice - by the terms in force; undefined where they state none or the calendar does not know
 */
export function questionDate(
  heldOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  lastDayForNotice: Temporal.PlainDate | undefined,
): DateQuestion | undefined {
  if (Temporal.PlainDate.compare(heldOn, today) < 0) return { code: 'in-the-past' }
  if (lastDayForNotice && Temporal.PlainDate.compare(lastDayForNotice, today) < 0)
    return { code: 'before-its-notice', lastDay: lastDayForNotice }
  return undefined
}

/**
 * Who may know of a meeting once it is announced.
 * @param papersPublic - from the terms; null where they do not say
 */
export function sightWhenCalled(access: 'public' | 'private', papersPublic: boolean | null): Sight {
  return access === 'public' || papersPublic === true ? 'public' : 'members'
}
