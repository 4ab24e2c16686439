import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { LegalField } from '../rules/agreement.ts'

/** A schedule of an agreement. */
export interface Chapter {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly lead: string
  readonly leadName: string
  readonly scope: string
  readonly performance: string
  readonly finance: string
  readonly resources: string
  readonly decisionMaking: string
  readonly riskShare: string
  readonly version: number
}

/** The chapters of an agreement, in order. */
export async function findChapters(reader: Reader, agreement: string): Promise<readonly Chapter[]> {
  const [found, organisations] = await Promise.all([
    reader
      .selectFrom('commissioning.chapter')
      .select(['id', 'position', 'title', 'lead', 'scope', 'performance', 'finance', 'resources'])
      .select(['decision_making as decisionMaking', 'risk_share as riskShare', 'version'])
      .where('agreement', '=', agreement)
      .orderBy('position')
      .execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return found.map((row) => ({ ...row, leadName: names.get(row.lead) ?? '' }))
}

/** That a service is in the scope of an agreement, or expressly is not, for a time. */
export interface ScopeLine {
  readonly id: string
  readonly agreement: string
  readonly chapter: string | undefined
  readonly service: string
  readonly isIn: boolean
  readonly why: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** What is in and out of the scope of agreements, or the agreements of services: of all times, the earliest first. */
export async function findScope(
  reader: Reader,
  of: { readonly agreement: string } | { readonly services: readonly string[] },
): Promise<readonly ScopeLine[]> {
  const found = await reader
    .selectFrom('commissioning.scope')
    .select(['id', 'agreement', 'chapter', 'service', 'is_in as isIn', 'why', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where((where) => ('agreement' in of ? where('agreement', '=', of.agreement) : among('service', of.services)))
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return found.map(({ chapter, endsOn, ...row }) => ({ ...row, chapter: chapter ?? undefined, endsOn: endsOn ?? undefined }))
}

/** What the law of an agreement demands in writing on a day, in its order. */
export async function findLegalFields(reader: Reader, basis: string, onDay: Temporal.PlainDate): Promise<readonly LegalField[]> {
  return reader
    .selectFrom('commissioning.legal_field')
    .select(['key', 'name', 'asks', 'source'])
    .where('basis', '=', basis)
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('position')
    .execute()
}

/** What an agreement says there, by key. */
export async function findTexts(reader: Reader, agreement: string): Promise<ReadonlyMap<string, string>> {
  const found = await reader
    .selectFrom('commissioning.agreement_text')
    .select(['key', 'text'])
    .where('agreement', '=', agreement)
    .orderBy('key')
    .execute()
  return new Map(found.map(({ key, text }) => [key, text]))
}

/** A law on which agreements rest. */
export interface LegalBasis {
  readonly code: string
  readonly name: string
  readonly source: string
}

/** The laws on which an agreement can rest that begins on a day, in their order. */
export async function listLegalBases(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly LegalBasis[]> {
  return reader
    .selectFrom('commissioning.legal_basis')
    .select(['code', 'name', 'source'])
    .where('starts_on', '<=', onDay)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', onDay)]))
    .orderBy('position')
    .execute()
}
