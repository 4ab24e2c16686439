import { findStanding, type RecordStep } from '#governance/public-data.ts'
import { findMeeting } from '#meetings/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PartInput, ReviewChange, ReviewInput } from '../forms/review.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findReview, guardedReview, type Review } from '../queries/reviews.ts'
import { isAboutChildren, type PartKind, partsOf, refuseShowing } from '../rules/review.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

const columnsOf = ({ title, scope, outcomesSought, askedBy, announcedOn, lead, parentBody }: Omit<ReviewInput, 'kind'>) => ({
  ...{ title, scope, outcomes_sought: outcomesSought ?? '', asked_by: askedBy ?? '', announced_on: announcedOn },
  ...{ lead: lead ?? null, parent_body: parentBody ?? null },
})

/** Sets up a review: of scrutiny, after a child was harmed, or an inspection that was announced (S1, P7). A draft until it is shown. */
export async function addReview(needs: Needs, doer: Doer, body: string, input: ReviewInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'assurance-register', state: 'any', ties: { body } }, 'add')
    if (input.parentBody === body) return fail({ field: 'parentBody', code: 'own-parent' })
    const id = newId()
    await tx
      .insertInto('assurance.review')
      .values({ id, body, kind: input.kind, about_children: input.aboutChildren || isAboutChildren(input.kind), ...columnsOf(input) })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'review.added', subjectType: 'review', subject: id, content: JSON.stringify(input) })
    return succeed(id)
  })
}

/** One step of a review. */
export const reviewStep = (id: string, doer: Doer, verb: string, act: string, version?: number): RecordStep<Review> => ({
  find: (tx) => findReview(tx, id, doer.today),
  guard: guardedReview,
  ...{ verb, act: `review.${act}`, version },
})

/** Writes columns of a review in the version that was read. @throws Conflict */
export async function writeReview(tx: Writer, { id, version }: Review, columns: Readonly<Record<string, unknown>>): Promise<void> {
  demandOne(
    await tx
      .updateTable('assurance.review')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
}

/** Changes what a review is about; where its words change after somebody checked that no child can be known, that is checked again. */
export async function changeReview(needs: Needs, doer: Doer, id: string, input: ReviewChange): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'change', 'changed', input.version), async (tx, found) => {
    if (input.parentBody === found.body) return fail({ field: 'parentBody', code: 'own-parent' })
    const aboutChildren = input.aboutChildren || isAboutChildren(found.kind)
    if (found.sight === 'public' && aboutChildren) return fail({ field: '', code: 'take-back-first' })
    await writeReview(tx, found, {
      ...columnsOf(input),
      ...{ summary: input.summary ?? '', about_children: aboutChildren, anonymity_checked_on: null, anonymity_checked_by: null },
    })
    return succeed(id)
  })
}

/** Adds a part to a review: somebody of its panel, a session, a numbered finding, a lesson, a step of progress. What was added stays as it was. */
export async function addPart(
  needs: Needs,
  doer: Doer,
  id: string,
  kind: PartKind,
  input: PartInput,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, kind === 'evidence' ? 'evidence' : 'add', `${kind}-added`), async (tx, found) => {
    if (!partsOf(found.kind).includes(kind)) return fail({ field: '', code: 'no-such-part' })
    // What everybody reads of a child is checked before, and then nothing is added to it but how it goes.
    if (found.sight === 'public' && found.aboutChildren && kind !== 'progress') return fail({ field: '', code: 'take-back-first' })
    await insertPart(tx, doer, found, kind, input)
    return succeed(id)
  })
}

/** Puts parts into a review, numbered on from those it has. */
export async function insertPart(tx: Writer, doer: Doer, { id, parts }: Review, kind: PartKind, input: PartInput): Promise<void> {
  const number = Math.max(0, ...parts.filter((one) => one.kind === kind).map((one) => one.number)) + 1
  await tx
    .insertInto('assurance.review_part')
    .values({
      ...{ id: newId(), review: id, kind, number, heading: input.heading ?? '', organisation: input.organisation ?? null },
      ...{ on_day: input.onDay ?? null, text: input.text ?? '', actor: doer.actor, at: doer.now },
    })
    .execute()
}

