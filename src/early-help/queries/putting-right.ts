import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ContentClass } from '../rules/access.ts'
import type { RightSource } from '../words/putting-right.ts'
import type { capturedWords } from '../words/voice.ts'
import { findNames } from './names.ts'

/** What is asked to be put right, or was found wrong, with what was decided; the latest first; of what is open to whoever looks. */
export async function findRectifications(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.rectification')
    .select(['id', 'class', 'source', 'record', 'kind', 'said', 'wanted', 'asked_by as askedBy', 'entitled_by as entitledBy'])
    .select(['received_on as receivedOn', 'due_on as dueOn', 'verdict', 'because', 'told_how as toldHow', 'decided_by as decidedBy'])
    .select(['decided_at as decidedAt', 'entered_by as enteredBy', 'version', 'is_of_closed as isOfClosed'])
    .where('episode', '=', episode)
    .orderBy('entered_at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ decidedBy, enteredBy }) => [decidedBy, enteredBy]),
  )
  return rows.map((row) => ({
    ...row,
    class: row.class as ContentClass,
    source: row.source as RightSource | 'other',
    kind: row.kind as 'asked' | 'mistake',
    verdict: (row.verdict as 'put-right' | 'refused' | null) ?? undefined,
    decidedByName: names.get(row.decidedBy ?? '') ?? '',
    enteredByName: names.get(row.enteredBy) ?? '',
  }))
}
/** One of them. */
export type Rectification = Awaited<ReturnType<typeof findRectifications>>[number]

/** What somebody says against something that is recorded, the latest first; of what is open to whoever looks. */
export async function findDissents(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.dissent')
    .select(['id', 'class', 'who', 'about', 'words', 'captured', 'said_on as saidOn', 'withheld_from as withheldFrom', 'rectification'])
    .where('episode', '=', episode)
    .orderBy('said_on', 'desc')
    .orderBy('entered_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, class: row.class as ContentClass, captured: row.captured as keyof typeof capturedWords }))
}
/** One of them. */
export type Dissent = Awaited<ReturnType<typeof findDissents>>[number]

/** What waits to be put right of families that one leads: ids and the days by which it is answered. */
export async function findRectificationsWaiting(reader: Reader) {
  return reader
    .selectFrom(sql<{ id: string; episode: string; due_on: Temporal.PlainDate }>`casework.rectifications_waiting()`.as('waiting'))
    .select(['waiting.id', 'waiting.episode', 'waiting.due_on as dueOn'])
    .execute()
}

/** A record as it stands, with the columns that can be put right; undefined where it is not of this family, or not open. */
export async function findRecord(reader: Reader, of: { readonly episode: string; readonly source: RightSource; readonly record: string }) {
  const { episode, source, record } = of
  if (source === 'own_words') {
    const row = await reader
      .selectFrom('casework.own_words')
      .select(['words', 'captured', 'name', 'said_on as on'])
      .where('id', '=', record)
      .where('episode', '=', episode)
      .executeTakeFirst()
    return row && { source, ...row }
  }
  if (source === 'scale_reading') {
    const row = await reader
      .selectFrom('casework.scale_reading')
      .select(['question', 'standing', 'value', 'why', 'one_higher', 'captured', 'name', 'said_on as on'])
      .where('id', '=', record)
      .where('episode', '=', episode)
      .executeTakeFirst()
    return row && { source, ...row }
  }
  const row = await reader
    .selectFrom('casework.person_fact as f')
    .innerJoin('casework.person as p', 'p.id', 'f.person')
    .leftJoin('casework.code as c', (join) => join.onRef('c.list', '=', 'f.kind').onRef('c.code', '=', 'f.code'))
    .select(['f.kind', 'f.standing', 'f.code', 'c.label', 'f.words', 'f.source as origin', 'f.known_on', 'p.name', 'f.known_on as on'])
    .where('f.id', '=', record)
    .where('f.episode', '=', episode)
    .executeTakeFirst()
  return row && { source, ...row }
}
/** A record as it stands. */
export type RightRecord = NonNullable<Awaited<ReturnType<typeof findRecord>>>
