import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { type Chairing, changesOf, holdingAt, overlap, placeKey, type Stay, type Stretch } from './presence.ts'
import type { RollLine } from './roll.ts'

/** A body as the record of a meeting names it. */
export interface MeetingBody {
  readonly id: string
  readonly slug: string
  readonly name: string
}

/** The boards at the table of a joint meeting, the one that called first; empty for a meeting of one board. */
export function boardsOf({ body, joint }: { readonly body: MeetingBody; readonly joint: readonly MeetingBody[] }): readonly MeetingBody[] {
  return joint.length === 0 ? [] : [body, ...joint]
}

/** One body at the table of a joint meeting, as far as presence asks: its places on the day, who holds them, and who chairs it. */
export interface BodyAtTable {
  readonly places: ReadonlySet<string>
  /** The place that somebody holds there, by person; of several the first. */
  readonly placeOf: ReadonlyMap<string, string>
  /** The chair, then the deputy chair, by person; undefined where nobody is. */
  readonly chairs: readonly ({ readonly person: string; readonly name: string; readonly basis: 'chair' | 'deputy_chair' } | undefined)[]
}

interface Seated {
  readonly person: string | null
  readonly place: string | null
}

/**
 * The stays at a joint meeting as one of its bodies counts them. Everybody is recorded once: whoever is recorded in a place of another body counts here
 * in the place held here, a deputy for a member of both in that member's place here, and everybody else is in attendance without a place (G5, G7).
 * @param holders - who holds a place, over all bodies at the table
 */
export function staysFor<Kind extends Stay>(
  table: BodyAtTable,
  holders: ReadonlyMap<string, string>,
  stays: readonly Kind[],
): readonly Kind[] {
  const own = stays.filter(({ place }) => place !== null && table.places.has(place))
  return stays.flatMap((stay): Kind[] => {
    if (stay.place !== null && table.places.has(stay.place)) return [stay]
    if (stay.person !== null && own.some((one) => one.person === stay.person && overlap(one, stay))) return []
    const held = stay.person === null ? undefined : table.placeOf.get(stay.person)
    if (held !== undefined) return [{ ...stay, place: held, deputy: false }]
    const absent = stay.deputy && stay.place !== null ? table.placeOf.get(holders.get(stay.place) ?? '') : undefined
    const isTaken = own.some((one) => one.deputy && one.place === absent && overlap(one, stay))
    return [absent === undefined || isTaken ? { ...stay, place: null, deputy: false } : { ...stay, place: absent }]
  })
}

/** The absences as one of the bodies has them: its own, and those of its members that are recorded under another body. */
export function absencesFor<Kind extends Seated>(table: BodyAtTable, absences: readonly Kind[]): readonly Kind[] {
  return absences.flatMap((absence): Kind[] => {
    if (absence.place === null ? absence.person !== null && isOfficer(table, absence.person) : table.places.has(absence.place))
      return [absence]
    const held = absence.person === null ? undefined : table.placeOf.get(absence.person)
    const isOwn = held !== undefined && !absences.some(({ place }) => place === held)
    return isOwn ? [{ ...absence, place: held }] : []
  })
}

const isOfficer = ({ chairs }: BodyAtTable, person: string): boolean => chairs.some((chair) => chair?.person === person)

/**
 * Who presides for one of the bodies, and when. Whoever is in the chair of the meeting presides for the bodies that they belong to, and for the one that
 * called; while somebody else does, the body's own chair presides for it, else its deputy chair, where they are there (G8).
 * @param called - whether this body called the meeting; somebody of no body who was elected for the meeting presides for it
 * @param elsewhere - people who belong to another body at the table
 */
export function chairsFor<Kind extends Chairing>(
  table: BodyAtTable,
  chairs: readonly Kind[],
  stays: readonly Stay[],
  called: boolean,
  elsewhere: ReadonlySet<string>,
): readonly (Kind | Chairing)[] {
  return chairs.flatMap((chairing): readonly (Kind | Chairing)[] => {
    const { person } = chairing
    const belongs = person !== null && (table.placeOf.has(person) || isOfficer(table, person) || sitsIn(table, stays, person))
    if (belongs || (called && (person === null || !elsewhere.has(person)))) return [chairing]
    return ownPresiding(table, chairing, stays)
  })
}

const sitsIn = ({ places }: BodyAtTable, stays: readonly Stay[], who: string): boolean =>
  stays.some(({ person, place }) => person === who && place !== null && places.has(place))

/** The body's own chair or deputy chair through a stretch in which somebody of another body is in the chair, for as long as they are there. */
function ownPresiding({ chairs }: BodyAtTable, chairing: Chairing, stays: readonly Stay[]): readonly Chairing[] {
  const officers = chairs.flatMap((officer) => (officer ? [officer] : []))
  const there = stays.filter((stay) => overlap(stay, chairing) && officers.some(({ person }) => person === stay.person))
  return piecesOf(chairing, there).flatMap((piece): readonly Chairing[] => {
    const inside = there.filter((stay) => covering(stay, piece))
    const officer = officers.find(({ person }) => inside.some((stay) => stay.person === person))
    return officer ? [{ ...piece, ...officer }] : []
  })
}

/** The pieces of a stretch between the instants at which somebody comes or goes, in order. */
function piecesOf(whole: Stretch, parts: readonly Stretch[]): readonly Stretch[] {
  const inside = changesOf(parts).filter((at) => holdingAt([whole], at).length > 0 && !(whole.from && at.equals(whole.from)))
  const edges = [whole.from, ...inside, whole.to]
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? null, to }))
}

const notAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) <= 0

