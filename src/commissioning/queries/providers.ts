import type { Guarded } from '#governance/public.ts'
import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { IdentifierScheme } from '../rules/provider.ts'

/** A number of a provider in a public list. */
export interface ProviderIdentifier {
  readonly id: string
  readonly provider: string
  readonly scheme: IdentifierScheme
  readonly value: string
  /** Who says so. */
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** An organisation that provides, one record for every commissioner (C11). Its id is that of the organisation. */
export interface Provider {
  readonly id: string
  readonly body: string
  readonly name: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly vcse: 'yes' | 'no' | 'not-known'
  readonly vcseSource: string
  readonly note: string
  readonly identifiers: readonly ProviderIdentifier[]
  readonly version: number
}

/** What the matrix knows of a provider: the board that keeps it. */
export const guardedProvider = ({ body }: Pick<Provider, 'body'>): Guarded => ({ record: 'provider', state: 'any', ties: { body } })

/** One provider. @throws NotFound */
export async function findProvider(reader: Reader, id: string): Promise<Provider> {
  const [found] = isUuid(id) ? await findProviders(reader, [id]) : []
  if (!found) throw new NotFound('No such provider.')
  return found
}

/** Some providers by id, by name. */
export async function findProviders(reader: Reader, ids: readonly string[]): Promise<readonly Provider[]> {
  if (ids.length === 0) return []
  return complete(reader, await reader.selectFrom('commissioning.provider').selectAll().where(among('id', ids)).execute())
}

/** Every provider that boards have entered, by name; at most 2,000. */
export async function listProviders(reader: Reader): Promise<readonly Provider[]> {
  return complete(reader, await reader.selectFrom('commissioning.provider').selectAll().orderBy('id').limit(2000).execute())
}

interface Row {
  readonly id: string
  readonly body: string
  readonly vcse: string
  readonly vcse_source: string
  readonly note: string
  readonly version: number
}

async function complete(reader: Reader, found: readonly Row[]): Promise<readonly Provider[]> {
  if (found.length === 0) return []
  const [organisations, identifiers] = await Promise.all([
    listOrganisations(reader),
    reader
      .selectFrom('commissioning.provider_identifier')
      .select(['id', 'provider', 'scheme', 'value', 'source', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where(
        among(
          'provider',
          found.map(({ id }) => id),
        ),
      )
      .orderBy('scheme')
      .orderBy('starts_on')
      .orderBy('id')
      .execute(),
  ])
  const known = new Map(organisations.map((one) => [one.id, one]))
  const numbers = Map.groupBy(
    identifiers.map(({ scheme, endsOn, ...row }) => ({ ...row, scheme: scheme as IdentifierScheme, endsOn: endsOn ?? undefined })),
    ({ provider }) => provider,
  )
  return found
    .flatMap((row) => {
      const organisation = known.get(row.id)
      if (!organisation) return []
      return {
        ...{ id: row.id, body: row.body, name: organisation.name, startsOn: organisation.startsOn, endsOn: organisation.endsOn },
        ...{ vcse: row.vcse as Provider['vcse'], vcseSource: row.vcse_source, note: row.note, version: row.version },
        identifiers: numbers.get(row.id) ?? [],
      }
    })
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id))
}
