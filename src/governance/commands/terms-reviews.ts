import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { findTermsVersion, findTermsVersionInForce, listTermsVersions } from '../queries/terms.ts'
import { permit } from './permit.ts'
import { insertDraft, type Numbered, twice } from './terms.ts'
import { command, record } from './write-record.ts'

/** What a body said when it looked at its terms again. */
export interface TermsReviewFields {
  readonly outcome: 'kept' | 'amended'
  readonly reviewedOn: Temporal.PlainDate
  readonly decidedIn: string
  readonly decision: string | undefined
}

const constraints = { ...twice, terms_review_once: { field: 'reviewedOn', code: 'reviewed-that-day' } }

/**
 * Records the review of the version in force (G16): it is kept as it is, or amended, for which a draft is started where none waits.
 * Hands back the number of that draft; of the version itself where it is kept. Problems: 'not-in-force', 'in-the-future', 'before-terms', 'reviewed-that-day'.
 */
export async function recordTermsReview(
  db: Database,
  acting: Acting,
  input: TermsReviewFields & { readonly body: string; readonly number: number },
): Promise<Result<Numbered, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { body, number, outcome, reviewedOn, decidedIn, decision } = input
    const { actor } = await permit(tx, acting, { record: 'terms-review', verb: 'record', ties: { body } })
    const version = await findTermsVersionInForce(tx, body, acting.today)
    if (version?.number !== number) return fail({ field: '', code: 'not-in-force' })
    if (Temporal.PlainDate.compare(reviewedOn, acting.today) > 0) return fail({ field: 'reviewedOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(reviewedOn, version.startsOn) < 0)
      return fail({ field: 'reviewedOn', code: 'before-terms', details: { day: dayInWords(version.startsOn) } })
    const draft = outcome === 'amended' ? await draftFor(tx, acting, body) : undefined
    const id = newId()
    await tx
      .insertInto('governance.terms_review')
      .values({
        ...{ id, terms_version: version.id, body, outcome, reviewed_on: reviewedOn, decided_in: decidedIn },
        ...{ decision: decision ?? null, draft: draft?.id ?? null },
      })
      .execute()
    await record(tx, actor, 'terms.reviewed', 'terms', version.id, input)
    return succeed({ number: draft?.number ?? number })
  })
}

/** The draft that waits already, or a copy of the version in force. */
async function draftFor(tx: Writer, acting: Acting, body: string): Promise<{ readonly id: string; readonly number: number }> {
  const waiting = (await listTermsVersions(tx, body)).find(({ state }) => state === 'draft')
  if (waiting) return waiting
  const inForce = await findTermsVersionInForce(tx, body, acting.today)
  if (inForce === undefined) throw new NotFound()
  const copied = await insertDraft(tx, acting, body, inForce.terms)
  const draft = copied.ok ? await findTermsVersion(tx, body, copied.value.number) : undefined
  if (draft === undefined) throw new NotFound()
  return draft
}
