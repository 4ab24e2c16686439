import type { RecordStep } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { RecommendationInput } from '../forms/recommendation.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findRecommendation, guardedRecommendation, listResponseRules, type Recommendation } from '../queries/recommendations.ts'
import { type Response, refuseClosing, responseDue } from '../rules/recommendation.ts'
import { bringRecommendationBack } from './bring-back.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

/** Puts a recommendation of any source on the register of a board (P7), as a draft. */
export async function addRecommendation(
  needs: Needs,
  doer: Doer,
  body: string,
  input: RecommendationInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'assurance-register', state: 'any', ties: { body } }, 'add')
    const due = await dueOf(tx, doer, input)
    if (!due.ok) return due
    const id = newId()
    const { sourceKind, source, reference, text, madeOn, addressee, addresseeOffice, owner, responseRule, milestoneOn } = input
    await tx
      .insertInto('assurance.recommendation')
      .values({
        ...{ id, body, source_kind: sourceKind, source, reference, text, made_on: madeOn, recorded_at: doer.now },
        ...{ addressee: addressee ?? null, addressee_office: addresseeOffice, owner: owner ?? null },
        ...{ response_rule: responseRule ?? null, response_due_on: due.value ?? null, milestone_on: milestoneOn ?? null },
      })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'recommendation.added', subjectType: 'recommendation', subject: id },
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}

/** The day on which a response is due: as entered, or by the rule from the day on which it was made. */
async function dueOf(
  tx: Writer,
  doer: Doer,
  { madeOn, responseRule, responseDueOn }: Pick<RecommendationInput, 'madeOn' | 'responseRule' | 'responseDueOn'>,
): Promise<Result<Temporal.PlainDate | undefined, FieldProblem>> {
  if (Temporal.PlainDate.compare(madeOn, doer.today) > 0) return fail({ field: 'madeOn', code: 'day-ahead' })
  if (responseDueOn !== undefined) {
    return Temporal.PlainDate.compare(responseDueOn, madeOn) < 0
      ? fail({ field: 'responseDueOn', code: 'due-before-made' })
      : succeed(responseDueOn)
  }
  if (responseRule === undefined) return succeed(undefined)
  const rule = (await listResponseRules(tx, madeOn)).find(({ id }) => id === responseRule)
  return rule ? succeed(responseDue(madeOn, rule)) : fail({ field: 'responseRule', code: 'choice-unknown' })
}

const stepOf = (id: string, doer: Doer, verb: string, act: string, version?: number): RecordStep<Recommendation> => ({
  find: (tx) => findRecommendation(tx, id, doer.today),
  guard: guardedRecommendation,
  ...{ verb, act: `recommendation.${act}`, version },
})

async function write(tx: Writer, { id, version }: Recommendation, columns: Readonly<Record<string, unknown>>): Promise<void> {
  demandOne(
    await tx
      .updateTable('assurance.recommendation')
      .set({ ...columns, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  )
}

/** Corrects a recommendation while it is open. */
export async function changeRecommendation(
  needs: Needs,
  doer: Doer,
  id: string,
  input: RecommendationInput & { readonly restsOn: readonly number[]; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'change', 'changed', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (!(await restsOnFindings(tx, found.review, input.restsOn))) return fail({ field: 'restsOn', code: 'no-such-paragraph' })
    const due = await dueOf(tx, doer, input)
    if (!due.ok) return due
    const { sourceKind, source, reference, text, madeOn, addressee, addresseeOffice, owner, responseRule, restsOn, milestoneOn } = input
    if (found.respondedOn !== undefined && Temporal.PlainDate.compare(madeOn, found.respondedOn) > 0)
      return fail({ field: 'madeOn', code: 'made-after-response' })
    await write(tx, found, {
      ...{ source_kind: sourceKind, source, reference, text, made_on: madeOn, rests_on: [...restsOn] },
      ...{ addressee: addressee ?? null, addressee_office: addresseeOffice, owner: owner ?? null },
      ...{ response_rule: responseRule ?? null, response_due_on: due.value ?? null, milestone_on: milestoneOn ?? null },
    })
    return succeed(id)
  })
}

/** Whether every paragraph is one of the review's findings; a recommendation without a review rests on none. */
export async function restsOnFindings(tx: Writer, review: string | undefined, numbers: readonly number[]): Promise<boolean> {
  if (numbers.length === 0) return true
  if (review === undefined) return false
  const found = await tx
    .selectFrom('assurance.review_part')
    .select('number')
    .where('review', '=', review)
    .where('kind', '=', 'finding')
    .execute()
  return numbers.every((number) => found.some((one) => one.number === number))
}

/** Takes the addressee's response; a partial acceptance and a rejection need their reason. A later response replaces it while it is open. */
export async function respond(
  needs: Needs,
  doer: Doer,
  id: string,
  input: {
    readonly response: Response
    readonly reason: string | undefined
    readonly respondedOn: Temporal.PlainDate
    readonly version: number
  },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'respond', 'answered', input.version), async (tx, found) => {
    const { response, reason, respondedOn } = input
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (response !== 'accept' && reason === undefined) return fail({ field: 'reason', code: 'reason-needed' })
    if (Temporal.PlainDate.compare(respondedOn, doer.today) > 0) return fail({ field: 'respondedOn', code: 'day-ahead' })
    if (Temporal.PlainDate.compare(respondedOn, found.madeOn) < 0) return fail({ field: 'respondedOn', code: 'before-made' })
    await write(tx, found, { response, response_reason: reason ?? '', responded_on: respondedOn })
    return succeed(id)
  })
}

