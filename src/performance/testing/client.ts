import type { CountedKind } from '#platform/counted/part.ts'
import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { type RoomClient, roomClient } from '#platform/web/testing/room-client.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { performanceRoutes } from '../routes.ts'

/** All routes of performance asked as somebody, or as a visitor, at an instant. `counted`: what the record gives figures of. */
export function performanceClient(
  needs: Omit<PerformanceNeeds, 'counted'>,
  account: ActorId | undefined,
  instant: string,
  counted: readonly CountedKind[] = [],
): RoomClient {
  const now = Temporal.Instant.from(instant)
  return roomClient(performanceRoutes({ ...needs, counted }), { actor: account, now, today: dayOf(now) })
}
