import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AskedBoard } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addMeasure, defineMeasure, showMeasure, withdrawMeasure } from '../commands/measure.ts'
import { comment, setBaseline, setTarget, withdrawTarget } from '../commands/target.ts'
import { parseDefinition, parseMeasure, parseSight, parseWithdrawal } from '../forms/measure.ts'
import { parseBaseline, parseCommentary, parseTarget, parseTargetWithdrawal } from '../forms/target.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { MeasuresPage } from '../pages/measures-page.tsx'
import { measurePaths } from '../paths.ts'
import { guardedMeasure } from '../permission.ts'
import { findMeasureLines } from '../queries/measure-lines.ts'
import { findTargets } from '../queries/targets.ts'
import { latestDefinition, type SetTarget } from '../rules/measure.ts'
import { isWhole, type Period } from '../rules/period.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedMeasure, boardGate, measureGate, part } from './gates.ts'
import { measureShape, showShape, withdrawShape } from './measure-shapes.ts'
import { baselineShape, commentShape, targetShape, targetWithdrawalShape } from './target-shapes.ts'

const formAt = formsWith(problemWords)

/** The measures of a board, what each means, and what is aimed at (I1). */
export function measureRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  const toMeasure = ({ measure }: AskedMeasure) => measurePaths.measure(measure.id)
  const adds = boardGate((body) => guardedMeasure({ body, sight: 'public' }, []), 'keep')
  pageAt(app, needs, '/boards/:slug/measures', boardGate(), measuresPage)
  formAt(app, needs, '/boards/:slug/measures/new', adds, async (asked) =>
    form(await measureShape(asked, undefined), parseMeasure, async (doer, input) =>
      leadTo(await addMeasure(needs, doer, asked.body.id, input), ({ id }) => measurePaths.measure(id)),
    ),
  )
  formAt(app, needs, '/measures/:measure/define', measureGate('keep'), async (asked) =>
    form(await measureShape(asked, asked.measure), parseDefinition, async (doer, input) =>
      leadTo(await defineMeasure(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/show', measureGate('keep'), async (asked) =>
    form(showShape(asked), parseSight, async (doer, input) =>
      leadTo(await showMeasure(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/withdraw', measureGate('keep'), async (asked) =>
    form(await withdrawShape(asked), parseWithdrawal, async (doer, input) =>
      leadTo(await withdrawMeasure(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  targetRoutes(app, needs, toMeasure)
}

function targetRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds, toMeasure: (asked: AskedMeasure) => string): void {
  formAt(app, needs, '/measures/:measure/baseline', measureGate('keep'), async (asked) =>
    form(baselineShape(asked), parseBaseline, async (doer, input) =>
      leadTo(await setBaseline(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/target', measureGate('keep'), async (asked) =>
    form(await targetShape(asked), parseTarget(latestDefinition(asked.measure).frequency), async (doer, input) =>
      leadTo(await setTarget(needs, doer, asked.measure.id, input), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/targets/:target/withdraw', targetGate(), async (asked) =>
    form(targetWithdrawalShape(asked, asked.target), parseTargetWithdrawal, async (doer, { reason }) =>
      leadTo(await withdrawTarget(needs, doer, asked.measure.id, asked.target.id, reason), () => toMeasure(asked)),
    ),
  )
  formAt(app, needs, '/measures/:measure/comment/:from/:until', commentGate(), async (asked) =>
    form(commentShape(asked, asked.period), parseCommentary, async (doer, { words }) =>
      leadTo(await comment(needs, doer, asked.measure.id, { ...asked.period, words }), () => toMeasure(asked)),
    ),
  )
}

/** A target of a measure, for the clerk of its board. */
function targetGate(): Gate<AskedMeasure & { readonly target: SetTarget }> {
  return async (reader, c) => {
    const asked = await measureGate('keep')(reader, c)
    const found = (await findTargets(reader, [asked.measure.id])).find(({ target }) => target.id === part(c, 'target'))
    if (!found) throw new NotFound('No such target.')
    return { ...asked, target: found.target }
  }
}

/** A period of a measure, for whoever may say something of it. */
function commentGate(): Gate<AskedMeasure & { readonly period: Period }> {
  return async (reader, c) => {
    const asked = await measureGate('comment')(reader, c)
    const days = [part(c, 'from'), part(c, 'until')]
    if (!days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) throw new NotFound('No such period.')
    const [startsOn, endsOn] = days.map((day) => dayOrNothing(day))
    if (!startsOn || !endsOn || Temporal.PlainDate.compare(startsOn, endsOn) >= 0) throw new NotFound('No such period.')
    const period = { type: latestDefinition(asked.measure).frequency, startsOn, endsOn }
    return { ...asked, period: isWhole(period) ? period : { ...period, type: 'other' as const } }
  }
}

function dayOrNothing(written: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(written)
  } catch {
    return undefined
  }
}

async function measuresPage(asked: AskedBoard): Promise<JSX.Element> {
  const { reader, visit, body, may } = asked
  const lines = await findMeasureLines(reader, body.id, visit.today)
  const mayKeep = may(guardedMeasure({ body: body.id, sight: 'public' }, []), 'keep')
  const seesReturns = may({ record: 'return', state: 'any', ties: { body: body.id } }, 'read')
  return <MeasuresPage visit={visit} board={body} lines={lines} mayKeep={mayKeep} seesReturns={seesReturns} />
}
