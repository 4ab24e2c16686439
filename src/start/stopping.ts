import type { Log } from '#platform/log.ts'

/** Takes things down in the reverse of the order in which they went up, each once, whatever happens to the others. */
export interface Stopper {
  /** Something is up; `down` takes it down. */
  up(name: string, down: () => Promise<void>): void
  /** Takes everything down; a second call waits for the first. */
  stop(): Promise<void>
  isStopping(): boolean
}

/** Makes a stopper. */
export function createStopper(log: Log): Stopper {
  const steps: { readonly name: string; readonly down: () => Promise<void> }[] = []
  let stopping: Promise<void> | undefined
  const takeDown = async (): Promise<void> => {
    for (const { name, down } of steps.reverse()) {
      await down().catch((error: unknown) => log.error({ err: error, name }, 'something did not stop cleanly'))
    }
  }
  const stop = (): Promise<void> => {
    stopping ??= takeDown()
    return stopping
  }
  return { up: (name, down) => void steps.push({ name, down }), stop, isStopping: () => stopping !== undefined }
}

/** A second Ctrl-C within this time is npm passing on the first one, not a person losing patience. In milliseconds. */
const ECHO = 1_000

/** Stops cleanly on Ctrl-C and on SIGTERM, and at once when a person insists. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let first: number | undefined
  const onSignal = (): void => {
    if (first !== undefined && performance.now() - first > ECHO) process.exit(130)
    if (first !== undefined) return
    first = performance.now()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  process.on('SIGHUP', onSignal)
}
