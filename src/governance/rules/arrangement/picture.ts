/** A point of the picture, in CSS pixels from its top left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle of the picture. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** A body as a box. */
export interface BodyBox extends Box {
  readonly id: string
  readonly tier: number
  /** The label in lines that fit. */
  readonly lines: readonly string[]
}

/** Relations of one kind that run together into one box. */
export interface DrawnLine {
  readonly kind: string
  /** Ways of horizontal and vertical strokes; each begins at a body and ends at the target or at an earlier way. */
  readonly ways: readonly (readonly Point[])[]
  /** Where ways meet: no corner is rounded there. */
  readonly joints: readonly Point[]
  /** Where its head points at the target and which way; undefined for a line without a head. */
  readonly head: (Point & { readonly pointing: 'up' | 'down' }) | undefined
  readonly from: readonly string[]
  readonly to: string
  /** Ids of the relations that this line draws. */
  readonly relations: readonly string[]
}

/** One tier as a band behind its boxes. */
export interface Band extends Box {
  readonly tier: number
}

/** The arrangement as a picture. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly boxes: readonly BodyBox[]
  readonly lines: readonly DrawnLine[]
  readonly bands: readonly Band[]
}
