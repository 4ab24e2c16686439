import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { after } from 'node:test'
import { loading, plainEnvironment } from '#test/support/loading.ts'

const running = new Set<ChildProcess>()
after(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** The product in a process of its own. */
export interface Product {
  readonly process: ChildProcess
  /** Where it answers; rejects with what it said when it ends before. */
  readonly ready: Promise<string>
  readonly ended: Promise<number | null>
  readonly said: () => string
}

/** Starts the product in a process group of its own, on a free port and without the sample; what still runs after the tests of a file is killed. */
export function start(data: string, settings: Readonly<Record<string, string>> = {}): Product {
  return started([...loading, 'src/main.ts'], { ...plainEnvironment, ...settingsFor(data), ...settings })
}

/** Starts it as `npm start` does for the first time: nothing has been compiled by others. */
export function startAsPeopleDo(data: string): Product {
  return started([...loading, 'src/main.ts'], { PATH: process.env.PATH, ...settingsFor(data) })
}

const settingsFor = (data: string): Readonly<Record<string, string>> => ({ GOLDENTHREAD_DATA: data, GOLDENTHREAD_SAMPLE: 'off', PORT: '0' })

function started(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Product {
  const child = spawn(process.execPath, words, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  const ready = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk
      const found = /ready: (http\S+)/.exec(said)
      if (found) ready.resolve(found[1] ?? '')
    })
  }
  ready.promise.catch(() => {})
  const ended = once(child, 'close').then(() => {
    running.delete(child)
    ready.reject(new Error(said))
    return child.exitCode
  })
  return { process: child, ready: ready.promise, ended, said: () => said }
}
