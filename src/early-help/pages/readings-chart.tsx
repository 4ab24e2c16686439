import { scaleLinear } from 'd3-scale'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { at, type ChartScales, scalesOf, wideRoom } from '#platform/web/charts/axis.ts'
import { ChartFigure, ChartSvg } from '#platform/web/charts/figure.tsx'
import { EndLabels, Grid } from '#platform/web/charts/grid.tsx'
import { pathThrough } from '#platform/web/charts/lines.ts'
import { rawMarkup } from '#platform/web/render.ts'
import { changeOf, gridOf, type Series } from '../rules/readings.ts'
import { changeInWords, readingInWords, seriesInWords } from '../words/voice.ts'

/** Lines of people differ in dashes and in the shape of their points before they differ in anything else. */
const dashes = ['', '8 4', '2 4', '12 4 2 4', '5 2', '1 5'] as const

function point(index: number, x: number, y: number): string {
  const [left, top] = [at(x), at(y)]
  const shape = index % 4
  if (shape === 0) return `<circle class="gt-mark gt-mark--plain" cx="${left}" cy="${top}" r="5"/>`
  if (shape === 1) return `<rect class="gt-mark gt-mark--plain" x="${at(x - 5)}" y="${at(y - 5)}" width="10" height="10"/>`
  if (shape === 2) return `<path class="gt-mark gt-mark--plain" d="M${left} ${at(y - 7)}l7 7-7 7-7-7z"/>`
  return `<path class="gt-mark gt-mark--plain" d="M${left} ${at(y - 7)}l7 12h-14z"/>`
}

/** What the points of a line are called beside its name: signs for them are not in the typeface. */
const shapes = ['dot', 'square', 'diamond', 'triangle'] as const
const short = (name: string): string => ([...name].length > 12 ? `${[...name].slice(0, 11).join('')}…` : name)

/**
 * Every person's answers to one question as a line of their own: a gap stays open where somebody gave no number, whatever they said before and after (E2).
 * Nothing where nobody answered yet.
 */
export function ReadingsChart(props: {
  readonly series: readonly Series[]
  readonly question: string
  readonly step: number
  readonly csv: string
  /** Tells the chart from others of the page. */
  readonly id: string
}): JSX.Element | null {
  const { series, question, step, csv, id } = props
  const grid = gridOf(series)
  if (grid.days.length === 0) return null
  const places = grid.days.map((day) => ({
    label: dayInWords(day),
    tick: `${day.day} ${day.toLocaleString('en-GB', { month: 'short' })}`,
  }))
  const room = { ...wideRoom, right: 176 } // names with the shape of their points
  const y = scaleLinear([0, 10], [room.height - room.bottom, room.top])
  const scales: ChartScales = { x: scalesOf(room, places.length, [], 0).x, y }
  // Who gave the same number on one day stand beside one another, so that nobody hides anybody.
  const beside = (index: number): number => (index - (series.length - 1) / 2) * 11
  const words = {
    ...{ id, title: question, csv, sentence: series.map((one) => changeInWords(changeOf(one, step), one.name)).join(' ') },
    table: {
      columns: [{ heading: 'Day' }, ...series.map(({ name }) => ({ heading: name }))],
      rows: grid.days.map((day, row) => [
        dayInWords(day),
        ...grid.lines.map(({ said }) => {
          const reading = said[row]
          return reading ? readingInWords(reading) : 'Nothing that day'
        }),
      ]),
    },
  }
  const labels = grid.lines.flatMap(({ series: { name }, values }, index) => {
    const value = values.findLast((one) => one !== null)
    return value === null || value === undefined
      ? []
      : [{ kind: 'person', text: `${short(name)} (${shapes[index % shapes.length]})`, value }]
  })
  return (
    <ChartFigure words={words}>
      <ChartSvg words={words} room={room} description={series.map(seriesInWords).join(' ')} fromEnd>
        <Grid room={room} scales={scales} places={places} tickText={String} />
        {grid.lines.map(({ series: { name }, values }, index) => (
          <>
            <path
              class="gt-chart__series"
              d={pathThrough(values, { x: (place) => scales.x(place) + beside(index), y })}
              stroke-dasharray={dashes[index % dashes.length]}
            />
            {values.map(
              (value, place) =>
                value !== null && (
                  <Point {...{ index, name, value }} x={scales.x(place) + beside(index)} y={y(value)} day={places[place]?.label ?? ''} />
                ),
            )}
          </>
        ))}
        <EndLabels room={room} scales={scales} labels={labels} />
      </ChartSvg>
    </ChartFigure>
  )
}

function Point(props: {
  readonly index: number
  readonly name: string
  readonly value: number
  readonly day: string
  readonly x: number
  readonly y: number
}): JSX.Element {
  const { index, name, value, day, x, y } = props
  return (
    <g>
      <title>{`${name}, ${day}: ${value}`}</title>
      {rawMarkup(point(index, x, y))}
    </g>
  )
}
