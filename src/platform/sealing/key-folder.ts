import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isUuid } from '#platform/web/fields.ts'

/** Keys that must be able to end: each a file of its own beside the database, never in it and never in a backup. */
export interface KeyFolder {
  /** Keeps a key under a uuid, on disk before it resolves. Refuses to replace one. */
  keep(name: string, key: Uint8Array): Promise<void>
  /** The key; undefined where it is not here: destroyed, or left behind when data were brought from elsewhere. */
  find(name: string): Promise<Buffer | undefined>
  /** Writes over the key and deletes it. Nothing where there is none. */
  destroy(name: string): Promise<void>
  /** Names of the keys that were kept before an instant. */
  olderThan(instant: Temporal.Instant): Promise<readonly string[]>
}

/** Keys in a folder of the disk, readable by us alone. */
export function diskKeys(folder: string): KeyFolder {
  const fileOf = (name: string): string => {
    if (!isUuid(name)) throw new Error('A key is named by a uuid.')
    return join(folder, name)
  }
  return {
    keep: async (name, key) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(fileOf(name), 'wx', 0o600)
      await file
        .writeFile(key)
        .then(() => file.sync())
        .finally(() => file.close())
      await syncFolder(folder)
    },
    find: async (name) => readFile(fileOf(name)).catch(absent),
    destroy: async (name) => {
      const file = await open(fileOf(name), 'r+').catch(absent)
      if (file === undefined) return
      try {
        const { size } = await file.stat()
        await file.write(randomBytes(size), 0, size, 0)
        await file.sync()
      } finally {
        await file.close()
      }
      await rm(fileOf(name), { force: true })
      await syncFolder(folder)
    },
    olderThan: async (instant) => {
      const names = (await readdir(folder).catch(absent)) ?? []
      const old: string[] = []
      for (const name of names.filter(isUuid)) {
        const kept = await stat(join(folder, name)).catch(absent)
        if (kept !== undefined && kept.mtimeMs < instant.epochMilliseconds) old.push(name)
      }
      return old
    },
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