function covering(stay: Stretch, piece: Stretch): boolean {
  const begun = stay.from === null || (piece.from !== null && notAfter(stay.from, piece.from))
  return begun && (stay.to === null || (piece.to !== null && notAfter(piece.to, stay.to)))
}

/** Who sits on a body and who chairs it, on the day of the meeting. */
interface Seating {
  readonly body: { readonly id: string }
  readonly membership: {
    readonly seats: readonly {
      readonly id: string
      readonly places: readonly { readonly place: number; readonly holder: { readonly person: { readonly id: string } } | undefined }[]
    }[]
  }
  readonly offices: readonly { readonly role: string; readonly person: { readonly id: string; readonly name: string } }[]
}

interface Waived {
  readonly consulted: string
  readonly views: string
}

/** What is recorded of who was there. */
interface Recorded<OfStay extends Stay, OfAbsence extends Seated, OfChair extends Chairing> {
  readonly stays: readonly OfStay[]
  readonly absences: readonly OfAbsence[]
  readonly chairs: readonly OfChair[]
  readonly waiver: Waived | undefined
  readonly waiversOfOthers?: ReadonlyMap<string, Waived> | undefined
}

/**
 * The attendance of a joint meeting as each body counts it, beside its seating: the body that called comes first. For the body that called it is that of
 * a meeting of its own with the same people there.
 */
export function tablesOf<
  OfSeating extends Seating,
  OfStay extends Stay,
  OfAbsence extends Seated,
  OfChair extends Chairing & { id: string },
>(
  seatings: readonly OfSeating[],
  recorded: Recorded<OfStay, OfAbsence, OfChair>,
): readonly (OfSeating & { readonly attendance: Recorded<OfStay, OfAbsence, OfChair | (Chairing & { id: string })> })[] {
  const tables = seatings.map(tableOf)
  const holders = new Map(seatings.flatMap((seating) => placesOf(seating)))
  return seatings.flatMap((seating, index) => {
    const table = tables[index]
    if (!table) return []
    const elsewhere = new Set(tables.filter((other) => other !== table).flatMap((other) => [...peopleOf(other, recorded.stays)]))
    const { waiver, waiversOfOthers } = recorded
    const chairs = chairsFor(table, recorded.chairs, recorded.stays, index === 0, elsewhere)
    const attendance = {
      stays: staysFor(table, holders, recorded.stays),
      absences: absencesFor(table, recorded.absences),
      chairs: chairs.map((chair) => ('id' in chair ? chair : { ...chair, id: '' })),
      waiver: index === 0 ? waiver : waiversOfOthers?.get(seating.body.id),
      waiversOfOthers,
    }
    return [{ ...seating, attendance }]
  })
}

function placesOf({ membership }: Seating): readonly (readonly [string, string])[] {
  return membership.seats.flatMap(({ id, places }) =>
    places.flatMap(({ place, holder }) => (holder ? [[placeKey(id, place), holder.person.id] as const] : [])),
  )
}

function tableOf(seating: Seating): BodyAtTable {
  const held = placesOf(seating)
  const officer = (role: 'chair' | 'deputy_chair') => {
    const found = seating.offices.find((office) => office.role === role)
    return found && { person: found.person.id, name: found.person.name, basis: role }
  }
  return {
    places: new Set(seating.membership.seats.flatMap(({ id, places }) => places.map(({ place }) => placeKey(id, place)))),
    placeOf: new Map(held.toReversed().map(([place, person]) => [person, place])),
    chairs: [officer('chair'), officer('deputy_chair')],
  }
}

function peopleOf(table: BodyAtTable, stays: readonly Stay[]): ReadonlySet<string> {
  const officers = table.chairs.flatMap((chair) => (chair ? [chair.person] : []))
  const sitting = stays.flatMap(({ person, place }) => (person !== null && place !== null && table.places.has(place) ? [person] : []))
  return new Set([...table.placeOf.keys(), ...officers, ...sitting])
}

/**
 * The roll of a joint meeting: the places of each body under its own, the body that called first. Who sits on two of them is called on the first.
 * Officers without a seat of another body than the first have the body in the field of their line.
 */
export function jointRoll(
  tables: readonly { readonly body: { readonly id: string; readonly name: string }; readonly lines: readonly RollLine[] }[],
): readonly RollLine[] {
  const first = new Map<string, { readonly field: string; readonly body: string; readonly id: string }>()
  return tables.flatMap(({ body, lines }, index) =>
    lines.map((given): RollLine => {
      const isOfficer = given.seat === null && index > 0
      const line = isOfficer ? { ...given, field: `${given.field}_${body.id}`, seatName: `${given.seatName} of ${body.name}` } : given
      const before = line.person && first.get(line.person.id)
      if (line.person && !before) first.set(line.person.id, { field: line.field, body: body.name, id: body.id })
      const also = before && before.id !== body.id ? { field: before.field, body: before.body } : undefined
      return { ...line, body: { id: body.id, name: body.name }, also }
    }),
  )
}

/** Which bodies a decision is of, as the form names them: one of those at the table, or 'each' for all of them, each for itself. */
export function decidingBodies(
  meeting: { readonly body: string; readonly joint: readonly string[] },
  asked: string | undefined,
): Result<readonly [string, ...string[]], FieldProblem> {
  const { body, joint } = meeting
  if (joint.length === 0)
    return asked === undefined || asked === body ? succeed([body]) : fail({ field: 'ofBody', code: 'body-not-at-table' })
  if (asked === undefined) return fail({ field: 'ofBody', code: 'of-body-missing' })
  if (asked === 'each') return succeed([body, ...joint])
  return asked === body || joint.includes(asked) ? succeed([asked]) : fail({ field: 'ofBody', code: 'body-not-at-table' })
}
