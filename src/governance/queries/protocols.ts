import type { Reader } from '#platform/database/session.ts'
import type { CycleDuty } from '../rules/work-programme.ts'
import type { YearlyWindow } from '../rules/yearly-window.ts'
import type { RequestParty } from './requests.ts'

/** A party to a protocol, with its signature where there is one. */
export interface ProtocolParty {
  readonly body: RequestParty
  /** Empty while it has not signed. */
  readonly signedBy: string
  readonly signedOn: Temporal.PlainDate | undefined
}

/** What was recorded of a duty in the cycle of a year. */
export interface RecordedOutcome {
  readonly year: number
  readonly outcome: 'met' | 'waived'
  readonly onDay: Temporal.PlainDate
  readonly note: string
  readonly version: number
}

/** A duty of a protocol, owed by one of its parties in a window of every year. */
export interface ProtocolDuty extends CycleDuty {
  readonly id: string
  readonly body: RequestParty
  readonly title: string
  readonly window: YearlyWindow
  readonly outcomes: readonly RecordedOutcome[]
  readonly version: number
}

/** A protocol between bodies (G15). */
export interface Protocol {
  readonly id: string
  readonly title: string
  readonly purpose: string
  /** Empty where it is not recorded where the signed paper is. */
  readonly source: string
  readonly reviewOn: Temporal.PlainDate | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
  readonly parties: readonly ProtocolParty[]
  readonly duties: readonly ProtocolDuty[]
}

/** The protocols to which any of some bodies is a party, the latest first. */
export async function findProtocols(reader: Reader, bodies: readonly string[]): Promise<readonly Protocol[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('governance.protocol_party as p')
    .innerJoin('governance.protocol as r', 'r.id', 'p.protocol')
    .selectAll('r')
    .distinct()
    .where('p.body', 'in', bodies)
    .orderBy('r.starts_on', 'desc')
    .orderBy('r.id')
    .execute()
  return withParts(reader, rows)
}

/** A duty of a protocol to which a body is a party. */
export async function findDutyOf(
  reader: Reader,
  body: string,
  duty: string,
): Promise<{ readonly protocol: Protocol; readonly duty: ProtocolDuty } | undefined> {
  for (const protocol of await findProtocols(reader, [body])) {
    const found = protocol.duties.find(({ id }) => id === duty)
    if (found) return { protocol, duty: found }
  }
  return undefined
}

/** One protocol. */
export async function findProtocol(reader: Reader, id: string): Promise<Protocol | undefined> {
  const row = await reader.selectFrom('governance.protocol').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await withParts(reader, [row]))[0]
}

interface Row {
  readonly id: string
  readonly title: string
  readonly purpose: string
  readonly source: string
  readonly review_on: Temporal.PlainDate | null
  readonly starts_on: Temporal.PlainDate
  readonly ends_on: Temporal.PlainDate | null
  readonly version: number
}

async function withParts(reader: Reader, rows: readonly Row[]): Promise<readonly Protocol[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const parties = await reader
    .selectFrom('governance.protocol_party as p')
    .innerJoin('governance.body as b', 'b.id', 'p.body')
    .select(['p.protocol', 'p.signed_by as signedBy', 'p.signed_on as signedOn', 'b.id', 'b.slug', 'b.name'])
    .where('p.protocol', 'in', ids)
    .orderBy('b.name')
    .execute()
  const duties = await findDuties(reader, ids)
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, purpose: row.purpose, source: row.source, version: row.version },
    ...{ reviewOn: row.review_on ?? undefined, startsOn: row.starts_on, endsOn: row.ends_on ?? undefined },
    parties: parties
      .filter(({ protocol }) => protocol === row.id)
      .map(({ id, slug, name, signedBy, signedOn }) => ({ body: { id, slug, name }, signedBy, signedOn: signedOn ?? undefined })),
    duties: duties.filter(({ protocol }) => protocol === row.id),
  }))
}

async function findDuties(
  reader: Reader,
  protocols: readonly string[],
): Promise<readonly (ProtocolDuty & { readonly protocol: string })[]> {
  const rows = await reader
    .selectFrom('governance.protocol_duty as d')
    .innerJoin('governance.body as b', 'b.id', 'd.body')
    .selectAll('d')
    .select(['b.slug', 'b.name'])
    .where('d.protocol', 'in', protocols)
    .orderBy('d.opens_month')
    .orderBy('d.title')
    .execute()
  const duties = rows.map(({ id }) => id)
  const outcomes =
    duties.length === 0
      ? []
      : await reader.selectFrom('governance.duty_outcome').selectAll().where('duty', 'in', duties).orderBy('cycle_year').execute()
  return rows.map((row) => ({
    ...{ id: row.id, protocol: row.protocol, title: row.title, version: row.version },
    body: { id: row.body, slug: row.slug, name: row.name },
    window: { opensMonth: row.opens_month, closesMonth: row.closes_month },
    startsOn: row.starts_on,
    endsOn: row.ends_on ?? undefined,
    outcomes: outcomes
      .filter(({ duty }) => duty === row.id)
      .map(({ cycle_year, outcome, on_day, note, version }) => ({
        ...{ year: cycle_year, outcome: outcome as 'met' | 'waived', onDay: on_day, note, version },
      })),
  }))
}
