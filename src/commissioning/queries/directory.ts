import type { Guarded } from '#governance/public.ts'
import { findPeopleNames } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { findServices, type Service } from './commissioned-services.ts'

/** How one gets a service, and who keeps that true (C3). */
export interface DirectoryEntry {
  readonly service: string
  readonly how: string
  readonly place: string
  readonly opening: string
  /** '' where it is not recorded, which is not the same as free. */
  readonly cost: string
  readonly telephone: string
  readonly email: string
  readonly website: string
  readonly owner: string | undefined
  readonly ownerName: string
  /** When it was last found true; undefined: never. */
  readonly checkedOn: Temporal.PlainDate | undefined
  readonly everyMonths: number
  readonly version: number
}

/** A service of the directory with its entry. */
export interface OfferedService {
  readonly service: Service
  readonly entry: DirectoryEntry
}

/** What the matrix knows of an entry: its service's sight, and who leads or owns it. */
export const guardedEntry = ({ body, sight, commissioners }: Service, entry: DirectoryEntry | undefined): Guarded => ({
  record: 'directory-entry',
  state: sight,
  ties: { body, leads: entry?.owner === undefined ? commissioners : [...commissioners, entry.owner] },
})

/** The entries of services that one may see, by service. */
export async function findEntries(reader: Reader, services: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>> {
  const rows = await reader.selectFrom('commissioning.directory_entry').selectAll().where(among('service', services)).execute()
  const people = await findPeopleNames(
    reader,
    rows.flatMap(({ owner }) => owner ?? []),
  )
  return new Map(
    rows.map((row) => [
      row.service,
      {
        ...{ service: row.service, how: row.how, place: row.place, opening: row.opening, cost: row.cost, telephone: row.telephone },
        ...{ email: row.email, website: row.website, owner: row.owner ?? undefined, ownerName: people.get(row.owner ?? '') ?? '' },
        ...{ checkedOn: row.checked_on ?? undefined, everyMonths: row.every_months, version: row.version },
      },
    ]),
  )
}

/** Everything in the directory that is for everybody and not ended, by name; at most 1,000. */
export async function listOffer(reader: Reader, today: Temporal.PlainDate): Promise<readonly OfferedService[]> {
  const rows = await reader
    .selectFrom('commissioning.directory_entry')
    .select('service')
    .where('sight', '=', 'public')
    .limit(1000)
    .execute()
  const ids = rows.map(({ service }) => service)
  const [services, entries] = await Promise.all([findServices(reader, ids, today), findEntries(reader, ids)])
  return services
    .flatMap((service) => {
      const entry = entries.get(service.id)
      return entry === undefined || service.status === 'ended' || service.status === 'planned' ? [] : [{ service, entry }]
    })
    .toSorted((one, other) => one.service.title.localeCompare(other.service.title))
}

/** What somebody reported as wrong or missing. */
export interface OfferReport {
  readonly id: string
  readonly body: string
  readonly service: string | undefined
  readonly said: string
  readonly contact: string
  readonly receivedAt: Temporal.Instant
  readonly settledOn: Temporal.PlainDate | undefined
  readonly answer: string
  readonly version: number
}

/** What the matrix knows of a report. */
export const guardedReport = (body: string): Guarded => ({ record: 'offer-report', state: 'any', ties: { body } })

/** One report. @throws NotFound */
export async function findReport(reader: Reader, id: string): Promise<OfferReport> {
  const row = isUuid(id)
    ? await reader.selectFrom('commissioning.offer_report').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such report.')
  return reportOf(row)
}

/** The reports of boards, the open ones first and the earliest of them first; at most 500. */
export async function listReports(reader: Reader, bodies: readonly string[]): Promise<readonly OfferReport[]> {
  const rows = await reader
    .selectFrom('commissioning.offer_report')
    .selectAll()
    .where(among('body', bodies))
    .orderBy((order) => order('settled_on', 'is not', null))
    .orderBy('received_at')
    .limit(500)
    .execute()
  return rows.map(reportOf)
}

function reportOf(row: {
  readonly id: string
  readonly body: string
  readonly service: string | null
  readonly said: string
  readonly contact: string
  readonly received_at: Temporal.Instant
  readonly settled_on: Temporal.PlainDate | null
  readonly answer: string
  readonly version: number
}): OfferReport {
  return {
    ...{ id: row.id, body: row.body, service: row.service ?? undefined, said: row.said, contact: row.contact, receivedAt: row.received_at },
    ...{ settledOn: row.settled_on ?? undefined, answer: row.answer, version: row.version },
  }
}
