import type { QuorumVerdict } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { inOrder, type StayTimes, timesRecorded, whoIs } from '../rules/presence.ts'
import { type QuorumChange, quorumThrough } from '../rules/quorum-at.ts'
import type { ChairEntry, RollLine } from '../rules/roll.ts'
import { hasWaiver } from '../rules/waiver.ts'
import { deputyWords } from '../words/attendance.ts'
import {
  attendanceMark,
  findMeetingGround,
  judgeDeputies,
  type MeetingGround,
  type RecordedMeeting,
  type StayRow,
  startOf,
} from './record.ts'
import { linesOf } from './roll-lines.ts'

/** Somebody on the page of attendance. */
export interface Attender {
  /** As `whoIs` tells people apart. */
  readonly who: string
  readonly name: string
  readonly capacity: string
  /** 'in the chair from 2.10pm', 'acting as deputy for Ana Field (counts for the seat)'...; empty for nothing to say. */
  readonly notes: readonly string[]
  /** One for each stay, in order. */
  readonly times: readonly StayTimes[]
  readonly remote: boolean
}

/** The attendance of a meeting, ready to be shown. */
export interface AttendanceView {
  readonly recorded: boolean
  readonly present: readonly Attender[]
  readonly inAttendance: readonly Attender[]
  readonly apologies: readonly string[]
  readonly withoutApology: readonly string[]
  readonly chairs: readonly { readonly name: string; readonly basis: string; readonly from: Temporal.PlainTime | undefined }[]
  /** Undefined: nothing is recorded that a verdict could be made from. */
  readonly quorum: readonly QuorumChange[] | undefined
  readonly assumedThroughout: boolean
  readonly waiver: { readonly consulted: string; readonly views: string } | undefined
  readonly mayWaive: boolean
  /** Each body of a joint meeting with its own roll and quorum, the one that called first; empty for a meeting of one body. */
  readonly bodies: readonly BodyAttendance[]
}

/** The attendance of one body at a joint meeting. */
export interface BodyAttendance
  extends Pick<AttendanceView, 'present' | 'apologies' | 'withoutApology' | 'quorum' | 'waiver' | 'mayWaive' | 'assumedThroughout'> {
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
}

/** The time of day of an instant by London's clocks; undefined for null. */
export function timeOf(instant: Temporal.Instant | null): Temporal.PlainTime | undefined {
  return instant?.toZonedDateTimeISO(LONDON).toPlainTime()
}

/** The times of a stay as they are told. */
export function stayTimes({ from, to, enteredAt }: Pick<StayRow, 'from' | 'to' | 'enteredAt'>): StayTimes {
  return { arrived: timeOf(from), left: timeOf(to), entered: timeOf(enteredAt ?? null) }
}

/** Reads the attendance of a meeting with the verdict on quorum at each change (M8, G6). */
export async function findAttendanceView(reader: Reader, meeting: RecordedMeeting): Promise<AttendanceView> {
  return attendanceView(await findMeetingGround(reader, meeting))
}

/** Makes the view from what was read. At a joint meeting everybody who is on a roll is present once, and each body has its own roll and quorum beside it. */
export function attendanceView(ground: MeetingGround): AttendanceView {
  if (ground.tables.length === 0) return { ...ownView(ground), bodies: [] }
  const [lead = ground] = ground.tables
  const views = ground.tables.map((own) => ({ body: own.meeting.body, ...ownView(own) }))
  const first = ownView(lead)
  const present = [
    ...new Map(
      views
        .flatMap((view) => view.present)
        .toReversed()
        .map((one) => [one.who, one]),
    ).values(),
  ].toReversed()
  const sitting = new Set(present.map(({ who }) => who))
  return {
    ...first,
    recorded: ground.attendance.stays.length + ground.attendance.absences.length > 0,
    present,
    inAttendance: first.inAttendance.filter(({ who }) => !sitting.has(who)),
    apologies: [...new Set(views.flatMap(({ apologies }) => apologies))],
    withoutApology: [...new Set(views.flatMap(({ withoutApology }) => withoutApology))],
    chairs: ground.attendance.chairs.map(({ name, basis, from }) => ({ name, basis, from: timeOf(from) })),
    bodies: views,
  }
}

