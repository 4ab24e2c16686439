import { sql } from 'kysely'
import { type Writer, writeAs } from '#platform/database/session.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { TypedInput } from '../forms/typed.ts'
import type { CommandNeeds, Doer } from '../needs.ts'
import { findKept, type KeptSubject } from '../queries/unsaved.ts'

/** The record that a form writes, as it is saved now. */
export interface SavedForm {
  readonly subject: KeptSubject
  readonly version: number
  /** As the form would show it. */
  readonly fields: FormBody
}

/** Words were kept; or something newer stands on the server, and nothing was overwritten. */
export type KeepOutcome =
  | { readonly kept: true; readonly revision: number }
  | {
      readonly kept: false
      readonly version: number
      readonly revision: number
      readonly fields: FormBody
      readonly why: 'saved-elsewhere' | 'typed-elsewhere'
    }

/**
 * Keeps what somebody is typing, for that person alone (X5). No version is made and the audit says nothing: saving does that.
 * @param find - finds what the form writes, and refuses whoever may not write it
 */
export async function keepTyped(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  typed: TypedInput,
  find: (tx: Writer) => Promise<SavedForm>,
): Promise<KeepOutcome> {
  return writeAs(needs.db, doer, async (tx) => {
    const { subject, version, fields } = await find(tx)
    const before = await findKept(tx, doer, subject)
    if (version !== typed.base) return { kept: false, version, revision: before?.revision ?? 0, fields, why: 'saved-elsewhere' }
    if (before && before.revision !== typed.revision && !sameWords(before.fields, typed.fields))
      return { kept: false, version, revision: before.revision, fields: before.fields, why: 'typed-elsewhere' }
    const revision = (before?.revision ?? typed.revision) + 1
    const row = { base: version, revision, fields: JSON.stringify(typed.fields), kept_at: doer.now }
    const written = await tx
      .insertInto('meetings.unsaved_text')
      .values({ actor: doer.actor, kind: subject.kind, subject: subject.id, meeting: subject.meeting, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['actor', 'kind', 'subject'])
          .doUpdateSet(row)
          .where('meetings.unsaved_text.revision', '=', before?.revision ?? 0),
      )
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 1n) return { kept: true, revision }
    // Another tab of the same person was faster by the blink of an eye.
    const other = await findKept(tx, doer, subject)
    return { kept: false, version, revision: other?.revision ?? 0, fields: other?.fields ?? fields, why: 'typed-elsewhere' }
  })
}

function sameWords(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''))
}

/** Forgets the unsaved words of whoever acts: they were saved, or are not wanted. */
export async function forgetTyped(tx: Writer, doer: Doer, { kind, id }: Pick<KeptSubject, 'kind' | 'id'>): Promise<void> {
  await tx.deleteFrom('meetings.unsaved_text').where('actor', '=', doer.actor).where('kind', '=', kind).where('subject', '=', id).execute()
}

/** How long words that were never saved are kept. */
const KEPT = { hours: 30 * 24 } as const

/** Takes away what was typed and not saved for thirty days, unread; as the system. Returns how many. */
export async function forgetOldTyped(tx: Writer, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select meetings.forget_old_unsaved(${now.subtract(KEPT)}) as gone`.execute(tx)
  return rows[0]?.gone ?? 0
}
