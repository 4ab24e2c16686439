import { sql } from 'kysely'
import { listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { findEndings } from './decommissionings.ts'
import { listLed } from './led-records.ts'

/** Cells of a row of open data; '' where something is not known. */
export type OpenRow = readonly string[]
type Row = OpenRow
/** A day as it is written; '' where it is not known. */
export const openDay = (on: Temporal.PlainDate | null | undefined): string => on?.toString() ?? ''
/** Pounds with two decimals; '' where the sum is not known. */
export const openPounds = (pence: bigint | null | undefined): string =>
  pence === null || pence === undefined ? '' : `${pence < 0n ? '-' : ''}${abs(pence) / 100n}.${String(abs(pence) % 100n).padStart(2, '0')}`
const abs = (pence: bigint): bigint => (pence < 0n ? -pence : pence)

/** Steps of the public pathways of a board: pathway, lead, step, what happens, service, how soon the next follows. */
export async function findOpenPathways(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Row[]> {
  const pathways = (await listLed(reader, 'pathway', body, today)).filter(({ sight }) => sight === 'public')
  if (pathways.length === 0) return []
  const steps = await reader
    .selectFrom('commissioning.pathway_step as s')
    .leftJoin('commissioning.service as v', 'v.id', 's.service')
    .select(['s.pathway', 's.position', 's.title', 's.text', 's.within', 'v.title as service'])
    .where(
      among(
        's.pathway',
        pathways.map(({ id }) => id),
      ),
    )
    .orderBy('s.position')
    .execute()
  const of = Map.groupBy(steps, ({ pathway }) => pathway)
  return pathways.flatMap(({ id, title, leadName }) =>
    (of.get(id) ?? []).map((one) => [title, leadName, String(one.position), one.title, one.text, one.service ?? '', one.within]),
  )
}

/** Public endings of services: title, lead, service, why, who loses, days of assessment, consultation and notice, first day without it, what follows, sums. */
export async function findOpenEndings(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Row[]> {
  const endings = (await listLed(reader, 'decommissioning', body, today)).filter(({ sight }) => sight === 'public')
  const ids = endings.map(({ id }) => id)
  if (ids.length === 0) return []
  const [facts, services, given] = await Promise.all([
    findEndings(reader, ids),
    reader.selectFrom('commissioning.service').select(['id', 'title']).where('body', '=', body).execute(),
    reader.selectFrom('commissioning.reallocation').select(['decommissioning', 'pence']).where(among('decommissioning', ids)).execute(),
  ])
  const titles = new Map(services.map(({ id, title }) => [id, title]))
  const decided = Map.groupBy(given, ({ decommissioning }) => decommissioning)
  return endings.map(({ id, title, leadName }) => {
    const one = facts.get(id)
    const sum = (decided.get(id) ?? []).reduce((total, { pence }) => total + pence, 0n)
    return [
      ...[title, leadName, titles.get(one?.service ?? '') ?? '', one?.why ?? '', one?.losing ?? '', openDay(one?.equalityOn)],
      ...[
        openDay(one?.consultedFrom),
        openDay(one?.consultedOn),
        openDay(one?.noticeOn),
        openDay(one?.endsOn),
        openDay(one?.replacedOn),
        one?.replacedBy ?? '',
      ],
      ...[openPounds(one?.released), one?.released === undefined ? '' : openPounds(sum)],
    ]
  })
}

/** Stages of the adopted editions of public frameworks: framework, lead, edition, adopted on, stage, phase, what must be there, who signs it off. */
export async function findOpenFrameworks(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Row[]> {
  const frameworks = (await listLed(reader, 'framework', body, today)).filter(({ sight }) => sight === 'public')
  if (frameworks.length === 0) return []
  const stages = await reader
    .selectFrom('commissioning.stage as s')
    .innerJoin('commissioning.framework_version as v', 'v.id', 's.edition')
    .select(['s.framework', 'v.number', 'v.adopted_on', 's.position', 's.name', 's.phase', 's.entry', 's.gate'])
    .where(
      among(
        's.framework',
        frameworks.map(({ id }) => id),
      ),
    )
    .where('v.adopted_on', 'is not', null)
    .orderBy('v.number')
    .orderBy('s.position')
    .execute()
  const of = Map.groupBy(stages, ({ framework }) => framework)
  return frameworks.flatMap(({ id, title, leadName }) =>
    (of.get(id) ?? []).map((one) => [
      ...[title, leadName, String(one.number), openDay(one.adopted_on), String(one.position), one.name, one.phase, one.entry, one.gate],
    ]),
  )
}

/** Payments that are published of a board's public funds: host, id, day, payee, whether its name was left out, pounds, line, fund. The database leaves out what names a person. */
export async function findOpenSpending(reader: Reader, body: string): Promise<readonly Row[]> {
  const [rows, organisations] = await Promise.all([
    reader
      .selectFrom(
        sql<{
          readonly id: string
          readonly host: string
          readonly fund: string
          readonly line: string
          readonly on_day: Temporal.PlainDate
          readonly supplier: string
          readonly is_redacted: boolean
          readonly pence: bigint
        }>`commissioning.open_spending(${body}::uuid)`.as('s'),
      )
      .selectAll()
      .orderBy('s.on_day')
      .orderBy('s.id')
      .execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map((one) => [
    ...[
      names.get(one.host) ?? '',
      one.id,
      openDay(one.on_day),
      one.supplier,
      one.is_redacted ? 'yes' : 'no',
      openPounds(BigInt(one.pence)),
    ],
    ...[one.line, one.fund],
  ])
}
