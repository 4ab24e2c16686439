import type { Clock } from './time/clock.ts'

/** Something of the database that every page shows and that changes once in years. */
export interface Remembered<Value> {
  tell(): Promise<Value> | Value
  /** Asks anew next time, for example because somebody has just changed it here. */
  forget(): void
}

/** Remembers what `read` gave for a minute; a change in another process is seen after that at the latest. */
export function remember<Value>(clock: Clock, read: () => Promise<Value>): Remembered<Value> {
  let known: { readonly value: Value; readonly until: number } | undefined
  let changes = 0
  const tell = (): Promise<Value> | Value => {
    const now = clock.now().epochMilliseconds
    if (known && now < known.until) return known.value
    const before = changes
    return read().then((value) => {
      // What was read before a change is not kept after it.
      if (changes === before) known = { value, until: now + 60_000 }
      return value
    })
  }
  const forget = (): void => {
    changes += 1
    known = undefined
  }
  return { tell, forget }
}
