import { findStanding } from '#governance/public-data.ts'
import { type ActorId, type Database, readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { findWaitingTasks } from '../queries/waiting-tasks.ts'

/** What waits for somebody at an instant, as My work would say it: kind, how many, and the last day or ''. */
export async function waitingFor(
  needs: { readonly db: Database },
  account: ActorId | undefined,
  instant: string,
): Promise<readonly string[]> {
  const now = Temporal.Instant.from(instant)
  const acting = { actor: account, now, today: dayOf(now) }
  const tasks = await readAs(needs.db, acting, async (reader) => findWaitingTasks(reader, await findStanding(reader, acting), acting.today))
  return tasks.map(({ kind, number, dueOn }) => `${kind} ${number} ${dueOn?.toString() ?? ''}`.trim())
}
