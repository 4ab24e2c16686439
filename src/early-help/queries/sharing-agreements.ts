import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { findNames } from './names.ts'

/** Information sharing agreements in force to which whoever works with a family is party, once for each other party (G19). */
export async function listSharingAgreements(reader: Reader, episode: string, today: Temporal.PlainDate) {
  return reader
    .selectFrom(
      sql<{ id: string; title: string; organisation: string }>`casework.sharing_agreements(${episode}::uuid, ${today}::date)`.as(
        'agreement',
      ),
    )
    .select(['agreement.id', 'agreement.title', 'agreement.organisation'])
    .execute()
}

/** The same as choices of a form: each agreement once, with the agencies that it names. */
export async function sharingAgreementChoices(reader: Reader, episode: string, today: Temporal.PlainDate) {
  const lines = await listSharingAgreements(reader, episode, today)
  const names = await findNames(
    reader,
    lines.map(({ organisation }) => organisation),
  )
  return [...new Map(lines.map(({ id, title }) => [id, title]))].map(([value, text]) => ({
    ...{ value, text },
    hint: lines
      .filter(({ id }) => id === value)
      .map(({ organisation }) => names.get(organisation) ?? '')
      .join(', '),
  }))
}

/** What the agreement is called that a decision to share cites; null where it cites none. */
export async function findCitedAgreement(reader: Reader, decision: string): Promise<string | null> {
  const { title } = await reader
    .selectNoFrom(sql<string | null>`casework.sharing_agreement_called(${decision}::uuid)`.as('title'))
    .executeTakeFirstOrThrow()
  return title
}
