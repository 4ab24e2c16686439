import { solve } from 'yalps'
import type { Bounds } from './attacker.ts'

/** A figure somebody published or hid: a month's count each time it was counted, named so that the same count has the same name, and what they make. */
export interface AttackedFigure {
  readonly counts: readonly string[]
  readonly count: number
  readonly isShown: boolean
  /** The same counts as they were called before: what was true of them then is still true. */
  readonly still?: readonly string[]
}

/**
 * An attacker with a library of linear programming: knows which months and parts stand behind every figure, which figures are still true after a correction,
 * every exact number behind what is shown, and that no count is negative. Says for each hidden figure between which numbers it must lie.
 */
export function attackAll(figures: readonly AttackedFigure[], wanted: readonly AttackedFigure[]): readonly Bounds[] {
  const shown = figures.filter(({ isShown }) => isShown)
  const kept = figures.flatMap(({ counts, still }) => (still === undefined ? [] : [{ counts, still }]))
  const constraints = [
    ...kept.map((_, at) => [`kept ${at}`, { equal: 0 }] as const),
    ...shown.map(({ count }, at) => [`shown ${at}`, { equal: count }] as const),
    ['bounded', { max: 1_000_000 }] as const,
  ]
  const names = [...new Set(figures.flatMap(({ counts, still = [] }) => [...counts, ...still]))]
  const rows = new Map(names.map((name) => [name, new Map([['bounded', 1]])]))
  shown.forEach(({ counts }, at) => {
    for (const name of counts) rows.get(name)?.set(`shown ${at}`, 1)
  })
  kept.forEach(({ counts, still }, at) => {
    for (const name of counts) rows.get(name)?.set(`kept ${at}`, 1)
    for (const name of still) rows.get(name)?.set(`kept ${at}`, -1)
  })
  return wanted.map(({ counts, count }) => {
    const variables = names.map(
      (name) => [name, new Map([...(rows.get(name) ?? []), ...(counts.includes(name) ? [['aim', 1] as const] : [])])] as const,
    )
    const bound = (direction: 'minimize' | 'maximize'): number => {
      const { status, result } = solve({ direction, objective: 'aim', constraints, variables })
      if (status !== 'optimal') throw new Error(`The attacker's sums have no answer: ${status}.`)
      return Math.round(result * 1e6) / 1e6
    }
    return { count, least: bound('minimize'), most: bound('maximize') }
  })
}
