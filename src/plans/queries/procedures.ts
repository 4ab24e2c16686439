import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { paperSchema } from '#platform/paper/paper.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/plan.ts'
import type { ProcedureKind, ProcedureState } from '../rules/procedure.ts'

/** A procedure, guidance or policy, whatever its version. */
export interface Procedure {
  readonly id: string
  /** The body that answers for it. */
  readonly body: string
  readonly sight: Sight
  /** Who reads it once a version of it was issued. */
  readonly audience: 'members' | 'public'
  readonly kind: ProcedureKind
  readonly reference: string
  readonly title: string
  readonly themes: readonly string[]
  /** Null: the owner is a post or an agency. */
  readonly owner: string | null
  readonly ownerOrganisation: string | null
  readonly ownerName: string
  readonly reviewOn: Temporal.PlainDate | null
  /** First day on which none of it holds; null: it was not withdrawn. */
  readonly withdrawnOn: Temporal.PlainDate | null
  readonly withdrawnBecause: string
  readonly version: number
}

/** A version of a procedure without its text. */
export interface ProcedureVersion {
  readonly id: string
  readonly procedure: string
  readonly body: string
  readonly sight: Sight
  readonly number: number
  readonly state: ProcedureState
  /** What is different from the version before. */
  readonly changes: string
  /** sha-256 of the PDF that was brought; null for none. */
  readonly document: string | null
  readonly issuedOn: Temporal.PlainDate | null
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly revision: number
}

/** Somebody who was asked about a draft. */
export interface ProcedureOpinion {
  readonly id: string
  readonly ofVersion: string
  readonly consultee: string
  readonly askedOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly said: string
  readonly saidOn: Temporal.PlainDate | null
  /** What was changed because of it, or why nothing was; '' where that is not said yet. */
  readonly changed: string
  readonly version: number
}

function procedures(reader: Reader) {
  return reader
    .selectFrom('plans.procedure')
    .select(['id', 'body', 'sight', 'audience', 'kind', 'reference', 'title', 'themes', 'owner', 'owner_organisation as ownerOrganisation'])
    .select(['owner_name as ownerName', 'review_on as reviewOn', 'withdrawn_on as withdrawnOn', 'withdrawn_because as withdrawnBecause'])
    .select('version')
    .$narrowType<{ sight: Sight; audience: Procedure['audience']; kind: ProcedureKind }>()
}

function versions(reader: Reader) {
  return reader
    .selectFrom('plans.procedure_version')
    .select([
      'id',
      'procedure',
      'body',
      'sight',
      'number',
      'state',
      'changes',
      'document',
      'issued_on as issuedOn',
      'starts_on as startsOn',
    ])
    .select(['ends_on as endsOn', 'version as revision'])
    .$narrowType<{ sight: Sight; state: ProcedureState }>()
}

/** The procedures of a board, or of all, that one may see, by title; at most 1000. */
export async function listProcedures(reader: Reader, body?: string): Promise<readonly Procedure[]> {
  return procedures(reader)
    .$if(body !== undefined, (query) => query.where('body', '=', body ?? ''))
    .orderBy('title')
    .orderBy('id')
    .limit(1000)
    .execute()
}

/** One of them. @throws NotFound where there is none that one may see */
export async function findProcedure(reader: Reader, id: string): Promise<Procedure> {
  const found = isUuid(id) ? await procedures(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new NotFound('No such procedure.')
  return found
}

/** The versions of some procedures that one may see, the latest first. */
export async function findProcedureVersions(reader: Reader, ids: readonly string[]): Promise<readonly ProcedureVersion[]> {
  if (ids.length === 0) return []
  return versions(reader)
    .where('procedure', 'in', [...ids])
    .orderBy('number', 'desc')
    .execute()
}

/** The text of a version; without blocks where it is a document alone. */
export async function findProcedureText(reader: Reader, version: string): Promise<Paper> {
  const row = await reader.selectFrom('plans.procedure_version').select('text').where('id', '=', version).executeTakeFirst()
  if (!row) throw new NotFound('No such version.')
  return paperSchema.parse(row.text)
}

function opinions(reader: Reader) {
  return reader
    .selectFrom('plans.procedure_opinion')
    .select([
      'id',
      'of_version as ofVersion',
      'consultee',
      'asked_on as askedOn',
      'due_on as dueOn',
      'said',
      'said_on as saidOn',
      'changed',
    ])
    .select('version')
}

/** Who was asked about a version, in the order in which they were asked. */
export async function findProcedureOpinions(reader: Reader, version: string): Promise<readonly ProcedureOpinion[]> {
  return opinions(reader).where('of_version', '=', version).orderBy('asked_on').orderBy('consultee').orderBy('id').execute()
}

/** One of them, with the procedure of its version. @throws NotFound where there is none that one may see */
export async function findProcedureOpinion(reader: Reader, id: string) {
  const opinion = isUuid(id) ? await opinions(reader).where('id', '=', id).executeTakeFirst() : undefined
  const version = opinion ? await versions(reader).where('id', '=', opinion.ofVersion).executeTakeFirst() : undefined
  if (!opinion || !version) throw new NotFound('Nobody was asked that.')
  return { opinion, version, procedure: await findProcedure(reader, version.procedure) }
}

/** Whose people must read a procedure: ids of organisations and of bodies. */
export async function findProcedureAudience(reader: Reader, procedure: string) {
  const rows = await reader
    .selectFrom('plans.procedure_audience')
    .select(['organisation', 'readers_of as readersOf'])
    .where('procedure', '=', procedure)
    .execute()
  return {
    organisations: rows.flatMap(({ organisation }) => organisation ?? []),
    bodies: rows.flatMap(({ readersOf }) => readersOf ?? []),
  }
}

/** When a procedure was looked at again, the latest first. */
export async function findProcedureReviews(reader: Reader, procedure: string) {
  return reader
    .selectFrom('plans.procedure_review')
    .select(['reviewed_on as reviewedOn', 'outcome', 'next_on as nextOn', 'name'])
    .where('procedure', '=', procedure)
    .orderBy('reviewed_on', 'desc')
    .execute()
}

/** Whether whoever asks is among those who must read a procedure. */
export async function mustRead(reader: Reader, procedure: string): Promise<boolean> {
  const row = await reader
    .selectNoFrom([sql<boolean>`${procedure}::uuid = any (plans.my_procedures_to_read())`.as('mine')])
    .executeTakeFirstOrThrow()
  return row.mine
}

/** A procedure as the access matrix names it; its owner leads it. `reader`: somebody who must read it. */
export function guardedProcedure({ body, sight, owner }: Pick<Procedure, 'body' | 'sight' | 'owner'>, reader?: string): Guarded {
  return { record: 'procedure', state: sight, ties: { body, leads: owner === null ? [] : [owner], about: reader } }
}
/** The library of a board before there is anything in it. */
export const guardedLibrary = (body: string): Guarded => ({ record: 'procedures', state: 'any', ties: { body } })
