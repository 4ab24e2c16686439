import type { Guarded } from '#governance/public.ts'
import { type Asked, type AskedBoard, askWith } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { guard } from '../permission.ts'
import { type ActionView, findPlanView, type OutcomeView, type PlanView, type PriorityView } from '../queries/plan-view.ts'
import { findPlanHead, findPlanVersion, findVersions, guardedVersion, type PlanHead } from '../queries/plans.ts'
import { guardedProgress } from '../queries/progress.ts'
import { findRowPlace } from '../queries/rows.ts'

const { demandOf } = guard
/** How a request begins: who asks, and about which board. */
export const { begin, ofBoard } = askWith(guard)

/** A request about a plan in one of its versions. */
export type AskedPlan = Asked & { readonly head: PlanHead; readonly mayChange: boolean }
/** A request about a priority, with the version in which it is shown. */
export type AskedPriority = AskedPlan & { readonly view: PlanView; readonly priority: PriorityView }
/** A request about an outcome. */
export type AskedOutcome = AskedPriority & { readonly outcome: OutcomeView }
/** A request about an action; whoever leads it may not see what it stands under. */
export type AskedAction = AskedPlan & {
  readonly view: PlanView
  readonly action: ActionView
  readonly priority: PriorityView | undefined
  readonly outcome: OutcomeView | undefined
  readonly maySay: boolean
}

/** Plans of a board before there is one. */
export const guardedPlans = (body: string): Guarded => ({ record: 'plans', state: 'any', ties: { body } })

/** A board, and a verb on its plans. */
export function boardGate(verb: 'read' | 'make'): Gate<AskedBoard> {
  return (reader, c) => ofBoard(reader, c, guardedPlans, verb)
}

/** A plan in the version that its address means, or in the one of a number; row-level security let it through, so that reading is settled. */
export function planGate(which: 'shown' | 'numbered'): Gate<AskedPlan> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const number = Number(asked.part('number'))
    const head =
      which === 'shown' ? await findPlanHead(reader, asked.part('plan')) : await findPlanVersion(reader, asked.part('plan'), number)
    return { ...asked, head, mayChange: asked.may(guardedVersion(head), 'change') }
  }
}

/** The version of a plan that is worked on, for whoever may change it. @throws NotFound where none is */
export function workedOnGate(...states: readonly PlanHead['state'][]): Gate<AskedPlan> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const versions = await findVersions(reader, asked.part('plan'))
    const [first] = versions
    if (!first) throw new NotFound('No such plan.')
    demandOf(asked.standing, asked.visit, guardedVersion(first), 'change')
    const head = versions.find(({ state }) => states.includes(state))
    if (!head) throw new NotFound('No version of this plan is as far as that.')
    return { ...asked, head, mayChange: true }
  }
}

async function placeOf(asked: Asked, kind: 'priority' | 'outcome' | 'action') {
  const id = asked.part('row')
  const place = isUuid(id) ? await findRowPlace(asked.reader, kind, id) : undefined
  if (!place) throw new NotFound('No such record of a plan.')
  const head = await findPlanVersion(asked.reader, place.plan, place.number)
  const view = await findPlanView(asked.reader, head, asked.visit.today)
  return { ...asked, head, view, mayChange: asked.may(guardedVersion(head), 'change') }
}

/** A priority in the version in which it is shown. */
export const priorityGate: Gate<AskedPriority> = async (reader, c) => {
  const asked = await placeOf(await begin(reader, c), 'priority')
  const priority = asked.view.priorities.find(({ id }) => id === asked.part('row'))
  if (!priority) throw new NotFound('No such priority.')
  return { ...asked, priority }
}

/** An outcome in the version in which it is shown. */
export const outcomeGate: Gate<AskedOutcome> = async (reader, c) => {
  const asked = await placeOf(await begin(reader, c), 'outcome')
  const priority = asked.view.priorities.find(({ outcomes }) => outcomes.some(({ id }) => id === asked.part('row')))
  const outcome = priority?.outcomes.find(({ id }) => id === asked.part('row'))
  if (!priority || !outcome) throw new NotFound('No such outcome.')
  return { ...asked, priority, outcome }
}

/** An action in the version in which it is shown, and a verb on how it goes. */
export function actionGate(verb: 'read' | 'say' | 'rate'): Gate<AskedAction> {
  return async (reader, c) => {
    const asked = await placeOf(await begin(reader, c), 'action')
    const action = asked.view.actions.find(({ id }) => id === asked.part('row'))
    if (!action) throw new NotFound('No such action.')
    const guarded = guardedProgress(asked.head, action)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guarded, verb)
    const priority = asked.view.priorities.find(({ id }) => id === action.priority)
    const outcome = priority?.outcomes.find(({ id }) => id === action.outcome)
    return { ...asked, action, priority, outcome, maySay: asked.may(guarded, 'say') }
  }
}
