import { apart, at, type ChartRoom, scalesOf } from './axis.ts'
import { pathThrough } from './lines.ts'
import type { PointMark } from './marks.tsx'

/** A run of figures as it is drawn on paper. */
export interface PrintedRun {
  /** Null where no figure is shown: the line breaks there. */
  readonly values: readonly (number | null)[]
  readonly target: number | null
  /** What chance explains; null where that is not known. */
  readonly range: readonly [lower: number, upper: number] | null
  /** What the last known point says. */
  readonly mark: PointMark
  /** The last figure and the target as they are printed at the right end; '' for none. */
  readonly lastWords: string
  readonly targetWords: string
  readonly tickText: (value: number) => string
  /** The least there can be; null where there is no least. */
  readonly floor: number | null
}

/** Room of a run on paper: a strip as wide as the text. */
const strip: ChartRoom = { width: 480, height: 92, top: 8, right: 112, bottom: 8, left: 44 }

const shapes: Readonly<Record<PointMark, string>> = {
  better: 'M0-5.2l5.2 9h-10.4z',
  worse: 'M0 5.2l5.2-9h-10.4z',
  changed: 'M0-5l5 5-5 5-5-5z',
  expected: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z',
  plain: 'M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z',
}

const shortened = (words: string): string => (words.length > 20 ? `${words.slice(0, 19)}…` : words)
const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function words(text: string, x: number, y: number, how: string): string {
  return `<text x="${at(x)}" y="${at(y + 3)}" font-family="Inter" font-size="8.5" ${how}>${escaped(text)}</text>`
}

/**
 * A run of figures as an SVG for print: black and greys only, so that shape and pattern say everything: a grey band for what chance explains, a dashed line for
 * the target, the last point as the shape of what it says. Null where there is no figure to draw.
 */
export function printedRun(run: PrintedRun): string | null {
  const known = run.values.flatMap((value) => value ?? [])
  if (known.length === 0) return null
  const every = [...known, ...(run.target === null ? [] : [run.target]), ...(run.range ?? [])]
  const scales = scalesOf(strip, run.values.length, every, run.floor)
  const [left, right] = [strip.left, strip.width - strip.right]
  const inside = (value: number): number => Math.min(strip.height - strip.bottom, Math.max(strip.top, scales.y(value)))
  const band = run.range && { top: inside(run.range[1]), foot: inside(run.range[0]) }
  const ticks = scales.y.ticks(3)
  const last = run.values.findLastIndex((value) => value !== null)
  const lastAt = { x: scales.x(last), y: scales.y(run.values[last] ?? 0) }
  const dots = run.values.flatMap((value, index) =>
    value === null || index === last ? [] : [`<circle cx="${at(scales.x(index))}" cy="${at(scales.y(value))}" r="1.6"/>`],
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${strip.width} ${strip.height}" width="${strip.width}" height="${strip.height}">`,
    band
      ? `<rect x="${left}" y="${at(band.top)}" width="${right - left}" height="${at(Math.max(0.8, band.foot - band.top))}" fill="#e4e4e4"/>`
      : '',
    ...ticks.map((tick) => {
      const y = scales.y(tick)
      const line = `<path d="M${left} ${at(y)}H${right}" stroke="#bdbdbd" stroke-width="0.4"/>`
      return line + words(run.tickText(tick), left - 5, y, 'text-anchor="end" fill="#333333"')
    }),
    run.target === null
      ? ''
      : `<path d="M${left} ${at(inside(run.target))}H${right}" stroke="#000000" stroke-width="1.1" stroke-dasharray="5 3"/>`,
    `<path d="${pathThrough(run.values, scales)}" fill="none" stroke="#000000" stroke-width="1.4" stroke-linejoin="round"/>`,
    `<g fill="#000000">${dots.join('')}</g>`,
    `<path transform="translate(${at(lastAt.x)} ${at(lastAt.y)})" d="${shapes[run.mark]}" fill="#000000" stroke="#ffffff" stroke-width="0.8"/>`,
    endWords(run, lastAt.y, run.target === null ? null : inside(run.target), right),
    '</svg>',
  ].join('')
}

function endWords(run: PrintedRun, lastY: number, targetY: number | null, right: number): string {
  const labels = [
    ...(run.lastWords === '' ? [] : [{ text: shortened(run.lastWords), y: lastY, how: 'font-weight="600" fill="#000000"' }]),
    ...(targetY === null || run.targetWords === ''
      ? []
      : [{ text: shortened(`Target ${run.targetWords}`), y: targetY, how: 'fill="#000000"' }]),
  ]
  const places = apart(
    labels.map(({ y }) => y),
    11,
    strip.top + 2,
    strip.height - strip.bottom - 2,
  )
  return labels.map(({ text, how }, index) => words(text, right + 8, places[index] ?? 0, how)).join('')
}
