import type { RecordStep } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AssuranceNeeds } from '../needs.ts'
import { findRecommendation, guardedRecommendation, type Recommendation } from '../queries/recommendations.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<AssuranceNeeds, 'db'>

const entry = (id: string, doer: Doer, verb: string, act: string): RecordStep<Recommendation> => ({
  find: (tx) => findRecommendation(tx, id, doer.today),
  guard: guardedRecommendation,
  ...{ verb, act: `recommendation.${act}` },
})

/** Says what will be done about a recommendation, by whom and by when. */
export async function addAction(
  needs: Needs,
  doer: Doer,
  id: string,
  input: { readonly text: string; readonly lead: string; readonly dueOn: Temporal.PlainDate },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, entry(id, doer, 'act', 'action-added'), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (found.response === 'reject') return fail({ field: '', code: 'rejected-has-no-actions' })
    await tx
      .insertInto('assurance.recommendation_action')
      .values({ id: newId(), recommendation: id, text: input.text, lead: input.lead, due_on: input.dueOn })
      .execute()
    return succeed(id)
  })
}

/** Says how an action goes, moves its day, or that it is done. */
export async function progressAction(
  needs: Needs,
  doer: Doer,
  id: string,
  action: string,
  input: {
    readonly progress: string | undefined
    readonly dueOn: Temporal.PlainDate
    readonly doneOn: Temporal.PlainDate | undefined
    readonly version: number
  },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, entry(id, doer, 'act', 'action-progressed'), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (!found.actions.some((one) => one.id === action)) throw new NotFound('No such action.')
    if (input.doneOn !== undefined && Temporal.PlainDate.compare(input.doneOn, doer.today) > 0)
      return fail({ field: 'doneOn', code: 'day-ahead' })
    demandOne(
      await tx
        .updateTable('assurance.recommendation_action')
        .set({ progress: input.progress ?? '', due_on: input.dueOn, done_on: input.doneOn ?? null, version: input.version + 1 })
        .where('id', '=', action)
        .where('recommendation', '=', id)
        .where('version', '=', input.version)
        .executeTakeFirstOrThrow(),
    )
    return succeed(id)
  })
}

/** Adds how a recommendation goes, or an impact with what shows it. Nothing that was added is changed. */
export async function addNote(
  needs: Needs,
  doer: Doer,
  id: string,
  input: {
    readonly kind: 'progress' | 'impact'
    readonly text: string
    readonly evidence: string | undefined
    readonly onDay: Temporal.PlainDate
  },
): Promise<Result<string, FieldProblem>> {
  return takeStep(needs.db, doer, entry(id, doer, 'note', `${input.kind}-noted`), async (tx, found) => {
    if (found.closedOn !== undefined) return fail({ field: '', code: 'closed-already' })
    if (input.kind === 'impact' && input.evidence === undefined) return fail({ field: 'evidence', code: 'evidence-needed' })
    if (Temporal.PlainDate.compare(input.onDay, doer.today) > 0) return fail({ field: 'onDay', code: 'day-ahead' })
    await tx
      .insertInto('assurance.recommendation_note')
      .values({
        ...{ id: newId(), recommendation: id, kind: input.kind, text: input.text, on_day: input.onDay, actor: doer.actor, at: doer.now },
        evidence: input.kind === 'impact' ? (input.evidence ?? '') : '',
      })
      .execute()
    return succeed(id)
  })
}