function ownView(ground: MeetingGround): Omit<AttendanceView, 'bodies'> {
  const { stays, absences, chairs, waiver } = ground.attendance
  const recorded = stays.length + absences.length > 0
  const seated = stays.filter(({ place }) => place !== null)
  const officers = new Set(ground.offices.filter(({ role }) => role !== 'clerk').map(({ person }) => person.id))
  const countsAsPresent = (stay: StayRow): boolean => stay.place !== null || (stay.person !== null && officers.has(stay.person))
  const show = (own: readonly StayRow[]): readonly Attender[] => own.slice(0, 1).map((first) => attenderOf(first, own, ground))
  const people = (list: readonly StayRow[]): readonly Attender[] => [...Map.groupBy(list, sameStay).values()].flatMap(show)
  return {
    recorded,
    present: people(stays.filter(countsAsPresent)),
    inAttendance: people(stays.filter((stay) => !countsAsPresent(stay))),
    apologies: absences.filter(({ kind }) => kind === 'apologies').map(({ name }) => name),
    withoutApology: absences.filter(({ kind }) => kind === 'no_show').map(({ name }) => name),
    chairs: chairs.map(({ name, basis, from }) => ({ name, basis, from: timeOf(from) })),
    quorum: recorded ? quorumThrough(ground.quorum, startOf(ground.meeting)) : undefined,
    assumedThroughout: seated.length > 0 && !timesRecorded(stays),
    waiver,
    mayWaive: hasWaiver(ground.terms?.quorum.value),
  }
}

/** The same for every stay of one person in one place: who left and came back is one person. */
const sameStay = (stay: StayRow): string => [whoIs(stay), stay.place ?? '', stay.deputy].join(' ')

function attenderOf(stay: StayRow, own: readonly StayRow[], ground: MeetingGround): Attender {
  const chairing = ground.attendance.chairs.find((chair) => whoIs(chair) === whoIs(stay))
  const verdict = stay.deputy ? judgeDeputies(ground.meeting, ground.terms, ground.membership, [stay]).get(whoIs(stay)) : undefined
  const member = ground.membership.seats
    .flatMap((seat) =>
      seat.places.map(({ place, holder }) => ({
        key: `${seat.id}/${place}`,
        name: holder?.person.name ?? `the vacant seat of ${seat.name}`,
        capacity: holder?.onBehalfOf?.name ?? seat.organisation?.name ?? '',
      })),
    )
    .find(({ key }) => key === stay.place)
  const deputy = verdict ? [`acting as deputy for ${member?.name ?? 'a member'} (${deputyWords(verdict)})`] : []
  return {
    who: whoIs(stay),
    name: stay.name,
    capacity: member && !stay.deputy && ground.meeting.joint.length > 0 ? member.capacity || stay.capacity : stay.capacity,
    notes: [...(chairing ? [chairing.id === '' ? 'presides for this board' : 'in the chair'] : []), ...deputy],
    times: own.toSorted(inOrder).map(stayTimes),
    remote: own.some(({ mode }) => mode === 'remote'),
  }
}

/** The form of attendance: its list and what stands in it. */
export interface AttendanceForm {
  readonly lines: readonly RollLine[]
  readonly values: FormBody
  /** Who chaired, as the values say it. */
  readonly chairs: ChairEntry
  readonly mark: string
  readonly chair: { readonly id: string; readonly name: string } | undefined
  readonly deputyChair: { readonly id: string; readonly name: string } | undefined
}

