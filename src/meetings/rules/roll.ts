import { placeKey } from './presence.ts'

/** A line of the list that is called at a meeting: a place of a seat, or an officer who holds none. */
export interface RollLine {
  /** Names the fields of the line: the place with '_' for '/', or 'chair' or 'deputy_chair'. */
  readonly field: string
  readonly seat: string | null
  readonly place: number | null
  readonly seatName: string
  readonly voting: string
  /** Undefined: the place is vacant. */
  readonly person: { readonly id: string; readonly name: string } | undefined
  readonly capacity: string
  /** Those who may sit in for the place at this meeting. */
  readonly deputies: readonly { readonly id: string; readonly name: string }[]
  /** The body whose roll it is, at a joint meeting; undefined for a meeting of one body. */
  readonly body?: { readonly id: string; readonly name: string } | undefined
  /** The line of another body on which this person is recorded: once, for both. */
  readonly also?: { readonly field: string; readonly body: string } | undefined
}

interface SeatForRoll {
  readonly id: string
  readonly name: string
  readonly voting: string
  readonly organisation: { readonly name: string } | undefined
  readonly places: readonly {
    readonly place: number
    readonly holder:
      | { readonly person: { readonly id: string; readonly name: string }; readonly onBehalfOf: { readonly name: string } | undefined }
      | undefined
    readonly deputies: readonly { readonly person: { readonly id: string; readonly name: string }; readonly meeting: string | undefined }[]
  }[]
}

interface Officer {
  readonly role: string
  readonly person: { readonly id: string; readonly name: string }
}

/** The field name of a place. */
export function fieldOfPlace(seat: string, place: number): string {
  return placeKey(seat, place).replace('/', '_')
}

/** The list for a meeting: officers without a seat first, then every place in the order of the seats. */
export function rollOf(meeting: string, seats: readonly SeatForRoll[], officers: readonly Officer[]): readonly RollLine[] {
  const lines = seats.flatMap((seat) =>
    seat.places.map(
      ({ place, holder, deputies }): RollLine => ({
        field: fieldOfPlace(seat.id, place),
        seat: seat.id,
        place,
        seatName: seat.name,
        voting: seat.voting,
        person: holder?.person,
        capacity: holder?.onBehalfOf?.name ?? seat.organisation?.name ?? '',
        deputies: deputies.filter((one) => one.meeting === undefined || one.meeting === meeting).map(({ person }) => person),
      }),
    ),
  )
  const seated = new Set(lines.map(({ person }) => person?.id))
  const unseated = officers
    .filter(({ role, person }) => (role === 'chair' || role === 'deputy_chair') && !seated.has(person.id))
    .map(
      ({ role, person }): RollLine => ({
        field: role,
        seat: null,
        place: null,
        seatName: role === 'chair' ? 'Chair' : 'Deputy chair',
        voting: 'none',
        person,
        capacity: '',
        deputies: [],
      }),
    )
  return [...unseated, ...lines]
}

/** What is entered for one line. */
export interface RollEntry {
  readonly field: string
  readonly status: 'present' | 'apologies' | 'no_apology' | 'deputy' | undefined
  readonly deputy: string | undefined
  readonly arrived: Temporal.PlainTime | undefined
  readonly left: Temporal.PlainTime | undefined
  /** When somebody who had left came back; undefined: did not. */
  readonly back: Temporal.PlainTime | undefined
  /** When somebody who had come back left again; undefined: stayed to the end. */
  readonly leftAgain: Temporal.PlainTime | undefined
  readonly remote: boolean
}

/** The stays of an entry in order: one, or two where somebody left and came back. Undefined: from the start, to the end. */
export function staysOf({ arrived, left, back, leftAgain }: Pick<RollEntry, 'arrived' | 'left' | 'back' | 'leftAgain'>): readonly {
  readonly from: Temporal.PlainTime | undefined
  readonly to: Temporal.PlainTime | undefined
}[] {
  const first = { from: arrived, to: left }
  return back === undefined ? [first] : [first, { from: back, to: leftAgain }]
}

