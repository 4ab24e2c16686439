import type { FieldProblem } from '#platform/result.ts'
import type { votingStatuses } from './choices.ts'

/** One row of a membership file, as far as it could be read. */
export interface PlannedRow {
  readonly line: number
  readonly seat: string
  readonly category: string
  readonly voting: (typeof votingStatuses)[number]
  readonly name: string | undefined
  readonly email: string
  readonly organisation: string
  readonly post: string
  readonly from: Temporal.PlainDate
}

/** What the body and the partnership have already. */
export interface Known {
  readonly categories: readonly string[]
  /** Seats of the body without an end. */
  readonly seats: readonly { readonly id: string; readonly name: string; readonly places: number }[]
  readonly filled: readonly {
    readonly seat: string
    readonly place: number
    readonly person: string
    readonly endsOn: Temporal.PlainDate | undefined
  }[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
}

/** What an import would do. New seats and new people are named, known ones given by id. */
export interface MembershipPlan {
  readonly newSeats: readonly {
    readonly name: string
    readonly category: string
    readonly voting: PlannedRow['voting']
    readonly places: number
    readonly startsOn: Temporal.PlainDate
  }[]
  /** Known seats that get more places. */
  readonly widenedSeats: readonly { readonly id: string; readonly name: string; readonly places: number }[]
  readonly newPeople: readonly {
    readonly name: string
    readonly email: string
    readonly post: string
    readonly organisation: string | undefined
    readonly from: Temporal.PlainDate
  }[]
  readonly appointments: readonly {
    readonly line: number
    readonly seat: string
    readonly place: number
    readonly person: string
    readonly onBehalfOf: string | undefined
    readonly from: Temporal.PlainDate
  }[]
  readonly problems: readonly FieldProblem[]
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** Says what a membership file would bring, and what stands in its way, line by line (G5). */
export function planMembership(rows: readonly PlannedRow[], known: Known): MembershipPlan {
  const problems: FieldProblem[] = []
  const wrong = (row: PlannedRow, code: string, value: string): void => {
    problems.push({ field: 'file', code, details: { line: row.line, value } })
  }
  const newPeople = new Map<string, MembershipPlan['newPeople'][number]>()
  const appointments: MembershipPlan['appointments'][number][] = []
  const names = [...new Map(rows.map((row) => [row.seat.toLowerCase(), row.seat])).values()]
  for (const seatName of names) {
    const ofSeat = rows.filter((row) => same(row.seat, seatName))
    const seat = known.seats.find(({ name }) => same(name, seatName))
    const free = freePlaces(seat, known, ofSeat.length)
    for (const row of ofSeat) {
      if (!known.categories.includes(row.category)) wrong(row, 'row-unknown-category', row.category)
      const organisation = known.organisations.find(({ name }) => same(name, row.organisation))
      if (row.organisation !== '' && organisation === undefined) wrong(row, 'row-unknown-organisation', row.organisation)
      const place = free.shift()
      if (row.name === undefined || place === undefined) continue
      const person = whoIs(row, known)
      if (person === 'ambiguous') {
        wrong(row, 'row-ambiguous-person', row.name)
        continue
      }
      const key = person ?? row.name
      if (person === undefined && !newPeople.has(row.name))
        newPeople.set(row.name, { name: row.name, email: row.email, post: row.post, organisation: organisation?.id, from: row.from })
      if (seat && known.filled.some((filled) => filled.seat === seat.id && filled.person === key && filled.endsOn === undefined))
        wrong(row, 'row-already-member', row.name)
      appointments.push({ line: row.line, seat: seat?.id ?? seatName, place, person: key, onBehalfOf: organisation?.id, from: row.from })
    }
  }
  return { ...seatsOf(names, rows, known), newPeople: [...newPeople.values()], appointments, problems }
}

/** The places that rows of a seat take, lowest first: those nobody fills, then new ones. */
function freePlaces(seat: Known['seats'][number] | undefined, known: Known, wanted: number): number[] {
  const taken = new Set(known.filled.filter((filled) => filled.seat === seat?.id && filled.endsOn === undefined).map(({ place }) => place))
  const free: number[] = []
  for (let place = 1; free.length < wanted; place += 1) if (!taken.has(place)) free.push(place)
  return free
}

function whoIs(row: PlannedRow, known: Known): string | 'ambiguous' | undefined {
  const byEmail = row.email === '' ? [] : known.people.filter(({ email }) => same(email, row.email))
  const found =
    byEmail.length > 0
      ? byEmail
      : known.people.filter(({ name, email }) => same(name, row.name ?? '') && (row.email === '' || email === ''))
  return found.length > 1 ? 'ambiguous' : found[0]?.id
}

function seatsOf(names: readonly string[], rows: readonly PlannedRow[], known: Known): Pick<MembershipPlan, 'newSeats' | 'widenedSeats'> {
  const newSeats: MembershipPlan['newSeats'][number][] = []
  const widenedSeats: MembershipPlan['widenedSeats'][number][] = []
  for (const name of names) {
    const ofSeat = rows.filter((row) => same(row.seat, name))
    const [first] = ofSeat
    const seat = known.seats.find((candidate) => same(candidate.name, name))
    const needed = Math.max(...freePlaces(seat, known, ofSeat.length))
    if (seat && needed > seat.places) widenedSeats.push({ id: seat.id, name: seat.name, places: needed })
    if (!seat && first) {
      const startsOn = ofSeat.map(({ from }) => from).toSorted(Temporal.PlainDate.compare)[0] ?? first.from
      newSeats.push({ name, category: first.category, voting: first.voting, places: ofSeat.length, startsOn })
    }
  }
  return { newSeats, widenedSeats }
}
