import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '../components/data-table.tsx'
import { type Children, escapeText, rawMarkup, renderChildren } from '../render.ts'
import type { ChartRoom } from './axis.ts'

/** The figures of a chart as a table: the same words as in its CSV, in its PDF and in its description. */
export interface ChartTable {
  readonly columns: readonly { readonly heading: string; readonly numeric?: boolean | undefined }[]
  readonly rows: readonly (readonly string[])[]
}

/** What every chart brings besides its drawing. There is none without its sentence, its table and its file. */
export interface ChartWords {
  /** Tells this chart from others of its page. */
  readonly id: string
  /** What is shown, without a verdict: 'School attendance, January 2013 to December 2014'. */
  readonly title: string
  /** The finding in one or two sentences. */
  readonly sentence: string
  readonly table: ChartTable
  /** Address of the same figures as CSV. */
  readonly csv: string
}

/** A chart with its finding above it and its figures below it. */
export function ChartFigure({ words, children }: { readonly words: ChartWords; readonly children: Children }): JSX.Element {
  const { id, title, sentence, table, csv } = words
  return (
    <figure class="gt-chart" id={id}>
      <figcaption class="gt-chart__sentence">{sentence}</figcaption>
      {children}
      <details class="gt-chart__data">
        <summary>
          View the data as a table<span class="govuk-visually-hidden">: {title}</span>
        </summary>
        <DataTable caption={title} columns={table.columns} rows={table.rows.map((cells) => ({ cells }))} />
      </details>
      <p class="gt-chart__file">
        <a class="govuk-link" href={csv} download="">
          Download the data as CSV<span class="govuk-visually-hidden">: {title}</span>
        </a>
      </p>
    </figure>
  )
}

/** The drawing itself: one image to assistive technology, named and described; where it is wider than the page it scrolls. */
export function ChartSvg(props: {
  readonly words: ChartWords
  readonly room: Pick<ChartRoom, 'width' | 'height'>
  /** The figures in words, for whoever does not see the drawing. */
  readonly description: string
  /** True where the end is what one looks for first, as in a run of periods: there the scrolling starts. */
  readonly fromEnd?: boolean | undefined
  /** True where the room is no wider than a phone: the drawing shrinks to the page and never scrolls. */
  readonly small?: boolean | undefined
  readonly children: Children
}): JSX.Element {
  const { words, room, description, fromEnd, small } = props
  const [title, text] = [escapeText(words.title), escapeText(description)]
  return rawMarkup(
    `<div class="gt-chart__scroll${fromEnd ? ' gt-chart__scroll--end' : ''}" role="region" aria-label="Chart: ${title}" tabindex="0"><svg class="gt-chart__svg${small ? ' gt-chart__svg--small' : ''}" viewBox="0 0 ${room.width} ${room.height}" role="img" ` +
      `aria-labelledby="${words.id}-title" aria-describedby="${words.id}-text"><title id="${words.id}-title">${title}</title><desc id="${words.id}-text">${text}</desc>` +
      `${renderChildren(props.children)}</svg></div>`,
  )
}
