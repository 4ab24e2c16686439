import {
  type AttendanceRate,
  type AttendanceStep,
  attendanceRate,
  attendanceSteps,
  meetingsDue,
  type SeatMeeting,
  type Span,
  type Terms,
} from '#governance/public.ts'

/** A rule of attendance as terms state it. */
export type AttendanceTerms = NonNullable<Terms['attendance']['value']>

/** Somebody who filled a place for a time. */
export interface RegisteredMember {
  readonly appointment: string
  readonly person: { readonly id: string; readonly name: string }
  readonly seatName: string
  /** As `placeKey` writes it. */
  readonly place: string
  /** The organisation that the seat is filled for; '' where none is recorded. */
  readonly agency: string
  readonly term: Span
}

/** A meeting with who sat where. Only meetings whose attendance the reader may see belong here. */
export interface RegisteredMeeting {
  readonly day: Temporal.PlainDate
  readonly kind: 'meeting' | 'development-day'
  readonly state: SeatMeeting['state']
  /** Who sat in a place: by the place. */
  readonly sat: ReadonlyMap<string, 'member' | 'deputy'>
  /** Places for which an apology came. */
  readonly apologies: ReadonlySet<string>
}

/** A line of the register: two figures always, of the person and of the seat (G12). */
export interface RegisterEntry<Member = RegisteredMember> {
  readonly member: Member
  readonly rate: AttendanceRate
  /** What the misses call for. A letter is only considered: a person decides. */
  readonly steps: readonly AttendanceStep[]
}

// Where the terms state no rule the figures are still counted, and nothing is judged.
const noRule: AttendanceTerms = {
  share: null,
  developmentDays: false,
  explanationAfter: null,
  letterAfter: null,
  consecutive: null,
  registerPublic: false,
}

/** The meetings as one place sees them. A member who sat in person counts before a deputy. */
export function meetingsOfPlace(place: string, meetings: readonly RegisteredMeeting[]): readonly SeatMeeting[] {
  return meetings.map(({ day, kind, state, sat, apologies }) => ({
    day,
    kind,
    state,
    attendedBy: sat.get(place) ?? null,
    apology: apologies.has(place),
  }))
}

/** The register of a body over a year, in the order of the members given. */
export function attendanceRegister<Member extends Pick<RegisteredMember, 'place' | 'term'>>(
  rule: AttendanceTerms | null,
  year: Span,
  members: readonly Member[],
  meetings: readonly RegisteredMeeting[],
): readonly RegisterEntry<Member>[] {
  const applied = rule ?? noRule
  return members.map((member) => {
    const seen = meetingsOfPlace(member.place, meetings)
    const due = meetingsDue(applied, year, member.term, seen)
    return { member, rate: attendanceRate(applied, year, member.term, seen), steps: attendanceSteps(applied, due) }
  })
}

/** Attended of due, added up for an agency or for the whole body. */
export interface RegisterSum {
  readonly name: string
  readonly due: number
  readonly byPerson: number
  readonly bySeat: number
}

/** The figures of each agency, by name. Members without an agency are under ''. */
export function sumByAgency(entries: readonly RegisterEntry[]): readonly RegisterSum[] {
  const sums = new Map<string, RegisterSum>()
  for (const { member, rate } of entries) {
    if (rate.state !== 'counted') continue
    const sum = sums.get(member.agency) ?? { name: member.agency, due: 0, byPerson: 0, bySeat: 0 }
    sums.set(member.agency, {
      ...sum,
      due: sum.due + rate.person.due,
      byPerson: sum.byPerson + rate.person.attended,
      bySeat: sum.bySeat + rate.seat.attended,
    })
  }
  return [...sums.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
