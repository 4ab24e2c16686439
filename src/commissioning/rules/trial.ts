import { splitPence, totalOf } from './split.ts'
import { type LineOutturn, outturnOf, type YearOutturn } from './year-end.ts'

/** A line whose year end is tried. Pence; `variance` is what is foreseen over (+) or under (-); null: that cannot be said. */
export interface TriedLine {
  readonly id: string
  readonly managedBy: string
  readonly fence: string | null
  readonly budget: bigint
  readonly variance: bigint | null
}

/** What somebody tries: the fund as a whole over (+) or under (-), or some lines; the other lines stay as foreseen. Pence. */
export interface Trial {
  readonly whole: bigint | null
  readonly lines: ReadonlyMap<string, bigint>
}

/** What a trial comes to, and of how many lines nothing is foreseen, so that they count as on plan. */
export interface Tried {
  readonly outturn: YearOutturn
  readonly onPlan: number
}

/** Works a trial out; nothing is stored. Tried as a whole, every line is over or under by its part of the budget, to the penny. */
export function tryOut(lines: readonly TriedLine[], trial: Trial): Tried {
  if (trial.whole !== null) return { outturn: wholeOf(lines, trial.whole), onPlan: 0 }
  const worked = lines.map(({ id, managedBy, fence, budget, variance }): LineOutturn => {
    const over = trial.lines.get(id) ?? variance ?? 0n
    return { managedBy, fence, budget, spend: budget + over }
  })
  return { outturn: outturnOf(worked), onPlan: lines.filter(({ id, variance }) => variance === null && !trial.lines.has(id)).length }
}

function wholeOf(lines: readonly TriedLine[], whole: bigint): YearOutturn {
  const budget = totalOf(lines.map((line) => line.budget))
  const open = lines.filter(({ fence }) => fence === null)
  const parts = splitPence(
    whole,
    open.map((line) => (line.budget > 0n ? line.budget : 0n)),
  )
  const byManager = new Map<string, bigint>()
  for (const [place, { managedBy }] of open.entries()) byManager.set(managedBy, (byManager.get(managedBy) ?? 0n) + (parts?.[place] ?? 0n))
  return { budget, spend: budget + whole, fenced: 0n, overspend: whole, byManager }
}
