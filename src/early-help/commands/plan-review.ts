import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ReviewInput } from '../forms/plan-review.ts'
import { findWhetherTold } from '../queries/contacts.ts'
import { findNeeds, findPlanRule, findPlanVersions, findReviews, findWho } from '../queries/plan.ts'
import { latestNextReview, reviewDue } from '../rules/plan.ts'
import type { Looking } from './look.ts'
import { note } from './plan.ts'
import { enteredBy, lookAtPlan } from './plan-look.ts'

type Needs = { readonly db: Database }

/** Reviews the plan line by line: what is ended stands in the next version no more. The agreement is never renewed by itself (E4, handbook 3.1). */
export async function reviewPlan(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: ReviewInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    const { tx } = looking
    const [latest] = await findPlanVersions(tx, episode)
    if (!latest) return fail({ field: '', code: 'no-plan' })
    if (latest.number !== input.version) return fail({ field: '', code: 'plan-reviewed-already' })
    const rule = await findPlanRule(tx, input.heldOn)
    const [last] = await findReviews(tx, episode)
    if (Temporal.PlainDate.compare(input.heldOn, doer.today) > 0) return fail({ field: 'heldOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(input.heldOn, latest.agreedOn) < 0) return fail({ field: 'heldOn', code: 'before-it-began' })
    if (Temporal.PlainDate.compare(input.nextDueOn, input.heldOn) <= 0) return fail({ field: 'nextDueOn', code: 'next-before' })
    if (Temporal.PlainDate.compare(input.nextDueOn, latestNextReview(input.heldOn, rule)) > 0)
      return fail({ field: 'nextDueOn', code: 'next-too-late' })
    const standing = await findNeeds(tx, episode, latest.number)
    if (standing.some(({ id }) => !input.lines.some(({ need }) => need === id))) return fail({ field: '', code: 'needs-changed' })
    const id = newId()
    const due = reviewDue({ agreedOn: latest.agreedOn, lastNextDueOn: last?.nextDueOn }, rule) ?? input.heldOn
    const written = await tx
      .insertInto('casework.plan_review')
      .values({
        ...{ id, episode, due_on: due, held_on: input.heldOn, plan_number: latest.number, summary: input.summary ?? '' },
        ...{ agreement_answer: input.agreement, agreement_because: input.agreementBecause ?? '', next_due_on: input.nextDueOn },
        ...enteredBy(looking, doer),
      })
      .onConflict((conflict) => conflict.columns(['episode', 'plan_number']).doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows !== 1n) return fail({ field: '', code: 'plan-reviewed-already' })
    await nextVersion(looking, doer, { review: id, number: latest.number + 1, familyWords: latest.familyWords }, input)
    await note(tx, doer, episode, 'plan-reviewed', id)
    return succeed({ id })
  })
}

async function nextVersion(
  looking: Looking,
  doer: Doer,
  next: { readonly review: string; readonly number: number; readonly familyWords: string },
  input: ReviewInput,
): Promise<void> {
  const { tx, family } = looking
  const by = { episode: family.id, ...enteredBy(looking, doer) }
  await tx
    .insertInto('casework.plan_version')
    .values({ id: newId(), number: next.number, agreed_on: input.heldOn, family_words: next.familyWords, ...by })
    .execute()
  if (input.lines.length > 0)
    await tx
      .insertInto('casework.review_line')
      .values(input.lines.map((line) => ({ id: newId(), review: next.review, ...line, ...by })))
      .execute()
  const ended = input.lines.filter(({ verdict }) => verdict === 'end').map(({ need }) => need)
  if (ended.length === 0) return
  await tx
    .updateTable('casework.plan_need')
    .set((set) => ({ to_number: next.number, version: set('version', '+', 1) }))
    .where('id', 'in', ended)
    .execute()
  await tx
    .updateTable('casework.plan_action')
    .set((set) => ({
      state: 'ended',
      ended_because: 'The need ended at the review',
      declined_because: '',
      version: set('version', '+', 1),
    }))
    .where('need', 'in', ended)
    .where('state', 'in', ['proposed', 'accepted', 'declined'])
    .execute()
}

/** Prints the plan for one who is named: what they are given is a disclosure to them (E4). */
export async function printPlan(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: {
    readonly who: { readonly member: string | null; readonly relative: string | null }
    readonly edition: 'plain' | 'large' | 'child'
    /** Whether every word was read where the words name what is shielded from the reader. */
    readonly sure: boolean
  },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    const { tx, family, ties } = looking
    const [latest] = await findPlanVersions(tx, episode)
    if (!latest) return fail({ field: '', code: 'no-plan' })
    const { team, people } = await findWho(tx, family)
    const member = team.find((one) => one.id === input.who.member && one.endsOn === null)
    if (!member && !people.some((one) => one.id === input.who.relative)) return fail({ field: 'who', code: 'owner-gone' })
    const told = await findWhetherTold(tx, { episode, relative: input.who.relative, number: latest.number })
    if (told && !input.sure) return fail({ field: 'sure', code: told === 'exact' ? 'print-tells' : 'print-may-tell' })
    const id = newId()
    await tx
      .insertInto('casework.plan_print')
      .values({
        id,
        episode,
        plan_number: latest.number,
        ...input.who,
        edition: input.edition,
        is_sure: input.sure,
        ...enteredBy(looking, doer),
      })
      .execute()
    await tx
      .insertInto('casework.disclosure')
      .values({
        ...{ id: newId(), episode, class: 'plan', organisation: member?.organisation ?? null, person: member?.person ?? null },
        ...{ channel: 'paper', at: doer.now, recorded_by: ties.person, print: id },
      })
      .execute()
    await note(tx, doer, episode, 'plan-printed', id)
    return succeed({ id })
  })
}
