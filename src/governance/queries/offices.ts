import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'

/** Chair, deputy chair or clerk of a body, for a time (G8). */
export interface OfficeRecord {
  readonly id: string
  readonly body: string
  readonly role: 'chair' | 'deputy_chair' | 'clerk'
  readonly person: PersonName
  /** How the person came to the office: by post, independent, elected... */
  readonly basis: string
  readonly note: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

function offices(reader: Reader) {
  return reader
    .selectFrom('governance.office as f')
    .innerJoin('governance.person as p', 'p.id', 'f.person')
    .select([
      'f.id',
      'f.body',
      'f.role',
      'f.person',
      'p.name',
      'f.basis',
      'f.note',
      'f.starts_on as startsOn',
      'f.ends_on as endsOn',
      'f.version',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof offices>['execute']>>[number]

function officeOf({ person, name, endsOn, role, ...row }: Row): OfficeRecord {
  return { ...row, role: role as OfficeRecord['role'], person: { id: person, name }, endsOn: endsOn ?? undefined }
}

/** Who chairs and clerks a body on a day: the chair first, then the deputy, then the clerks. */
export async function findOffices(reader: Reader, bodyId: string, onDay: Temporal.PlainDate): Promise<readonly OfficeRecord[]> {
  return (await findOfficesOfBodies(reader, [bodyId], onDay)).get(bodyId) ?? []
}

/** The same of many bodies in one query, by body id; bodies without any are left out. */
export async function findOfficesOfBodies(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly OfficeRecord[]>> {
  const rows = await offices(reader).where(among('f.body', bodies)).where(holdsOn('f', onDay)).orderBy('f.role').orderBy('p.name').execute()
  return Map.groupBy(inOrder(rows), ({ body }) => body)
}

/** The same of every day, in one query: who chairs and clerks a body on the day asked about. */
export async function findOfficesOver(
  reader: Reader,
  bodies: readonly string[],
): Promise<(body: string, onDay: Temporal.PlainDate) => readonly OfficeRecord[]> {
  const rows = await offices(reader).where(among('f.body', bodies)).orderBy('f.role').orderBy('p.name').execute()
  const found = Map.groupBy(inOrder(rows), ({ body }) => body)
  const holds = ({ startsOn, endsOn }: OfficeRecord, day: Temporal.PlainDate): boolean =>
    Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0)
  return (body, onDay) => (found.get(body) ?? []).filter((office) => holds(office, onDay))
}

/** The chair first, then the deputy, then the clerks. */
function inOrder(rows: readonly Row[]): readonly OfficeRecord[] {
  const order = ['chair', 'deputy_chair', 'clerk']
  return rows.map(officeOf).toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

/** Everybody who has ever chaired or clerked a body, the latest first. */
export async function findOfficeHistory(reader: Reader, bodyId: string): Promise<readonly OfficeRecord[]> {
  const rows = await offices(reader).where('f.body', '=', bodyId).orderBy('f.starts_on', 'desc').orderBy('f.role').execute()
  return rows.map(officeOf)
}

/** One office, by id. */
export async function findOffice(reader: Reader, id: string): Promise<OfficeRecord | undefined> {
  const row = await offices(reader).where('f.id', '=', id).executeTakeFirst()
  return row && officeOf(row)
}

/** Every office that a person has ever held, with the body's name, the latest first. */
export async function findOfficesOf(
  reader: Reader,
  personId: string,
): Promise<readonly (OfficeRecord & { readonly bodyName: string; readonly slug: string })[]> {
  const rows = await offices(reader)
    .innerJoin('governance.body as b', 'b.id', 'f.body')
    .select(['b.name as bodyName', 'b.slug'])
    .where('f.person', '=', personId)
    .orderBy('f.starts_on', 'desc')
    .execute()
  return rows.map(({ bodyName, slug, ...row }) => ({ ...officeOf(row), bodyName, slug }))
}
