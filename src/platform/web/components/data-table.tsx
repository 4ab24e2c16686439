import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Children, escapeText, rawMarkup, renderChildren } from '../render.ts'

/** A column of a table. */
export interface DataColumn {
  readonly heading: string
  /** Figures and times stand at the right, digit under digit. */
  readonly numeric?: boolean | undefined
  /** Keeps the heading for screen readers only, for a column of buttons. */
  readonly hiddenHeading?: boolean | undefined
  /** For a first column of bare numbers: on a phone the heading stands before the number, as 'Item 4'. */
  readonly namesNumber?: boolean | undefined
}

/** A row: one cell a column; the first is the row's heading unless the table says otherwise. */
export interface DataRow {
  readonly cells: readonly Children[]
  /** Where the row can be linked to, for example 'minute-29'. */
  readonly id?: string | undefined
}

/** Rows under a heading of their own. */
export interface DataGroup {
  readonly heading: string
  readonly rows: readonly DataRow[]
}

/** What a table shows; either `rows` or `groups`. */
export interface DataTableProps {
  /** Says what the table holds; read out first. */
  readonly caption: string
  /** When a heading above the table already says it. */
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly DataColumn[]
  readonly rows?: readonly DataRow[] | undefined
  readonly groups?: readonly DataGroup[] | undefined
  /** 'scroll' keeps the grid in a region that scrolls on a phone; 'stack' turns rows into blocks there. Default: 'scroll'. */
  readonly narrow?: 'scroll' | 'stack' | undefined
  /** False when the first cell does not name the row. */
  readonly rowHeadings?: boolean | undefined
}

/** A table that a keyboard can scroll and a phone can show. */
export function DataTable(props: DataTableProps): JSX.Element {
  const { caption, columns, groups, rows = [], narrow = 'scroll' } = props
  const head = columns.map(headingOf).join('')
  const bodies = groups
    ? groups.map(({ heading, rows: inGroup }) => groupOf(props, heading, inGroup)).join('')
    : `<tbody role="rowgroup">${rows.map((row) => rowOf(props, row)).join('')}</tbody>`
  const label = escapeText(caption)
  // The roles are said again, because `display: block` on a phone takes them from some screen readers.
  const table =
    `<table class="gt-table" role="table"><caption class="${props.hideCaption ? 'govuk-visually-hidden' : 'gt-table__caption'}">${label}</caption>` +
    `<thead role="rowgroup"><tr role="row">${head}</tr></thead>${bodies}</table>`
  if (narrow === 'stack') return rawMarkup(`<div class="gt-table-stack">${table}</div>`)
  return rawMarkup(`<div class="gt-table-scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`)
}

function headingOf(column: DataColumn): string {
  const words = escapeText(column.heading)
  const shown = column.hiddenHeading ? `<span class="govuk-visually-hidden">${words}</span>` : words
  return `<th scope="col" role="columnheader"${column.numeric ? ' class="gt-num"' : ''}>${shown}</th>`
}

function groupOf(props: DataTableProps, heading: string, rows: readonly DataRow[]): string {
  const title = `<tr role="row" class="gt-table__group"><th scope="rowgroup" role="rowheader" colspan="${props.columns.length}">${escapeText(heading)}</th></tr>`
  return `<tbody role="rowgroup">${title}${rows.map((row) => rowOf(props, row)).join('')}</tbody>`
}

function rowOf({ columns, rowHeadings = true }: DataTableProps, { cells, id }: DataRow): string {
  const shown = cells.map((cell, index) => {
    const column = columns[index]
    const numeric = column?.numeric ? ' class="gt-num"' : ''
    if (index === 0 && rowHeadings) {
      const name = column?.namesNumber ? ` data-label="${escapeText(column.heading)}"` : ''
      return `<th scope="row" role="rowheader"${numeric}${name}>${renderChildren(cell)}</th>`
    }
    // On a phone the label stands before the cell; it is drawn by the style sheet and so not read out twice.
    const label = column && !column.hiddenHeading ? ` data-label="${escapeText(column.heading)}"` : ''
    return `<td role="cell"${numeric}${label}>${renderChildren(cell)}</td>`
  })
  return `<tr role="row"${id ? ` id="${escapeText(id)}"` : ''}>${shown.join('')}</tr>`
}
