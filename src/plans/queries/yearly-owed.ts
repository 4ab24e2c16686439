import type { Reader } from '#platform/database/session.ts'
import { presses } from '../rules/duty.ts'
import { dutyKindWords } from '../words/duty.ts'
import { dutyLines, listYearlyDuties } from './yearly-duties.ts'

/** How what a board owes every year stands: the cycles that closed within a year, are open, or are overdue. */
export interface YearlyOwing {
  readonly of: number
  readonly overdue: number
  /** Those that are open and close within a month. */
  readonly soon: number
  readonly metLate: number
  /** Those that were met or waived. */
  readonly done: number
  /** What is overdue, in words, each once. */
  readonly late: readonly string[]
}

/** How the yearly duties of boards stand, by board, as far as the reader may see them; boards that owe nothing now are left out (P11). */
export async function findYearlyOwing(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, YearlyOwing>> {
  const lines = dutyLines(await listYearlyDuties(reader, bodies), today)
  return new Map(
    [...Map.groupBy(lines, ({ duty }) => duty.body)].map(([body, own]) => {
      const count = (...states: (typeof own)[number]['state'][]): number => own.filter(({ state }) => states.includes(state)).length
      const overdue = own.filter(({ state }) => state === 'overdue')
      const done = count('met', 'met-late', 'waived')
      return [
        body,
        {
          ...{ of: count('overdue', 'due') + done, overdue: overdue.length, metLate: count('met-late'), done },
          soon: own.filter((line) => line.state === 'due' && presses(line, today)).length,
          late: [...new Set(overdue.map(({ duty }) => dutyKindWords[duty.kind]))],
        },
      ]
    }),
  )
}
