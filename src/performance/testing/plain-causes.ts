/**
 * A second, slow and obvious judge of an XmR chart, by another way: whole numbers times a common denominator, and every window of points
 * looked at by itself. Whole figures in; null is missing. It must never share a line with the rules it checks.
 */
export function plainCauses(figures: readonly (number | null)[], screening: boolean): readonly (string | null)[] {
  const known = figures.filter((figure) => figure !== null)
  let ranges: number[] = []
  for (let i = 1; i < figures.length; i += 1) {
    const [one, two] = [figures[i - 1], figures[i]]
    if (typeof one === 'number' && typeof two === 'number') ranges.push(Math.abs(two - one))
  }
  const total = (list: readonly number[]) => list.reduce((sum, number) => sum + number, 0)
  if (screening && total(ranges) > 0) {
    const all = [...ranges]
    // range >= 3.267 * total / count, in whole numbers.
    ranges = all.filter((range) => range * all.length * 1000 < 3267 * total(all))
  }
  // Everything times known * ranges * 300, so that 2.66 and two thirds of it are whole.
  const scale = known.length * ranges.length * 300
  const mean = total(known) * ranges.length * 300
  const reach = 266 * 3 * total(ranges) * known.length
  const close = (266 * 3 * total(ranges) * known.length * 2) / 3
  const at = (index: number): number | null => {
    const figure = figures[index]
    return typeof figure === 'number' ? figure * scale : null
  }
  const windowsOf = (size: number, index: number): number[][] => {
    const windows: number[][] = []
    for (let from = index - size + 1; from <= index; from += 1) windows.push(Array.from({ length: size }, (_, step) => from + step))
    return windows
  }
  const allOf = (window: readonly number[], holds: (value: number, index: number) => boolean): boolean =>
    window.every((index) => {
      const value = at(index)
      return value !== null && holds(value, index)
    })
  const above = (value: number) => value > mean
  const below = (value: number) => value < mean
  const rises = (sign: number) => (window: readonly number[]) =>
    allOf(window, () => true) && window.slice(1).every((index) => ((at(index) ?? 0) - (at(index - 1) ?? 0)) * sign > 0)
  const far = (value: number) => value > mean + close || value < mean - close
  return figures.map((_, index) => {
    const value = at(index)
    if (value === null) return null
    if (value > mean + reach || value < mean - reach) return 'outside'
    if (windowsOf(7, index).some((window) => rises(1)(window) || rises(-1)(window))) return 'trend'
    const three = windowsOf(3, index).some(
      (window) => (allOf(window, above) || allOf(window, below)) && window.filter((one) => far(at(one) ?? mean)).length >= 2,
    )
    if (three && far(value)) return 'two-of-three'
    return windowsOf(7, index).some((window) => allOf(window, above) || allOf(window, below)) ? 'one-side' : 'common'
  })
}
