import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { twoLines } from '../words/thread.ts'

/** A box to draw; columns and rows count from 0. */
export interface PictureBox {
  readonly key: string
  readonly column: number
  readonly row: number
  readonly noun: string
  readonly label: string
  /** The record whose thread it is. */
  readonly isStart: boolean
}

/** The picture as it is drawn. */
export interface PictureView {
  readonly boxes: readonly PictureBox[]
  /** From the one that serves to the one that is served, by the keys of boxes. */
  readonly lines: readonly { readonly from: string; readonly to: string }[]
  /** What the picture shows, in words. */
  readonly sentence: string
}

const box = { width: 196, height: 64, gapX: 56, gapY: 14 } as const

/** The thread as a picture, left to right: what is served stands at the left. The lists beside it say the same in words. */
export function ThreadPicture({ view }: { readonly view: PictureView }): JSX.Element {
  const columns = Math.max(...view.boxes.map(({ column }) => column)) + 1
  const rows = Math.max(...view.boxes.map(({ row }) => row)) + 1
  const width = columns * (box.width + box.gapX) - box.gapX + 4
  const height = rows * (box.height + box.gapY) - box.gapY + 4
  const places = new Map(
    view.boxes.map(
      ({ key, column, row }) => [key, { x: 2 + column * (box.width + box.gapX), y: 2 + row * (box.height + box.gapY) }] as const,
    ),
  )
  const lines = view.lines.map(({ from, to }) => lineBetween(places.get(from), places.get(to)))
  const boxes = view.boxes.map((one) => boxAt(one, places.get(one.key)))
  return rawMarkup(
    `<div class="gt-thread-picture" role="region" aria-label="The thread as a picture; it scrolls sideways" tabindex="0">` +
      `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="thread-picture-title">` +
      `<title id="thread-picture-title">${escapeText(view.sentence)}</title>` +
      '<defs><marker id="thread-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">' +
      `<path class="gt-thread-picture__head" d="M0 .5 8 4 0 7.5z"/></marker></defs>${lines.join('')}${boxes.join('')}</svg></div>`,
  )
}

interface Place {
  readonly x: number
  readonly y: number
}

function lineBetween(from: Place | undefined, to: Place | undefined): string {
  if (from === undefined || to === undefined) return ''
  const middle = (place: Place): number => place.y + box.height / 2
  // In one column the line goes around at the right.
  if (from.x === to.x) {
    const edge = from.x + box.width
    return `<path class="gt-thread-picture__line" marker-end="url(#thread-arrow)" d="M${edge} ${middle(from)}c26 0 26 ${middle(to) - middle(from)} 0 ${middle(to) - middle(from)}"/>`
  }
  const [begin, end] = from.x > to.x ? [from.x, to.x + box.width] : [from.x + box.width, to.x]
  const half = (begin + end) / 2
  return `<path class="gt-thread-picture__line" marker-end="url(#thread-arrow)" d="M${begin} ${middle(from)}C${half} ${middle(from)} ${half} ${middle(to)} ${end} ${middle(to)}"/>`
}

function boxAt(one: PictureBox, place: Place | undefined): string {
  if (place === undefined) return ''
  const lines = twoLines(one.label, 25)
    .map(
      (line, index) =>
        `<text class="gt-thread-picture__label" x="${place.x + 12}" y="${place.y + 37 + index * 16}">${escapeText(line)}</text>`,
    )
    .join('')
  return (
    `<g><title>${escapeText(`${one.noun}: ${one.label}`)}</title><rect class="gt-thread-picture__box${one.isStart ? ' gt-thread-picture__box--start' : ''}" x="${place.x}" y="${place.y}" ` +
    `width="${box.width}" height="${box.height}" rx="6"/><text class="gt-thread-picture__kind" x="${place.x + 12}" y="${place.y + 19}">${escapeText(one.noun)}</text>${lines}</g>`
  )
}
