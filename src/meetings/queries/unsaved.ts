import type { Acting, Reader } from '#platform/database/session.ts'
import { postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** What the form is for whose words are kept: the draft of a paper, or the minutes of a meeting. */
export interface KeptSubject {
  readonly kind: 'paper' | 'minutes'
  /** Version of the paper that is the draft, or the minutes. */
  readonly id: string
  readonly meeting: string
}

/** Words that somebody typed and did not save. */
export interface KeptWords {
  /** Version of the record that stood in the form at first. */
  readonly base: number
  /** Counts how often they were kept, from 1. */
  readonly revision: number
  /** By the names of the form's fields. */
  readonly fields: Readonly<Record<string, string>>
  readonly keptAt: Temporal.Instant
}

/** The unsaved words of whoever asks, and of nobody else; undefined for none. */
export async function findKept(
  reader: Reader,
  { actor }: Acting,
  subject: Pick<KeptSubject, 'kind' | 'id'>,
): Promise<KeptWords | undefined> {
  if (actor === undefined) return undefined
  const row = await reader
    .selectFrom('meetings.unsaved_text')
    .select(['base', 'revision', 'fields', 'kept_at as keptAt'])
    .where('actor', '=', actor)
    .where('kind', '=', subject.kind)
    .where('subject', '=', subject.id)
    .executeTakeFirst()
  return row && { ...row, fields: row.fields as Readonly<Record<string, string>> }
}

/** Whether unsaved words say anything that what is saved does not; line ends and spaces at the ends say nothing. */
export function saysMore({ fields }: Pick<KeptWords, 'fields'>, saved: FormBody): boolean {
  return Object.entries(fields).some(([name, typed]) => typed.trim() !== postedText(saved[name]).trim())
}
