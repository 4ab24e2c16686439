/** A budget line as far as it is added up. Null: not known, or nothing recorded. Pence. */
export interface SummedLine {
  readonly year: number
  /** Its plan after all moves. */
  readonly budget: bigint | null
  readonly spent: bigint | null
}

/** The lines of one financial year together; what is not known stands beside the sum and is never 0. */
export interface LineYearSum {
  readonly year: number
  readonly lines: number
  readonly budget: bigint
  readonly budgetMissing: number
  readonly spent: bigint
  readonly spentMissing: number
}

/** Adds up budget lines year by year, the earliest first: sums of two years are never one. Source: requirement T5; handbook of plans and performance, 1.1. */
export function lineSums(lines: readonly SummedLine[]): readonly LineYearSum[] {
  const sum = (of: readonly (bigint | null)[]) => of.reduce<bigint>((all, one) => all + (one ?? 0n), 0n)
  const missing = (of: readonly (bigint | null)[]) => of.filter((one) => one === null).length
  return [...Map.groupBy(lines, ({ year }) => year)]
    .toSorted(([one], [other]) => one - other)
    .map(([year, own]) => {
      const [budgets, spends] = [own.map(({ budget }) => budget), own.map(({ spent }) => spent)]
      return {
        ...{ year, lines: own.length, budget: sum(budgets), budgetMissing: missing(budgets) },
        ...{ spent: sum(spends), spentMissing: missing(spends) },
      }
    })
}
