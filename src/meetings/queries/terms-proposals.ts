import { type Guarded, parseTerms } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Sight } from '../rules/meeting.ts'
import type { TermsProposal } from '../rules/terms-proposal.ts'

/** What an item puts to its meeting; undefined where it puts no terms, or the reader may not read the item. */
export async function findTermsProposal(reader: Reader, item: string): Promise<TermsProposal | undefined> {
  const row = await reader
    .selectFrom('meetings.terms_proposal')
    .select(['item', 'meeting', 'body', 'number', 'document'])
    .where('item', '=', item)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { document, ...rest } = row
  const parsed = parseTerms(document)
  // The database takes only what a draft holds, and a draft is read before it is kept.
  if (!parsed.ok) throw new Error(`The terms put by item ${item} cannot be read: ${parsed.problems[0].code}.`)
  return { ...rest, terms: parsed.value }
}

/** Where a draft was put to a meeting already. */
export interface PutBefore {
  readonly item: string
  readonly meeting: string
  readonly heldOn: Temporal.PlainDate
}

/** The meetings to which a version was put, the latest first; items that were withdrawn are left out. */
export async function findMeetingsPutTo(reader: Reader, body: string, number: number): Promise<readonly PutBefore[]> {
  return reader
    .selectFrom('meetings.terms_proposal as p')
    .innerJoin('meetings.meeting as m', 'm.id', 'p.meeting')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['p.item', 'p.meeting', 'm.held_on as heldOn'])
    .where('p.body', '=', body)
    .where('p.number', '=', number)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('m.held_on', 'desc')
    .execute()
}

/** Terms put to a meeting as the access matrix names them: they are seen as far as their item. */
export function guardedProposal({
  sight,
  body,
  meeting,
}: {
  readonly sight: Sight
  readonly body: string
  readonly meeting?: string
}): Guarded {
  return { record: 'terms-proposal', state: sight, ties: { body, ...(meeting !== undefined && { meeting }) } }
}
