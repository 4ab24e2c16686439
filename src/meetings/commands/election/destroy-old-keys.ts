import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { ElectionNeeds } from '../../needs.ts'
import { findBoxKeys } from '../../queries/elections.ts'
import { ballotKeysOf } from './ballot-keys.ts'

/** Days after which a key goes that no election knows: one whose opening was cut off, or whose election was lost with a restored backup. */
const UNKNOWN_AFTER = 7

/** Destroys the keys of ballots that are over: the work of a count that was cut off between its transaction and its key. Hands back how many. */
export async function destroyOldKeys(needs: ElectionNeeds): Promise<number> {
  const ballotKeys = ballotKeysOf(needs)
  const now = Temporal.Now.instant()
  const kept = (await ballotKeys?.olderThan(now)) ?? []
  if (!ballotKeys || kept.length === 0) return 0
  const known = await readAs(needs.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, findBoxKeys)
  const old = new Set(await ballotKeys.olderThan(now.subtract({ hours: UNKNOWN_AFTER * 24 })))
  const over = kept.filter((name) => known.get(name) === false || (!known.has(name) && old.has(name)))
  for (const name of over) await ballotKeys.destroy(name)
  return over.length
}
