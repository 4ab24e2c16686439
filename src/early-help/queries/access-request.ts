import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { decidedEntries, type EntryDecision, type HeldRow, idsIn, type Relative, readingEntries } from '../rules/access-request.ts'
import { heldCodes } from '../words/held-codes.ts'
import { findNames } from './names.ts'

/** A request for what is held. Nobody of the family is named in a list; the page of an open one names who it is about. */
export interface RequestLine {
  readonly id: string
  readonly family: string
  readonly subject: string
  readonly asker: string | null
  readonly askedBy: string
  readonly entitledBy: 'self' | 'competent-child' | 'responsibility' | 'authorised'
  readonly entitledHow: string
  readonly receivedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly longerBecause: string
  readonly sentOn: Temporal.PlainDate | null
  readonly sentHow: 'paper' | 'mail' | 'spoken' | null
  readonly digest: string | null
  readonly endedOn: Temporal.PlainDate | null
  readonly endedBecause: string
  readonly version: number
  readonly source: string
}

/** Requests, those that wait first by the day on which they are due; or one of them. Whoever does not own information governance gets none. */
export async function listRequests(reader: Reader, id?: string): Promise<readonly RequestLine[]> {
  const rows = await reader
    .selectFrom(
      sql<RequestLine>`(select r.id, r.family, r.subject, r.asker, r.asked_by as "askedBy", r.entitled_by as "entitledBy", r.entitled_how as "entitledHow", r.received_on as "receivedOn",
      r.due_on as "dueOn", r.longer_because as "longerBecause", r.sent_on as "sentOn", r.sent_how as "sentHow", r.digest, r.ended_on as "endedOn",
      r.ended_because as "endedBecause", r.version, l.source
    from casework.access_request r join casework.access_rule l on l.starts_on = r.rule
    where ${id ?? null}::uuid is null or r.id = ${id ?? null}::uuid
    order by coalesce(r.sent_on, r.ended_on) nulls first, r.due_on, r.id)`.as('line'),
    )
    .selectAll()
    .execute()
  return rows
}

/** One of them. @throws NotFound */
export async function findRequestLine(reader: Reader, id: string): Promise<RequestLine> {
  const [one] = await listRequests(reader, id)
  if (!one) throw new NotFound('No such request.')
  return one
}

/** The reasons for which something may be kept back on a day. */
export async function listExemptions(reader: Reader, today: Temporal.PlainDate) {
  const rows = await reader
    .selectFrom(
      sql<{
        code: string
        name: string
        source: string
      }>`(select code, name, source from casework.exemption where starts_on <= ${today}::date and (ends_on is null or ends_on > ${today}::date) order by code)`.as(
        'line',
      ),
    )
    .selectAll()
    .execute()
  return rows
}
/** One of them. */
export type Exemption = Awaited<ReturnType<typeof listExemptions>>[number]

/** What codes of dated lists and tiers are called, by list and code, and by code alone; a code that stands in several lists with other words is by its list alone. */
async function findCodeNames(tx: Writer): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; label: string }>`
    with named as (select n.tier, n.name, d.starts_on, lag(n.name) over (partition by n.tier order by d.starts_on) as before from casework.tier_name n join casework.tier_document d on d.id = n.document),
    called as (select tier, string_agg(case when before is null then name else 'called ' || name || ' from ' || to_char(starts_on, 'FMDD FMMonth YYYY') end, ', ' order by starts_on) as name
      from named where before is distinct from name group by tier)
    select code, min(label) as label from (select code, label from casework.code union select tier, name from called) k group by code having count(distinct label) = 1`.execute(
    tx,
  )
  const listed = await tx.selectFrom('casework.code').select(['list', 'code', 'label']).execute()
  return new Map([
    ...rows.map(({ code, label }) => [code, label] as const),
    ...listed.map(({ list, code, label }) => [`${list} ${code}`, label] as const),
  ])
}

/** What can be answered to the questions of every version of the form, by version, question and code. */
async function findOptionWords(tx: Writer): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('casework.form_line').select(['form_version as version', 'field', 'options']).execute()
  return new Map(
    rows.flatMap(({ version, field, options }) =>
      (options as unknown as readonly (readonly [string, string])[]).map(
        ([code, words]) => [`${version} ${field} ${code}`, words] as const,
      ),
    ),
  )
}

/** Everything that is held for an open request, in reading order with what is decided; reading it is written as a look. Nothing for one that is over. */
export async function findHeld(tx: Writer, request: RequestLine) {
  const { rows: relatives } = await sql<
    Relative & { part: string }
  >`select id, name, part from casework.people_of_request(${request.id}::uuid)`.execute(tx)
  const { rows: held } = await sql<HeldRow>`
    select source, record, episode, content, is_hidden as "isHidden", digest from casework.held_for(${request.id}::uuid)`.execute(tx)
  const { rows: decisions } = await sql<EntryDecision>`
    select source, record, digest, verdict, given, exemption, because from casework.access_entry where request = ${request.id}::uuid`.execute(
    tx,
  )
  const names = new Map([
    ...(await findCodeNames(tx)),
    ...(await findNames(tx, idsIn(held))),
    ...relatives.map(({ id, name }) => [id, name] as const),
  ])
  const about = { subject: request.subject, relatives, names, options: await findOptionWords(tx), codes: heldCodes }
  const entries = decidedEntries(readingEntries(held, about), decisions)
  return { entries, relatives, names, subjectName: names.get(request.subject) ?? '' }
}
/** What is held, as the worksheet shows it. */
export type HeldRecord = Awaited<ReturnType<typeof findHeld>>
