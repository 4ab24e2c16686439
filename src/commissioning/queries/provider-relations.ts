import type { Guarded } from '#governance/public.ts'
import { findAreaNames, listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { findOfficers } from './officers.ts'

type Day = Temporal.PlainDate

/** What one commissioner has to do with one provider. */
export interface ProviderRelation {
  readonly id: string
  readonly provider: string
  readonly providerName: string
  readonly commissioner: string
  readonly commissionerName: string
  /** People who commission for that organisation today. */
  readonly commissioners: readonly string[]
  readonly body: string
  readonly note: string
  readonly startsOn: Day
  readonly endsOn: Day | undefined
}

/** What one commissioner pays for a unit. */
export interface ProviderRate {
  readonly id: string
  readonly relation: string
  readonly unit: string
  readonly needBand: string
  /** '' everywhere. */
  readonly areaName: string
  readonly vat: 'standard' | 'none'
  readonly pence: bigint
  readonly startsOn: Day
  readonly endsOn: Day | undefined
}

/** A yearly letter, one version of it. */
export interface ProviderLetter {
  readonly id: string
  readonly relation: string
  readonly body: string
  readonly provider: string
  readonly year: number
  readonly number: number
  readonly text: string
  readonly madeOn: Day
  readonly sentOn: Day | undefined
  readonly acknowledgedOn: Day | undefined
  readonly version: number
}

/** What the matrix knows of a relation. */
export const guardedRelation = ({ body, commissioners }: Pick<ProviderRelation, 'body' | 'commissioners'>): Guarded => ({
  ...{ record: 'provider-relation', state: 'any', ties: { body, leads: commissioners } },
})

/** The relations that one may see: of some providers, of a board, or one by its id; by provider and commissioner. */
export async function findRelations(
  reader: Reader,
  of: { readonly providers: readonly string[] } | { readonly id: string } | { readonly body: string },
  today: Day,
): Promise<readonly ProviderRelation[]> {
  const rows = await reader
    .selectFrom('commissioning.provider_relation')
    .select(['id', 'provider', 'commissioner', 'body', 'note', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where((where) => ('id' in of ? where('id', '=', of.id) : 'body' in of ? where('body', '=', of.body) : among('provider', of.providers)))
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const [organisations, officers] = await Promise.all([
    listOrganisations(reader),
    findOfficers(
      reader,
      rows.map(({ commissioner }) => commissioner),
      'commissioner',
      today,
    ),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    ...{ providerName: names.get(row.provider) ?? '', commissionerName: names.get(row.commissioner) ?? '' },
    ...{ commissioners: officers.get(row.commissioner) ?? [], endsOn: row.endsOn ?? undefined },
  }))
}

/** One relation that one may see. @throws NotFound */
export async function findRelation(reader: Reader, id: string, today: Day): Promise<ProviderRelation> {
  const [found] = isUuid(id) ? await findRelations(reader, { id }, today) : []
  if (!found) throw new NotFound('No such provider.')
  return found
}

/** The rates of relations that one may see, by unit and need. */
export async function findRates(reader: Reader, relations: readonly string[]): Promise<readonly ProviderRate[]> {
  const rows = await reader
    .selectFrom('commissioning.provider_rate')
    .select(['id', 'relation', 'unit', 'need_band as needBand', 'area', 'vat', 'pence', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where(among('relation', relations))
    .orderBy('unit')
    .orderBy('need_band')
    .orderBy('starts_on', 'desc')
    .orderBy('id')
    .execute()
  const named = await findAreaNames(
    reader,
    rows.flatMap(({ area }) => area ?? []),
  )
  const areas = new Map(named.map(({ id, name }) => [id, name]))
  return rows.map(({ area, endsOn, vat, ...row }) => ({
    ...{ ...row, vat: vat as ProviderRate['vat'], endsOn: endsOn ?? undefined },
    areaName: area === null ? '' : (areas.get(area) ?? ''),
  }))
}

/** The yearly letters that one may see: of relations, or one by its id; the latest first. */
export async function findLetters(
  reader: Reader,
  of: { readonly relations: readonly string[] } | { readonly id: string },
): Promise<readonly ProviderLetter[]> {
  const rows = await reader
    .selectFrom('commissioning.provider_letter')
    .select(['id', 'relation', 'body', 'provider', 'year', 'number', 'text', 'version'])
    .select(['made_on as madeOn', 'sent_on as sentOn', 'acknowledged_on as acknowledgedOn'])
    .where((where) => ('id' in of ? where('id', '=', of.id) : among('relation', of.relations)))
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, sentOn: row.sentOn ?? undefined, acknowledgedOn: row.acknowledgedOn ?? undefined }))
}

/** Whom one writes to, as far as one may know. */
export async function findContacts(reader: Reader, relations: readonly string[]) {
  return reader
    .selectFrom('commissioning.provider_contact')
    .select(['id', 'relation', 'name', 'post', 'email', 'phone'])
    .where(among('relation', relations))
    .where('ends_on', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
}
