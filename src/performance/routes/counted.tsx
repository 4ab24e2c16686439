import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { recountNow } from '../commands/count-record.ts'
import { addCountedMeasure, changeCounting } from '../commands/counted-measure.ts'
import { parseCounted, parseCounting, parseRecount } from '../forms/counted.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { CountedPage } from '../pages/counted-page.tsx'
import { measurePaths } from '../paths.ts'
import { guardedMeasure } from '../permission.ts'
import { findCountedRows } from '../queries/counting.ts'
import { findObservations } from '../queries/series.ts'
import { judge, wholeSeries } from '../rules/judge.ts'
import { definitionFor, knownOf } from '../rules/measure.ts'
import { isWhole, type Period, periodKey } from '../rules/period.ts'
import { figureWords } from '../words/figures.ts'
import { problemWords } from '../words/problems.ts'
import { countingShape, newCountedShape, recountShape } from './counted-shapes.ts'
import { type AskedMeasure, boardGate, measureGate, part } from './gates.ts'
import { measureCrumbs } from './measure-shapes.ts'

const formAt = formsWith(problemWords)

/** Measures whose figures the record itself gives (I5): how they are counted, when, and what from. */
export function countedRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  const adds = boardGate((body) => guardedMeasure({ body, sight: 'public' }, []), 'keep')
  formAt(app, needs, '/boards/:slug/measures/new-from-record', adds, async (asked) =>
    form(await newCountedShape(asked, needs.counted), parseCounted, async (doer, input) =>
      leadTo(await addCountedMeasure(needs, doer, asked.body.id, input), ({ id }) => measurePaths.measure(id)),
    ),
  )
  formAt(app, needs, '/measures/:measure/counting', measureGate('keep'), async (asked) =>
    form(countingShape(asked, needs.counted), parseCounting, async (doer, input) =>
      leadTo(await changeCounting(needs, doer, asked.measure, input), () => measurePaths.measure(asked.measure.id)),
    ),
  )
  formAt(app, needs, '/measures/:measure/recount', measureGate('give'), async (asked) =>
    form(recountShape(asked), parseRecount, async (doer) =>
      leadTo(await recountNow(needs, doer, asked.measure.id), () => measurePaths.measure(asked.measure.id)),
    ),
  )
  pageAt(app, needs, '/measures/:measure/counted/:from/:until', periodGate(), (asked) => countedPage(asked, needs))
}

/** A period of a measure that the record gives. */
function periodGate(): Gate<AskedMeasure & { readonly period: Period }> {
  return async (reader, c) => {
    const asked = await measureGate('read')(reader, c)
    const [startsOn, endsOn] = [part(c, 'from'), part(c, 'until')].map(dayOrNothing)
    if (startsOn === undefined || endsOn === undefined || Temporal.PlainDate.compare(startsOn, endsOn) >= 0)
      throw new NotFound('No such period.')
    const { countedBy, frequency: type } = definitionFor(asked.measure, { endsOn })
    const period = { type, startsOn, endsOn }
    if (countedBy === '' || !isWhole(period)) throw new NotFound('No such period.')
    return { ...asked, period }
  }
}

function dayOrNothing(written: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(written) ? Temporal.PlainDate.from(written) : undefined
  } catch {
    return undefined
  }
}

async function countedPage(asked: AskedMeasure & { readonly period: Period }, needs: PerformanceNeeds): Promise<JSX.Element> {
  const { reader, visit, measure, guarded, period } = asked
  const definition = definitionFor(measure, period)
  const kind = needs.counted.find(({ code }) => code === definition.countedBy)
  if (kind === undefined) throw new NotFound('It is not known here how this is counted.')
  const isOnBoard = asked.may({ ...guarded, record: 'observation', state: 'members' }, 'read')
  const mayList = !kind.ofPeople || asked.may({ ...guarded, record: 'held-value', state: 'any' }, 'read')
  const standing = wholeSeries(await findObservations(reader, [measure.id])).find((one) => periodKey(one.period) === periodKey(period))
  const figure =
    standing === undefined
      ? 'not counted yet'
      : figureWords({ known: knownOf(standing), observation: standing, judged: judge(measure, [], standing) })
  return (
    <CountedPage
      visit={visit}
      breadcrumbs={measureCrumbs(asked)}
      measure={{ id: measure.id, title: definition.title }}
      kind={kind}
      period={period}
      figure={figure}
      rows={mayList ? await findCountedRows(reader, measure, kind, period, { today: visit.today, isOnBoard }) : undefined}
    />
  )
}
