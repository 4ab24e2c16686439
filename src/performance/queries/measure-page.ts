import { type BodySummary, findBodiesById, findPeopleNames, listAreas, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { currentOf } from '../rules/judge.ts'
import { definitionOn, latestDefinition, type Measure, type Observation } from '../rules/measure.ts'
import { type NextGreen, nextGreen, type YearEnd, yearEnd } from '../rules/outlook.ts'
import { type Period, periodKey } from '../rules/period.ts'
import { type Reading, readingOf } from '../rules/reading.ts'
import { longerThan, type RolledPeriod, rolledUp } from '../rules/rolled.ts'
import { type ChartRulesInForce, listChartRules, rulesInForce } from './chart-rules.ts'
import { type Forecast, findForecasts } from './forecasts.ts'
import { findMeasures } from './measure.ts'
import { findMeasuredRows, type MeasuredRowShown } from './measured-rows.ts'
import { findSeries, type Series } from './series.ts'
import { findHeldBack } from './small-numbers.ts'
import { findBaselines } from './targets.ts'

/** An area with its figure of the latest period, or the state in its place. */
export interface AreaFigure {
  readonly name: string
  readonly observation: Observation
}

/** What the page of a measure shows. */
export interface MeasureView {
  readonly body: BodySummary
  readonly measure: Measure
  readonly series: Series
  readonly reading: Reading
  /** The rules charts are judged by here; `looked` is true where the reader asked to see them another way. */
  readonly rules: ChartRulesInForce & { readonly looked: boolean }
  readonly next: NextGreen | null
  readonly yearEnd: YearEnd | null
  /** Quarters and years made of the points; empty where the definition does not say how. */
  readonly rolled: readonly { readonly type: 'quarter' | 'financial-year'; readonly list: readonly RolledPeriod[] }[]
  /** What is kept in its place, as far as one may see it; null: nothing. */
  readonly replacement: { readonly id: string; readonly title: string } | null
  readonly forecasts: readonly Forecast[]
  readonly baselines: Awaited<ReturnType<typeof findBaselines>>
  /** Areas in the latest period that has some, with the figure of the whole. */
  readonly areas: { readonly whole: Observation | null; readonly list: readonly AreaFigure[] } | null
  /** Parts of the people in the latest period, by how they are split. */
  readonly parts: readonly Observation[]
  /** The plans, priorities and outcomes it measures. */
  readonly measures: readonly MeasuredRowShown[]
  /** Periods of which figures were given and are held back, because with what is published they would tell a small number. */
  readonly heldBack: readonly Period[]
  readonly owner: { readonly person: string; readonly organisation: string }
}

/** Reads everything of one measure, as whoever asks. @param screening - another way to judge the chart, for a look */
export async function findMeasureView(
  reader: Reader,
  measure: Measure,
  today: Temporal.PlainDate,
  screening: boolean | null,
): Promise<MeasureView> {
  const definition = definitionOn(measure, today)
  const [[series], rules, forecasts, baselines, areas, [body], measures, held] = await Promise.all([
    findSeries(reader, [measure.id]),
    listChartRules(reader, [measure.body]),
    findForecasts(reader, measure.id, definition.frequency),
    findBaselines(reader, [measure.id]),
    listAreas(reader, today),
    findBodiesById(reader, [measure.body], today),
    findMeasuredRows(reader, measure.id, today),
    findHeldBack(reader, measure.id),
  ])
  if (series === undefined || body === undefined) throw new Error('A measure has a series and a board.')
  const inForce = rulesInForce(rules, measure, today)
  const looked = screening !== null && screening !== inForce.screening
  const used = { ...inForce, screening: screening ?? inForce.screening, looked }
  const reading = readingOf({ ...series, measure }, used, today)
  const last = reading.points.at(-1)
  return {
    ...{ body, measure, series, reading, rules: used, forecasts, baselines, measures },
    next: last === undefined ? null : nextGreen(measure, series.targets, last.period),
    yearEnd: yearEnd(reading.points),
    rolled: longerThan(definition.frequency).map((type) => ({ type, list: rolledUp(reading.points, type, type === 'quarter' ? 8 : 3) })),
    replacement: await replacementOf(reader, measure),
    areas: areasOf(series.observations, new Map(areas.map(({ id, name }) => [id, name]))),
    parts: partsOf(series.observations),
    heldBack: held.map((one) => ({ type: definition.frequency, startsOn: one.startsOn, endsOn: one.endsOn })),
    owner: await ownerOf(reader, definition.ownerPerson, definition.ownerOrganisation),
  }
}

async function replacementOf(reader: Reader, { replacedBy }: Measure): Promise<MeasureView['replacement']> {
  const [found] = replacedBy === null ? [] : await findMeasures(reader, [replacedBy])
  return found ? { id: found.id, title: latestDefinition(found).title } : null
}

async function ownerOf(reader: Reader, person: string | null, organisation: string | null): Promise<MeasureView['owner']> {
  const names = person === null ? new Map<string, string>() : await findPeopleNames(reader, [person])
  const found = organisation === null ? undefined : (await listOrganisations(reader)).find(({ id }) => id === organisation)
  return { person: names.get(person ?? '') ?? '', organisation: found?.name ?? '' }
}

function latest(observations: readonly Observation[], has: (one: Observation) => boolean): readonly Observation[] {
  const current = currentOf(observations)
  const period = current.findLast(has)?.period
  return period === undefined ? [] : current.filter((one) => periodKey(one.period) === periodKey(period))
}

function areasOf(observations: readonly Observation[], names: ReadonlyMap<string, string>): MeasureView['areas'] {
  const inPeriod = latest(observations, ({ cell }) => cell.area !== null && cell.dimension === '').filter(
    ({ cell }) => cell.dimension === '',
  )
  const list = inPeriod.flatMap((observation) => {
    const name = observation.cell.area === null ? undefined : names.get(observation.cell.area)
    return name === undefined ? [] : [{ name, observation }]
  })
  return list.length === 0 ? null : { whole: inPeriod.find(({ cell }) => cell.area === null) ?? null, list }
}

function partsOf(observations: readonly Observation[]): readonly Observation[] {
  const isPart = ({ cell }: Observation): boolean => cell.area === null && cell.dimension !== ''
  return latest(observations, isPart).filter(isPart)
}
