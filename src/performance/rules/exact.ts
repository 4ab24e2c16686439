import Fraction from 'fraction.js'

/** An exact figure: a fraction of whole numbers, so that 277.5 is 277.5 and a third stays a third. Never made from a floating number. */
export type Exact = Fraction

const DECIMAL = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/

/** Reads a figure written in decimals, with or without an exponent: '-0.5', '1367.50', '7E-2'. Null for anything else, a thousands comma included. */
export function exactOf(written: string): Exact | null {
  const [, sign, whole, decimals = '', exponent = '0'] = DECIMAL.exec(written.trim()) ?? []
  if (whole === undefined) return null
  const digits = BigInt(`${whole}${decimals}`) * (sign === '-' ? -1n : 1n)
  const power = Number(exponent) - decimals.length
  return power >= 0 ? new Fraction(digits * 10n ** BigInt(power), 1n) : new Fraction(digits, 10n ** BigInt(-power))
}

/** A whole number as an exact figure. */
export function whole(number: number | bigint): Exact {
  return new Fraction(BigInt(number), 1n)
}

/** The sum of figures; of none, 0. */
export function sumOf(figures: readonly Exact[]): Exact {
  return figures.reduce((sum, figure) => sum.add(figure), whole(0))
}

/** The mean of figures, exact; null of none, because there is none. */
export function meanOf(figures: readonly Exact[]): Exact | null {
  return figures.length === 0 ? null : sumOf(figures).div(whole(figures.length))
}

/** A figure as the nearest floating number, for drawing and for output only: never for a comparison. */
export function drawn(figure: Exact): number {
  return figure.valueOf()
}

/** Prints a figure with at most so many decimals (0 to 20), halves away from zero, without zeros at the end: '277.5', '80', '-0.3'. */
export function printed(figure: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const doubled = (figure.n * scale * 2n) / figure.d
  const units = (doubled + 1n) / 2n
  const digits = units.toString().padStart(decimals + 1, '0')
  const ones = digits.slice(0, digits.length - decimals)
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return `${figure.s < 0n && units > 0n ? '-' : ''}${ones}${rest === '' ? '' : `.${rest}`}`
}

/** How many decimals two different figures need, at least the wished, to be printed differently: 59.96 and 60 need 2; 12 where 20 are not enough. */
export function decimalsApart(one: Exact, other: Exact, wished: number): number {
  if (one.equals(other)) return wished
  for (let decimals = wished; decimals <= 20; decimals += 1) if (printed(one, decimals) !== printed(other, decimals)) return decimals
  return 12
}
