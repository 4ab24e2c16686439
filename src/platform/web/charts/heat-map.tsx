import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '../render.ts'
import type { ChartWords } from './figure.tsx'

/** One cell: a letter or a mark to see, and the words it stands for. */
export interface HeatCell {
  readonly letter: string
  readonly words: string
  readonly kind: 'green' | 'amber' | 'red' | 'none' | 'hidden'
}

/** A row of a heat map, with its link where it has one. */
export interface HeatRow {
  readonly label: string
  readonly href?: string | undefined
  readonly cells: readonly HeatCell[]
}

/** What a heat map shows; its table is the picture itself. */
export interface HeatMapProps {
  readonly words: Omit<ChartWords, 'table'>
  readonly rowHeading: string
  readonly columns: readonly string[]
  readonly rows: readonly HeatRow[]
  /** What the letters stand for. */
  readonly legend: readonly HeatCell[]
}

/**
 * Many verdicts at a glance: a letter in every cell, colour behind it, hatching where a figure is hidden. It is a table and not an image, so that
 * whoever cannot see it reads the same, and so that it reflows and prints like one.
 */
export function HeatMap({ words, rowHeading, columns, rows, legend }: HeatMapProps): JSX.Element {
  const title = escapeText(words.title)
  const head = columns.map((column) => `<th scope="col">${escapeText(column)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr><th scope="row">${nameOf(row)}</th>${row.cells.map((cell) => `<td>${cellOf(cell)}</td>`).join('')}</tr>`,
  )
  return rawMarkup(
    `<figure class="gt-chart" id="${words.id}"><figcaption class="gt-chart__sentence">${escapeText(words.sentence)}</figcaption>` +
      `<div class="gt-table-scroll" role="region" aria-label="Table: ${title}" tabindex="0"><table class="gt-heat"><caption class="govuk-visually-hidden">${title}</caption>` +
      `<thead><tr><th scope="col">${escapeText(rowHeading)}</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>` +
      `<ul class="gt-chart__legend">${legend.map((cell) => `<li>${swatch(cell)}${escapeText(cell.words)}</li>`).join('')}</ul>` +
      `<p class="gt-chart__file"><a class="govuk-link" href="${escapeText(words.csv)}" download="">Download the data as CSV<span class="govuk-visually-hidden">: ${title}</span></a></p></figure>`,
  )
}

function nameOf({ label, href }: HeatRow): string {
  return href === undefined ? escapeText(label) : `<a class="govuk-link" href="${escapeText(href)}">${escapeText(label)}</a>`
}

function cellOf({ letter, words, kind }: HeatCell): string {
  const hidden = letter === words ? '' : `<span class="govuk-visually-hidden">${escapeText(words)}</span>`
  return `<span class="gt-heat__cell gt-heat__cell--${kind}"><span${hidden === '' ? '' : ' aria-hidden="true"'}>${escapeText(letter)}</span>${hidden}</span>`
}

function swatch({ letter, kind }: HeatCell): string {
  return `<span class="gt-heat__cell gt-heat__cell--${kind}" aria-hidden="true">${escapeText(letter)}</span>`
}
