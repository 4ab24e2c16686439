import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { type RoomClient, roomClient } from '#platform/web/testing/room-client.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingsRoutes } from '../routes.ts'

/** All routes of meetings asked as somebody, or as a visitor, at an instant. */
export function meetingsClient(needs: MeetingsNeeds, account: ActorId | undefined, instant: string): RoomClient {
  const now = Temporal.Instant.from(instant)
  return roomClient(meetingsRoutes(needs), { actor: account, now, today: dayOf(now) })
}
