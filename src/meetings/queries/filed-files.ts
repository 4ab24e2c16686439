import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { type FileFindings, type FileKind, readFindings } from '#platform/paper/file-findings.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import { accessOf, type FileAccess } from '../rules/file-access.ts'
import type { Sight } from '../rules/meeting.ts'
import type { FiledPurpose } from '../rules/minutes-file.ts'

/** A file that is filed with the minutes of a meeting, under one of its items. */
export interface FiledFile {
  readonly id: string
  readonly minutes: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly item: string
  readonly category: Category
  readonly purpose: FiledPurpose
  readonly title: string
  readonly givenBy: string
  readonly kind: FileKind
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** sha-256 of the stored file. */
  readonly document: string
  /** Of a PDF; null for the others. */
  readonly pages: number | null
  readonly alternativeText: string
  readonly findings: FileFindings
  readonly madeAt: Temporal.Instant
  /** Null for what is filed; else it was taken back then, and clerks and chair alone see it. */
  readonly takenBackAt: Temporal.Instant | null
  readonly takenBackReason: string
  readonly access: FileAccess
}

function files(reader: Reader) {
  return reader
    .selectFrom('meetings.minutes_file as f')
    .select([
      'f.id',
      'f.minutes',
      'f.meeting',
      'f.body',
      'f.sight',
      'f.item',
      'f.category',
      'f.purpose',
      'f.title',
      'f.given_by as givenBy',
    ])
    .select(['f.kind', 'f.file_name as fileName', 'f.media_type as mediaType', 'f.bytes', 'f.document', 'f.pages', 'f.findings'])
    .select(['f.alternative_text as alternativeText', 'f.made_at as madeAt'])
    .select(['f.taken_back_at as takenBackAt', 'f.taken_back_reason as takenBackReason'])
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

const fileOf = (row: Row): FiledFile => ({
  ...row,
  sight: row.sight as Sight,
  category: row.category as Category,
  purpose: row.purpose as FiledPurpose,
  kind: row.kind as FileKind,
  bytes: Number(row.bytes),
  findings: readFindings(row.findings),
  access: accessOf(row),
})

/** What is filed with the minutes of a meeting, in the order in which it was filed, as far as the reader may see it. */
export async function findFiledFiles(reader: Reader, meeting: string): Promise<readonly FiledFile[]> {
  const found = await files(reader).where('f.meeting', '=', meeting).orderBy('f.made_at').orderBy('f.id').execute()
  return found.map(fileOf)
}

/** A file of that meeting's minutes. @throws NotFound where there is none that one may see */
export async function findFiledFile(reader: Reader, meeting: string, id: string): Promise<FiledFile> {
  const row =
    isUuid(id) && isUuid(meeting)
      ? await files(reader).where('f.id', '=', id).where('f.meeting', '=', meeting).executeTakeFirst()
      : undefined
  if (!row) throw new NotFound('No such file.')
  return fileOf(row)
}

/** A filed file as the access matrix names it. */
export function guardedFiledFile({ sight, body, meeting }: Pick<FiledFile, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'minutes-file', state: sight, ties: { body, meeting } }
}
