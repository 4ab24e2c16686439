import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { ContentClass } from '../rules/access.ts'
import type { FieldKind, FormDefinition, FormLine, RecordSource } from '../rules/assessment-form.ts'

/** The form of early help's assessment. */
export const ASSESSMENT_FORM = 'early-help-assessment'

/** A version of the form in a list. */
export interface FormVersionLine {
  readonly id: string
  readonly number: number
  readonly startsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** The versions of the form, the latest first; a draft has no first day. */
export async function listFormVersions(reader: Reader): Promise<readonly FormVersionLine[]> {
  const rows = await reader
    .selectFrom('casework.form_version as v')
    .innerJoin('casework.form as f', 'f.id', 'v.form')
    .where('f.code', '=', ASSESSMENT_FORM)
    .select(['v.id', 'v.number', 'v.starts_on as startsOn', 'v.version'])
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map(({ startsOn, ...row }) => ({ ...row, startsOn: startsOn ?? undefined }))
}

/** The version by which an assessment is made that begins on this day; undefined where none is published by then. */
export async function formOfDay(reader: Reader, day: Temporal.PlainDate): Promise<string | undefined> {
  const begun = (await listFormVersions(reader)).filter(({ startsOn }) => startsOn && Temporal.PlainDate.compare(startsOn, day) <= 0)
  return begun.sort((a, b) => Temporal.PlainDate.compare(b.startsOn ?? day, a.startsOn ?? day))[0]?.id
}

/** One version with its parts and questions in order. @throws NotFound where there is none */
export async function findDefinition(reader: Reader, id: string): Promise<FormDefinition> {
  const row = await reader
    .selectFrom('casework.form_version as v')
    .innerJoin('casework.form as f', 'f.id', 'v.form')
    .where('v.id', '=', id)
    .select(['v.id', 'v.form', 'f.name', 'v.number', 'v.starts_on as startsOn', 'v.version'])
    .executeTakeFirst()
  if (!row) throw new NotFound('No such version of the form.')
  const parts = await reader
    .selectFrom('casework.form_part')
    .where('form_version', '=', id)
    .select(['id', 'code', 'position', 'title', 'hint', 'class'])
    .orderBy('position')
    .execute()
  const lines = await findLines(reader, id)
  return {
    ...row,
    startsOn: row.startsOn ?? undefined,
    parts: parts.map((part) => ({
      ...part,
      class: part.class as ContentClass,
      lines: lines.filter((line) => line.part === part.id).map(({ part: _, ...line }) => line),
    })),
  }
}

async function findLines(reader: Reader, id: string): Promise<readonly (FormLine & { readonly part: string })[]> {
  const rows = await reader
    .selectFrom('casework.form_line as l')
    .innerJoin('casework.form_field as f', 'f.id', 'l.field')
    .where('l.form_version', '=', id)
    .select(['l.field', 'f.code', 'f.kind', 'l.class', 'f.source', 'f.inside', 'l.part', 'l.position', 'l.label', 'l.hint', 'l.options'])
    .select(['l.shown_if as shownIf', 'l.shown_codes as shownCodes', 'l.is_needed as isNeeded'])
    .orderBy('l.position')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as FieldKind,
    class: row.class as ContentClass,
    source: (row.source as RecordSource | null) ?? undefined,
    inside: row.inside ?? undefined,
    options: row.options as unknown as readonly (readonly [string, string])[],
    shownIf: row.shownIf ?? undefined,
  }))
}
