import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'goldenthread-upload-'
/** Hours after which nobody reads a form any more, whatever has the number of its process now. */
const OLD = 24

/** Makes a folder for the files of one form, which only this user can enter. Its name says which process it belongs to. */
export function makeUploadFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
}

/**
 * Removes the folders of processes that were killed while they read a form; for the start, before the first request is taken. A folder of a process
 * that lives is left alone for a day: another house may run on this machine.
 * @returns how many were removed
 */
export async function sweepUploadFolders(now: Temporal.Instant, at: string = tmpdir()): Promise<number> {
  let swept = 0
  for (const name of await readdir(at)) {
    const owner = /^goldenthread-upload-(?:(\d+)-)?\w{6}$/.exec(name)
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
  // In a container every life has the same number; this one has read no form yet.
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
