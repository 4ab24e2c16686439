import type { Reader } from '#platform/database/session.ts'
import type { ComposedPlace, CompositionDemand, CompositionMatch } from '../rules/composition.ts'
import type { Membership } from './membership.ts'
import { holdsOn } from './periods.ts'

/** A rule on who must be on a body, as it is kept (G5). */
export interface CompositionRule extends CompositionDemand {
  readonly id: string
  /** True where they must be at every meeting, too. */
  readonly atMeetings: boolean
  /** The law or the section of the terms that asks for it. */
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while it is open. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** The rules of a body that hold on a day or begin after it, the oldest first. */
export async function findComposition(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly CompositionRule[]> {
  const rows = await reader
    .selectFrom('governance.composition_rule')
    .select(['id', 'matches', 'value', 'at_least as atLeast', 'at_meetings as atMeetings', 'source', 'version'])
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where('body', '=', body)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('starts_on')
    .orderBy('matches', 'desc')
    .orderBy('value')
    .execute()
  return rows.map(({ matches, endsOn, ...row }) => ({ ...row, matches: matches as CompositionMatch, endsOn: endsOn ?? undefined }))
}

/** The rules that hold on a day, by body; bodies without any are left out. */
export async function findCompositionOf(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly CompositionRule[]>> {
  if (bodies.length === 0) return new Map()
  const asked = await reader
    .selectFrom('governance.composition_rule')
    .select('body')
    .distinct()
    .where('body', 'in', bodies)
    .where(holdsOn('composition_rule', onDay))
    .execute()
  const found = await Promise.all(asked.map(async ({ body }) => [body, await findComposition(reader, body, onDay)] as const))
  return new Map(found.map(([body, rules]) => [body, rules.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, onDay) <= 0)]))
}

/** The places of a body as demands see them: in which capacity somebody acts by the appointment, else by what the seat asks for. */
export function composedPlaces({ seats }: Membership): readonly ComposedPlace[] {
  return seats.flatMap((seat) =>
    seat.places.map(({ place, holder }) => ({
      key: `${seat.id}/${place}`,
      role: seat.statutoryRole,
      capacity: holder?.capacity || seat.capacityRequired,
      holder: holder?.person.name,
    })),
  )
}
