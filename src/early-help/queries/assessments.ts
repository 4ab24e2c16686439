import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { Answer } from '../rules/assessment-form.ts'
import { findNames } from './names.ts'

/** An assessment: its number, its days, and by which version of the form it is made. */
export interface AssessmentLine {
  readonly id: string
  readonly number: string
  readonly revision: number
  readonly corrects: string | undefined
  readonly correctedBecause: string
  readonly formVersion: string
  readonly startedOn: Temporal.PlainDate
  readonly sentOn: Temporal.PlainDate | undefined
  readonly completedAt: Temporal.Instant | undefined
  /** Why it was begun by mistake, with who said so; undefined where it stands. */
  readonly takenBack: { readonly at: Temporal.Instant; readonly by: string; readonly because: string } | undefined
  /** It is being made: neither complete nor taken back. */
  readonly isOpen: boolean
  readonly startedBy: string
  readonly version: number
}

/** Assessments of a family that one may read, the latest first. */
export async function listAssessments(reader: Reader, episode: string): Promise<readonly AssessmentLine[]> {
  const rows = await reader
    .selectFrom('casework.assessment')
    .where('episode', '=', episode)
    .select(['id', 'number', 'revision', 'corrects', 'corrected_because as correctedBecause', 'form_version as formVersion'])
    .select(['started_on as startedOn', 'sent_on as sentOn', 'completed_at as completedAt', 'entered_by as startedBy', 'version'])
    .select(['taken_back_at as takenBackAt', 'taken_back_by as takenBackBy', 'taken_back_because as takenBackBecause'])
    .orderBy('entered_at', 'desc')
    .orderBy('revision', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ startedBy, takenBackBy }) => [startedBy, ...(takenBackBy ? [takenBackBy] : [])]),
  )
  return rows.map(({ takenBackAt, takenBackBy, takenBackBecause, ...row }) => ({
    ...row,
    corrects: row.corrects ?? undefined,
    sentOn: row.sentOn ?? undefined,
    completedAt: row.completedAt ?? undefined,
    takenBack: takenBackAt ? { at: takenBackAt, by: names.get(takenBackBy ?? '') ?? '', because: takenBackBecause } : undefined,
    isOpen: !row.completedAt && !takenBackAt,
    startedBy: names.get(row.startedBy) ?? '',
  }))
}

/** One of them. @throws NotFound where there is none that one may read */
export async function findAssessment(reader: Reader, episode: string, id: string): Promise<AssessmentLine> {
  const found = isUuid(id) ? (await listAssessments(reader, episode)).find((one) => one.id === id) : undefined
  if (!found) throw new NotFound('No such assessment.')
  return found
}

/** What was answered, as far as one may read it. */
export async function findAnswers(reader: Reader, assessment: string): Promise<readonly Answer[]> {
  const rows = await reader
    .selectFrom('casework.answer')
    .where('assessment', '=', assessment)
    .select(['field', 'row', 'codes', 'day', 'partial_day as partialDay', 'number', 'words'])
    .execute()
  return rows.map(answerOf)
}

const answerOf = <Row extends { day: Temporal.PlainDate | null; partialDay: string | null; number: number | null }>(row: Row) => ({
  ...row,
  day: row.day ?? undefined,
  partialDay: row.partialDay ?? undefined,
  number: row.number ?? undefined,
})

/** A part as it was saved last. */
export interface SavedPart {
  readonly part: string
  readonly savedBy: string
  readonly savedAt: Temporal.Instant
  readonly version: number
}

/** The parts that were saved, by whom and when. */
export async function findSavedParts(reader: Reader, assessment: string): Promise<ReadonlyMap<string, SavedPart>> {
  const rows = await reader
    .selectFrom('casework.assessment_part')
    .where('assessment', '=', assessment)
    .select(['part', 'saved_by as savedBy', 'saved_at as savedAt', 'version'])
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ savedBy }) => savedBy),
  )
  return new Map(rows.map((row) => [row.part, { ...row, savedBy: names.get(row.savedBy) ?? '' }]))
}

