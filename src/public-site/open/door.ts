import { type OpenDataNeeds, refreshOpenData } from '../commands/refresh-open-data.ts'

/** Keeps the open data as they should be now; several requests at once wait for the same work. */
export interface OpenDoor {
  /** Resolves when everything that was committed before the call stands in the open data, and nothing that was taken back. */
  fresh(): Promise<void>
}

/**
 * Makes the door of one process. A request never leans on work that began before it came: what was withdrawn in between would be missed. So at
 * most one is at work and one waits, whatever the number of requests.
 */
export function openDoor(needs: OpenDataNeeds): OpenDoor {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    const work = refreshOpenData(needs).finally(() => {
      if (running === work) running = undefined
    })
    running = work
    return work
  }
  return {
    fresh: () => {
      if (running === undefined) return start()
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined
          return start()
        })
      return next
    },
  }
}
