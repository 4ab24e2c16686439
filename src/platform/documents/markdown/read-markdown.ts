import { Worker } from 'node:worker_threads'
import type { ParsedMarkdown } from '../../paper/parse-markdown.ts'
import type { PaperProblem } from '../../paper/words.ts'
import type { Result } from '../../result.ts'
import { readNow, tooSlow } from './read-now.ts'

type Read = Result<ParsedMarkdown, PaperProblem>

/** What bounds the reading of long texts. */
export interface ReadingLimits {
  /** Texts up to this length are read at once: at worst that takes some tens of milliseconds. */
  readonly shortest: number
  /** How long one text may be read, in milliseconds. */
  readonly milliseconds: number
  /** How many texts may wait for a thread before more are refused. */
  readonly waiting: number
}

const usual: ReadingLimits = { shortest: 10_000, milliseconds: 10_000, waiting: 20 }
const mostThreads = 2
const idleMilliseconds = 30_000

interface Job {
  readonly source: string
  readonly milliseconds: number
  readonly done: (read: Read) => void
}

const idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout }[] = []
const queue: Job[] = []
let busy = 0

/**
 * Reads Markdown into a paper that may be saved. A long text is read on another thread, so that nobody else waits for it; one that takes too
 * long, or more memory than a text can need, is refused as 'too-slow'.
 */
export function readMarkdown(source: string, limits: Partial<ReadingLimits> = {}): Promise<Read> {
  const { shortest, milliseconds, waiting } = { ...usual, ...limits }
  if (source.length <= shortest) return Promise.resolve(readNow(source))
  if (queue.length >= waiting) return Promise.resolve(tooSlow())
  return new Promise((done) => {
    queue.push({ source, milliseconds, done })
    next()
  })
}

function next(): void {
  if (busy >= mostThreads) return
  const job = queue.shift()
  if (!job) return
  busy += 1
  const waiting = idle.pop()
  if (waiting) clearTimeout(waiting.timer)
  run(waiting?.worker ?? start(), job)
}

function start(): Worker {
  // Nothing of the server's environment, and not its compiler.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  worker.unref()
  return worker
}

function run(worker: Worker, { source, milliseconds, done }: Job): void {
  let settled = false
  const settle = (read: Read, isWell: boolean): void => {
    if (settled) return
    settled = true
    clearTimeout(timer)
    worker.removeAllListeners()
    busy -= 1
    if (isWell) rest(worker)
    else void worker.terminate()
    done(read)
    next()
  }
  const timer = setTimeout(() => settle(tooSlow(), false), milliseconds)
  // A message that is lost because the thread ran out of memory is answered by its error or its end.
  worker.once('message', (read: Read) => settle(read, true))
  worker.once('error', () => settle(tooSlow(), false))
  worker.once('exit', () => settle(tooSlow(), false))
  worker.postMessage(source)
}

function rest(worker: Worker): void {
  const timer = setTimeout(() => {
    const at = idle.findIndex((one) => one.worker === worker)
    if (at >= 0) idle.splice(at, 1)
    void worker.terminate()
  }, idleMilliseconds)
  timer.unref()
  // A thread that ends while it rests is not offered again.
  worker.once('exit', () => {
    const at = idle.findIndex((one) => one.worker === worker)
    if (at >= 0) idle.splice(at, 1)
  })
  worker.on('error', () => {})
  idle.push({ worker, timer })
}
