import { spawn } from 'node:child_process'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeWorkingFolder } from '../working-folder.ts'

/** What a child process may use before it is ended. */
export interface ChildLimits {
  /** Memory it may reserve, in megabytes; typesetting reserves about twice what it holds at most. */
  readonly megabytes: number
  readonly seconds: number
  /** Ends the child at once when aborted. */
  readonly signal?: AbortSignal | undefined
  /** Told each line that the child writes to its standard output: how far it is. */
  readonly say?: ((line: string) => void) | undefined
}

/** Why a child process gave no answer. */
export type ChildFault = 'too-large' | 'too-slow' | 'stopped' | 'fault'

const sentences: Record<ChildFault, string> = {
  'too-large': 'The document is too large to be made in one piece. Divide it, or put part of it into a supplement.',
  'too-slow': 'Making the document took too long, so it was stopped. Divide it, or put part of it into a supplement.',
  stopped: 'Making the document was stopped.',
  fault: 'The document could not be made.',
}

/** A child process failed; `message` is a sentence for the person who asked, `detail` is for the log. */
export class ChildFailed extends Error {
  readonly reason: ChildFault
  readonly detail: string

  constructor(reason: ChildFault, detail: string) {
    super(sentences[reason])
    this.name = 'ChildFailed'
    this.reason = reason
    this.detail = detail
  }
}

/** Files a child is given, and the names of those it must leave behind. */
export interface ChildJob<Name extends string> {
  /** Address of a plain .ts file beside this one that Node can run without a compiler. */
  readonly script: URL
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Further files, opened one after the other, so that never two of them are in memory; one that cannot be opened is left out. */
  readonly opened?: Readonly<Record<string, () => Promise<Uint8Array>>> | undefined
  /** Names in the child's folder, and the files of this machine that are copied there; for what is too large to be held in memory. */
  readonly copies?: Readonly<Record<string, string>> | undefined
  readonly answers: readonly Name[]
  /** True where the files are hostile: the child then reads only its own folder and the code, writes only its folder, and has no network. */
  readonly sealed?: boolean | undefined
}

const home = fileURLToPath(new URL('../../../../', import.meta.url))

/**
 * Runs a script in a process of its own, in a folder only this user can enter, which is removed afterwards.
 * The script gets the folder as its argument and an environment that holds nothing of the server's.
 * Throws ChildFailed when it reaches a limit, is stopped or fails.
 */
export async function runLimited<Name extends string>(job: ChildJob<Name>, limits: ChildLimits): Promise<Record<Name, Uint8Array>> {
  if (limits.signal?.aborted) throw new ChildFailed('stopped', 'aborted before the start')
  const folder = await makeWorkingFolder('child')
  try {
    const empty = join(folder, 'empty')
    await mkdir(empty, { mode: 0o700 })
    // The compiler always looks for system fonts. Naming one empty folder is the only way to switch that off; naming none is not.
    await writeFile(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig><dir>${empty}</dir></fontconfig>`)
    for (const [name, content] of Object.entries(job.files)) await writeFile(join(folder, name), content, { mode: 0o600 })
    for (const [name, opened] of Object.entries(job.opened ?? {})) {
      const content = await opened().catch(() => undefined)
      if (content) await writeFile(join(folder, name), content, { mode: 0o600 })
    }
    for (const [name, from] of Object.entries(job.copies ?? {})) await copyFile(from, join(folder, name))
    await run([...(job.sealed ? seal(folder) : []), fileURLToPath(job.script), folder], folder, limits)
    const answers: [string, Uint8Array][] = []
    for (const name of job.answers) answers.push([name, await readFile(join(folder, name))])
    return Object.fromEntries(answers) as Record<Name, Uint8Array>
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a sealed child may touch: Node's permission model refuses the rest, and network, threads and programs with it. */
function seal(folder: string): readonly string[] {
  const code = ['src', 'node_modules'].map((name) => `--allow-fs-read=${join(home, name)}/*`)
  return [
    '--permission',
    ...code,
    `--allow-fs-read=${join(home, 'package.json')}`,
    `--allow-fs-read=${folder}/*`,
    `--allow-fs-write=${folder}/*`,
  ]
}

function command(words: readonly string[], megabytes: number): [string, string[]] {
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', ...words]
  if (process.platform === 'win32') return [process.execPath, node.slice(1)]
  // ulimit -d holds native memory too; a limit on the JavaScript heap would not, because the compiler lives outside it.
  return ['/bin/sh', ['-c', `ulimit -d ${Math.round(megabytes) * 1024} && exec "$@"`, 'sh', ...node]]
}

function run(script: readonly string[], folder: string, limits: ChildLimits): Promise<void> {
  // One arena for all threads: a pack of 1,000 pages then holds a seventh less memory.
  const env = { MALLOC_ARENA_MAX: '1', FONTCONFIG_FILE: join(folder, 'fonts.conf'), TMPDIR: folder, LANG: 'C.UTF-8' }
  const [program, words] = command(script, limits.megabytes)
  const child = spawn(program, words, { cwd: folder, env, stdio: ['ignore', limits.say ? 'pipe' : 'ignore', 'pipe'] })
  let said = ''
  let reason: ChildFault | undefined
  const end = (why: ChildFault): void => {
    reason ??= why
    child.kill('SIGKILL')
  }
  const stop = (): void => end('stopped')
  // Whoever stops the server does not leave its children working.
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const timer = setTimeout(() => end('too-slow'), limits.seconds * 1000)
  limits.signal?.addEventListener('abort', stop, { once: true })
  const { say } = limits
  if (child.stdout && say) createInterface({ input: child.stdout }).on('line', say)
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part.toString()).slice(-4000)
  })
  return new Promise((resolve, reject) => {
    const settle = (fault: ChildFailed | undefined): void => {
      clearTimeout(timer)
      process.removeListener('exit', kill)
      limits.signal?.removeEventListener('abort', stop)
      if (fault) reject(fault)
      else resolve()
    }
    child.on('error', (error) => settle(new ChildFailed('fault', error.message)))
    child.on('close', (code, signal) => {
      if (code === 0) settle(undefined)
      else settle(new ChildFailed(reason ?? faultOf(said, signal), `${signal ?? code}: ${said}`))
    })
  })
}

/** A process without memory left dies by a signal of its own making, or says so. */
function faultOf(said: string, signal: NodeJS.Signals | null): ChildFault {
  const noMemory = /out of memory|allocation|cannot allocate|ENOMEM/i.test(said)
  return noMemory || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGSEGV' || signal === 'SIGILL' ? 'too-large' : 'fault'
}
