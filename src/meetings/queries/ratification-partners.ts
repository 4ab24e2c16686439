import { findMembership } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'

/** An organisation that has a seat on the board, with who answers for it. */
export interface Partner {
  readonly organisation: string
  readonly name: string
  /** The kind of its seat, in the code of the seat; '' for none. */
  readonly class: string
  /** Who fills its first seat on the day. */
  readonly lead: string
}

/** The organisations on whose behalf a seat of a board is filled on a day, each once, by name; observers and advisers are not among them. */
export async function findPartners(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly Partner[]> {
  const { seats } = await findMembership(reader, body, onDay)
  const partners = new Map<string, Partner>()
  for (const seat of seats.filter(({ voting }) => voting === 'voting' || voting === 'non_voting'))
    for (const { holder } of seat.places)
      if (holder?.onBehalfOf && !partners.has(holder.onBehalfOf.id)) {
        const { id, name } = holder.onBehalfOf
        partners.set(id, { organisation: id, name, class: seat.category, lead: holder.person.id })
      }
  return [...partners.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}
