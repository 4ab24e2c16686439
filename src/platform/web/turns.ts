import type { MiddlewareHandler } from 'hono'
import { type AddressOf, networkOf } from './client-address.ts'

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
  /** False: too many wait, and whoever this is from has most of them. */
  enter(isIn: boolean): void
}

/** Who waits, by the network they ask from; whose turn it is stands first. */
type Queues = Map<string, Waiting[]>

/**
 * Lets parts of pages that people follow (GET with `X-Part`) in a few at a time: network by network in turn, and of one network first come first
 * served, so that whoever asks for a thousand keeps only themselves waiting. When something changes everybody asks at
 * once; what somebody enters at that moment (POST with `X-Part`) does not stand behind a hundred of those: it is let in at once, as everything else
 * is, and while it is worked on nobody who can wait is let in. Where too many wait already: 503 with Retry-After, to the last of the network that has most of them.
 */
export function partsInTurn(addressOf: AddressOf, { atOnce, most, patience, yields }: Turns = usual): MiddlewareHandler {
  const queues: Queues = new Map()
  let working = 0
  let entering = 0
  const mayEnter = (since: number): boolean => working < atOnce && (entering === 0 || performance.now() - since > yields)
  const admit = (): void => {
    for (let first = firstOf(queues); first && mayEnter(first.since); first = firstOf(queues)) {
      passTurn(queues)
      working += 1
      first.enter(true)
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
    // Asked for before the waiting: the server only tells whoever has asked.
    const { signal } = c.req.raw
    const { promise, resolve } = Promise.withResolvers<boolean>()
    join(queues, networkOf(addressOf(c.env)), { since: performance.now(), enter: resolve })
    admit()
    if (waitingIn(queues) > most) turnAway(queues)
    if (!(await promise)) return c.text('Too many ask at this moment.\n', 503, { 'Retry-After': '5' })
    // Whoever has gone meanwhile is asked for nothing more.
    if (signal.aborted) {
      left()
      return c.body(null, 503)
    }
    return within(patience, left, next)
  }
}

function join(queues: Queues, network: string, one: Waiting): void {
  const queue = queues.get(network)
  if (queue) queue.push(one)
  else queues.set(network, [one])
}

function firstOf(queues: Queues): Waiting | undefined {
  for (const [first] of queues.values()) return first
  return undefined
}

/** Takes away whose turn it is; the rest of their network stands behind all others. */
function passTurn(queues: Queues): void {
  for (const [network, queue] of queues) {
    queue.shift()
    queues.delete(network)
    if (queue.length > 0) queues.set(network, queue)
    return
  }
}

function waitingIn(queues: Queues): number {
  let all = 0
  for (const queue of queues.values()) all += queue.length
  return all
}

/** Sends the last of the longest queue away. */
function turnAway(queues: Queues): void {
  let longest: [string, Waiting[]] | undefined
  for (const one of queues) if (longest === undefined || one[1].length > longest[1].length) longest = one
  if (longest === undefined) return
  const [network, queue] = longest
  queue.pop()?.enter(false)
  if (queue.length === 0) queues.delete(network)
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
