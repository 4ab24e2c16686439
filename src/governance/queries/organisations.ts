import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** An organisation as lists show it. */
export interface OrganisationSummary {
  readonly id: string
  readonly name: string
  /** A code of the list 'sector'. */
  readonly sector: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer exists; undefined while it does. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** How one organisation came after another. */
export interface Succession {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly kind: 'merged' | 'renamed' | 'split' | 'replaced'
  readonly onDay: Temporal.PlainDate
  /** Where it is written; '' where that is not recorded. */
  readonly source: string
  /** Why; '' where that is not recorded. */
  readonly reason: string
}

/** An organisation with its names over time, its identifiers and what came before and after it (G1). */
export interface Organisation extends OrganisationSummary {
  readonly names: readonly {
    readonly name: string
    readonly startsOn: Temporal.PlainDate
    readonly endsOn: Temporal.PlainDate | undefined
  }[]
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[]
  readonly predecessors: readonly Succession[]
  readonly successors: readonly Succession[]
}

function organisations(reader: Reader) {
  return reader
    .selectFrom('governance.organisation as o')
    .select(['o.id', 'o.name', 'o.sector', 'o.starts_on as startsOn', 'o.ends_on as endsOn', 'o.version'])
}

/** Every organisation there has been, by name; the ended ones too, because history stays with them. */
export async function listOrganisations(reader: Reader): Promise<readonly OrganisationSummary[]> {
  const rows = await organisations(reader).orderBy('o.name').orderBy('o.id').execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

/** The organisations that exist on a day, for choosing one. */
export async function listOrganisationsOn(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly OrganisationSummary[]> {
  const rows = await organisations(reader).where(holdsOn('o', onDay)).orderBy('o.name').orderBy('o.id').execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

/** One organisation with everything that is known of it. */
export async function findOrganisation(reader: Reader, id: string): Promise<Organisation | undefined> {
  const row = await organisations(reader).where('o.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const names = await reader
    .selectFrom('governance.organisation_name')
    .select(['name', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('organisation', '=', id)
    .orderBy('starts_on', 'desc')
    .execute()
  const identifiers = await reader
    .selectFrom('governance.organisation_identifier')
    .select(['scheme', 'value'])
    .where('organisation', '=', id)
    .orderBy('scheme')
    .execute()
  return {
    ...row,
    endsOn: row.endsOn ?? undefined,
    names: names.map((name) => ({ ...name, endsOn: name.endsOn ?? undefined })),
    identifiers,
    predecessors: await successions(reader, 'successor', id),
    successors: await successions(reader, 'former', id),
  }
}

async function successions(reader: Reader, known: 'former' | 'successor', id: string): Promise<readonly Succession[]> {
  const rows = await reader
    .selectFrom('governance.organisation_succession as s')
    .innerJoin('governance.organisation as o', 'o.id', known === 'former' ? 's.successor' : 's.former')
    .select(['o.id', 'o.name', 's.kind', 's.on_day as onDay', 's.source', 's.reason'])
    .where(known === 'former' ? 's.former' : 's.successor', '=', id)
    .orderBy('s.on_day')
    .orderBy('o.name')
    .orderBy('o.id')
    .execute()
  return rows.map(({ id: other, name, kind, onDay, source, reason }) => ({
    organisation: { id: other, name },
    kind: kind as Succession['kind'],
    ...{ onDay, source, reason },
  }))
}

/** One step of the line of organisations: from this day on, the successor stands where the former stood. */
export interface SuccessionLine {
  readonly former: string
  readonly successor: string
  readonly onDay: Temporal.PlainDate
}

/** Every succession there has been: for totals as the bodies were and as they are now. */
export async function listSuccessions(reader: Reader): Promise<readonly SuccessionLine[]> {
  return reader
    .selectFrom('governance.organisation_succession')
    .select(['former', 'successor', 'on_day as onDay'])
    .orderBy('on_day')
    .orderBy('former')
    .orderBy('successor')
    .execute()
}

/** What an organisation was called on a day, by its earlier names. */
export function calledOn({ name, names }: Pick<Organisation, 'name' | 'names'>, onDay: Temporal.PlainDate): string {
  const then = names.find(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, onDay) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(onDay, endsOn) < 0),
  )
  return then?.name ?? name
}

/** A seat that somebody filled on behalf of an organisation, and no longer does. */
export interface FormerSeat {
  readonly slug: string
  readonly body: string
  readonly seat: string
  readonly personId: string
  readonly person: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
}

/** The seats that were filled on behalf of an organisation and were over on a day, the latest first, at most 200: its history stays with it. */
export async function findFormerSeatsOf(reader: Reader, organisationId: string, onDay: Temporal.PlainDate): Promise<readonly FormerSeat[]> {
  const rows = await reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .select(['b.slug', 'b.name as body', 's.name as seat', 'p.id as personId', 'p.name as person'])
    .select(['a.starts_on as startsOn', 'a.ends_on as endsOn'])
    .where('a.on_behalf_of', '=', organisationId)
    .where('a.ends_on', '<=', onDay)
    .orderBy('a.ends_on', 'desc')
    .orderBy('b.name')
    .orderBy('a.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? onDay }))
}

/** The people who hold a post in an organisation on a day, with the words of the post. */
export async function findPeopleOf(
  reader: Reader,
  organisationId: string,
  onDay: Temporal.PlainDate,
): Promise<readonly { readonly id: string; readonly name: string; readonly title: string }[]> {
  return reader
    .selectFrom('governance.post as t')
    .innerJoin('governance.person as p', 'p.id', 't.person')
    .select(['p.id', 'p.name', 't.title'])
    .where('t.organisation', '=', organisationId)
    .where(holdsOn('t', onDay))
    .orderBy('p.name')
    .orderBy('t.id')
    .execute()
}

/** The seats filled on behalf of an organisation on a day, with the body. */
export async function findSeatsOf(
  reader: Reader,
  organisationId: string,
  onDay: Temporal.PlainDate,
): Promise<
  readonly { readonly slug: string; readonly body: string; readonly seat: string; readonly personId: string; readonly person: string }[]
> {
  return reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .select(['b.slug', 'b.name as body', 's.name as seat', 'p.id as personId', 'p.name as person'])
    .where('a.on_behalf_of', '=', organisationId)
    .where(holdsOn('a', onDay))
    .orderBy('b.name')
    .orderBy('s.position')
    .orderBy('p.name')
    .orderBy('a.id')
    .execute()
}
