/** Says how many seconds a key has to wait; undefined: it may go on. */
export type RateLimit = (key: string, now: Temporal.Instant) => number | undefined

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
