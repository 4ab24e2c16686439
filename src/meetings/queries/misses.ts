import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import { placeKey } from '../rules/presence.ts'

/** Somebody was asked why they missed a meeting (G12). */
export interface AbsenceQuestion {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly place: string
  readonly person: string
  readonly name: string
  readonly askedAt: Temporal.Instant
  /** '' until it was answered. */
  readonly explanation: string
  readonly explainedAt: Temporal.Instant | null
  readonly version: number
}

const questions = (reader: Reader) => reader.selectFrom('meetings.absence_question').selectAll()
type QuestionRow = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number]

function questionOf({ id, meeting, body, seat, place, person, name, explanation, version, ...row }: QuestionRow): AbsenceQuestion {
  const when = { askedAt: row.asked_at, explainedAt: row.explained_at }
  return { id, meeting, body, place: placeKey(seat, place), person, name, explanation, version, ...when }
}

/** One question; undefined where there is none that the reader may know of: the clerk, the chair, and whoever was asked. */
export async function findAbsenceQuestion(reader: Reader, id: string): Promise<AbsenceQuestion | undefined> {
  const row = isUuid(id) ? await questions(reader).where('id', '=', id).executeTakeFirst() : undefined
  return row && questionOf(row)
}

/** The questions that were asked on a body's behalf. */
export async function findAbsenceQuestions(reader: Reader, body: string): Promise<readonly AbsenceQuestion[]> {
  return (await questions(reader).where('body', '=', body).orderBy('asked_at').execute()).map(questionOf)
}

/** What somebody was asked and has not answered. */
export async function findOpenQuestions(reader: Reader, person: string): Promise<readonly AbsenceQuestion[]> {
  const open = questions(reader).where('person', '=', person).where('explained_at', 'is', null)
  return (await open.orderBy('asked_at').execute()).map(questionOf)
}

/** A letter to a chief officer: drafted here, sent by a person. */
export interface OfficerLetter {
  readonly id: string
  readonly body: string
  readonly place: string
  readonly person: string
  readonly name: string
  readonly organisation: string
  readonly missed: readonly Temporal.PlainDate[]
  readonly text: string
  readonly draftedAt: Temporal.Instant
  readonly sentOn: Temporal.PlainDate | null
  readonly sentTo: string
  readonly version: number
}

const letters = (reader: Reader) => reader.selectFrom('meetings.officer_letter').selectAll()
type LetterRow = Awaited<ReturnType<ReturnType<typeof letters>['execute']>>[number]

function letterOf({ id, body, seat, place, person, name, organisation, missed, text, version, ...row }: LetterRow): OfficerLetter {
  const kept = { draftedAt: row.drafted_at, sentOn: row.sent_on, sentTo: row.sent_to }
  return { id, body, place: placeKey(seat, place), person, name, organisation, missed, text, version, ...kept }
}

/** One letter; undefined where there is none that the reader may know of. */
export async function findLetter(reader: Reader, id: string): Promise<OfficerLetter | undefined> {
  const row = isUuid(id) ? await letters(reader).where('id', '=', id).executeTakeFirst() : undefined
  return row && letterOf(row)
}

/** The letters of a body, the latest first. */
export async function findLetters(reader: Reader, body: string): Promise<readonly OfficerLetter[]> {
  return (await letters(reader).where('body', '=', body).orderBy('drafted_at', 'desc').execute()).map(letterOf)
}

/** The meetings of a body that were held on these days, by day. */
export async function findHeldOn(reader: Reader, body: string, days: readonly Temporal.PlainDate[]): Promise<ReadonlyMap<string, string>> {
  if (days.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetings.meeting')
    .select(['id', 'held_on as heldOn'])
    .where('body', '=', body)
    .where('state', '=', 'ended')
    .where('held_on', 'in', [...days])
    .execute()
  return new Map(rows.map(({ id, heldOn }) => [heldOn.toString(), id]))
}

/** A question about an absence, as the access matrix names it. */
export function guardedAbsence({ body, meeting, person }: Pick<AbsenceQuestion, 'body' | 'meeting' | 'person'>): Guarded {
  return { record: 'absence-question', state: 'draft', ties: { body, meeting, about: person } }
}

/** A letter, as the access matrix names it. */
export function guardedLetter(body: string): Guarded {
  return { record: 'officer-letter', state: 'draft', ties: { body } }
}