/** Who chaired, as entered. `other` is somebody elected for the meeting. */
export interface ChairEntry {
  readonly who: 'chair' | 'deputy_chair' | 'other' | undefined
  readonly other: string | undefined
  readonly next: string | undefined
  readonly nextFrom: Temporal.PlainTime | undefined
}

/** Why a list cannot be kept as entered; `field` is that of the form. */
export interface RollProblem {
  readonly field: string
  readonly code:
    | 'deputy-missing'
    | 'left-before-arrived'
    | 'back-without-leaving'
    | 'back-before-leaving'
    | 'chair-not-present'
    | 'chair-is-present'
    | 'must-reschedule'
    | 'chair-missing'
    | 'next-chair-incomplete'
    | 'nobody'
}

/** Every problem of a list as entered; the remedy is that of the terms for the absence of both chairs (G8). */
export function rollProblems(
  lines: readonly RollLine[],
  entries: readonly RollEntry[],
  chair: ChairEntry,
  officers: readonly Officer[],
  remedy: 'elect-as-first-item' | 'reschedule' | null,
): readonly RollProblem[] {
  return [...entries.flatMap(entryProblems), ...chairProblems(presentPeople(lines, entries), chair, officers, remedy)]
}

function entryProblems({ field, status, deputy, arrived, left, back, leftAgain }: RollEntry): RollProblem[] {
  const problems: RollProblem[] = []
  const isLate = (later: Temporal.PlainTime | undefined, earlier: Temporal.PlainTime | undefined): boolean =>
    later === undefined || earlier === undefined || Temporal.PlainTime.compare(later, earlier) > 0
  if (status === 'deputy' && deputy === undefined) problems.push({ field: `deputy_${field}`, code: 'deputy-missing' })
  if (!isLate(left, arrived)) problems.push({ field: `left_${field}`, code: 'left-before-arrived' })
  if (back !== undefined && left === undefined) problems.push({ field: `left_${field}`, code: 'back-without-leaving' })
  if (!isLate(back, left)) problems.push({ field: `back_${field}`, code: 'back-before-leaving' })
  if (leftAgain !== undefined && back === undefined) problems.push({ field: `back_${field}`, code: 'back-without-leaving' })
  if (!isLate(leftAgain, back)) problems.push({ field: `leftAgain_${field}`, code: 'left-before-arrived' })
  return problems
}

/** People in the room by id, deputies included; true where they came at the start. */
export function presentPeople(lines: readonly RollLine[], entries: readonly RollEntry[]): ReadonlyMap<string, boolean> {
  const present = new Map<string, boolean>()
  for (const { field, status, deputy, arrived } of entries) {
    const person = status === 'present' ? lines.find((line) => line.field === field)?.person?.id : status === 'deputy' ? deputy : undefined
    if (person !== undefined) present.set(person, arrived === undefined)
  }
  return present
}

function chairProblems(
  present: ReadonlyMap<string, boolean>,
  chair: ChairEntry,
  officers: readonly Officer[],
  remedy: 'elect-as-first-item' | 'reschedule' | null,
): RollProblem[] {
  const problems: RollProblem[] = []
  const holder = (role: string): string | undefined => officers.find((office) => office.role === role)?.person.id
  const chosen = chair.who === 'other' ? chair.other : chair.who === undefined ? undefined : holder(chair.who)
  if (chair.who === 'other' && chosen === undefined) problems.push({ field: 'chairOther', code: 'chair-missing' })
  if (chosen !== undefined && !present.has(chosen))
    problems.push({ field: chair.who === 'other' ? 'chairOther' : 'chairWho', code: 'chair-not-present' })
  if (chair.who === 'other') {
    const both = [holder('chair'), holder('deputy_chair')]
    if (both.some((person) => person !== undefined && present.get(person) === true))
      problems.push({ field: 'chairWho', code: 'chair-is-present' })
    else if (remedy === 'reschedule') problems.push({ field: 'chairWho', code: 'must-reschedule' })
  }
  if ((chair.next === undefined) !== (chair.nextFrom === undefined)) problems.push({ field: 'nextFrom', code: 'next-chair-incomplete' })
  return problems
}
