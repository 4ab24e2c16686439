import { heldOn, heldWithin } from './dated.ts'
import { namedProblem, type TypedName } from './named.ts'

/** A level of need as a document of thresholds names it. */
export interface ThresholdLevel {
  readonly level: number
  readonly name: string
  /** What it means; empty in what the product brought. */
  readonly means: string
}

/** Published thresholds from a day on; they hold until the next ones begin. */
export interface ThresholdDocument {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly setBy: string
  /** Null: brought with the product. */
  readonly setOn: Temporal.PlainDate | null
  /** From the lowest. */
  readonly levels: readonly ThresholdLevel[]
}

/** How many levels the form asks for at most; published documents of places have four or five. */
export const mostLevels = 6

/** The document that holds on a day: the latest that has begun. Undefined before the first. */
export const thresholdsOn = heldOn

/** The documents that held on one day at least of a time, both its days counted; the latest first. */
export const thresholdsWithin = heldWithin

/**
 * How a count of families is said by the number of their level: with its name where every document that ever began names it alike. Where two differ it is said by
 * its number alone: a level that was said is read by the document of its day.
 */
export function levelNames(documents: readonly ThresholdDocument[], today: Temporal.PlainDate): ReadonlyMap<string, string> {
  const begun = documents.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, today) <= 0).flatMap(({ levels }) => levels)
  const named = (level: number): readonly string[] => [...new Set(begun.filter((one) => one.level === level).map(({ name }) => name))]
  return new Map(
    [...new Set(begun.map(({ level }) => level))].map((level) => {
      const [name, ...others] = named(level)
      return [String(level), others.length > 0 ? `at level ${level}` : `at level ${level}, ${name}`]
    }),
  )
}

/** What is wrong with levels as they were typed, the lowest first; undefined where they are whole: two at least, none left out, each with its meaning and a name of its own. */
export function levelProblem(
  typed: readonly TypedName[],
): { readonly level: number; readonly part: 'name' | 'means'; readonly code: string } | undefined {
  const wrong = namedProblem(typed, 2)
  return wrong && { level: wrong.at, part: wrong.part, code: wrong.code === 'few' ? 'levels-few' : `level-${wrong.code}` }
}
