import type { JSX } from 'hono/jsx/jsx-runtime'
import { Bullet } from '#platform/web/charts/bullet.tsx'
import { DotStrip } from '#platform/web/charts/dot-strip.tsx'
import type { ChartWords } from '#platform/web/charts/figure.tsx'
import { HeatMap } from '#platform/web/charts/heat-map.tsx'
import { LineChart } from '#platform/web/charts/line-chart.tsx'
import { type ChartPoint, ProcessChart } from '#platform/web/charts/process-chart.tsx'
import { Sparkline } from '#platform/web/charts/sparkline.tsx'

const figures = [62, 64, 61, 65, 63, 60, 64, 66, 62, null, 61, 58, 57, 56, 58, 55, 57, 56, 54, 46, 55, 62, 66, 68]
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function words(id: string, title: string, sentence: string): ChartWords {
  const rows = figures.map((value, index) => [monthOf(index), value === null ? 'Suppressed' : `${value}%`])
  return {
    id,
    title,
    sentence,
    csv: `/patterns?csv=${id}`,
    table: { columns: [{ heading: 'Month' }, { heading: 'Figure', numeric: true }], rows },
  }
}

function monthOf(index: number): string {
  return `${months[index % 12]} ${2024 + Math.floor(index / 12)}`
}

const points: readonly ChartPoint[] = figures.map((value, index) => {
  const mark = value === null || value > 70 ? 'expected' : value < 50 ? 'worse' : index > 20 ? 'better' : 'expected'
  const name = `${monthOf(index)}: ${value === null ? 'suppressed' : `${value}%`}`
  const note = index === 4 ? { note: 'A' } : {}
  return {
    label: monthOf(index),
    tick: monthOf(index).replace('20', ''),
    value,
    name,
    mark,
    ...note,
    hollow: index === 23,
    gap: { mark: 'c', name },
  }
})
const percent = (value: number): string => `${value}%`

/** An XmR chart with made-up figures. */
export function SampleProcess(): JSX.Element {
  const section = { mean: 60, lower: 51.4, upper: 67.6 }
  return (
    <ProcessChart
      words={words(
        'pattern-process',
        'School attendance, 24 months',
        'Special cause, worse in August 2025. It will sometimes miss its target.',
      )}
      description="Mean 60%, expected from 51.4% to 67.6%, target 70%."
      points={points}
      sections={[
        { ...section, from: 0, to: 11 },
        { mean: 57, lower: 44.8, upper: 69.2, from: 11, to: 24 },
      ]}
      target={points.map(() => 70)}
      labels={[
        { kind: 'target', text: 'Target 70%', value: 70 },
        { kind: 'limit', text: 'Upper limit 69.2%', value: 69.2 },
        { kind: 'mean', text: 'Mean 57%', value: 57 },
        { kind: 'limit', text: 'Lower limit 44.8%', value: 44.8 },
      ]}
      tickText={percent}
      floor={0}
      legend={[
        { mark: 'expected', text: 'What chance explains' },
        { mark: 'better', text: 'Better than chance explains' },
        { mark: 'worse', text: 'Worse than chance explains' },
        { mark: 'expected', hollow: true, text: 'Provisional' },
      ]}
    />
  )
}

/** Figures with target and forecast. */
export function SampleLine(): JSX.Element {
  const shown = [...points.slice(0, 12).map((point): ChartPoint => ({ ...point, mark: 'plain' })), ...future]
  return (
    <LineChart
      words={words('pattern-line', 'School attendance with its forecast', 'If nothing is done, 55% by the end of the year.')}
      description="From 62% to 58%, forecast 55%."
      points={shown}
      lines={[
        { kind: 'target', label: 'Target 64%', values: shown.map((_, index) => (index < 6 ? 66 : 64)) },
        { kind: 'trajectory', label: 'Planned 66%', values: shown.map((_, index) => (index < 9 ? null : 60 + (index - 9))) },
        { kind: 'forecast', label: 'If nothing is done', values: shown.map((_, index) => (index < 11 ? null : 58 - (index - 11))) },
        { kind: 'baseline', label: 'Baseline 62%', values: shown.map(() => 62) },
      ]}
      tickText={percent}
      floor={0}
    />
  )
}

const future: readonly ChartPoint[] = [12, 13, 14].map((index) => ({
  label: monthOf(index),
  tick: monthOf(index).replace('20', ''),
  value: null,
  name: monthOf(index),
  mark: 'plain',
}))

/** One figure against its target. */
export function SampleBullet(): JSX.Element {
  return (
    <Bullet
      words={words('pattern-bullet', 'Children seen within 45 days', '82% against a target of 90%: at risk.')}
      description="82%, target 90%, at risk from 80%."
      value={82}
      valueText="82%"
      target={90}
      targetText="90%"
      bands={[
        { kind: 'red', from: 0, to: 80, name: 'Off track' },
        { kind: 'amber', from: 80, to: 90, name: 'At risk' },
        { kind: 'green', from: 90, to: 100, name: 'On track' },
      ]}
      tickText={percent}
    />
  )
}

/** Places among others. */
export function SampleStrip(): JSX.Element {
  return (
    <DotStrip
      words={words('pattern-strip', 'School readiness among neighbours', '3rd of 4, similar to England.')}
      description="Northbrook 67.2%, between 65.9% and 68.5%."
      rows={[
        { label: 'Eastmere', value: 71, text: '71%', interval: [69.8, 72.2], mark: 'better' },
        { label: 'Westhaven', value: 68, text: '68%', interval: [66.1, 69.9], mark: 'expected' },
        { label: 'Northbrook', value: 67.2, text: '67.2%', interval: [65.9, 68.5], mark: 'expected', own: true },
        { label: 'Southleigh and the Vales', value: 62, text: '62%', interval: [60, 64], mark: 'worse' },
        { label: 'Little Havering', value: null, text: 'Suppressed', interval: null, mark: 'plain' },
      ]}
      benchmarks={[
        { label: 'England', value: 67.7 },
        { label: 'Region', value: 66.8 },
      ]}
      tickText={percent}
      legend={[
        { mark: 'better', text: 'Better than England' },
        { mark: 'expected', text: 'Similar' },
        { mark: 'worse', text: 'Worse' },
      ]}
    />
  )
}

const verdicts = {
  G: { letter: 'G', words: 'On track', kind: 'green' },
  A: { letter: 'A', words: 'At risk', kind: 'amber' },
  R: { letter: 'R', words: 'Off track', kind: 'red' },
  c: { letter: 'c', words: 'Suppressed', kind: 'hidden' },
  x: { letter: '–', words: 'Missing', kind: 'none' },
} as const

/** Verdicts by period. */
export function SampleHeat(): JSX.Element {
  const rows = [
    ['Assessments in 45 days', 'RAGGA'],
    ['School attendance', 'GGcAG'],
    ['Care leavers in education, employment or training', 'xARRR'],
  ] as const
  return (
    <HeatMap
      words={words('pattern-heat', 'Verdicts by quarter', 'In the last quarter 1 is off track, 1 at risk, 1 on track.')}
      rowHeading="Measure"
      columns={['Q1 24', 'Q2 24', 'Q3 24', 'Q4 24', 'Q1 25']}
      rows={rows.map(([label, run]) => ({
        label,
        href: '/patterns',
        cells: [...run].map((one) => verdicts[one as keyof typeof verdicts]),
      }))}
      legend={Object.values(verdicts)}
    />
  )
}

/** A run for a cell. */
export function SampleSparkline(): JSX.Element {
  return <Sparkline words="From 62% to 68% in 24 months" values={figures} target={70} range={[51.4, 67.6]} mark="better" />
}
