import type { Reader } from '#platform/database/session.ts'
import { byUrgency, type Cycle, cyclesOf, inProgramme } from '../rules/work-programme.ts'
import { findProtocols, type Protocol, type ProtocolDuty } from './protocols.ts'

/** A cycle of a duty in the work programme of a body: its own, or one that another party owes under the same protocol. */
export interface ProgrammeLine extends Cycle {
  readonly protocol: Pick<Protocol, 'id' | 'title'>
  readonly duty: ProtocolDuty
}

/** The cycles of protocols as lines, the most urgent first. */
export function programmeLines(protocols: readonly Protocol[], today: Temporal.PlainDate): readonly ProgrammeLine[] {
  return protocols
    .flatMap((protocol) =>
      protocol.duties.flatMap((duty) =>
        cyclesOf(duty, protocol, today)
          .filter((cycle) => inProgramme(cycle, today))
          .map((cycle) => ({ ...cycle, duty, protocol: { id: protocol.id, title: protocol.title } })),
      ),
    )
    .toSorted(byUrgency)
}

/** What protocols put into the work programme of a body (G15): what its parties owe, overdue first. */
export async function findWorkProgramme(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly ProgrammeLine[]> {
  return programmeLines(await findProtocols(reader, [body]), today)
}

/** Something that a protocol asks of a body now, for its clerk. */
export interface ProtocolDutyDue {
  readonly duty: string
  readonly slug: string
  readonly title: string
  readonly year: number
  readonly closesOn: Temporal.PlainDate
  readonly isLate: boolean
}

/** What protocols ask now of bodies whose clerk one is, the latest last: what is overdue, and what closes within a month. */
export async function findProtocolDutiesDue(
  reader: Reader,
  clerkOf: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly ProtocolDutyDue[]> {
  const lines = programmeLines(await findProtocols(reader, clerkOf), today)
  const soon = today.add({ months: 1 })
  return lines
    .filter(({ duty, state, window }) => {
      const presses = state === 'overdue' || (state === 'due' && Temporal.PlainDate.compare(window.closesOn, soon) <= 0)
      return presses && clerkOf.includes(duty.body.id)
    })
    .map(({ duty, window, state }) => ({
      ...{
        duty: duty.id,
        slug: duty.body.slug,
        title: duty.title,
        year: window.year,
        closesOn: window.closesOn,
        isLate: state === 'overdue',
      },
    }))
}
