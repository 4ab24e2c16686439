import { inOrder, placeKey, type Stay } from './presence.ts'
import type { RollLine } from './roll.ts'

/** Where somebody of the list is at this moment. 'not-marked': nobody has said. */
export type Whereabouts = 'here' | 'remote' | 'left' | 'apologies' | 'no-show' | 'not-marked' | 'vacant'

/** A stay with the id of its row. */
export type KeptStay = Stay & { readonly id: string; readonly enteredAt?: Temporal.Instant | undefined }

/** A line of the list with everything recorded of it so far. */
export interface LiveLine {
  readonly line: RollLine
  readonly whereabouts: Whereabouts
  /** The member's own stays, in order. */
  readonly stays: readonly KeptStay[]
  /** Whoever sits in for the member now; undefined where nobody does. */
  readonly deputy: KeptStay | undefined
}

/** An absence as far as the list needs it. */
interface Absence {
  readonly place: string | null
  readonly person: string | null
  readonly kind: 'apologies' | 'no_show'
}

/** The list of a meeting as it stands now. */
export function liveRoll(lines: readonly RollLine[], stays: readonly KeptStay[], absences: readonly Absence[]): readonly LiveLine[] {
  return lines.map((line) => {
    const key = line.seat === null ? null : placeKey(line.seat, line.place ?? 1)
    const own = stays.filter((stay) => isOwn(line, key, stay)).toSorted(inOrder)
    const deputy = stays.find((stay) => stay.deputy && stay.place === key && stay.to === null)
    const absence = absences.find(({ place, person }) => person === line.person?.id && place === key)
    return { line, stays: own, deputy, whereabouts: whereabouts(line, own, absence) }
  })
}

function isOwn(line: RollLine, key: string | null, stay: KeptStay): boolean {
  return line.person !== undefined && stay.person === line.person.id && !stay.deputy && stay.place === key
}

function whereabouts(line: RollLine, own: readonly KeptStay[], absence: Absence | undefined): Whereabouts {
  if (line.person === undefined) return 'vacant'
  const last = own.at(-1)
  if (last) return last.to !== null ? 'left' : last.mode === 'remote' ? 'remote' : 'here'
  if (absence) return absence.kind === 'apologies' ? 'apologies' : 'no-show'
  return 'not-marked'
}

/** Everybody in the meeting now, by person, with their names: members, deputies, officers. */
export function peopleHere(stays: readonly Stay[]): ReadonlyMap<string, string> {
  return new Map(stays.flatMap(({ person, name, to }) => (person !== null && to === null ? [[person, name]] : [])))
}
