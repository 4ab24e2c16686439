import { listBodies, listOrganisationsOn, type RecordStep } from '#governance/public-data.ts'
import { nominateItemIn } from '#meetings/public-data.ts'
import { listEqias } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type * as forms from '../forms/framework.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { strategyPaths } from '../paths.ts'
import { findService, guardedService, type Service } from '../queries/commissioned-services.ts'
import { findStrategy, guardedStrategy, type Strategy } from '../queries/strategies.ts'
import { findStrategyWork, listIntentions } from '../queries/strategy-work.ts'
import { touchService } from './pathway.ts'
import { demandOne, takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const isAhead = (day: Temporal.PlainDate, { today }: Doer) => Temporal.PlainDate.compare(day, today) > 0
const ahead = (field: string): FieldProblem => ({ field, code: 'in-the-future', details: { part: 'day' } })

/** One step of a strategy: its work, then its version counted up with columns of its own. */
function step(
  needs: Needs,
  doer: Doer,
  of: { readonly id: string; readonly act: string; readonly version?: number; readonly verb?: 'change' | 'show' },
  work: (tx: Writer, strategy: Strategy) => Promise<FieldProblem | object | undefined>,
): Written {
  const begun: RecordStep<Strategy> = {
    ...{
      find: (tx) => findStrategy(tx, of.id, doer.today),
      guard: guardedStrategy,
      verb: of.verb ?? 'change',
      act: of.act,
      version: of.version,
    },
  }
  return takeStep(needs.db, doer, begun, async (tx, strategy) => {
    const done = await work(tx, strategy)
    if (done && 'code' in done) return fail(done as FieldProblem)
    demandOne(
      await tx
        .updateTable('commissioning.strategy')
        .set({ ...done, version: strategy.version + 1 })
        .where('id', '=', of.id)
        .where('version', '=', strategy.version)
        .executeTakeFirst(),
    )
    return succeed(of.id)
  })
}
const placeOf = ({ id, body, sight }: Strategy) => ({ strategy: id, body, sight })

/** Puts a strategy on the forward plan of its board, whose clerk brings it to a meeting; what is decided there returns to its page (C2). */
export function placeStrategy(needs: Needs, doer: Doer, id: string): Written {
  return step(needs, doer, { id, act: 'strategy-placed', verb: 'show' }, async (tx, { title, body }) => {
    if ((await findStrategyWork(tx, id, doer.today)).planItem !== undefined) return { field: '', code: 'on-the-plan-already' }
    const placed = await nominateItemIn(tx, doer, body, {
      ...{
        title: `Commissioning strategy: ${title}`.slice(0, 200),
        lead: undefined,
        purpose: 'decision',
        minutes: undefined,
        meeting: undefined,
      },
      summary: `The board is asked to decide on it. It stands at ${strategyPaths.strategy(id)}.`,
    })
    return placed.ok ? { plan_item: placed.value.id } : placed.problems[0]
  })
}

/** Names a body that steers the strategy, or that it is tried on. */
export function addGroup(needs: Needs, doer: Doer, id: string, input: forms.GroupInput): Written {
  return step(needs, doer, { id, act: 'strategy-group', version: input.version }, async (tx, strategy) => {
    const bodies = await listBodies(tx, doer.today)
    if (!bodies.some((one) => one.id === input.group)) return { field: 'group', code: 'choice-unknown' }
    const { groups } = await findStrategyWork(tx, id, doer.today)
    if (groups.some(({ body }) => body === input.group)) return { field: 'group', code: 'group-already' }
    await tx
      .insertInto('commissioning.strategy_group')
      .values({ ...placeOf(strategy), group_body: input.group, role: input.role, does: input.does ?? '' })
      .execute()
    return undefined
  })
}

/** Adds a piece of the work by which it is carried out. */
export function addWork(needs: Needs, doer: Doer, id: string, input: forms.WorkInput): Written {
  return step(needs, doer, { id, act: 'strategy-work', version: input.version }, async (tx, strategy) => {
    const organisations = await listOrganisationsOn(tx, doer.today)
    if (!organisations.some((one) => one.id === input.owner)) return { field: 'owner', code: 'choice-unknown' }
    await tx
      .insertInto('commissioning.strategy_work')
      .values({ id: newId(), ...placeOf(strategy), title: input.title, owner: input.owner, due_on: input.dueOn })
      .execute()
    return undefined
  })
}

/** Says that a piece of the work is done. */
export function finishWork(needs: Needs, doer: Doer, id: string, task: string, input: forms.DoneInput): Written {
  return step(needs, doer, { id, act: 'strategy-work-done', version: input.version }, async (tx) => {
    const { tasks } = await findStrategyWork(tx, id, doer.today)
    if (!tasks.some((one) => one.id === task)) throw new NotFound('No such work.')
    if (isAhead(input.doneOn, doer)) return ahead('doneOn')
    await tx
      .updateTable('commissioning.strategy_work')
      .set({ done_on: input.doneOn, said: input.said ?? '' })
      .where('id', '=', task)
      .execute()
    return undefined
  })
}

/** Records a review, and when the next one is. */
export function reviewStrategy(needs: Needs, doer: Doer, id: string, input: forms.ReviewInput): Written {
  return step(needs, doer, { id, act: 'strategy-reviewed', version: input.version }, async (tx, strategy) => {
    const { reviews } = await findStrategyWork(tx, id, doer.today)
    if (isAhead(input.heldOn, doer)) return ahead('heldOn')
    if (reviews.some(({ heldOn }) => heldOn.equals(input.heldOn)))
      return { field: 'heldOn', code: 'reported-already', details: { part: 'day' } }
    if (Temporal.PlainDate.compare(input.nextOn, input.heldOn) <= 0)
      return { field: 'nextOn', code: 'not-after-last', details: { part: 'day' } }
    await tx
      .insertInto('commissioning.strategy_review')
      .values({ id: newId(), ...placeOf(strategy), held_on: input.heldOn, found: input.found })
      .execute()
    return { review_on: input.nextOn }
  })
}

/** Attaches a finished equality assessment of its board; its day and conclusion count from then on. After the decision it stands. */
export function attachEqia(needs: Needs, doer: Doer, id: string, input: forms.EqiaInput): Written {
  return step(needs, doer, { id, act: 'strategy-eqia', version: input.version }, async (tx, { body, decision }) => {
    if (decision !== undefined) return { field: 'eqia', code: 'decided-already' }
    const found = (await listEqias(tx, { body })).find((one) => one.id === input.eqia)
    if (!found?.doneOn) return { field: 'eqia', code: 'choice-unknown' }
    return { eqia: found.id, equality_on: found.doneOn, equality: found.why === '' ? found.title : found.why }
  })
}

/** Says what is intended for a service in a year: once. */
export function intend(needs: Needs, doer: Doer, id: string, input: forms.IntentionInput): Written {
  const begun: RecordStep<Service> = {
    ...{
      find: (tx) => findService(tx, id, doer.today),
      guard: guardedService,
      verb: 'change',
      act: 'service-intended',
      version: input.version,
    },
  }
  return takeStep(needs.db, doer, begun, async (tx, service) => {
    const intentions = await listIntentions(tx, service.body)
    if (intentions.some((one) => one.service === id && one.year === input.year))
      return fail({ field: 'year', code: 'year-intended-already' })
    await tx
      .insertInto('commissioning.intention')
      .values({ id: newId(), service: id, body: service.body, sight: service.sight, year: input.year, kind: input.kind, text: input.text })
      .execute()
    await touchService(tx, service)
    return succeed(id)
  })
}
