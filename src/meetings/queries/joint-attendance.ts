import { findOfficesOver, findSeatingOver, type SeatingOver, seatingOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { tablesOf } from '../rules/joint.ts'
import type { RecordedAttendance } from './record.ts'

/** Who was at some joint meetings, as a body at the table counts it; undefined for a meeting of one body, and for a body that is not at the table. */
export type JointAttendance = (meeting: string, body: string) => RecordedAttendance | undefined

/** A meeting that may be a joint one, with the other bodies that have agreed to meet there. */
interface MaybeJoint {
  readonly id: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
  readonly joint: readonly string[]
}

/** What else is read of the same meetings, so that nothing is asked twice. */
interface Beside {
  /** What is recorded of a joint meeting, absences included. */
  readonly recorded: (meetings: readonly string[]) => Promise<(meeting: string) => RecordedAttendance>
  /** Who sat on the bodies at the tables; read here where it is left out. */
  readonly seating?: ((bodies: readonly string[]) => Promise<SeatingOver>) | undefined
}

/** Reads the joint ones of some meetings for all their bodies, in as many statements for many as for one. Nothing is asked where there is none. */
export async function findJointAttendance(
  reader: Reader,
  meetings: readonly MaybeJoint[],
  { recorded, seating = (bodies) => findSeatingOver(reader, bodies) }: Beside,
): Promise<JointAttendance> {
  const joint = meetings.filter((meeting) => meeting.joint.length > 0)
  if (joint.length === 0) return () => undefined
  const bodies = [...new Set(joint.flatMap((meeting) => [meeting.body, ...meeting.joint]))]
  const [over, officesOn, recordedAt] = await Promise.all([
    seating(bodies),
    findOfficesOver(reader, bodies),
    recorded(joint.map(({ id }) => id)),
  ])
  const found = new Map(
    joint.map(({ id, body, heldOn, joint: others }) => {
      const seatings = [body, ...others].map((one) => ({
        body: { id: one },
        membership: seatingOn(over, one, heldOn),
        offices: officesOn(one, heldOn),
      }))
      return [id, new Map(tablesOf(seatings, recordedAt(id)).map((own) => [own.body.id, own.attendance]))] as const
    }),
  )
  return (meeting, body) => found.get(meeting)?.get(body)
}
