import type { PlanActionReference } from '#plans/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Forecast } from '../queries/forecasts.ts'
import type { Compared, CurveStanding, Foreseen, IdeaCost, WorkedForecast } from '../rules/curve.ts'
import type { Exact } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import type { Definition } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import { numberOf } from '../rules/reading.ts'
import { decimalsBeside, figureWords } from './figures.ts'

/** What an idea costs, in words. */
export const costWords: Readonly<Record<IdeaCost, string>> = {
  none: 'Costs nothing',
  low: 'Costs little',
  some: 'Costs something',
  'not-known': 'Cost not known',
}

/** How an action of a plan stands. */
export const actionStateWords: Readonly<Record<PlanActionReference['state'], string>> = {
  'not-started': 'Not started',
  started: 'Started',
  done: 'Done',
  stopped: 'Stopped',
}

/** A verdict on a curve: one word or two, what it means for the colour, and why. */
export interface CurveVerdict {
  readonly word: string
  readonly meaning: StatusMeaning
  readonly sentences: readonly string[]
}

/** A figure that was foreseen, with enough decimals to tell it from what came. */
export function foreseenWords(value: Exact, came: Exact | null, definition: Definition): string {
  const decimals = came === null ? definition.decimals : decimalsBeside(value, [came], definition.decimals)
  return printedFigure(value, { ...definition, decimals })
}

function cameWords({ came, foreseen }: Compared, definition: Definition): string {
  const value = came === null ? null : numberOf(came)
  if (value === null) return came === null ? '' : figureWords(came)
  return printedFigure(value, { ...definition, decimals: decimalsBeside(value, [foreseen], definition.decimals) })
}

/** A row of the table that sets what came beside what was foreseen: period, foreseen, came, verdict. */
export function comparedCells(compared: Compared, definition: Definition): readonly [string, string, string, string] {
  const value = compared.came === null ? null : numberOf(compared.came)
  const verdict =
    compared.isBetter === null
      ? value === null
        ? ''
        : 'Not compared'
      : compared.isBetter
        ? 'Better'
        : value?.equals(compared.foreseen)
          ? 'The same'
          : 'Worse'
  return [
    periodWords(compared.period),
    foreseenWords(compared.foreseen, value, definition),
    cameWords(compared, definition) || 'Not yet',
    verdict,
  ]
}

/** Whether the curve is turned, and why, in words. */
export function curveVerdict(standing: CurveStanding, forecast: Pick<Forecast, 'frozenOn'> | null, definition: Definition): CurveVerdict {
  switch (standing.state) {
    case 'no-forecast':
      return {
        word: 'Not known',
        meaning: 'unknown',
        sentences: ['Nobody has frozen yet what comes if nothing is done, so nothing can be compared with it.'],
      }
    case 'nothing-came':
      return { word: 'Not known yet', meaning: 'unknown', sentences: ['No figure has come since the forecast was frozen.'] }
    case 'no-better-way':
      return {
        word: 'Not judged',
        meaning: 'unknown',
        sentences: ['By its definition neither more nor less is better here, so no curve can be turned.'],
      }
    case 'counted-differently':
      return {
        word: 'Not compared',
        meaning: 'unknown',
        sentences: ['It has been counted differently since the forecast was frozen. A new forecast is needed.'],
      }
    default:
      return toldVerdict(standing, forecast, definition)
  }
}

function toldVerdict(
  { state, latest, better, compared, onlyAsForeseen }: Extract<CurveStanding, { latest: Compared }>,
  forecast: Pick<Forecast, 'frozenOn'> | null,
  definition: Definition,
): CurveVerdict {
  const [period, foreseen, came, verdict] = comparedCells(latest, definition)
  const on = forecast === null ? '' : ` on ${dayInWords(forecast.frozenOn)}`
  const than = verdict === 'The same' ? 'is what was foreseen' : `is ${verdict.toLowerCase()} than the ${foreseen} that were foreseen`
  const first = `${came} in ${period} ${than}${on} if nothing was done.`
  const many =
    compared === 1
      ? 'This is the first figure since: one figure alone can be chance.'
      : `Of ${compared} figures since, ${better === compared ? 'all were' : better === 0 ? 'none was' : better === 1 ? 'one was' : `${better} were`} better than foreseen.`
  const alone = onlyAsForeseen ? ['It goes the right way, but no faster than it would have anyway: that is no turning.'] : []
  return state === 'turned'
    ? { word: 'Turned', meaning: 'good', sentences: [first, many] }
    : { word: 'Not turned', meaning: 'warning', sentences: [first, ...alone, many] }
}

/** How a forecast was worked out, in words that stay with it. */
export function methodOf(method: 'trend' | 'level', { from, raised }: WorkedForecast): string {
  const [first, last] = [from[0], from.at(-1)]
  const span =
    first && last
      ? from.length === 1
        ? ` of ${periodWords(first.period)}`
        : ` from ${periodWords(first.period)} to ${periodWords(last.period)}`
      : ''
  const figures = from.length === 1 ? 'the one published figure' : `the ${from.length} published figures`
  const how =
    method === 'trend'
      ? `A straight line (least squares) through ${figures}${span}.`
      : `The mean of ${figures}${span}, as if it went on so.`
  return raised === 0 ? how : `${how} What would be below 0 stands at 0.`
}

/** What would be frozen, in one line. */
export function foreseenLine(points: readonly Foreseen[], definition: Definition): string {
  const wished = { ...definition, decimals: definition.decimals + 1 }
  const shown = points.length > 6 ? [...points.slice(0, 3), ...points.slice(-2)] : points
  const words = shown.map(({ period, value }) => `${printedFigure(value, wished)} in ${periodWords(period)}`)
  return `${points.length > 6 ? `${words.slice(0, 3).join(', ')}, and so on until ${words.slice(3).join(', ')}` : words.join(', ')}.`
}