/** Makes the form from what was read. */
export function attendanceForm(ground: MeetingGround): AttendanceForm {
  const { offices, attendance } = ground
  const lines = linesOf(ground)
  const officer = (role: string) => offices.find((office) => office.role === role)?.person
  const values: Record<string, string> = {}
  const fieldOf = (row: { readonly place: string | null; readonly person: string | null }): string | undefined => fieldOfRow(lines, row)
  for (const stay of attendance.stays.toSorted(inOrder)) {
    const field = fieldOf(stay)
    if (field === undefined) continue
    if (values[`status_${field}`] !== undefined) {
      values[`back_${field}`] = shortTime(stay.from)
      values[`leftAgain_${field}`] = shortTime(stay.to)
      continue
    }
    values[`status_${field}`] = stay.deputy ? 'deputy' : 'present'
    if (stay.deputy) values[`deputy_${field}`] = stay.person ?? ''
    values[`arrived_${field}`] = shortTime(stay.from)
    values[`left_${field}`] = shortTime(stay.to)
    values[`remote_${field}`] = stay.mode === 'remote' ? 'yes' : ''
  }
  for (const absence of attendance.absences) {
    const field = fieldOf(absence)
    if (field !== undefined) values[`status_${field}`] = absence.kind === 'apologies' ? 'apologies' : 'no_apology'
  }
  const others = attendance.stays.filter((stay) => fieldOf(stay) === undefined)
  values.others = others.map(({ name, capacity }) => (capacity === '' ? name : `${name}, ${capacity}`)).join('\n')
  const shown = chairShown(attendance.chairs, officer('chair')?.id, officer('deputy_chair')?.id)
  Object.assign(values, chairValues(shown))
  return { lines, values, chairs: shown, mark: attendanceMark(attendance), chair: officer('chair'), deputyChair: officer('deputy_chair') }
}

/** The form with everybody present of whom nothing is recorded yet. */
export function everybodyPresent({ lines, values }: Pick<AttendanceForm, 'lines' | 'values'>): FormBody {
  const open = lines.filter(({ person, field, also }) => person !== undefined && also === undefined && !values[`status_${field}`])
  return { ...values, ...Object.fromEntries(open.map(({ field }) => [`status_${field}`, 'present'])) }
}

/** The line of the form that a row belongs to; undefined for somebody who is on no line. */
export function fieldOfRow(
  lines: readonly RollLine[],
  row: { readonly place: string | null; readonly person: string | null },
): string | undefined {
  return row.place?.replace('/', '_') ?? lines.find(({ seat, person }) => seat === null && person?.id === row.person)?.field
}

/** Who chaired as the form shows it: the first, and the last where others took over. */
function chairShown(chairs: MeetingGround['attendance']['chairs'], chair: string | undefined, deputyChair: string | undefined): ChairEntry {
  const [first, ...more] = chairs
  const next = more.at(-1)
  const who = first === undefined ? undefined : first.person === chair ? 'chair' : first.person === deputyChair ? 'deputy_chair' : 'other'
  return {
    who,
    other: who === 'other' ? (first?.person ?? undefined) : undefined,
    next: next?.person ?? undefined,
    nextFrom: next && timeOf(next.from)?.round({ smallestUnit: 'minute', roundingMode: 'floor' }),
  }
}

function chairValues({ who, other, next, nextFrom }: ChairEntry): Record<string, string> {
  if (who === undefined) return {}
  return {
    chairWho: who,
    ...(who === 'other' ? { chairOther: other ?? '' } : {}),
    ...(next ? { nextChair: next, nextFrom: nextFrom?.toString({ smallestUnit: 'minute' }) ?? '' } : {}),
  }
}

function shortTime(instant: Temporal.Instant | null): string {
  return timeOf(instant)?.toString({ smallestUnit: 'minute' }) ?? ''
}

/** The verdict at the start of a meeting; undefined where nothing is recorded. */
export function firstVerdict(view: Pick<AttendanceView, 'quorum'>): QuorumVerdict | undefined {
  return view.quorum?.[0]?.verdict
}
