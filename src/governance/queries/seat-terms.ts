import type { Reader } from '#platform/database/session.ts'
import { type SeatTermsStanding, seatTermsStanding, type TermedPlace } from '../rules/seat-term.ts'
import type { Terms } from '../rules/terms/terms.ts'
import { findSeatingOver, type SeatingOver, seatingOn } from './seating-over.ts'
import { findAdoptedTermsOf, termsOn } from './terms.ts'

/** How the terms of those on a body stand on a day, out of what was read for a period (G5); undefined where no term has an end. */
export function seatTermsOn(
  over: SeatingOver,
  body: string,
  terms: Terms | undefined,
  today: Temporal.PlainDate,
): SeatTermsStanding | undefined {
  const months = new Map(terms?.seats.map(({ key, termMonths }) => [key, termMonths]))
  const places = seatingOn(over, body, today).seats.flatMap(({ id, key }) =>
    (over.holders.get(id) ?? []).flatMap(({ name, startsOn, endsOn, place }, _at, all): readonly TermedPlace[] => {
      const holds = Temporal.PlainDate.compare(startsOn, today) <= 0 && (endsOn === null || Temporal.PlainDate.compare(today, endsOn) < 0)
      if (!holds) return []
      const isFollowed = all.some((other) => other.place === place && Temporal.PlainDate.compare(other.startsOn, today) > 0)
      return [{ name, months: months.get(key) ?? null, startsOn, endsOn: endsOn ?? undefined, isFollowed }]
    }),
  )
  return seatTermsStanding(places, today)
}

/** The same for some bodies, by body; those in which nobody needs asking are left out. */
export async function findSeatTermsToAsk(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, SeatTermsStanding>> {
  if (bodies.length === 0) return new Map()
  const [over, adopted] = await Promise.all([findSeatingOver(reader, bodies), findAdoptedTermsOf(reader, bodies)])
  const found = bodies.flatMap((body) => {
    const standing = seatTermsOn(over, body, termsOn(adopted.get(body) ?? [], today)?.terms, today)
    return standing?.firstOn ? [[body, standing] as const] : []
  })
  return new Map(found)
}
