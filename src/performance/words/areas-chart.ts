import type { DotStripProps } from '#platform/web/charts/dot-strip.tsx'
import type { LegendEntry, PointMark } from '#platform/web/charts/marks.tsx'
import { type AgainstBenchmark, againstBenchmark, placeAmong } from '../rules/comparison.ts'
import { drawn } from '../rules/exact.ts'
import { printedFigure } from '../rules/judge.ts'
import { type Definition, knownOf, type Observation } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import { stateWords, tickWords } from './figures.ts'

interface AreaFigures {
  readonly whole: Observation | null
  readonly list: readonly { readonly name: string; readonly observation: Observation }[]
}

const againstWords: Readonly<Record<AgainstBenchmark, string>> = {
  better: 'Better',
  similar: 'Similar',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
}
const againstMarks: Readonly<Record<AgainstBenchmark, PointMark>> = {
  better: 'better',
  similar: 'expected',
  worse: 'worse',
  higher: 'changed',
  lower: 'changed',
}

function shown(observation: Observation, definition: Definition): string {
  const known = knownOf(observation)
  return known.state === 'value' ? printedFigure(known.value, definition) : stateWords[known.state]
}

/** How an area stands to the whole by its confidence interval; null where it has none: then nothing is said but the figures. */
function against(observation: Observation, whole: Observation | null, definition: Definition): AgainstBenchmark | null {
  const benchmark = whole?.value ?? null
  return observation.limits === null || benchmark === null ? null : againstBenchmark(definition.polarity, observation.limits, benchmark)
}

function rankWords(areas: AreaFigures, definition: Definition): readonly string[] {
  return areas.list.map(({ observation }) => {
    if (observation.value === null) return ''
    const others = areas.list.flatMap((one) => (one.observation === observation ? [] : [knownOf(one.observation)]))
    const place = placeAmong(definition.polarity, observation.value, others)
    return place === null ? '' : `${place.rank} of ${place.of}`
  })
}

/** The areas of a measure beside one another and beside the whole, in the latest period that has them. */
export function areasChart(areas: AreaFigures, definition: Definition, wholeName: string, csv: string): DotStripProps {
  const first = areas.list[0]?.observation
  const period = first === undefined ? '' : periodWords(first.period)
  const sorted = [...areas.list].sort((one, other) => compare(one.observation, other.observation, definition))
  const ranks = rankWords({ ...areas, list: sorted }, definition)
  const verdicts = sorted.map(({ observation }) => against(observation, areas.whole, definition))
  const hasIntervals = sorted.some(({ observation }) => observation.limits !== null)
  const isCount = definition.kind === 'flow' || definition.kind === 'stock'
  const isRanked = !isCount && ranks.some((rank) => rank !== '')
  const known = sorted.filter(({ observation }) => observation.value !== null)
  const hidden = sorted.filter(({ observation }) => observation.status === 'suppressed').length
  const [top, foot] = [known[0], known.at(-1)]
  const range =
    top && top === foot
      ? `${top.name} alone has a figure (${shown(top.observation, definition)})`
      : top && foot
        ? `From ${top.name} (${shown(top.observation, definition)}) to ${foot.name} (${shown(foot.observation, definition)})`
        : 'No area has a figure'
  const sentence = `${range} in ${period}${hidden > 0 ? `; ${hidden} suppressed` : ''}.${verdicts.some((one) => one !== null) ? ' Areas whose intervals overlap do not differ clearly.' : ''}`
  return {
    words: {
      ...{ id: 'areas', title: `${definition.title} by area, ${period}`, sentence, csv },
      table: {
        columns: [
          { heading: 'Area' },
          { heading: 'Figure', numeric: true },
          ...(hasIntervals ? [{ heading: 'Interval' }] : []),
          ...(isRanked ? [{ heading: 'Place' }] : []),
          ...(hasIntervals ? [{ heading: `Beside ${wholeName}` }] : []),
        ],
        rows: [...sorted, ...(areas.whole ? [{ name: `${wholeName}, the whole`, observation: areas.whole }] : [])].map(
          ({ name, observation }, index) => {
            const verdict = verdicts[index] ?? null
            return [
              name,
              shown(observation, definition),
              ...(hasIntervals ? [intervalWords(observation, definition)] : []),
              ...(isRanked ? [ranks[index] ?? ''] : []),
              ...(hasIntervals ? [verdict === null ? '' : againstWords[verdict]] : []),
            ]
          },
        ),
      },
    },
    description: `${known.length} of ${sorted.length} areas have a figure. The figures stand in the table below.`,
    rows: sorted.map(({ name, observation }, index) => {
      const verdict = verdicts[index] ?? null
      const { value, limits } = observation
      return {
        ...{ label: name, value: value === null ? null : drawn(value), text: shown(observation, definition) },
        interval: limits === null ? null : ([drawn(limits.lower), drawn(limits.upper)] as const),
        mark: verdict === null ? 'plain' : againstMarks[verdict],
      }
    }),
    // A whole that is the sum of its areas lies beyond all of them and compares with none.
    benchmarks: areas.whole?.value && !isCount ? [{ label: wholeName, value: drawn(areas.whole.value) }] : [],
    tickText: (value) => tickWords(value, definition),
    legend: legendOf(verdicts),
  }
}

function legendOf(verdicts: readonly (AgainstBenchmark | null)[]): readonly LegendEntry[] {
  return (Object.keys(againstWords) as AgainstBenchmark[]).flatMap((one) =>
    verdicts.includes(one) ? [{ mark: againstMarks[one], text: againstWords[one] }] : [],
  )
}

function intervalWords({ limits }: Observation, definition: Definition): string {
  return limits === null ? 'Not given' : `${printedFigure(limits.lower, definition)} to ${printedFigure(limits.upper, definition)}`
}

/** The best first by polarity, else the highest; without a figure last. */
function compare(one: Observation, other: Observation, { polarity }: Definition): number {
  if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null)
  return polarity === 'lower' ? one.value.compare(other.value) : other.value.compare(one.value)
}