/** What whoever asks has typed and not saved, by part; nobody else's. */
export async function findDrafts(reader: Reader, assessment: string) {
  const rows = await reader
    .selectFrom('casework.assessment_draft')
    .where('assessment', '=', assessment)
    .select(['part', 'fields', 'seen_version as seenVersion', 'saved_at as savedAt'])
    .execute()
  return new Map(rows.map((row) => [row.part, { ...row, fields: row.fields as unknown as FormBody }]))
}

/** What each of the family says of an assessment, whom it is about, who writes it, and who signed it; as far as one may read each of these. */
export async function findAround(reader: Reader, assessment: string) {
  const views = await reader
    .selectFrom('casework.assessment_view as v')
    .leftJoin('casework.person as p', 'p.id', 'v.person')
    .where('v.assessment', '=', assessment)
    .select(['v.person', 'p.name', 'v.took_part as tookPart', 'v.verdict', 'v.words', 'v.said_on as saidOn', 'v.version'])
    .orderBy('v.entered_at')
    .execute()
  const children = await reader
    .selectFrom('casework.assessment_child as c')
    .innerJoin('casework.person as p', 'p.id', 'c.person')
    .where('c.assessment', '=', assessment)
    .select(['c.person', 'p.name'])
    .orderBy('p.born_on')
    .execute()
  const authors = await reader
    .selectFrom('casework.assessment_author')
    .where('assessment', '=', assessment)
    .where('ended_at', 'is', null)
    .select(['id', 'person'])
    .orderBy('entered_at')
    .execute()
  const signatures = await reader
    .selectFrom('casework.assessment_signature')
    .where('assessment', '=', assessment)
    .select(['name', 'capacity', 'evidence', 'signed_on as signedOn'])
    .orderBy('signed_on')
    .execute()
  const names = await findNames(
    reader,
    authors.map(({ person }) => person),
  )
  return { views, children, signatures, authors: authors.map((row) => ({ ...row, name: names.get(row.person) ?? '' })) }
}

/** Numbers of the assessments that are about somebody of a family, by person. */
export async function findNumbersOf(reader: Reader, family: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader
    .selectFrom('casework.assessment_child as c')
    .innerJoin('casework.assessment as a', 'a.id', 'c.assessment')
    .where('c.family', '=', family)
    .where('a.taken_back_at', 'is', null)
    .select(['c.person', 'a.number'])
    .distinct()
    .execute()
  return new Map([...Map.groupBy(rows, ({ person }) => person)].map(([person, all]) => [person, all.map(({ number }) => number)]))
}

/** Who was asked to contribute to an assessment, and what became of it. */
export async function findContributions(reader: Reader, assessment: string) {
  const rows = await reader
    .selectFrom('casework.contribution')
    .where('assessment', '=', assessment)
    .select(['id', 'part', 'person', 'organisation', 'entered_at as askedAt', 'contributed_at as contributedAt'])
    .select(['declined_at as declinedAt', 'declined_because as declinedBecause', 'taken_back_at as takenBackAt', 'version'])
    .orderBy('entered_at')
    .execute()
  const answers = await reader
    .selectFrom('casework.contributed_answer as a')
    .innerJoin('casework.contribution as c', 'c.id', 'a.contribution')
    .where('c.assessment', '=', assessment)
    .select(['a.contribution', 'a.field', 'a.row', 'a.codes', 'a.day', 'a.partial_day as partialDay', 'a.number', 'a.words'])
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows.map((row) => ({
    ...row,
    name: names.get(row.person) ?? '',
    organisationName: names.get(row.organisation) ?? '',
    answers: answers.filter(({ contribution }) => contribution === row.id).map(({ contribution: _, ...answer }) => answerOf(answer)),
  }))
}

/** What whoever asks is asked to contribute to, now. */
export async function findMyContributions(reader: Reader, person: string) {
  return reader
    .selectFrom('casework.contribution')
    .where('person', '=', person)
    .where('contributed_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('taken_back_at', 'is', null)
    .select(['id', 'entered_at as askedAt'])
    .orderBy('entered_at')
    .execute()
}
