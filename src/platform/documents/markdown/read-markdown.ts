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

interface Thread {
  readonly worker: Worker
  /** Takes the answer to the text that is being read; undefined while it rests. */
  answer: ((read: Read, isWell: boolean) => void) | undefined
  /** Ends a text that takes too long, or a thread that has nothing to do. */
  timer: NodeJS.Timeout | undefined
}

const idle: Thread[] = []
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
  run(idle.pop() ?? start(), job)
}

function start(): Thread {
  // Nothing of the server's environment, and not its compiler.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  const thread: Thread = { worker, answer: undefined, timer: undefined }
  worker.on('message', (read: Read) => thread.answer?.(read, true))
  // A thread that runs out of memory answers by its end; one that ends while it rests is not offered again.
  worker.on('error', () => end(thread))
  worker.on('exit', () => end(thread))
  worker.unref()
  return thread
}

function end(thread: Thread): void {
  thread.answer?.(tooSlow(), false)
  clearTimeout(thread.timer)
  const at = idle.indexOf(thread)
  if (at >= 0) idle.splice(at, 1)
}

function run(thread: Thread, { source, milliseconds, done }: Job): void {
  clearTimeout(thread.timer)
  thread.answer = (read, isWell) => {
    clearTimeout(thread.timer)
    thread.answer = undefined
    busy -= 1
    if (isWell) rest(thread)
    else void thread.worker.terminate()
    done(read)
    next()
  }
  thread.timer = setTimeout(() => thread.answer?.(tooSlow(), false), milliseconds)
  thread.worker.postMessage(source)
}

function rest(thread: Thread): void {
  idle.push(thread)
  thread.timer = setTimeout(() => {
    end(thread)
    void thread.worker.terminate()
  }, idleMilliseconds)
  thread.timer.unref()
}
