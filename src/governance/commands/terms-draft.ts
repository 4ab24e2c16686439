import type { Acting, Database } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findBodyById } from '../queries/bodies.ts'
import { emptyTerms } from '../rules/terms/empty.ts'
import { parseTerms, printTerms } from '../rules/terms/portable.ts'
import type { Terms } from '../rules/terms/terms.ts'
import { insertDraft, lockDraft, type Numbered, twice } from './terms.ts'
import { command, record } from './write-record.ts'

/** The draft that a form was made from. */
export interface DraftAt {
  readonly body: string
  readonly number: number
  readonly version: number
}

/**
 * Changes one section of a draft (G18). A draft is a whole document at every step: what nobody has gone through yet is not stated.
 * Problems: those of the change, and those of the format, for the form as a whole. @throws Conflict where somebody else saved first.
 */
export async function changeTermsDraft(
  db: Database,
  acting: Acting,
  at: DraftAt,
  section: string,
  change: (terms: Terms) => Result<Terms, FieldProblem>,
): Promise<Result<Numbered, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const draft = await lockDraft(tx, acting, at, 'change')
    const changed = change(draft.terms)
    if (!changed.ok) return changed
    const parsed = parseTerms(changed.value)
    if (!parsed.ok) {
      const [{ code, path, detail }] = parsed.problems
      return fail({ field: '', code: `draft-${code}`, details: { path, detail } })
    }
    await tx
      .updateTable('governance.terms_version')
      .set({ document: printTerms(parsed.value), version: draft.version + 1 })
      .where('id', '=', draft.id)
      .execute()
    await record(tx, draft.actor, 'terms.changed', 'terms', draft.id, { number: at.number, section, terms: parsed.value })
    return succeed({ number: at.number })
  })
}

/** Starts a draft in which nothing is stated yet. Problems: 'no-terms-for-kind' where the format knows no such kind of body. */
export async function beginTermsDraft(db: Database, acting: Acting, body: string): Promise<Result<Numbered, FieldProblem>> {
  return command(db, acting, twice, async (tx) => {
    const found = await findBodyById(tx, body, acting.today)
    if (found === undefined) throw new NotFound()
    const terms = emptyTerms(found, acting.today)
    return terms === undefined ? fail({ field: '', code: 'no-terms-for-kind' }) : insertDraft(tx, acting, body, terms)
  })
}
