import type { Log } from '#platform/log.ts'

/** Something done again and again, until it is stopped. */
export interface Repetition {
  /** Does it no more, and waits for the time that is under way. */
  stop(): Promise<void>
}

/** Does `work` every `seconds`, never twice at once; a failure is logged, and the next time comes. */
export function every(seconds: number, log: Log, work: () => Promise<unknown>): Repetition {
  let current: Promise<unknown> | undefined
  const once = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error({ err: error }, 'a regular task failed')
    }
  }
  const timer = setInterval(() => {
    current ??= once().finally(() => {
      current = undefined
    })
  }, seconds * 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await current
    },
  }
}
