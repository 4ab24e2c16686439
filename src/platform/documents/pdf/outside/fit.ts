import { PDFNumber, type PDFPage } from 'pdf-lib'
import { type Box, pdfName } from './pdf-objects.ts'

/** Height of the band below an outside page, in points; our footer stands in it, so that it never covers anything. */
export const band = 30

const a3 = { short: 842, long: 1191 }
const a4 = { short: 595.28, long: 841.89 }

/** A page of ours for one outside page: its size in points, the part of the outside page that shows, and how that is laid on it. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly visible: Box
  /** The six numbers of `cm`. */
  readonly matrix: readonly number[]
}

function visibleOf(page: PDFPage, warnings: Set<string>): Box {
  const media = page.getMediaBox()
  const crop = page.getCropBox()
  const x = Math.max(media.x, crop.x)
  const y = Math.max(media.y, crop.y)
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y
  const usable = [x, y, width, height].every(Number.isFinite) && width >= 1 && height >= 1
  if (!usable) return { x: 0, y: 0, width: a4.short, height: a4.long }
  if (width * height < 0.98 * media.width * media.height)
    warnings.add('Parts were cropped away: they cannot be seen, but they are still in the file')
  return { x, y, width, height }
}

/** Turns a page that lies on its side upright, its lower left corner at 0. */
function upright({ x, y, width, height }: Box, turn: number): readonly number[] {
  switch (turn) {
    case 90:
      return [0, -1, 1, 0, -y, x + width]
    case 180:
      return [-1, 0, 0, -1, x + width, y + height]
    case 270:
      return [0, 1, -1, 0, y + height, -x]
    default:
      return [1, 0, 0, 1, -x, -y]
  }
}

/** How an outside page lies on a page of ours: upright, above the band, nothing larger than A3, what is very small on A4. */
export function fit(page: PDFPage, warnings: Set<string>): Sheet {
  const visible = visibleOf(page, warnings)
  const found = page.node.lookup(pdfName('UserUnit'))
  const unit = found instanceof PDFNumber && found.asNumber() > 0 ? found.asNumber() : 1
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const [w, h] = [visible.width * unit, visible.height * unit]
  const [wide, high] = turn % 180 === 90 ? [h, w] : [w, h]
  const shrink = Math.min(1, a3.long / Math.max(wide, high), a3.short / Math.min(wide, high))
  if (shrink < 0.98) warnings.add(`Pages larger than A3 are shown at ${Math.max(1, Math.round(shrink * 100))} % of their size`)
  let [width, height] = [wide * shrink, high * shrink]
  if (Math.min(width, height) < 300 || Math.max(width, height) < 420)
    [width, height] = wide > high ? [a4.long, a4.short] : [a4.short, a4.long]
  const scale = Math.min(width / wide, (height - band) / high, 1)
  const [left, bottom] = [(width - wide * scale) / 2, band + (height - band - high * scale) / 2]
  const shift = [0, 0, 0, 0, left, bottom]
  const matrix = upright(visible, turn).map((value, index) => value * scale * unit + (shift[index] ?? 0))
  return { width, height, visible, matrix }
}
