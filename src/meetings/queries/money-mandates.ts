import { electorateAt } from '../rules/electorate.ts'
import { type MoneyMandates, moneyMandates } from '../rules/money-mandate.ts'
import { placeKey } from '../rules/presence.ts'
import type { MeetingGround } from './record.ts'

/** What the appointments of those on a board say they may do, by place as `placeKey` writes it (G5). */
export function mandatesOf({ membership }: Pick<MeetingGround, 'membership'>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    membership.seats.flatMap(({ id, places }) =>
      places.flatMap(({ place, holder }) => (holder ? [[placeKey(id, place), holder.mandate] as const] : [])),
    ),
  )
}

/** Who of those with a vote in the room at an instant may commit the money of their organisation; an interest in one item is not asked. */
export function mandatesAt(ground: Pick<MeetingGround, 'membership' | 'quorum' | 'terms'>, at: Temporal.Instant): MoneyMandates {
  return moneyMandates(electorateAt(ground.quorum, ground.terms, at, new Set()).voters, mandatesOf(ground))
}
