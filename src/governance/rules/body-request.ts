/** What one body may want of another (G3). */
export const requestKinds = ['request', 'concern', 'question'] as const
/** What one body wants of another. */
export type RequestKind = (typeof requestKinds)[number]

/** How a request stands on a day; 'overdue' is derived, never stored. */
export type RequestState = 'open' | 'overdue' | 'answered' | 'answered-late' | 'withdrawn'

/** What the state of a request follows from. */
export interface RequestFacts {
  /** Last day for the answer. */
  readonly dueOn: Temporal.PlainDate
  readonly answeredOn: Temporal.PlainDate | undefined
  readonly withdrawnOn: Temporal.PlainDate | undefined
}

/** How a request stands on a day. */
export function requestState({ dueOn, answeredOn, withdrawnOn }: RequestFacts, today: Temporal.PlainDate): RequestState {
  if (withdrawnOn !== undefined) return 'withdrawn'
  if (answeredOn !== undefined) return Temporal.PlainDate.compare(answeredOn, dueOn) > 0 ? 'answered-late' : 'answered'
  return Temporal.PlainDate.compare(today, dueOn) > 0 ? 'overdue' : 'open'
}

/** What is known of two bodies when one asks the other. */
export interface RequestParties {
  readonly from: string
  readonly to: string
  /** Whether each of them has a clerk here, and both meet in public. */
  readonly fromHasClerk: boolean
  readonly toHasClerk: boolean
  readonly bothPublic: boolean
}

/** The body whose clerk enters what the first says to the second: its own, or the other's where it has none here. */
export function speakerOf(own: string, ownHasClerk: boolean, other: string): string {
  return ownHasClerk ? own : other
}

/** Why a request cannot be recorded like this; undefined where it can. */
export function refuseRequest(
  parties: RequestParties,
  input: {
    /** The body whose clerk records it. */
    readonly by: string
    readonly askedOn: Temporal.PlainDate
    readonly dueOn: Temporal.PlainDate
    readonly sight: 'members' | 'public'
  },
  today: Temporal.PlainDate,
): { readonly field: string; readonly code: string } | undefined {
  if (parties.from === parties.to) return { field: 'other', code: 'same-body' }
  if (speakerOf(parties.from, parties.fromHasClerk, parties.to) !== input.by) return { field: 'direction', code: 'asks-for-itself' }
  if (Temporal.PlainDate.compare(input.askedOn, today) > 0) return { field: 'askedOn', code: 'in-the-future' }
  if (Temporal.PlainDate.compare(input.dueOn, input.askedOn) < 0) return { field: 'dueOn', code: 'due-before-asked' }
  if (input.sight === 'public' && !parties.bothPublic) return { field: 'sight', code: 'bodies-not-both-public' }
  return undefined
}
