/** How the time of a meeting is filled. */
export interface FreeTime {
  /** How long a meeting may last by the terms, in minutes; undefined where they do not say. */
  readonly longest: number | undefined
  /** Minutes that items state. */
  readonly planned: number
  /** Items of which nobody has said how long they take: they are not counted as nothing. */
  readonly untimed: number
  /** Minutes left of the longest duration, below 0 where more is planned; undefined where the terms state none. */
  readonly free: number | undefined
}

/** What is left of a meeting's time (M1): its free slot. @param minutes - of each item; null where nobody has said */
export function freeTime(longest: number | undefined, minutes: readonly (number | null)[]): FreeTime {
  const planned = minutes.reduce((sum: number, one) => sum + (one ?? 0), 0)
  return {
    longest,
    planned,
    untimed: minutes.filter((one) => one === null).length,
    free: longest === undefined ? undefined : longest - planned,
  }
}
