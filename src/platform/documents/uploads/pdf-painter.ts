import type { Box } from '../pdf/outside/pdf-objects.ts'
import { type AreaMark, areaMark, type Glyph, gradientMark, type Mark, pictureMark, textMark } from './pdf-marks.ts'
import { pathParts } from './pdf-paths.ts'
import { around, type Colour, firstState, type Matrix, type PaintState, placedBox, shared, staysUpright, times } from './pdf-state.ts'

/** What a page is painted by, one act after the other, as the reader of words hands it over. */
export interface PaintList {
  /** The name of each act. */
  readonly acts: readonly string[]
  readonly values: readonly unknown[]
}

/** What the painter asks the reader of words. */
export interface PaintHelp {
  /** What is shown of the page. */
  readonly page: Box
  /** Of a font by its name. */
  font(name: string): { readonly unit: number; readonly drawn: boolean }
  /** Whether a layer is switched on. */
  isOn(layer: unknown): boolean
}

interface Painting {
  state: PaintState
  readonly stack: PaintState[]
  readonly marks: Mark[]
  readonly help: PaintHelp
  /** Of each marked stretch around, whether it is switched off. */
  readonly off: boolean[]
  clipNext: boolean
}

type Act = (painting: Painting, values: readonly unknown[]) => void

/** Follows how a page is painted. Returns what words and areas are laid over each other, in their order. */
export function marksOf({ acts, values }: PaintList, help: PaintHelp): readonly Mark[] {
  const painting: Painting = { state: firstState(), stack: [], marks: [], help, off: [], clipNext: false }
  acts.forEach((name, index) => {
    const given = values[index]
    known.get(name)?.(painting, Array.isArray(given) ? given : [])
  })
  return painting.marks
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function listOf(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.map(number)
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : []
}

function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = listOf(value)
  return [a, b, c, d, e, f]
}

function colourOf(value: unknown): Colour {
  const found = typeof value === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value) : null
  return found ? [hex(found[1]), hex(found[2]), hex(found[3])] : undefined
}
const hex = (digits = '0'): number => Number.parseInt(digits, 16)

const save: Act = (painting) => void painting.stack.push({ ...painting.state })
const restore: Act = (painting) => {
  painting.state = painting.stack.pop() ?? painting.state
}
function clipTo(state: PaintState, box: Box, isBox: boolean): void {
  state.clipIsBox &&= isBox && staysUpright(state.matrix)
  state.clip = shared(placedBox(state.matrix, box), state.clip)
}
const add = (painting: Painting, mark: Mark | undefined): void => {
  // What a layer that is switched off paints, hides nothing.
  if (mark && (mark.kind === 'text' || !painting.off.includes(true))) painting.marks.push(mark)
}
function keep<Key extends keyof PaintState>(key: Key, read: (value: unknown) => PaintState[Key]): Act {
  return ({ state }, [value]) => {
    state[key] = read(value)
  }
}
const moveText = (state: PaintState, x: number, y: number): void => {
  state.lineX += x
  state.lineY += y
  state.x = state.lineX
  state.y = state.lineY
}
function startText(state: PaintState, matrix: Matrix): void {
  Object.assign(state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 })
}

const setMany: Act = ({ state }, [pairs]) => {
  for (const [key, value] of Array.isArray(pairs) ? (pairs as readonly (readonly [string, unknown])[]) : []) {
    if (key === 'ca') state.fillAlpha = number(value)
    if (key === 'LW') state.lineWidth = number(value)
    if (key === 'BM' || key === 'SMask') {
      const plain = key === 'BM' ? value === 'source-over' || value === 'Normal' : value === false
      state.seeThrough = !plain
    }
  }
}

const path: Act = (painting, [act, data]) => {
  const { state } = painting
  const parts = Array.isArray(data) ? pathParts((data[0] ?? []) as ArrayLike<number>) : []
  const way = number(act)
  if (filling.has(way)) for (const { box, isBox } of parts) add(painting, areaMark(state, box, state.fill, isBox))
  if (stroking.has(way)) for (const { box, isLine } of parts) if (isLine) add(painting, bar(state, box))
  if (painting.clipNext && parts.length > 0) {
    const [only] = parts
    const whole = around(parts.flatMap(({ box: { x, y, width, height } }) => [[x, y] as const, [x + width, y + height] as const]))
    clipTo(state, whole, parts.length === 1 && only?.isBox === true)
  }
  painting.clipNext = false
}
// 'fill', 'eoFill' and those that stroke as well; 'stroke' and 'closeStroke' alone.
const filling = new Set([22, 23, 24, 25, 26, 27])
const stroking = new Set([20, 21])

/** A thick straight line is a bar, as of a felt pen. */
function bar(state: PaintState, { x, y, width, height }: Box): AreaMark | undefined {
  const half = state.lineWidth / 2
  const [across, up] = width > height ? [0, half] : [half, 0]
  return areaMark(state, { x: x - across, y: y - up, width: width + 2 * across, height: height + 2 * up }, state.stroke, true)
}

