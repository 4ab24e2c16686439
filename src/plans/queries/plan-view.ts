import { type BodySummary, findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { AsideLine } from '../needs.ts'
import type { PlanStage } from '../rules/plan.ts'
import { type Colour, type ComputedColour, computedColour, shownColour } from '../rules/rag.ts'
import { boardOf, type PlanHead } from './plans.ts'
import { type ColourMeaning, findColours, findRatings, findStatements, latestBy, type Rating, type Statement } from './progress.ts'
import { type ActionRow, findRows, type OutcomeRow, type PriorityRow } from './rows.ts'

/** An action with the colour that is shown for it. */
export interface ActionView extends ActionRow {
  readonly computed: ComputedColour
  readonly colour: Colour | 'none'
  /** Whose colour is shown. */
  readonly colourFrom: 'person' | 'rule'
  readonly rating: Rating | undefined
  /** What was said last of how it goes. */
  readonly latest: Statement | undefined
}

/** An outcome with its actions. */
export interface OutcomeView extends OutcomeRow {
  readonly actions: readonly ActionView[]
}

/** A priority with what stands under it. */
export interface PriorityView extends PriorityRow {
  readonly outcomes: readonly OutcomeView[]
  /** Those that stand right under it. */
  readonly actions: readonly ActionView[]
  /** All of them. */
  readonly allActions: readonly ActionView[]
  readonly accountableBody: BodySummary | undefined
}

/** A version of a plan with everything that stands in it. */
export interface PlanView {
  readonly head: PlanHead
  readonly stage: PlanStage
  readonly board: BodySummary
  readonly priorities: readonly PriorityView[]
  readonly actions: readonly ActionView[]
  readonly colours: readonly ColourMeaning[]
  /** What measures its priorities and outcomes, by their ids; undefined: nobody was asked. */
  readonly measuredBy?: ReadonlyMap<string, readonly AsideLine[]> | undefined
}

/** Brings a version together, as far as one may see it. */
export async function findPlanView(reader: Reader, head: PlanHead, today: Temporal.PlainDate): Promise<PlanView> {
  const [board, rows, colours, ratings, statements] = await Promise.all([
    boardOf(reader, head.body, today),
    findRows(reader, head.version),
    findColours(reader, head.id, today),
    findRatings(reader, head.id),
    findStatements(reader, head.id),
  ])
  const accountable = [...new Set(rows.priorities.flatMap((row) => (row.accountable === null ? [] : [row.accountable])))]
  const bodies = new Map((accountable.length === 0 ? [] : await findBodiesById(reader, accountable, today)).map((body) => [body.id, body]))
  // A plan that was closed keeps the colours of its last day.
  const asOf = head.closedOn ?? today
  const rated = latestBy(ratings, ({ action }) => action)
  const said = latestBy(
    statements.filter(({ kind }) => kind !== 'impact'),
    ({ action }) => action,
  )
  const actions = rows.actions.map((row) => actionView(row, rated.get(row.id), said.get(row.id), asOf))
  const priorities = rows.priorities.map((row): PriorityView => {
    const allActions = actions.filter(({ priority }) => priority === row.id)
    return {
      ...row,
      allActions,
      actions: allActions.filter(({ outcome }) => outcome === null),
      outcomes: rows.outcomes
        .filter(({ priority }) => priority === row.id)
        .map((outcome) => ({ ...outcome, actions: allActions.filter((action) => action.outcome === outcome.id) })),
      accountableBody: row.accountable === null ? undefined : bodies.get(row.accountable),
    }
  })
  return { head, stage: head.state, board, priorities, actions, colours }
}

function actionView(row: ActionRow, rating: Rating | undefined, latest: Statement | undefined, today: Temporal.PlainDate): ActionView {
  const computed = computedColour(row, today)
  const { colour, from } = shownColour(computed, rating, today)
  return { ...row, computed, colour, colourFrom: from, rating, latest }
}
