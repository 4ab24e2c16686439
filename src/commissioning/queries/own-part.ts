import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { findOfficers, type OfficerKind } from './officers.ts'

/** What the matrix knows of what is a provider's own: its contacts lead it. Only a contact, and who keeps the provider, is told who they are. */
export async function ownPart(reader: Reader, providers: readonly string[], today: Temporal.PlainDate): Promise<Guarded> {
  const officers = await findOfficers(reader, providers, 'provider', today)
  return { record: 'provider-part', state: 'any', ties: { leads: [...officers.values()].flat() } }
}

/** The organisations for which a person is the contact of a provider today. */
export async function findOwnProviders(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly string[]> {
  return (await findOwnOffices(reader, person, today)).get('provider') ?? []
}

/** The organisations for which a person holds an office of commissioning today, by kind of office, each in the order of their ids. */
export async function findOwnOffices(
  reader: Reader,
  person: string,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<OfficerKind, readonly string[]>> {
  const rows = await reader
    .selectFrom('commissioning.officer')
    .select(['organisation', 'kind'])
    .where('person', '=', person)
    .where('starts_on', '<=', today)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('organisation')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ kind }) => kind as OfficerKind)].map(([kind, held]) => [kind, held.map(({ organisation }) => organisation)]),
  )
}
