import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ColoursInput, RateInput, SayInput } from '../forms/progress.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import type { ActionView } from '../queries/plan-view.ts'
import type { PlanHead } from '../queries/plans.ts'
import { findColours, guardedProgress } from '../queries/progress.ts'
import { auditPlan, holdPlan } from './draft.ts'
import { markAnswered } from './reviews.ts'

type Needs = Pick<PlansNeeds, 'db'>

/** The day beyond which nobody can say how an action stands: colours are set anew. */
const longestDays = 366

/** Says how an action goes; what was done and what changed by it are kept apart (handbook plans 1.2). @throws Conflict where somebody else said so first */
export async function sayProgress(
  needs: Needs,
  doer: Doer,
  { head, action }: { readonly head: PlanHead; readonly action: ActionView },
  input: SayInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { person } = await demand(tx, doer, guardedProgress(head, action), 'say')
    const doneOn = input.state === 'done' ? (input.doneOn ?? action.doneOn ?? doer.today) : null
    if (doneOn && Temporal.PlainDate.compare(doneOn, doer.today) > 0)
      return fail({ field: 'doneOn', code: 'in-the-future', details: { part: 'day' } })
    if (input.progress === undefined && input.impact === undefined && input.state === action.state)
      return fail({ field: 'progress', code: 'nothing-said' })
    if (input.progress === undefined && input.state !== action.state) return fail({ field: 'progress', code: 'state-without-words' })
    const saved = await tx
      .updateTable('plans.action')
      .set({ state: input.state, done_on: doneOn, version: input.version + 1 })
      .where('id', '=', action.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else said how it goes first.')
    const isDone = input.state === 'done' && action.state !== 'done'
    const said = { head, action: action.id, name: person?.name ?? 'Somebody', evidence: input.evidence ?? '', stateAfter: input.state }
    if (input.progress !== undefined) await keep(tx, doer, { ...said, kind: isDone ? 'completion' : 'progress', text: input.progress })
    if (input.impact !== undefined) await keep(tx, doer, { ...said, kind: 'impact', text: input.impact })
    await markAnswered(tx, doer, action.id)
    await auditPlan(tx, doer, 'progress', head.id, { action: action.id, input })
    return succeed(null)
  })
}

async function keep(
  tx: Writer,
  doer: Doer,
  said: {
    readonly head: PlanHead
    readonly action: string
    readonly kind: 'progress' | 'completion' | 'impact'
    readonly text: string
    readonly evidence: string
    readonly stateAfter: string
    readonly name: string
  },
): Promise<void> {
  const { head, action, kind, text, evidence, name } = said
  await tx
    .insertInto('plans.statement')
    .values({
      ...{ id: newId(), plan: head.id, body: head.body, sight: sightOf(head), action, kind, text, evidence, name },
      ...{ state_after: kind === 'impact' ? null : said.stateAfter, on_day: doer.today, at: doer.now, actor: doer.actor },
    })
    .execute()
}

/** What is said of a plan that everybody may read is for everybody, and of another for its board. */
const sightOf = ({ sight }: PlanHead): 'members' | 'public' => (sight === 'public' ? 'public' : 'members')

/** Sets a colour beside the one that the rule gives; both are kept, with who, why and until when (P4). */
export async function rateAction(
  needs: Needs,
  doer: Doer,
  { head, action }: { readonly head: PlanHead; readonly action: ActionView },
  input: RateInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { person } = await demand(tx, doer, guardedProgress(head, action), 'rate')
    const days = doer.today.until(input.lastDay, { largestUnit: 'days' }).days
    if (days < 0 || days > longestDays) return fail({ field: 'lastDay', code: 'colour-too-long', details: { part: 'day' } })
    const meant = (await findColours(tx, head.id, doer.today)).find(
      ({ appliesTo, colour }) => appliesTo === 'action' && colour === input.colour,
    )
    if (!meant) return fail({ field: 'colour', code: 'colour-undefined' })
    await tx
      .insertInto('plans.rag_rating')
      .values({
        ...{
          id: newId(),
          action: action.id,
          plan: head.id,
          body: head.body,
          sight: sightOf(head),
          colour: input.colour,
          definition: meant.id,
        },
        ...{ why: input.why, computed: action.computed.colour, on_day: doer.today, ends_on: input.lastDay.add({ days: 1 }) },
        ...{ set_at: doer.now, actor: doer.actor, name: person?.name ?? 'Somebody' },
      })
      .execute()
    await auditPlan(tx, doer, 'rated', head.id, { action: action.id, input })
    return succeed(null)
  })
}

/** Says what the colours of a plan mean from today on; what they meant before stays with what was rated then. */
export async function defineColours(needs: Needs, doer: Doer, head: PlanHead, input: ColoursInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await holdPlan(tx, doer, head.id)
    const now = await findColours(tx, head.id, doer.today)
    for (const appliesTo of ['action', 'measure'] as const)
      for (const colour of ['red', 'amber', 'green'] as const) {
        const meaning = input[`${appliesTo}-${colour}`]
        const before = now.find((kept) => kept.appliesTo === appliesTo && kept.colour === colour)
        if (before?.meaning === meaning) continue
        if (before) await tx.updateTable('plans.rag_definition').set({ ends_on: doer.today }).where('id', '=', before.id).execute()
        if (meaning === undefined) continue
        const values = { id: newId(), plan: head.id, body: head.body, applies_to: appliesTo, colour, meaning, starts_on: doer.today }
        await tx.insertInto('plans.rag_definition').values(values).execute()
      }
    await auditPlan(tx, doer, 'colours', head.id, input)
    return succeed(null)
  })
}
