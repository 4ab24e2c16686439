import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { hadKind, holdsOn } from './periods.ts'

/** What a body is at a time: at work, planned, ended, or a neighbour that the arrangement only relates to. */
export type BodyStatus = 'proposed' | 'shadow' | 'live' | 'evolving' | 'ended' | 'outside'

/** A body as lists show it. */
export interface BodySummary {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Empty where the body has no shorter name. */
  readonly shortName: string
  /** A code of the list 'body-kind'. */
  readonly kind: string
  /** Undefined on a day for which no status is recorded. */
  readonly status: BodyStatus | undefined
}

/** What a body's settings are on a day. */
export interface BodySettings {
  readonly legalRegime: string
  /** A division of the bank holidays. */
  readonly holidayDivision: string
  readonly publicAccess: 'public' | 'private'
  readonly publishesAttendance: boolean
}

/** One period of a body's life. */
export interface StatusPeriod {
  readonly status: BodyStatus
  readonly note: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  /** What it is evolving into, where that is set up already. */
  readonly becomes: { readonly slug: string; readonly name: string } | undefined
}

/** A kind that a body had before (G2). */
export interface EarlierKind {
  /** A code of the list 'body-kind'. */
  readonly kind: string
  /** Undefined: from its beginning. */
  readonly startsOn: Temporal.PlainDate | undefined
  /** The first day of the next kind. */
  readonly endsOn: Temporal.PlainDate
  /** What was decided, by whom. */
  readonly because: string
}

/** A body with what a page of its own needs. */
export interface Body extends BodySummary {
  /** For a task and finish group: what happens to its open actions; empty for others. */
  readonly endsRule: string
  readonly version: number
  /** Undefined on a day for which none are recorded. */
  readonly settings: BodySettings | undefined
  /** Newest first. */
  readonly statuses: readonly StatusPeriod[]
  /** Newest first; empty where it has always been of its kind. */
  readonly earlierKinds: readonly EarlierKind[]
  readonly areas: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

function summaries(reader: Reader, onDay: Temporal.PlainDate) {
  return reader
    .selectFrom('governance.body as b')
    .leftJoin('governance.body_status as t', (join) => join.onRef('t.body', '=', 'b.id').on(holdsOn('t', onDay)))
    .leftJoin('governance.body_earlier_kind as k', (join) => join.onRef('k.body', '=', 'b.id').on(hadKind('k', onDay)))
    .select(['b.id', 'b.slug', 'b.name', 'b.short_name as shortName', 't.status', 'b.version', 'b.ends_rule as endsRule'])
    .select((row) => row.fn.coalesce('k.kind', 'b.kind').as('kind'))
}

function summaryOf(row: { id: string; slug: string; name: string; shortName: string; kind: string; status: string | null }): BodySummary {
  const { id, slug, name, shortName, kind } = row
  return { id, slug, name, shortName, kind, status: (row.status ?? undefined) as BodyStatus | undefined }
}

/** Every body, by name, with its status on a day. */
export async function listBodies(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly BodySummary[]> {
  const rows = await summaries(reader, onDay).orderBy('b.name').orderBy('b.id').execute()
  return rows.map(summaryOf)
}

/** Bodies by id, in no order; unknown ids are left out. */
export async function findBodiesById(reader: Reader, ids: readonly string[], onDay: Temporal.PlainDate): Promise<readonly BodySummary[]> {
  if (ids.length === 0) return []
  const rows = await summaries(reader, onDay).where('b.id', 'in', ids).execute()
  return rows.map(summaryOf)
}

/** A body by the name in its address, as it is on a day. */
export async function findBody(reader: Reader, slug: string, onDay: Temporal.PlainDate): Promise<Body | undefined> {
  const row = await summaries(reader, onDay).where('b.slug', '=', slug).executeTakeFirst()
  return row && withDetails(reader, row, onDay)
}

/** A body by id, as it is on a day. */
export async function findBodyById(reader: Reader, id: string, onDay: Temporal.PlainDate): Promise<Body | undefined> {
  const row = await summaries(reader, onDay).where('b.id', '=', id).executeTakeFirst()
  return row && withDetails(reader, row, onDay)
}

/** The settings of a body on a day; undefined where none are recorded. */
export async function findBodySettings(reader: Reader, id: string, onDay: Temporal.PlainDate): Promise<BodySettings | undefined> {
  return (await findSettingsOf(reader, [id], onDay)).get(id)
}

/** The same of many bodies in one query, by body id; bodies without any are left out. */
export async function findSettingsOf(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<ReadonlyMap<string, BodySettings>> {
  const rows = await reader
    .selectFrom('governance.body_setting as g')
    .select([
      'g.body',
      'g.legal_regime as legalRegime',
      'g.holiday_division as holidayDivision',
      'g.public_access as publicAccess',
      'g.publishes_attendance as publishesAttendance',
    ])
    .where(among('g.body', bodies))
    .where(holdsOn('g', onDay))
    .execute()
  return new Map(
    rows.map(({ body, publicAccess, ...row }) => [body, { ...row, publicAccess: publicAccess as BodySettings['publicAccess'] }]),
  )
}

type Row = Parameters<typeof summaryOf>[0] & { readonly version: number; readonly endsRule: string }

async function withDetails(reader: Reader, row: Row, onDay: Temporal.PlainDate): Promise<Body> {
  const [settings, statuses, earlierKinds, areas] = await Promise.all([
    findBodySettings(reader, row.id, onDay),
    reader
      .selectFrom('governance.body_status as s')
      .leftJoin('governance.body as n', 'n.id', 's.becomes')
      .select(['s.status', 's.note', 's.starts_on as startsOn', 's.ends_on as endsOn', 'n.slug', 'n.name'])
      .where('s.body', '=', row.id)
      .orderBy('s.starts_on', 'desc')
      .execute(),
    reader
      .selectFrom('governance.body_earlier_kind')
      .select(['kind', 'starts_on as startsOn', 'ends_on as endsOn', 'because'])
      .where('body', '=', row.id)
      .orderBy('ends_on', 'desc')
      .execute(),
    reader
      .selectFrom('governance.body_area as x')
      .innerJoin('governance.area as a', 'a.id', 'x.area')
      .select(['a.id', 'a.name', 'a.kind'])
      .where('x.body', '=', row.id)
      .where(holdsOn('x', onDay))
      .orderBy('a.name')
      .orderBy('a.id')
      .execute(),
  ])
  return {
    ...summaryOf(row),
    endsRule: row.endsRule,
    version: row.version,
    settings,
    statuses: statuses.map(({ slug, name, ...period }) => ({
      ...period,
      status: period.status as BodyStatus,
      endsOn: period.endsOn ?? undefined,
      becomes: slug === null || name === null ? undefined : { slug, name },
    })),
    earlierKinds: earlierKinds.map((one) => ({ ...one, startsOn: one.startsOn ?? undefined })),
    areas,
  }
}
