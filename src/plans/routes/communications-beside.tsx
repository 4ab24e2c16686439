import { findBodiesById, findStanding } from '#governance/public-data.ts'
import type { BroughtPart } from '#platform/web/brought-part.ts'
import { CommunicationsCard } from '../pages/communications-page.tsx'
import { allows } from '../permission.ts'
import { findCommunicationItems, guardedCommunications, listCommunicationsAbout } from '../queries/communications.ts'
import type { CommunicationAbout } from '../rules/communication.ts'

/**
 * Who is to hear of a plan, a procedure, a consultation or a strategy, for its page: its communication plans with how they stand, and the way to begin one for
 * whoever may. Nothing where there is none and whoever reads cannot begin one.
 */
export const communicationsBeside: BroughtPart<CommunicationAbout> = async (reader, visit, { kind, id, body }) => {
  const [communications, standing] = await Promise.all([listCommunicationsAbout(reader, { kind, id }), findStanding(reader, visit)])
  const mayMake = allows(standing, guardedCommunications(body), 'make')
  if (communications.length === 0 && !mayMake) return undefined
  const [items, [board]] = await Promise.all([
    findCommunicationItems(
      reader,
      communications.map((one) => one.id),
    ),
    findBodiesById(reader, [body], visit.today),
  ])
  if (!board) return undefined
  const lines = communications.map((communication) => ({
    ...{ communication, board: undefined },
    items: items.filter((item) => item.communication === communication.id),
  }))
  return <CommunicationsCard visit={visit} slug={board.slug} about={{ kind, id }} lines={lines} mayMake={mayMake} />
}
