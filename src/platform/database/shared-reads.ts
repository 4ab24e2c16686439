/** What was read of one state of the database, for everybody who may read exactly the same of it. */
export interface SharedReads {
  /**
   * Answers with what was read under this key before, or reads it. Whoever asks names in `key` the state of the database and everything that decides
   * which rows are seen; what is handed back is many people's and is never changed.
   */
  read<T>(key: string, read: () => Promise<T>): Promise<T>
}

/** Makes a memory of so many reads; the oldest go first. What failed is not kept: the next who asks reads for oneself. */
export function createSharedReads(most = 64): SharedReads {
  const kept = new Map<string, Promise<unknown>>()
  const begin = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const begun = read()
    kept.set(key, begun)
    begun.catch(() => kept.get(key) === begun && kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return begun
  }
  return {
    async read<T>(key: string, read: () => Promise<T>): Promise<T> {
      const known = kept.get(key) as Promise<T> | undefined
      if (known === undefined) return begin(key, read)
      // Whoever read it first may have failed for a reason of their own, for example a line that broke.
      return known.catch(() => read())
    },
  }
}
