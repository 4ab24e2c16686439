import type { NumberingRule } from './terms/procedure.ts'

/**
 * The number of the first minute of a meeting: the one after `last` where numbers run on, else 1. `last` is the highest number the body has
 * used, null before any. Null where the terms say nothing, or where numbers run on from a start that nobody knows: a person chooses.
 */
export function firstMinuteNumber(rule: NumberingRule | null, last: number | null): number | null {
  if (rule === null) return null
  if (!rule.runsOn) return 1
  return last === null ? rule.start : last + 1
}

/** The numbers of `count` minutes from a first one; they follow the printed order of items, and gaps never close. */
export function minuteNumbers(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}
