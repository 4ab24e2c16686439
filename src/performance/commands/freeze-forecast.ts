import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ForecastInput } from '../forms/curve.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findMeasure } from '../queries/measure.ts'
import { findSeries } from '../queries/series.ts'
import { type Foreseen, foresee, leastOf } from '../rules/curve.ts'
import { printed } from '../rules/exact.ts'
import { DECIMALS_KEPT } from '../rules/figure.ts'
import { definitionOn, type Measure } from '../rules/measure.ts'
import { houseChartRules } from '../rules/outlook.ts'
import { periodWords } from '../rules/period.ts'
import { numberOf, type Reading, readingOf } from '../rules/reading.ts'
import { foreseenLine, methodOf } from '../words/curve.ts'
import { noteAct } from './note-act.ts'

interface Frozen {
  readonly points: readonly Foreseen[]
  readonly method: string
  readonly from: readonly Foreseen[]
}

/**
 * Freezes what comes if nothing is done (T4): on the day, whole, for ever. It is worked out of published figures alone, because everybody who may see the
 * measure sees it. The first time it shows what it would freeze: without a yes nothing is written. One a day; a later one stands beside it.
 */
export async function freezeForecast(
  needs: { readonly db: Database },
  doer: Doer,
  id: string,
  input: ForecastInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.measure ${id}`}, 0))`.execute(tx)
    const measure = await findMeasure(tx, id)
    await demand(tx, doer, guardedMeasure(measure, []), 'keep')
    if (await frozenOn(tx, id, doer.today)) return fail({ field: '', code: 'forecast-today-already' })
    const worked = await workOut(tx, measure, doer.today, input)
    if (!worked.ok) return worked
    const { points, method, from } = worked.value
    const forecast = foreseenLine(points, definitionOn(measure, doer.today))
    if (!input.confirmed) return fail({ field: 'confirmed', code: 'look-at-forecast', details: { forecast } })
    const row = newId()
    const inputs = JSON.stringify({
      method: input.method,
      from: from.map(({ period, value }) => [periodWords(period), printed(value, DECIMALS_KEPT)]),
    })
    const words = input.assumes === undefined ? method : `${method} ${input.assumes}`
    await tx
      .insertInto('performance.forecast')
      .values({
        ...{ id: row, measure: id, purpose: 'do-nothing', method: words, author: input.author },
        frozen_on: doer.today,
        inputs,
        made_at: doer.now,
      })
      .execute()
    await tx
      .insertInto('performance.forecast_point')
      .values(
        points.map(({ period, value }) => ({
          ...{ forecast: row, starts_on: period.startsOn, ends_on: period.endsOn },
          value: printed(value, DECIMALS_KEPT),
        })),
      )
      .execute()
    await noteAct(tx, doer, 'forecast.frozen', 'measure', id, { forecast: row, method: words, points: forecast })
    return succeed(null)
  })
}

async function frozenOn(tx: Writer, measure: string, day: Temporal.PlainDate): Promise<boolean> {
  const found = await tx
    .selectFrom('performance.forecast')
    .select('id')
    .where('measure', '=', measure)
    .where('purpose', '=', 'do-nothing')
    .where('frozen_on', '=', day)
    .executeTakeFirst()
  return found !== undefined
}

async function workOut(
  tx: Writer,
  measure: Measure,
  today: Temporal.PlainDate,
  input: ForecastInput,
): Promise<Result<Frozen, FieldProblem>> {
  const [series] = await findSeries(tx, [measure.id])
  const all = series?.observations ?? []
  const readingFrom = (observations: typeof all): Reading =>
    readingOf({ measure, targets: [], observations, rebases: [] }, houseChartRules, today)
  if (input.method === 'stated') {
    const last = readingFrom(all).points.findLast((point) => numberOf(point) !== null)
    const past = input.stated.some(
      ({ period }) => last !== undefined && Temporal.PlainDate.compare(period.startsOn, last.period.endsOn) < 0,
    )
    if (past) return fail({ field: 'steps', code: 'forecast-of-the-past' })
    return succeed({ points: input.stated, method: 'As its author states it.', from: [] })
  }
  const reading = readingFrom(all.filter(({ sight }) => sight === 'public'))
  const worked = foresee(reading.points, { method: input.method, last: input.last, ahead: input.ahead, floor: leastOf(reading) })
  if (typeof worked === 'string') return fail({ field: 'method', code: worked })
  return succeed({ points: worked.points, method: methodOf(input.method, worked), from: worked.from })
}
