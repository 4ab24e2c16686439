import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { moveRow, removeRow } from '../commands/order.ts'
import { changePlan, makePlan } from '../commands/plan.ts'
import { defineColours, rateAction, sayProgress } from '../commands/progress.ts'
import { addRow, changeRow } from '../commands/rows.ts'
import { closePlan, consultOnPlan, dropPlan, publishPlan, revisePlan, takeBackPlan } from '../commands/versions.ts'
import { parseClose, parseNewPlan, parsePlan, parsePublish, parseRevise, parseShown } from '../forms/plan.ts'
import { parseColours, parseRate, parseSay } from '../forms/progress.ts'
import { parseChangedRow, parseRow } from '../forms/row.ts'
import type { PlansNeeds } from '../needs.ts'
import { planPaths, type RowKind } from '../paths.ts'
import { findColours } from '../queries/progress.ts'
import { findRows } from '../queries/rows.ts'
import type { ShapeLevel } from '../rules/shape.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedPlan, actionGate, boardGate, workedOnGate } from './gates.ts'
import { coloursShape, rateShape, sayShape } from './progress-shapes.ts'
import { consultShape, endShape, newPlanShape, planShape, publishShape, reviseShape, rowPath, rowShape, workedOnPath } from './shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)

/** Writing plans: the clerk of their board (P2, P3). */
export function writingRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/plans/new', boardGate('make'), async (asked) =>
    form(await newPlanShape(asked), parseNewPlan, async (doer, input) =>
      leadTo(await makePlan(needs, doer, asked.body.id, input), ({ id }) => planPaths.version(id, 1)),
    ),
  )
  formAt(app, needs, '/plans/:plan/edit', workedOnGate('draft'), async (asked) =>
    form(planShape(asked), parsePlan, async (doer, input) =>
      leadTo(await changePlan(needs, doer, asked.head.id, input), () => workedOnPath(asked.head)),
    ),
  )
  formAt(app, needs, '/plans/:plan/draft/:kind/new', workedOnGate('draft'), async (asked) => {
    const { kind, level } = levelOf(asked)
    const under = asked.query('under')
    const rows = await findRows(asked.reader, asked.head.version)
    const parent = [...rows.priorities, ...rows.outcomes].find(({ id }) => id === under)
    if (kind !== 'priority' && !parent) throw new NotFound('The draft has no such row.')
    const shape = { ...(await rowShape(asked, kind, undefined, parent?.title)), action: planPaths.newRow(asked.head.id, kind, parent?.id) }
    return form(shape, parseRow(level), async (doer, input) =>
      leadTo(await addRow(needs, doer, { plan: asked.head.id, kind, under: parent?.id }, input), ({ id }) => rowPath(asked.head, kind, id)),
    )
  })
  rowRoutes(app, needs)
  versionRoutes(app, needs)
}

function levelOf(asked: AskedPlan): { readonly kind: RowKind; readonly level: ShapeLevel } {
  const kind = asked.part('kind')
  const level = kind === 'priority' || kind === 'outcome' || kind === 'action' ? asked.head.levels[kind] : undefined
  if (!level) throw new NotFound('This plan has no such level.')
  return { kind: kind as RowKind, level }
}

function rowRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  const at = '/plans/:plan/draft/:kind/:row'
  const where = (asked: AskedPlan) => ({ plan: asked.head.id, kind: levelOf(asked).kind, row: asked.part('row') })
  formAt(app, needs, `${at}/edit`, workedOnGate('draft'), async (asked) => {
    const { kind, level } = levelOf(asked)
    const rows = await findRows(asked.reader, asked.head.version)
    const row = { priority: rows.priorities, outcome: rows.outcomes, action: rows.actions }[kind].find(({ id }) => id === asked.part('row'))
    if (!row) throw new NotFound('The draft has no such row.')
    return form(await rowShape(asked, kind, row, undefined), parseChangedRow(level), async (doer, input) =>
      leadTo(await changeRow(needs, doer, where(asked), input), () => rowPath(asked.head, kind, asked.part('row'))),
    )
  })
  for (const by of ['up', 'down'] as const)
    actAt(
      app,
      needs,
      `${at}/${by}`,
      workedOnGate('draft'),
      async (asked, doer) => {
        const { plan, kind, row } = where(asked)
        return leadTo(await moveRow(needs, doer, { plan, kind, row }, by), () => rowPath(asked.head, kind, row))
      },
      ({ head }) => workedOnPath(head),
    )
  actAt(
    app,
    needs,
    `${at}/remove`,
    workedOnGate('draft'),
    async (asked, doer) => leadTo(await removeRow(needs, doer, where(asked)), () => workedOnPath(asked.head)),
    ({ head }) => workedOnPath(head),
  )
}

function versionRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  const toPlan = ({ head }: AskedPlan) => planPaths.plan(head.id)
  formAt(app, needs, '/plans/:plan/consult', workedOnGate('draft'), async (asked) =>
    form(consultShape(asked), parseShown, async (doer, input) =>
      leadTo(await consultOnPlan(needs, doer, asked.head.id, input), () => workedOnPath(asked.head)),
    ),
  )
  formAt(app, needs, '/plans/:plan/publish', workedOnGate('draft', 'consultation', 'approval'), async (asked) =>
    form(publishShape(asked), parsePublish, async (doer, input) =>
      leadTo(await publishPlan(needs, doer, asked.head.id, input), () => toPlan(asked)),
    ),
  )
  formAt(app, needs, '/plans/:plan/drop', workedOnGate('draft', 'consultation', 'approval'), async (asked) =>
    form(endShape(asked, 'drop'), parseClose, async (doer, input) =>
      leadTo(await dropPlan(needs, doer, asked.head.id, input), () => planPaths.versions(asked.head.id)),
    ),
  )
  formAt(app, needs, '/plans/:plan/revise', workedOnGate('published'), async (asked) =>
    form(reviseShape(asked), parseRevise, async (doer, input) =>
      leadTo(await revisePlan(needs, doer, asked.head.id, input), () => planPaths.version(asked.head.id, asked.head.number + 1)),
    ),
  )
  formAt(app, needs, '/plans/:plan/close', workedOnGate('published'), async (asked) =>
    form(endShape(asked, 'close'), parseClose, async (doer, input) =>
      leadTo(await closePlan(needs, doer, asked.head.id, input), () => toPlan(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/plans/:plan/back',
    workedOnGate('consultation', 'approval'),
    async ({ head }, doer) => leadTo(await takeBackPlan(needs, doer, head.id, head.revision), () => workedOnPath(head)),
    ({ head }) => workedOnPath(head),
  )
  formAt(app, needs, '/plans/:plan/colours', workedOnGate('draft', 'consultation', 'approval', 'published'), async (asked) =>
    form(coloursShape(asked, await findColours(asked.reader, asked.head.id, asked.visit.today)), parseColours, async (doer, input) =>
      leadTo(await defineColours(needs, doer, asked.head, input), () => `${toPlan(asked)}#colours`),
    ),
  )
}

/** How an action goes: its lead, and the clerk (P2, P4). */
export function progressRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/plan-actions/:row/say', actionGate('say'), async (asked) =>
    form(sayShape(asked), parseSay, async (doer, input) =>
      leadTo(await sayProgress(needs, doer, asked, input), () => planPaths.action(asked.action.id)),
    ),
  )
  formAt(app, needs, '/plan-actions/:row/rate', actionGate('rate'), async (asked) =>
    form(rateShape(asked), parseRate, async (doer, input) =>
      leadTo(await rateAction(needs, doer, asked, input), () => planPaths.action(asked.action.id)),
    ),
  )
}
