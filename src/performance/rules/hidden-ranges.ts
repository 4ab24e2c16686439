/** A sum that holds among unknown counts: each with how often it is counted, and what they make together. */
export interface Sum {
  readonly terms: ReadonlyMap<string, number>
  readonly equals: number
}

const ALMOST = 1e-7

/** Whole counts and sums of them: what the arithmetic of the machine adds to them is far smaller than this, and goes. */
function tidy(number: number): number {
  const near = Math.round(number)
  return Math.abs(number - near) < ALMOST ? near : number
}

/** Sums solved for some of their unknowns, the basic ones: the rest stand at 0 (the tableau of the simplex method). */
interface Solved {
  readonly rows: Float64Array[]
  /** Which unknown each row is solved for. */
  readonly basic: number[]
  readonly width: number
}

function pivot({ rows, basic }: Solved, row: number, column: number): void {
  const chosen = rows[row]
  if (chosen === undefined) return
  const by = chosen[column] ?? 1
  for (let at = 0; at < chosen.length; at += 1) chosen[at] = tidy((chosen[at] ?? 0) / by)
  for (const other of rows) {
    const times = other[column] ?? 0
    if (other === chosen || times === 0) continue
    for (let at = 0; at < other.length; at += 1) {
      const part = chosen[at] ?? 0
      if (part !== 0) other[at] = tidy((other[at] ?? 0) - times * part)
    }
  }
  basic[row] = column
}

/** The row that first falls to 0 when an unknown grows; undefined where none does. Ties go to the lowest unknown, so that it ends (Bland). */
function firstToFall({ rows, basic, width }: Solved, column: number): number | undefined {
  let [best, least] = [undefined as number | undefined, Number.POSITIVE_INFINITY]
  rows.forEach((row, at) => {
    const slope = row[column] ?? 0
    if (slope <= ALMOST) return
    const ratio = (row[width] ?? 0) / slope
    const isTie = best !== undefined && Math.abs(ratio - least) < ALMOST && (basic[at] ?? 0) < (basic[best] ?? 0)
    if (ratio < least - ALMOST || isTie) [best, least] = [at, Math.min(ratio, least)]
  })
  return best
}

/** Finds one way in which all sums hold with no count below 0; null where there is none. */
function solve(sums: readonly Sum[], columns: ReadonlyMap<string, number>): Solved | null {
  const unknowns = columns.size
  const width = unknowns + sums.length
  const rows = sums.map(({ terms, equals }, at) => {
    const row = new Float64Array(width + 1)
    const sign = equals < 0 ? -1 : 1
    for (const [name, times] of terms) row[columns.get(name) ?? 0] = sign * times
    row[unknowns + at] = 1
    row[width] = sign * equals
    return row
  })
  const solved: Solved = { rows, basic: sums.map((_, at) => unknowns + at), width }
  // What is missing from each sum stands in for it at first, and is worked down to nothing.
  for (;;) {
    const standIns = rows.filter((_, at) => (solved.basic[at] ?? 0) >= unknowns)
    const column = Array.from({ length: unknowns }, (_, at) => at).find(
      (at) => !solved.basic.includes(at) && standIns.reduce((sum, row) => sum + (row[at] ?? 0), 0) > ALMOST,
    )
    const row = column === undefined ? undefined : firstToFall(solved, column)
    if (column === undefined || row === undefined) break
    pivot(solved, row, column)
  }
  return withoutStandIns(solved, unknowns)
}

function withoutStandIns(solved: Solved, unknowns: number): Solved | null {
  const { rows, basic, width } = solved
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    if ((basic[at] ?? 0) < unknowns) continue
    if ((rows[at]?.[width] ?? 0) > ALMOST) return null
    const column = rows[at]?.subarray(0, unknowns).findIndex((one) => Math.abs(one) > ALMOST) ?? -1
    if (column >= 0) pivot(solved, at, column)
    else {
      // It says nothing that the other sums do not say.
      rows.splice(at, 1)
      basic.splice(at, 1)
    }
  }
  return { basic, width: unknowns, rows: rows.map((row) => Float64Array.of(...row.subarray(0, unknowns), row[width] ?? 0)) }
}

function standsAt({ rows, basic, width }: Solved, column: number): number {
  const at = basic.indexOf(column)
  return at < 0 ? 0 : (rows[at]?.[width] ?? 0)
}

/** Drives one unknown up (1) or down (-1) as far as the sums let it, or until it is enough. */
function drive(solved: Solved, column: number, direction: 1 | -1, enough: number): number {
  for (;;) {
    const value = standsAt(solved, column)
    if (direction === 1 && value >= enough) return value
    const at = solved.basic.indexOf(column)
    const gain = (other: number): number => (at < 0 ? (other === column ? 1 : 0) : -(solved.rows[at]?.[other] ?? 0)) * direction
    let entering = 0
    while (entering < solved.width && (solved.basic.includes(entering) || gain(entering) <= ALMOST)) entering += 1
    if (entering === solved.width) return value
    const row = firstToFall(solved, entering)
    if (row === undefined) return Number.POSITIVE_INFINITY
    pivot(solved, row, entering)
  }
}

/** Between which numbers a count must lie. */
export interface CountRange {
  readonly least: number
  /** Infinity where nothing holds it. */
  readonly most: number
}

/**
 * Between which numbers unknown counts must lie, for whoever knows some sums of them and that no count is negative: linear programming, the simplex method.
 * @param enough - counts that may be this large or more are not looked into further: their range reads from 0 to whatever was reached
 * @returns null where the sums contradict each other
 */
export function rangesOf(sums: readonly Sum[], wanted: readonly string[], enough: number): ReadonlyMap<string, CountRange> | null {
  const names = new Set([...sums.flatMap(({ terms }) => [...terms.keys()]), ...wanted])
  const columns = new Map([...names].map((name, at) => [name, at] as const))
  const solved = solve(sums, columns)
  if (solved === null) return null
  const seen = new Map<string, number>()
  const look = () => {
    for (const name of wanted) seen.set(name, Math.max(seen.get(name) ?? 0, standsAt(solved, columns.get(name) ?? 0)))
  }
  look()
  return new Map(
    wanted.map((name) => {
      const column = columns.get(name) ?? 0
      // What was large on the way to another answer needs no search of its own.
      if ((seen.get(name) ?? 0) >= enough) return [name, { least: 0, most: seen.get(name) ?? 0 }] as const
      const most = drive(solved, column, 1, enough)
      look()
      if (most >= enough) return [name, { least: 0, most }] as const
      return [name, { least: tidy(drive(solved, column, -1, 0)), most: tidy(most) }] as const
    }),
  )
}
