import type { Reader } from '#platform/database/session.ts'
import { compareCurve, curveStanding } from '../rules/curve.ts'
import type { Measure } from '../rules/measure.ts'
import { findCurveParts } from './curve.ts'
import { findMeasureView } from './measure-page.ts'

/** Reads everything of the curve of one measure, as whoever asks: the last forecast of what comes if nothing is done is the one that is compared. */
export async function findCurve(reader: Reader, measure: Measure, today: Temporal.PlainDate) {
  const [view, parts] = await Promise.all([findMeasureView(reader, measure, today, null), findCurveParts(reader, measure.id)])
  const forecasts = view.forecasts.filter(({ purpose }) => purpose === 'do-nothing')
  const forecast = forecasts[0] ?? null
  return {
    ...{ view, ...parts, forecasts, forecast },
    compared: forecast === null ? [] : compareCurve(view.reading, forecast, measure.definitions),
    standing: curveStanding(view.reading, forecast, measure.definitions),
  }
}
