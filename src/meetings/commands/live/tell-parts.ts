import { sql } from 'kysely'
import type { Writer } from '#platform/database/session.ts'
import { liveParts, type PartChange, tellings } from '../../rules/live-parts.ts'

/** Counts the parts that have changed, all at once, so that open pages hear of it when the transaction commits. */
export async function tellParts(tx: Writer, meeting: string, changed: readonly PartChange[]): Promise<void> {
  const told = tellings(changed)
  if (told.length === 0) return
  const [parts, sights] = [told.map(({ part }) => part), told.map(({ sight }) => sight)]
  await sql`select meetings.tell_parts(${meeting}, ${parts}::text[], ${sights}::text[])`.execute(tx)
}

/** Every part, for what changes the meeting as a whole; the public part with them. */
export const everyPart: readonly PartChange[] = liveParts.map((part) => ({ part, category: 'public' as const }))