/** Takes pages of the record into the evidence pack of an inspection; what stands in it already is left. */
export async function addEvidence(
  needs: Needs,
  doer: Doer,
  id: string,
  chosen: readonly { readonly address: string; readonly title: string }[],
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'evidence', 'evidence-added'), async (tx, found) => {
    if (!partsOf(found.kind).includes('evidence')) return fail({ field: '', code: 'no-such-part' })
    const kept = found.parts.filter(({ kind }) => kind === 'evidence')
    const fresh = chosen.filter(({ address }) => !kept.some(({ text }) => text === address))
    const from = Math.max(0, ...kept.map(({ number }) => number)) + 1
    if (fresh.length === 0) return succeed(id)
    await tx
      .insertInto('assurance.review_part')
      .values(
        fresh.map(({ address, title }, index) => ({
          ...{
            id: newId(),
            review: id,
            kind: 'evidence',
            number: from + index,
            heading: title,
            text: address,
            actor: doer.actor,
            at: doer.now,
          },
        })),
      )
      .execute()
    return succeed(id)
  })
}

/** Keeps that the review was reported to its parent committee, at which meeting of it. */
export async function reportReview(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly reportedOn: Temporal.PlainDate; readonly meeting: string | undefined; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'change', 'reported', input.version), async (tx, found) => {
    const { reportedOn, meeting } = input
    if (Temporal.PlainDate.compare(reportedOn, doer.today) > 0) return fail({ field: 'reportedOn', code: 'day-ahead' })
    if (Temporal.PlainDate.compare(reportedOn, found.announcedOn) < 0) return fail({ field: 'reportedOn', code: 'before-announced' })
    if (meeting !== undefined) {
      const { body } = await findMeeting(tx, meeting)
      if (body !== (found.parentBody ?? found.body)) return fail({ field: 'meeting', code: 'other-board' })
    }
    await writeReview(tx, found, { reported_on: reportedOn, report_meeting: meeting ?? null })
    return succeed(id)
  })
}

/** Shows a review to the members, or to everybody: with its recommendations. One from which a child could be known needs somebody who has checked it. */
export async function showReview(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly sight: 'members' | 'public'; readonly checked: boolean; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'show', 'shown', input.version), async (tx, found) => {
    if (found.sight === 'public' || found.sight === input.sight) return fail({ field: 'sight', code: 'shown-already' })
    const { person } = await findStanding(tx, doer)
    const checks = input.sight === 'public' && found.aboutChildren && input.checked && person !== undefined
    const anonymityCheckedOn = checks ? doer.today : undefined
    const refusal = input.sight === 'public' ? refuseShowing({ ...found, anonymityCheckedOn }) : undefined
    if (refusal) return fail({ field: 'checked', code: refusal })
    await writeReview(tx, found, {
      ...{ sight: input.sight, taken_back_reason: '' },
      ...(checks ? { anonymity_checked_on: doer.today, anonymity_checked_by: person.id } : {}),
      ...(input.sight === 'public' ? { published_on: doer.today } : {}),
    })
    await tx
      .updateTable('assurance.recommendation')
      .set((row) => ({ sight: input.sight, version: row('version', '+', 1) }))
      .where('review', '=', id)
      .execute()
    return succeed(id)
  })
}

/** Takes a review and its recommendations back from the public at once, with a reason. */
export async function takeBackReview(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'show', 'taken-back', input.version), async (tx, found) => {
    if (found.sight !== 'public') return fail({ field: '', code: 'not-public' })
    await writeReview(tx, found, { sight: 'members', taken_back_reason: input.reason })
    await tx
      .updateTable('assurance.recommendation')
      .set((row) => ({ sight: 'members', version: row('version', '+', 1) }))
      .where('review', '=', id)
      .where('sight', '=', 'public')
      .execute()
    return succeed(id)
  })
}

/** Closes a review once every recommendation of it is closed. */
export async function closeReview(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly closedOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'close', 'closed', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(input.closedOn, doer.today) > 0) return fail({ field: 'closedOn', code: 'day-ahead' })
    if (Temporal.PlainDate.compare(input.closedOn, found.announcedOn) < 0) return fail({ field: 'closedOn', code: 'before-announced' })
    const open = await tx
      .selectFrom('assurance.recommendation')
      .select('id')
      .where('review', '=', id)
      .where('closed_on', 'is', null)
      .execute()
    if (open.length > 0) return fail({ field: '', code: 'recommendations-open', details: { count: open.length } })
    await writeReview(tx, found, { closed_on: input.closedOn })
    return succeed(id)
  })
}
