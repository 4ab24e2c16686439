import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '../../needs.ts'
import type { Meeting } from '../../queries/meeting.ts'
import type { ExclusionInput } from '../../rules/public-exclusion.ts'

/** Who moved and seconded, by name; by id where they are people of the register. */
export interface Movers {
  readonly mover: { readonly id: string | null; readonly name: string }
  readonly seconder: { readonly id: string | null; readonly name: string }
}

/** When the public left and came back; null: it has not. */
export interface OutFor {
  readonly leftAt: Temporal.Instant
  readonly returnedAt: Temporal.Instant | null
}

const columnsOf = (input: ExclusionInput, { mover, seconder }: Movers, { leftAt, returnedAt }: OutFor) => ({
  ...{ mover: mover.id, mover_name: mover.name, seconder: seconder.id, seconder_name: seconder.name, method: input.method },
  ...(input.method === 'vote'
    ? { votes_for: input.votesFor ?? null, votes_against: input.votesAgainst ?? 0, abstained: input.abstained ?? 0 }
    : { votes_for: null, votes_against: null, abstained: null }),
  ...{ left_at: leftAt, returned_at: returnedAt },
})

/** Writes a resolution to exclude the public. @returns its id */
export async function insertExclusion(
  tx: Writer,
  doer: Doer,
  meeting: Pick<Meeting, 'id' | 'body'>,
  input: ExclusionInput,
  movers: Movers,
  out: OutFor,
): Promise<string> {
  const id = newId()
  const minutes = await tx.selectFrom('meetings.minutes').select('sight').where('meeting', '=', meeting.id).executeTakeFirst()
  // Once minutes are public, what is recorded of the meeting as a whole is, too.
  const sight = minutes?.sight === 'public' ? 'public' : 'members'
  await tx
    .insertInto('meetings.exclusion')
    .values({ id, meeting: meeting.id, body: meeting.body, sight, actor: doer.actor, ...columnsOf(input, movers, out) })
    .execute()
  await cover(tx, id, meeting.id, input)
  return id
}

/** Puts a resolution right. */
export async function updateExclusion(
  tx: Writer,
  of: { readonly id: string; readonly meeting: string; readonly version: number },
  input: ExclusionInput,
  movers: Movers,
  out: OutFor,
): Promise<void> {
  await tx
    .updateTable('meetings.exclusion')
    .set({ ...columnsOf(input, movers, out), version: of.version + 1 })
    .where('id', '=', of.id)
    .execute()
  await tx.deleteFrom('meetings.exclusion_item').where('exclusion', '=', of.id).execute()
  await tx.deleteFrom('meetings.exclusion_paper').where('exclusion', '=', of.id).execute()
  await cover(tx, of.id, of.meeting, input)
}

async function cover(tx: Writer, exclusion: string, meeting: string, { items, papers }: ExclusionInput): Promise<void> {
  const ofItems = [...new Set(items)].map((item) => ({ exclusion, meeting, item }))
  if (ofItems.length > 0) await tx.insertInto('meetings.exclusion_item').values(ofItems).execute()
  const ofPapers = [...new Set(papers)].map((paper) => ({ exclusion, meeting, paper }))
  if (ofPapers.length > 0) await tx.insertInto('meetings.exclusion_paper').values(ofPapers).execute()
}