const beginForm: Act = (painting, [matrix, box]) => {
  save(painting, [])
  if (matrix) painting.state.matrix = times(painting.state.matrix, matrixOf(matrix))
  const edges = listOf(box)
  const [left = 0, bottom = 0, right = 0, top = 0] = edges
  if (edges.length === 4) clipTo(painting.state, around([[left, bottom] as const, [right, top] as const]), true)
}
const beginGroup: Act = (painting, [group]) => {
  save(painting, [])
  const { state } = painting
  state.groupAlpha *= state.fillAlpha
  state.fillAlpha = 1
  if (typeof group === 'object' && group !== null && 'smask' in group && group.smask) state.seeThrough = true
}

const clipNext: Act = (painting) => {
  painting.clipNext = true
}
const picture =
  (isOpaque: (values: readonly unknown[]) => boolean): Act =>
  (painting, values) =>
    add(painting, pictureMark(painting.state, isOpaque(values)))
/** Many pictures in one act, each under a matrix of its own. */
const pictures =
  (matrices: (values: readonly unknown[]) => readonly Matrix[]): Act =>
  (painting, values) => {
    for (const matrix of matrices(values).slice(0, 5000))
      add(painting, pictureMark({ ...painting.state, matrix: times(painting.state.matrix, matrix) }, false))
  }
const inList = (list: unknown): readonly Matrix[] =>
  Array.isArray(list) ? list.map((one: { readonly transform?: unknown }) => matrixOf(one.transform)) : []
function repeated(shape: readonly [number, number, number, number], positions: unknown): readonly Matrix[] {
  const at = listOf(positions)
  return Array.from({ length: at.length >> 1 }, (_, index) => [...shape, at[2 * index] ?? 0, at[2 * index + 1] ?? 0] as const)
}

const known: ReadonlyMap<string, Act> = new Map(
  Object.entries({
    save,
    restore,
    transform: ({ state }, values) => {
      state.matrix = times(state.matrix, matrixOf(values))
    },
    setGState: setMany,
    setLineWidth: keep('lineWidth', number),
    setFillRGBColor: keep('fill', colourOf),
    setStrokeRGBColor: keep('stroke', colourOf),
    setFillColorN: keep('fill', () => undefined),
    setStrokeColorN: keep('stroke', () => undefined),
    setFillTransparent: keep('fill', () => undefined),
    setStrokeTransparent: keep('stroke', () => undefined),
    clip: clipNext,
    eoClip: clipNext,
    constructPath: path,
    shadingFill: (painting) => add(painting, gradientMark(painting.state, painting.help.page)),
    beginText: ({ state }) => startText(state, [1, 0, 0, 1, 0, 0]),
    setTextMatrix: ({ state }, values) => startText(state, matrixOf(values.length === 6 ? values : values[0])),
    setTextRenderingMode: keep('textMode', number),
    setCharSpacing: keep('letterSpace', number),
    setWordSpacing: keep('wordSpace', number),
    setHScale: keep('stretch', (value) => number(value) / 100),
    setLeading: keep('leading', (value) => -number(value)),
    setTextRise: keep('rise', number),
    setFont: ({ state, help }, [name, size]) => {
      const { unit, drawn } = help.font(String(name))
      Object.assign(state, { fontSize: number(size), fontUnit: unit, fontIsDrawn: drawn })
    },
    moveText: ({ state }, [x, y]) => moveText(state, number(x), number(y)),
    setLeadingMoveText: ({ state }, [x, y]) => {
      state.leading = number(y)
      moveText(state, number(x), number(y))
    },
    nextLine: ({ state }) => moveText(state, 0, state.leading),
    showText: (painting, [glyphs]) =>
      add(painting, textMark(painting.state, Array.isArray(glyphs) ? (glyphs as readonly Glyph[]) : [], painting.off.includes(true))),
    paintFormXObjectBegin: beginForm,
    paintFormXObjectEnd: restore,
    beginGroup,
    endGroup: restore,
    // Pictures were made tiny before the file was read; those that let something through have two points.
    paintImageXObject: picture(([, width]) => width === 1),
    paintInlineImageXObject: picture(() => true),
    paintImageMaskXObject: picture(() => false),
    paintSolidColorImageMask: picture(() => false),
    paintInlineImageXObjectGroup: pictures(([, list]) => inList(list)),
    paintImageMaskXObjectGroup: pictures(([list]) => inList(list)),
    paintImageXObjectRepeat: pictures(([, across, up, at]) => repeated([number(across), 0, 0, number(up)], at)),
    paintImageMaskXObjectRepeat: pictures(([, a, b, c, d, at]) => repeated([number(a), number(b), number(c), number(d)], at)),
    beginMarkedContent: ({ off }) => void off.push(false),
    beginMarkedContentProps: ({ off, help }, [tag, layer]) => void off.push(tag === 'OC' && !help.isOn(layer)),
    endMarkedContent: ({ off }) => void off.pop(),
  } satisfies Record<string, Act>),
)
