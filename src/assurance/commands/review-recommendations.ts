import { newId } from '#platform/database/ids.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ReviewRecommendationInput } from '../forms/recommendation.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { listRecommendations, listResponseRules } from '../queries/recommendations.ts'
import { responseDue } from '../rules/recommendation.ts'
import { restsOnFindings } from './recommendation.ts'
import { reviewStep, writeReview } from './review.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

/** Adds a lettered recommendation to a review, tied to the numbered paragraphs it rests on (S1). It is seen as far as the review. */
export async function addReviewRecommendation(
  needs: Needs,
  doer: Doer,
  id: string,
  input: ReviewRecommendationInput,
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'change', 'recommendation-added'), async (tx, found) => {
    if (found.sight === 'public') return fail({ field: '', code: 'take-back-first' })
    if (!(await restsOnFindings(tx, id, input.restsOn))) return fail({ field: 'restsOn', code: 'no-such-paragraph' })
    const before = await listRecommendations(tx, { review: id }, doer.today)
    if (before.some(({ reference }) => reference === input.reference)) return fail({ field: 'reference', code: 'letter-taken' })
    const { reference, text, restsOn, addressee, addresseeOffice, owner } = input
    await tx
      .insertInto('assurance.recommendation')
      .values({
        ...{ id: newId(), body: found.body, sight: found.sight, review: id, source_kind: found.kind },
        ...{
          source: `${found.title}, ${dayInWords(found.reportedOn ?? found.announcedOn)}`,
          made_on: found.reportedOn ?? found.announcedOn,
        },
        ...{ reference, text, rests_on: [...restsOn], addressee: addressee ?? null, addressee_office: addresseeOffice },
        ...{ owner: owner ?? null, recorded_at: doer.now },
      })
      .execute()
    return succeed(id)
  })
}

/**
 * Refers the recommendations to whoever must answer: from this day their response is due, by the right that is chosen, and they come back to the board at
 * the agreed milestone by themselves.
 */
export async function referReview(
  needs: Needs,
  doer: Doer,
  id: string,
  input: {
    readonly referredOn: Temporal.PlainDate
    readonly referredTo: string
    readonly rule: string | undefined
    readonly milestoneOn: Temporal.PlainDate | undefined
    readonly version: number
  },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, reviewStep(id, doer, 'refer', 'referred', input.version), async (tx, found) => {
    const { referredOn, referredTo, milestoneOn } = input
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (found.reportedOn === undefined) return fail({ field: '', code: 'not-reported' })
    if (Temporal.PlainDate.compare(referredOn, doer.today) > 0) return fail({ field: 'referredOn', code: 'day-ahead' })
    if (Temporal.PlainDate.compare(referredOn, found.reportedOn) < 0) return fail({ field: 'referredOn', code: 'before-reported' })
    const rule = input.rule === undefined ? undefined : (await listResponseRules(tx, referredOn)).find((one) => one.id === input.rule)
    if (input.rule !== undefined && !rule) return fail({ field: 'rule', code: 'choice-unknown' })
    const recommendations = await listRecommendations(tx, { review: id }, doer.today)
    if (recommendations.length === 0) return fail({ field: '', code: 'nothing-to-refer' })
    await writeReview(tx, found, { referred_on: referredOn, referred_to: referredTo, response_rule: rule?.id ?? null })
    await tx
      .updateTable('assurance.recommendation')
      .set((row) => ({
        ...(rule ? { response_rule: rule.id, response_due_on: responseDue(referredOn, rule) } : {}),
        ...(milestoneOn === undefined ? {} : { milestone_on: milestoneOn }),
        version: row('version', '+', 1),
      }))
      .where('review', '=', id)
      .where('closed_on', 'is', null)
      .execute()
    return succeed(id)
  })
}
