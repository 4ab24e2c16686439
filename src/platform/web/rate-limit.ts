/** Says how many seconds a key has to wait; undefined: it may go on. */
export type RateLimit = (key: string, now: Temporal.Instant) => number | undefined

/** What went wrong, by key: whether a key went wrong too often, asked before it is tried again. */
export interface FailureLimit {
  /** How many seconds a key is held off; undefined: it may try. Asking counts nothing. */
  heldOff(key: string, now: Temporal.Instant): number | undefined
  failed(key: string, now: Temporal.Instant): void
}

/** Holds a key off for the rest of a full minute once it went wrong so often in it, counted in this process. */
export function failureLimit(perMinute: number): FailureLimit {
  const count = rateLimit(perMinute - 1)
  let held = new Map<string, Temporal.Instant>()
  return {
    heldOff: (key, now) => {
      const until = held.get(key)
      return until === undefined || Temporal.Instant.compare(until, now) <= 0 ? undefined : Math.ceil(now.until(until).total('seconds'))
    },
    failed: (key, now) => {
      const wait = count(key, now)
      if (wait === undefined) return
      // Nobody is held off for longer than a minute, so that what is over is forgotten whenever somebody new comes.
      held = new Map([...held].filter(([, until]) => Temporal.Instant.compare(until, now) > 0)).set(key, now.add({ seconds: wait }))
    },
  }
}

/** Lets each key through so often a minute, counted in this process from one full minute to the next. */
export function rateLimit(perMinute: number): RateLimit {
  let minute = -1
  let counts = new Map<string, number>()
  return (key, now) => {
    const present = Math.floor(now.epochMilliseconds / 60_000)
    if (present !== minute) {
      minute = present
      counts = new Map()
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= perMinute ? undefined : Math.max(1, Math.ceil(((minute + 1) * 60_000 - now.epochMilliseconds) / 1000))
  }
}