/** Says when an open recommendation comes back to its board, and puts it before the first meeting from that day on, where one is planned already. */
export async function setMilestone(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly milestoneOn: Temporal.PlainDate; readonly everyMonths: number; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'milestone', 'milestone-set', input.version), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (Temporal.PlainDate.compare(input.milestoneOn, doer.today) < 0) return fail({ field: 'milestoneOn', code: 'day-past' })
    await write(tx, found, { milestone_on: input.milestoneOn, every_months: input.everyMonths })
    // The plan is read by the members: a draft waits until it is shown, and the daily job takes it up then.
    if (found.sight !== 'draft') await bringRecommendationBack(tx, doer, { ...found, milestoneOn: input.milestoneOn })
    return succeed(id)
  })
}

/** Closes a recommendation by the board's decision: only once its impact is shown, or where it was rejected (P7). */
export async function closeRecommendation(
  needs: Needs,
  doer: Doer,
  id: string,
  input: {
    readonly because: string
    readonly decision: string | undefined
    readonly closedOn: Temporal.PlainDate
    readonly version: number
  },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'close', 'closed', input.version), async (tx, found) => {
    const refusal = refuseClosing(found)
    if (refusal) return fail({ field: '', code: refusal })
    if (Temporal.PlainDate.compare(input.closedOn, doer.today) > 0) return fail({ field: 'closedOn', code: 'day-ahead' })
    if (Temporal.PlainDate.compare(input.closedOn, found.madeOn) < 0) return fail({ field: 'closedOn', code: 'before-made' })
    await write(tx, found, {
      closed_on: input.closedOn,
      closed_because: input.because,
      closing_decision: input.decision ?? null,
      milestone_on: null,
    })
    return succeed(id)
  })
}

/**
 * Opens a closed recommendation again, with a reason (P7, S1). The table keeps what was said when it was closed, and counts an impact from then on only
 * where it was recorded after this day.
 */
export async function reopenRecommendation(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly because: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'close', 'reopened', input.version), async (tx, found) => {
    if (found.closedOn === undefined) return fail({ field: '', code: 'not-closed' })
    await write(tx, found, {
      ...{ closed_on: null, closed_because: '', closing_decision: null },
      ...{ reopened_on: doer.today, reopened_because: input.because },
    })
    return succeed(id)
  })
}

/** Shows a recommendation to the members, or to everybody. One of a review is never seen further than the review itself. */
export async function showRecommendation(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly sight: 'members' | 'public'; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'show', 'shown', input.version), async (tx, found) => {
    if (found.sight === input.sight || (found.sight === 'public' && input.sight === 'members'))
      return fail({ field: 'sight', code: 'shown-already' })
    if (found.review !== undefined && input.sight === 'public') {
      const review = await tx.selectFrom('assurance.review').select('sight').where('id', '=', found.review).executeTakeFirst()
      if (review?.sight !== 'public') return fail({ field: 'sight', code: 'review-not-public' })
    }
    await write(tx, found, { sight: input.sight })
    return succeed(id)
  })
}

/** Takes a recommendation back from the public at once; the reason is kept in the audit. */
export async function takeBackRecommendation(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, stepOf(id, doer, 'show', 'taken-back', input.version), async (tx, found) => {
    if (found.sight !== 'public') return fail({ field: '', code: 'not-public' })
    await write(tx, found, { sight: 'members' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'recommendation.taken-back-because', subjectType: 'recommendation', subject: id, content: input.reason },
    })
    return succeed(id)
  })
}
