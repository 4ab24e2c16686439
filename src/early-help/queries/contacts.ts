import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { contactWords } from '../words/people.ts'

/** How somebody is reached, or which school or place of work tells where they are, as a recipient may be shown it. */
export interface ShownContact {
  readonly id: string
  readonly person: string
  readonly kind: keyof typeof contactWords
  readonly value: string
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
}

/** Every contact of people as whoever works with the family sees it, today's first. For anybody of the family use `contactsFor`. */
export async function findContacts(reader: Reader, people: readonly string[]) {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('casework.person_contact')
    .select(['id', 'person', 'kind', 'value', 'starts_on as startsOn', 'ends_on as endsOn', 'source', 'version'])
    .where('person', 'in', people)
    .orderBy('ends_on', (order) => order.desc().nullsFirst())
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as keyof typeof contactWords }))
}

/**
 * The contacts of a family that a page, a letter or a print made for one recipient may carry: none of whoever is shielded from them, and none that names the same; for
 * somebody who is nobody of the family, or nobody in particular, none that is shielded from anybody.
 * Source: requirement E1, handbook of early help 1.1; `casework.contacts_for`, migration 0722.
 */
export async function contactsFor(reader: Reader, episode: string, recipient: string | undefined): Promise<readonly ShownContact[]> {
  return reader
    .selectFrom(
      sql<{
        id: string
        person: string
        kind: ShownContact['kind']
        value: string
        starts_on: Temporal.PlainDate | null
        ends_on: Temporal.PlainDate | null
      }>`casework.contacts_for(${episode}::uuid, ${recipient ?? null}::uuid)`.as('shown'),
    )
    .select(['id', 'person', 'kind', 'value', 'starts_on as startsOn', 'ends_on as endsOn'])
    .execute()
}

/** Whether the words of a version of the plan name what is shielded from a reader, as it is or less surely; undefined where they do not. */
export async function findWhetherTold(
  reader: Reader,
  of: { readonly episode: string; readonly relative: string | null; readonly number: number },
): Promise<'exact' | 'loose' | undefined> {
  const { told } = await reader
    .selectNoFrom(sql<'exact' | 'loose' | null>`casework.print_tells(${of.episode}::uuid, ${of.relative}::uuid, ${of.number})`.as('told'))
    .executeTakeFirstOrThrow()
  return told ?? undefined
}

/** Whether words that somebody is to be given name what is shielded from them, as it is or less surely; undefined where they do not. */
export async function findWhetherWordsTell(
  reader: Reader,
  of: { readonly episode: string; readonly class: 'assessment' | 'plan'; readonly recipient: string | undefined; readonly words: string },
): Promise<'exact' | 'loose' | undefined> {
  const { told } = await reader
    .selectNoFrom(
      sql<'exact' | 'loose' | null>`casework.words_tell(${of.episode}::uuid, ${of.class}, ${of.recipient ?? null}::uuid, ${of.words})`.as(
        'told',
      ),
    )
    .executeTakeFirstOrThrow()
  return told ?? undefined
}
