import type { JSX } from 'hono/jsx/jsx-runtime'
import { allows } from '../commands/permit.ts'
import { ProtocolPage } from '../pages/protocol-page.tsx'
import { ProtocolsPage } from '../pages/protocols-page.tsx'
import { findProtocol, findProtocols } from '../queries/protocols.ts'
import { findReporting } from '../queries/reports.ts'
import { findBodiesWithClerk } from '../queries/requests.ts'
import { programmeLines } from '../queries/work-programme.ts'
import { speakerOf } from '../rules/body-request.ts'
import { type Asked, known } from './endpoint.tsx'

/** What a board and its neighbours promised one another, and which reports are due. */
export async function protocolsPage({ reader, visit, standing, body }: Asked): Promise<JSX.Element> {
  const protocols = await findProtocols(reader, [body.id])
  const programme = programmeLines(protocols, visit.today)
  const reports = await findReporting(reader, visit.today, body.id)
  const others = [...programme.map(({ duty }) => duty.body.id), ...reports.map(({ relation }) => relation.from.id)]
  const clerks = await findBodiesWithClerk(reader, [...new Set(others)], visit.today)
  const isClerk = allows(standing, { record: 'duty-outcome', verb: 'record', ties: { body: body.id } })
  const speaksFor = (owner: string): boolean => isClerk && (owner === body.id || !clerks.has(owner))
  const view = {
    body,
    protocols,
    programme: programme.map((line) => ({ ...line, settles: speaksFor(line.duty.body.id) })),
    reports: reports.map((report) => {
      const { from, to } = report.relation
      return { ...report, records: isClerk && report.basis !== undefined && speakerOf(from.id, clerks.has(from.id), to.id) === body.id }
    }),
    administers: allows(standing, { record: 'protocol', verb: 'add' }),
  }
  return <ProtocolsPage visit={visit} view={view} />
}

/** One protocol. @throws NotFound */
export async function protocolPage(asked: Asked): Promise<JSX.Element> {
  const protocol = known(await findProtocol(asked.reader, asked.id('protocol')))
  const administers = allows(asked.standing, { record: 'protocol', verb: 'change' })
  return <ProtocolPage visit={asked.visit} view={{ protocol, today: asked.visit.today, administers }} />
}
