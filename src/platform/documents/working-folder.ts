import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What a folder holds while it is worked on: the files of one form, a Word file being converted, the work of a limited child, a document on its way,
 * published figures that are read in.
 */
export type WorkingFolder = 'upload' | 'convert' | 'child' | 'document' | 'national'

/** Hours after which nobody works in a folder any more, whatever has the number of its process now. */
const OLD = 24

/** Makes a folder that only this user can enter, for one piece of work. Its name says which process it belongs to; whoever made it removes it. */
export function makeWorkingFolder(what: WorkingFolder): Promise<string> {
  return mkdtemp(join(tmpdir(), `goldenthread-${what}-${process.pid}-`))
}

/**
 * Removes the folders of processes that were killed at their work; for the start, before the first request is taken. A folder of a process
 * that lives is left alone for a day: another house may run on this machine.
 * @returns how many were removed
 */
export async function sweepWorkingFolders(now: Temporal.Instant, at: string = tmpdir()): Promise<number> {
  let swept = 0
  for (const name of await readdir(at)) {
    // Folders of earlier releases say no process.
    const owner = /^goldenthread-(?:upload|convert|child|document|national)-(?:(\d+)-)?\w{6}$/.exec(name)
    if (!owner || !(await isOver(join(at, name), owner[1], now))) continue
    await rm(join(at, name), { recursive: true, force: true })
    swept++
  }
  return swept
}

async function isOver(folder: string, pid: string | undefined, now: Temporal.Instant): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found?.isDirectory() || found.uid !== process.getuid?.()) return false
  const age = now.epochMilliseconds - found.mtimeMs
  if (age > OLD * 60 * 60 * 1000) return true
  // In a container every life has the same number; this one has not worked yet.
  return pid !== undefined && (Number(pid) === process.pid || !lives(Number(pid)))
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
