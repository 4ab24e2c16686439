import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { type RoomClient, roomClient } from '#platform/web/testing/room-client.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { performanceRoutes } from '../routes.ts'

/** All routes of performance asked as somebody, or as a visitor, at an instant. */
export function performanceClient(needs: PerformanceNeeds, account: ActorId | undefined, instant: string): RoomClient {
  const now = Temporal.Instant.from(instant)
  return roomClient(performanceRoutes(needs), { actor: account, now, today: dayOf(now) })
}
