/** Lets a few do a thing at the same time and some more wait; whoever comes then is told that it is busy. */
export interface Turns {
  /** Undefined where too many wait already. */
  take<Value>(work: () => Promise<Value>): Promise<Value | undefined>
}

/** Makes turns: `running` at once, `waiting` in the queue. */
export function makeTurns(running: number, waiting: number): Turns {
  let free = running
  const queue: (() => void)[] = []
  const next = (): void => {
    const first = queue.shift()
    if (first) first()
    else free += 1
  }
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve) => queue.push(resolve))
  }
  return {
    async take(work) {
      if (free === 0 && queue.length >= waiting) return undefined
      await enter()
      try {
        return await work()
      } finally {
        next()
      }
    },
  }
}
