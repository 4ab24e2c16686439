import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ChildrenInput, NeedInput } from '../forms/plan.ts'
import { findChildrenAsked, findNeeds, findPlanVersions, findWho } from '../queries/plan.ts'
import type { Looking } from './look.ts'
import { demandSeen, enteredBy, found, lookAtPlan } from './plan-look.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Writes what was done in the audit: by id and act, never by its words. */
export async function note(tx: Writer, doer: Doer, episode: string, act: string, record: string): Promise<void> {
  await appendAudit(tx, { actor: doer.actor, act: `family.${act}`, subjectType: 'family', subject: episode, content: record })
}

/** Begins the one plan of an episode (E4). */
export async function beginPlan(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: { readonly agreedOn: Temporal.PlainDate; readonly familyWords: string | undefined },
): Done {
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    if ((await findPlanVersions(looking.tx, episode)).length > 0) return fail({ field: '', code: 'plan-begun' })
    if (Temporal.PlainDate.compare(input.agreedOn, doer.today) > 0) return fail({ field: 'agreedOn', code: 'in-the-future' })
    const begun = looking.family.agreedOn ?? looking.family.requestedOn
    if (Temporal.PlainDate.compare(input.agreedOn, begun) < 0) return fail({ field: 'agreedOn', code: 'before-it-began' })
    const id = newId()
    const row = { id, episode, number: 1, agreed_on: input.agreedOn, family_words: input.familyWords ?? '', ...enteredBy(looking, doer) }
    const { numInsertedOrUpdatedRows } = await looking.tx
      .insertInto('casework.plan_version')
      .values(row)
      .onConflict((conflict) => conflict.columns(['episode', 'number']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: '', code: 'plan-begun' })
    await note(looking.tx, doer, episode, 'plan-begun', id)
    return succeed(undefined)
  })
}

/** Writes what the family says of its plan, in its own words. */
export async function writePlanWords(
  needs: Needs,
  doer: Doer,
  episode: string,
  input: { readonly familyWords: string; readonly version: number },
): Done {
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async ({ tx }) => {
    const [latest] = await findPlanVersions(tx, episode)
    const { id } = found(latest)
    demandSeen(
      await tx
        .updateTable('casework.plan_version')
        .set({ family_words: input.familyWords, version: input.version + 1 })
        .where('id', '=', id)
        .where('version', '=', input.version)
        .executeTakeFirst(),
    )
    await note(tx, doer, episode, 'plan-words', id)
    return succeed(undefined)
  })
}

/** Enters a need with the outcome that the family wants, or changes the words of one (E4). */
export async function writeNeed(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly need?: string },
  input: NeedInput,
): Done {
  const { episode, need } = of
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    const { tx, family } = looking
    const [latest] = await findPlanVersions(tx, episode)
    if (!latest) return fail({ field: '', code: 'no-plan' })
    if (input.relative && !(await findWho(tx, family)).people.some(({ id }) => id === input.relative))
      return fail({ field: 'relative', code: 'choice-unknown' })
    const words = { need: input.need, outcome: input.outcome, relative: input.relative ?? null }
    const standing = await findNeeds(tx, episode, latest.number)
    if (need !== undefined) {
      const version = input.version ?? found(standing.find(({ id }) => id === need)).version
      demandSeen(
        await tx
          .updateTable('casework.plan_need')
          .set({ ...words, version: version + 1 })
          .where('id', '=', need)
          .where('version', '=', version)
          .executeTakeFirst(),
      )
    } else {
      const position = Math.max(0, ...standing.map((one) => one.position)) + 1
      const row = { id: newId(), episode, position, from_number: latest.number, ...words, ...enteredBy(looking, doer) }
      await tx.insertInto('casework.plan_need').values(row).execute()
    }
    await note(tx, doer, episode, 'plan-need', need ?? latest.id)
    return succeed(undefined)
  })
}

/** What children are asked about. */
export interface AskedOf {
  readonly kind: 'meeting' | 'plan' | 'review'
  readonly record: string
}

/** Records how every child was asked about a meeting, the plan or a review; what was recorded before is changed (E4, handbook of early help 3.9). */
export async function recordChildrenAsked(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly asked: AskedOf },
  input: ChildrenInput,
): Done {
  const { episode, asked } = of
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    for (const child of input.children) await recordChild(looking, doer, asked, child)
    await note(looking.tx, doer, episode, 'children-asked', asked.record)
    return succeed(undefined)
  })
}

async function recordChild(
  looking: Looking,
  doer: Doer,
  asked: AskedOf,
  { relative, answer, because }: ChildrenInput['children'][number],
): Promise<void> {
  const { tx, family } = looking
  const before = (await findChildrenAsked(tx, family.id)).find((one) => one[asked.kind] === asked.record && one.relative === relative)
  if (before)
    demandSeen(
      await tx
        .updateTable('casework.child_asked')
        .set({ answer, because, version: before.version + 1 })
        .where('id', '=', before.id)
        .where('version', '=', before.version)
        .executeTakeFirst(),
    )
  else
    await tx
      .insertInto('casework.child_asked')
      .values({ id: newId(), episode: family.id, relative, [asked.kind]: asked.record, answer, because, ...enteredBy(looking, doer) })
      .execute()
}
