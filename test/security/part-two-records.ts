import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { LiveBase } from './live-records.ts'
import type { Exhibit } from './records.ts'
import { MARKER, matrixNow } from './world.ts'

/** Puts the records of Part 2 into the world: a test, a resolution to exclude the public, a copy, a certificate. */
export async function addPartTwo(
  owner: Database,
  { meeting, body, sight, item }: LiveBase,
  found: (record: string, table: string, id: string) => Exhibit,
): Promise<readonly Exhibit[]> {
  const [test, exclusion, copy, certificate] = [newId(), newId(), newId(), newId()]
  const actor = newId()
  const base = { meeting, body, actor }
  await owner
    .insertInto('meetings.public_interest_test')
    .values({
      ...{ ...base, id: test, item, sight: sight === 'draft' ? 'draft' : 'members', number: 1, occasion: 'agenda', at: matrixNow },
      ...{ reasons_for: `People ask about ${MARKER}`, reasons_against: `The price of ${MARKER}`, conclusion: 'exempt' },
    })
    .execute()
  await owner
    .insertInto('meetings.exclusion')
    .values({ ...base, id: exclusion, sight, mover_name: 'A', seconder_name: 'B', method: 'agreed', left_at: matrixNow })
    .execute()
  await owner.insertInto('meetings.exclusion_item').values({ exclusion, meeting, item }).execute()
  // On a meeting of its own: a certificate ends what the members may read of a meeting's exempt papers.
  const destroyed = newId()
  await owner
    .insertInto('meetings.meeting')
    .values({
      id: destroyed,
      body,
      sight,
      kind: 'ordinary',
      held_on: Temporal.PlainDate.from('2013-01-07'),
      access: 'public',
      state: 'ended',
    })
    .execute()
  const kept = { meeting: destroyed, body, actor }
  const handed = { kind: 'printed', number: 1, name: `A holder of ${MARKER}`, evidence: 'by_hand', handed_at: matrixNow }
  await owner
    .insertInto('meetings.exempt_copy')
    .values({ ...kept, ...handed, id: copy })
    .execute()
  const drawn = { number: 1, inputs: JSON.stringify({ title: MARKER }), made_by: 'A clerk', made_at: matrixNow }
  await owner
    .insertInto('meetings.destruction_certificate')
    .values({ ...kept, ...drawn, id: certificate })
    .execute()
  return [
    found('public-interest-test', 'meetings.public_interest_test', test),
    found('public-exclusion', 'meetings.exclusion', exclusion),
    found('exempt-copy', 'meetings.exempt_copy', copy),
    found('destruction-certificate', 'meetings.destruction_certificate', certificate),
  ]
}
