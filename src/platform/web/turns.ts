import type { MiddlewareHandler } from 'hono'

/** How requests that can wait are let in. */
export interface Turns {
  /** How many of them are worked on at once. */
  readonly atOnce: number
  /** How many wait at most; whoever comes after them is told to come back. */
  readonly most: number
  /** Milliseconds after which one that is not done no longer keeps the others waiting. */
  readonly patience: number
  /** Milliseconds for which what somebody enters keeps them waiting; one who has waited as long comes in all the same. */
  readonly yields: number
}

const usual: Turns = { atOnce: 3, most: 2_000, patience: 2_000, yields: 200 }

interface Waiting {
  readonly since: number
  enter(): void
}

/**
 * Lets parts of pages that people follow (GET with `X-Part`) in a few at a time, first come first served. When something changes everybody asks at
 * once; what somebody enters at that moment (POST with `X-Part`) does not stand behind a hundred of those: it is let in at once, as everything else
 * is, and while it is worked on nobody who can wait is let in. Where too many wait already: 503 with Retry-After.
 */
export function partsInTurn({ atOnce, most, patience, yields }: Turns = usual): MiddlewareHandler {
  const waiting: Waiting[] = []
  let working = 0
  let entering = 0
  const mayEnter = (since: number): boolean => working < atOnce && (entering === 0 || performance.now() - since > yields)
  const admit = (): void => {
    for (let [first] = waiting; first && mayEnter(first.since); [first] = waiting) {
      waiting.shift()
      working += 1
      first.enter()
    }
  }
  const entered = (): void => {
    entering -= 1
    admit()
  }
  const left = (): void => {
    working -= 1
    admit()
  }
  return async (c, next) => {
    if (c.req.header('x-part') === undefined) return next()
    if (c.req.method === 'POST') {
      entering += 1
      return within(yields, entered, next)
    }
    if (c.req.method !== 'GET') return next()
    if (waiting.length >= most) return c.text('Too many ask at this moment.\n', 503, { 'Retry-After': '5' })
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push({ since: performance.now(), enter: resolve })
    admit()
    await promise
    return within(patience, left, next)
  }
}

/** Does the work; `done` is called once, when it is done or when so many milliseconds have passed. */
async function within<T>(milliseconds: number, done: () => void, work: () => Promise<T>): Promise<T> {
  const first = once(done)
  const timer = setTimeout(first, milliseconds)
  try {
    return await work()
  } finally {
    clearTimeout(timer)
    first()
  }
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}
