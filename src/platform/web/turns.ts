import type { MiddlewareHandler } from 'hono'

/** How requests that can wait are let in. */
export interface Turns {
  /** How many of them are worked on at once. */
  readonly atOnce: number
  /** How many wait at most; whoever comes after them is told to come back. */
  readonly most: number
  /** Milliseconds after which one that is not done no longer keeps the others waiting. */
  readonly patience: number
}

const usual: Turns = { atOnce: 3, most: 2_000, patience: 2_000 }

/**
 * Lets parts of pages that people follow (GET with `X-Part`) in a few at a time, first come first served. When something changes everybody asks at
 * once; what somebody enters at that moment does not stand behind a hundred of those: it is let in at once, as everything else is. Where too many wait
 * already: 503 with Retry-After.
 */
export function partsInTurn({ atOnce, most, patience }: Turns = usual): MiddlewareHandler {
  const waiting: (() => void)[] = []
  let working = 0
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
  return async (c, next) => {
    if (c.req.method !== 'GET' || c.req.header('x-part') === undefined) return next()
    if (working >= atOnce && waiting.length >= most) return c.text('Too many ask at this moment.\n', 503, { 'Retry-After': '5' })
    if (working < atOnce) working += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    const done = once(leave)
    const timer = setTimeout(done, patience)
    try {
      return await next()
    } finally {
      clearTimeout(timer)
      done()
    }
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}
