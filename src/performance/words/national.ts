import { drawn, type Exact, printed } from '../rules/exact.ts'
import {
  type Beside,
  knownPublished,
  type NationalLine,
  type Published,
  publishedFigure,
  type StoredMeasure,
} from '../rules/national-card.ts'
import { type NationalDirection, type NationalPlace, nationalDirection, nationalPlace } from '../rules/national-place.ts'
import type { NationalPeriod, NationalStanding } from '../rules/national-reading.ts'
import { stateWords } from './figures.ts'
import type { DirectionWords } from './verdict.ts'

const standingWords: Readonly<Record<NationalStanding, string>> = {
  '': '',
  outturn: 'outturn',
  revised: 'revised',
  final: 'final',
  provisional: 'provisional',
}

/** A published period in words: '2016-17', '2014-16', '2025 (provisional)'. */
export function nationalPeriodWords({ written, standing }: NationalPeriod): string {
  const years = written.replace(/ ?\([A-Za-z]+\)$/, '')
  return standing === '' ? years : `${years} (${standingWords[standing]})`
}

/** A figure with its thousands apart; with a percent sign where the publisher counts in percent. */
export function nationalFigure(value: Exact, { decimals, unit }: Pick<StoredMeasure, 'decimals' | 'unit'>): string {
  const [ones = '', rest] = printed(value, decimals).split('.')
  const digits = ones.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${rest === undefined ? digits : `${digits}.${rest}`}${unit.startsWith('%') ? '%' : ''}`
}

/** A published value as it is printed, or the words in its place. */
export function publishedWords(published: Published | undefined, measure: StoredMeasure): string {
  const known = knownPublished(published)
  return known.state === 'value' ? nationalFigure(known.value, measure) : stateWords[known.state]
}

/** '1st', '2nd', '3rd', '11th'. */
export function ordinal(number: number): string {
  const tens = number % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}

/** A place among others: 'joint 3rd of 10 (1 suppressed)'; '3rd highest of 10' where neither way is better. */
export function placeWords({ rank, joint, of, judged, without }: NationalPlace): string {
  const missing = Object.entries(without).map(([state, count]) => `${count} ${stateWords[state as keyof typeof stateWords].toLowerCase()}`)
  const rest = missing.length > 0 ? ` (${missing.join(', ')})` : ''
  return `${joint ? 'joint ' : ''}${ordinal(rank)}${judged ? '' : ' highest'} of ${of}${rest}`
}

/** A published measure of one place in words. */
export interface NationalRowWords {
  readonly title: string
  readonly code: string
  readonly topic: string
  readonly unit: string
  readonly period: string
  readonly figure: string
  /** The last figure there was, where the latest period has none; '' otherwise. */
  readonly note: string
  readonly country: string
  readonly region: string
  /** '' where there is no figure or nobody to hold it beside. */
  readonly place: string
  readonly better: string
  readonly direction: DirectionWords
  readonly run: { readonly words: string; readonly values: readonly (number | null)[] }
}

const betterWords = { higher: 'Higher is better', lower: 'Lower is better', none: 'Neither way is better' } as const

/** A line in words: the latest period of the measure for all, whoever has a figure in it. */
export function nationalRow(line: NationalLine, beside: Beside): NationalRowWords {
  const { measure, periods, own, others } = line
  const [last, before] = [periods.length - 1, periods.length - 2]
  const [mine, then] = [publishedFigure(own[last]), publishedFigure(own[before])]
  const known = own.findLastIndex(({ state }) => state === 'value')
  const period = periods[last]
  const earlier = periods[known]
  const others10 = beside.neighbours.map(({ number }) => knownPublished(others.get(number)))
  return {
    ...{ title: measure.title, code: measure.code, topic: measure.topic, unit: measure.unit, better: betterWords[measure.polarity] },
    period: period === undefined ? '' : nationalPeriodWords(period),
    figure: publishedWords(own[last], measure),
    note:
      mine === null && earlier !== undefined ? `Last known: ${publishedWords(own[known], measure)} in ${nationalPeriodWords(earlier)}` : '',
    country: beside.country === null ? '' : publishedWords(others.get(beside.country.number), measure),
    region: beside.region === null ? '' : publishedWords(others.get(beside.region.number), measure),
    place: mine === null || others10.length === 0 ? '' : placeWords(nationalPlace(measure.polarity, mine, others10)),
    direction: directionIn(nationalDirection(measure.polarity, mine, then), { mine, then }, periods[before]),
    run: runOf(line),
  }
}

function directionIn(
  direction: NationalDirection,
  { mine, then }: { readonly mine: Exact | null; readonly then: Exact | null },
  before: NationalPeriod | undefined,
): DirectionWords {
  const on = before === undefined ? '' : nationalPeriodWords(before)
  const way = mine === null || then === null ? null : mine.gt(then) ? 'up' : mine.lt(then) ? 'down' : 'level'
  const word = {
    better: `Better than ${on}`,
    worse: `Worse than ${on}`,
    same: `Same as ${on}`,
    up: `Up on ${on}`,
    down: `Down on ${on}`,
    'no-figure': 'Not known',
    'nothing-before': 'Nothing to hold it against',
  }[direction]
  return { word, sentence: `${word}.`, way, mark: direction === 'better' || direction === 'worse' ? direction : 'plain' }
}

function runOf({ measure, periods, own }: NationalLine): NationalRowWords['run'] {
  const values = own.map((one) => (one.state === 'value' ? Number(one.decimal) : null))
  const first = values.findIndex((value) => value !== null)
  const last = values.findLastIndex((value) => value !== null)
  const [from, to] = [periods[first], periods[last]]
  if (from === undefined || to === undefined) return { words: 'No figure', values }
  const words =
    first === last
      ? `One figure: ${publishedWords(own[last], measure)} in ${nationalPeriodWords(to)}`
      : `From ${publishedWords(own[first], measure)} in ${nationalPeriodWords(from)} to ${publishedWords(own[last], measure)} in ${nationalPeriodWords(to)}`
  return { words, values }
}

/** The scorecard of a place as rows for CSV: its words and no others. */
export function nationalCsv(rows: readonly NationalRowWords[], beside: Beside): readonly (readonly string[])[] {
  const head = [
    'Topic',
    'Measure',
    'Code',
    'Unit',
    'Which way is better',
    'Period',
    'Figure',
    'Last known',
    beside.country?.name ?? 'Country',
  ]
  return [
    [...head, beside.region?.name ?? 'Region', 'Place among neighbours', 'Direction'],
    ...rows.map((row) => [
      ...[row.topic, row.title, row.code, row.unit, row.better, row.period, row.figure, row.note, row.country, row.region, row.place],
      row.direction.word,
    ]),
  ]
}

/** A floating number for drawing only; null where there is no figure. */
export function drawnPublished(published: Published | undefined): number | null {
  const value = publishedFigure(published)
  return value === null ? null : drawn(value)
}
