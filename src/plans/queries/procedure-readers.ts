import { sql } from 'kysely'
import { findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Procedure } from './procedures.ts'
import { findProcedure } from './procedures.ts'

/** How many people of an agency must read a version, and how many said they have. */
export interface AgencyReadings {
  readonly agency: string
  readonly must: number
  readonly have: number
}

/** Somebody who must read a version, or has. */
export interface NamedReader {
  readonly name: string
  readonly agency: string
  /** False: they read it without having to. */
  readonly must: boolean
  readonly readOn: Temporal.PlainDate | null
}

/** What somebody said of a procedure. */
export interface ProcedureFeedback {
  readonly id: string
  readonly procedure: string
  readonly person: string
  readonly name: string
  /** Number of the version that it is about. */
  readonly number: number
  readonly text: string
  readonly givenOn: Temporal.PlainDate
  /** '' until the owner answers. */
  readonly answer: string
  readonly answeredOn: Temporal.PlainDate | null
  readonly answeredName: string
  readonly version: number
}

interface ReaderRow {
  readonly person: string
  readonly organisation: string | null
  readonly must: boolean
  readonly read_on: Temporal.PlainDate | null
}

const nowhere = 'No agency recorded'

/** Of each agency how many must read a version and have, by name of the agency; nothing for whoever may not see these counts. */
export async function findAgencyReadings(reader: Reader, version: string): Promise<readonly AgencyReadings[]> {
  const rows = await reader
    .selectFrom(sql<{ organisation: string | null; must: number; have: number }>`plans.readings_of(${version}::uuid)`.as('r'))
    .select(['r.organisation', 'r.must', 'r.have'])
    .execute()
  if (rows.length === 0) return []
  const agencies = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return rows
    .map(({ organisation, must, have }) => ({ agency: agencies.get(organisation ?? '') ?? nowhere, must, have }))
    .toSorted((a, b) => a.agency.localeCompare(b.agency))
}

/** Who must read a version, and who has, by name: whoever has not read it first; nothing for whoever may not see names. */
export async function findNamedReaders(reader: Reader, version: string): Promise<readonly NamedReader[]> {
  const rows = await reader
    .selectFrom(sql<ReaderRow>`plans.readers_of(${version}::uuid)`.as('r'))
    .select(['r.person', 'r.organisation', 'r.must', 'r.read_on as readOn'])
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ person }) => person)
  const names = await findPeopleNames(reader, ids)
  const agencies = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return rows
    .map(({ person, organisation, must, readOn }) => ({
      ...{ name: names.get(person) ?? 'Somebody', agency: agencies.get(organisation ?? '') ?? nowhere, must, readOn },
    }))
    .toSorted((a, b) => Number(a.readOn !== null) - Number(b.readOn !== null) || a.name.localeCompare(b.name))
}

/** When somebody said they read a version; undefined where they have not. */
export async function findOwnReading(reader: Reader, version: string, person: string): Promise<Temporal.PlainDate | undefined> {
  const row = await reader
    .selectFrom('plans.procedure_reading')
    .select('read_on as readOn')
    .where('of_version', '=', version)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.readOn
}

/** The versions in force that whoever asks must read and has not confirmed, with their procedures. */
export async function findOwnUnread(
  reader: Reader,
): Promise<readonly { readonly id: string; readonly body: string; readonly title: string }[]> {
  return reader
    .selectFrom('plans.procedure_version as v')
    .innerJoin('plans.procedure as p', 'p.id', 'v.procedure')
    .select(['p.id', 'p.body', 'p.title'])
    .where(sql<boolean>`v.id = any ((select plans.my_unread_procedures())::uuid[])`)
    .orderBy('p.title')
    .limit(100)
    .execute()
}

function feedback(reader: Reader) {
  return reader
    .selectFrom('plans.procedure_feedback as f')
    .innerJoin('plans.procedure_version as v', 'v.id', 'f.of_version')
    .select(['f.id', 'f.procedure', 'f.person', 'f.name', 'v.number', 'f.text', 'f.given_on as givenOn', 'f.answer'])
    .select(['f.answered_on as answeredOn', 'f.answered_name as answeredName', 'f.version'])
}

/** What people said of a procedure, as far as one may see it: the latest first, at most 200. */
export async function findProcedureFeedback(reader: Reader, procedure: string): Promise<readonly ProcedureFeedback[]> {
  return feedback(reader).where('f.procedure', '=', procedure).orderBy('f.given_on', 'desc').orderBy('f.id', 'desc').limit(200).execute()
}

/** One of them, with its procedure. @throws NotFound where there is none that one may see */
export async function findOneFeedback(
  reader: Reader,
  id: string,
): Promise<{ readonly said: ProcedureFeedback; readonly procedure: Procedure }> {
  const said = isUuid(id) ? await feedback(reader).where('f.id', '=', id).executeTakeFirst() : undefined
  if (!said) throw new NotFound('Nobody said that.')
  return { said, procedure: await findProcedure(reader, said.procedure) }
}
