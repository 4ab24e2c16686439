/** Where the present comes from. Only the start of the program makes one; rules take days and instants as arguments. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still until it is set; for tests and the sample. */
export interface FixedClock extends Clock {
  set(instant: Temporal.Instant): void
}

/** Makes a clock that stands at `start` until `set` moves it. */
export function fixedClock(start: Temporal.Instant): FixedClock {
  let present = start
  return {
    now: () => present,
    set: (instant) => {
      present = instant
    },
  }
}
