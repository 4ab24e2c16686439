import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loading } from './loading.ts'

/** A person of the sample, as the product wrote them down for signing in. */
export interface SampleSignIn {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
  /** Seed of the second factor, in base 32. */
  readonly totp: string
}

/** The real product, running in a process of its own with data of its own. */
export interface RunningProduct {
  readonly url: string
  readonly people: readonly SampleSignIn[]
  /** What it has written to its log so far. */
  log(): string
  stop(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../..')

/** Starts the product on a free port, in development, and waits until it answers. */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<RunningProduct> {
  const data = mkdtempSync(path.join(tmpdir(), 'goldenthread-pages-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [...loading, 'src/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', GOLDENTHREAD_DATA: data, GOLDENTHREAD_DEV: 'on', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (written += text))
  await untilReady(child, url, () => written)
  const signIns = path.join(data, 'sample-sign-in.json')
  return {
    url,
    people: existsSync(signIns) ? JSON.parse(readFileSync(signIns, 'utf8')) : [],
    log: () => written,
    async stop() {
      await ended(child)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function untilReady(child: ChildProcess, url: string, written: () => string): Promise<void> {
  const deadline = performance.now() + 90_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The product ended at its start:\n${written().slice(-3000)}`)
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await ended(child)
  throw new Error(`The product did not answer within 90 seconds:\n${written().slice(-3000)}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** A port of this machine on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
