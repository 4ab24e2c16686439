import type { Guarded } from '#governance/public.ts'
import { listAreas, listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type Provision, type ServiceStatus, type Sight, type StatusPeriod, statusOn, type Tier } from '../rules/commissioned-service.ts'
import { findOfficers } from './officers.ts'

/** A service that is commissioned (C3). */
export interface Service {
  readonly id: string
  /** The board that commissions it. */
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly summary: string
  /** Code and name of whom it is for. */
  readonly clientGroup: string
  readonly clientGroupName: string
  /** '' where it is of any age, or not recorded. */
  readonly ages: string
  readonly tier: Tier
  readonly provision: Provision
  /** The organisation that leads its commissioning. */
  readonly lead: string
  readonly leadName: string
  /** People who commission for that organisation today. */
  readonly commissioners: readonly string[]
  readonly runBy: string | undefined
  /** Who provides it, in words; '' where it is not recorded. */
  readonly runByName: string
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  readonly statuses: readonly StatusPeriod[]
  /** What it is today; undefined where nothing was recorded. */
  readonly status: ServiceStatus | undefined
  readonly version: number
}

/** What the matrix knows of a service: its sight, and who leads it. */
export const guardedService = ({ body, sight, commissioners }: Pick<Service, 'body' | 'sight' | 'commissioners'>): Guarded => ({
  ...{ record: 'service', state: sight, ties: { body, leads: commissioners } },
})

function rows(reader: Reader) {
  return reader
    .selectFrom('commissioning.service as s')
    .innerJoin('commissioning.client_group as g', 'g.code', 's.client_group')
    .select(['s.id', 's.body', 's.sight', 's.title', 's.summary', 's.client_group as clientGroup', 'g.name as clientGroupName', 's.ages'])
    .select(['s.tier', 's.provision', 's.lead', 's.run_by', 's.run_by_name', 's.version'])
}

/** One service that one may see. @throws NotFound */
export async function findService(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Service> {
  const row = isUuid(id) ? await rows(reader).where('s.id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such service.')
  return found
}

/** The services of a board that one may see, by their names; at most 1,000. */
export async function listServices(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Service[]> {
  return complete(reader, await rows(reader).where('s.body', '=', body).orderBy('s.title').orderBy('s.id').limit(1000).execute(), today)
}

/** Some services by id that one may see, in no order. */
export async function findServices(reader: Reader, ids: readonly string[], today: Temporal.PlainDate): Promise<readonly Service[]> {
  if (ids.length === 0) return []
  return complete(reader, await rows(reader).where(among('s.id', ids)).execute(), today)
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

async function complete(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly Service[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const [organisations, areas, offered, periods, officers] = await Promise.all([
    listOrganisations(reader),
    listAreas(reader, today),
    reader.selectFrom('commissioning.service_area').select(['service', 'area']).where(among('service', ids)).execute(),
    reader
      .selectFrom('commissioning.service_status')
      .select(['service', 'status', 'because', 'starts_on as startsOn', 'ends_on as endsOn'])
      .where(among('service', ids))
      .orderBy('starts_on')
      .execute(),
    findOfficers(
      reader,
      found.map(({ lead }) => lead),
      'commissioner',
      today,
    ),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const areaNames = new Map(areas.map(({ id, name }) => [id, name]))
  return found.map(({ run_by: runBy, run_by_name: runByName, ...row }) => {
    const statuses = periods
      .filter(({ service }) => service === row.id)
      .map(({ status, because, startsOn, endsOn }) => ({ status: status as ServiceStatus, because, startsOn, endsOn: endsOn ?? undefined }))
    return {
      ...row,
      ...{ sight: row.sight as Sight, tier: row.tier as Tier, provision: row.provision as Provision },
      ...{ leadName: names.get(row.lead) ?? '', commissioners: officers.get(row.lead) ?? [] },
      ...{ runBy: runBy ?? undefined, runByName: runByName === '' ? (names.get(runBy ?? '') ?? '') : runByName },
      areas: offered
        .filter(({ service }) => service === row.id)
        .map(({ area }) => ({ id: area, name: areaNames.get(area) ?? '' }))
        .toSorted((one, other) => one.name.localeCompare(other.name)),
      ...{ statuses, status: statusOn(statuses, today) },
    }
  })
}

/** An outcome that a service serves, for a time. */
export interface ServedOutcome {
  readonly id: string
  readonly service: string
  readonly outcome: string
  readonly why: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Which outcomes services serve today. */
export async function findServedOutcomes(reader: Reader, services: readonly string[]): Promise<readonly ServedOutcome[]> {
  const found = await reader
    .selectFrom('commissioning.service_outcome')
    .select(['id', 'service', 'outcome', 'why', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where(among('service', services))
    .where('ends_on', 'is', null)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return found.map(({ endsOn, ...row }) => ({ ...row, endsOn: endsOn ?? undefined }))
}

/** Whom services can be for, as offered on a day. */
export async function listClientGroups(
  reader: Reader,
  today: Temporal.PlainDate,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return reader
    .selectFrom('commissioning.client_group')
    .select(['code', 'name'])
    .where('starts_on', '<=', today)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('position')
    .execute()
}
