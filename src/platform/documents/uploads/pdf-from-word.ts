import { spawn } from 'node:child_process'
import { copyFile, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkingFolder } from '../working-folder.ts'
import { makeTurns } from './turns.ts'
import { largestFile, type UploadedFile } from './uploaded-file.ts'

/** What a converter may use: an office program starts in seconds and needs most of a gigabyte. */
const limits = { megabytes: 2000, seconds: 90 } as const

/** One at a time: each is a whole office program. */
const turns = makeTurns(1, 4)

/** What became of a conversion. */
export type PdfFromWord<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: 'checks-busy' | 'converter-failed' }

/**
 * Has a program of the operator (GOLDENTHREAD_CONVERTER, for example LibreOffice's soffice) make a PDF of a Word file that was checked before, and
 * hands it to `use` before it is removed. The program gets a folder of its own, an empty environment and limits; without a network where the system
 * lets us take it away.
 */
export async function withPdfFromWord<Value>(
  program: string,
  word: UploadedFile,
  use: (pdf: UploadedFile) => Promise<Value>,
): Promise<PdfFromWord<Value>> {
  const answer = await turns.take(() => convert(program, word, use))
  return answer ?? { ok: false, code: 'checks-busy' }
}

async function convert<Value>(
  program: string,
  word: UploadedFile,
  use: (pdf: UploadedFile) => Promise<Value>,
): Promise<PdfFromWord<Value>> {
  const folder = await realpath(await makeWorkingFolder('convert'))
  try {
    await copyFile(word.path, join(folder, 'in.docx'))
    const words = ['--headless', '--norestore', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder]
    const cut = (await canCutNetwork()) ? ['unshare', '--map-root-user', '--net'] : []
    const ended = await run([...cut, program, ...words, join(folder, 'in.docx')], folder)
    const path = join(folder, 'in.pdf')
    const size = (await stat(path).catch(() => undefined))?.size ?? 0
    if (!ended || size === 0 || size > largestFile) return { ok: false, code: 'converter-failed' }
    const name = `${word.name.replace(/\.[^.]*$/, '')}.pdf`
    return { ok: true, value: await use({ name, size, path, tooLarge: false }) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

let known: Promise<boolean> | undefined

/** Whether this system lets a process give up its network: Linux with user namespaces. Asked once. */
export function canCutNetwork(): Promise<boolean> {
  known ??= process.platform === 'linux' ? run(['unshare', '--map-root-user', '--net', 'true'], tmpdir()) : Promise.resolve(false)
  return known
}

/** Runs a program under limits and ends everything that it started. True where it ended well. */
function run(command: readonly string[], folder: string): Promise<boolean> {
  const env = { HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', PATH: '/usr/local/bin:/usr/bin:/bin' }
  const script = `ulimit -d ${limits.megabytes * 1024}; ulimit -f ${(largestFile / 512) * 4}; exec "$@"`
  // A group of its own: an office program leaves its work to children.
  const child = spawn('/bin/sh', ['-c', script, 'sh', ...command], { cwd: folder, env, stdio: 'ignore', detached: true })
  const end = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nobody of the group is left.
    }
  }
  return new Promise((resolve) => {
    const timer = setTimeout(end, limits.seconds * 1000)
    const settle = (well: boolean): void => {
      clearTimeout(timer)
      end()
      resolve(well)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
  })
}
