import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#platform/database/ids.ts'
import { alone, type Figure } from './figure.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'
import { type Desk, openDesks } from './live-desks.ts'

const WATCHING = 100
const ACTING = 30
const SECONDS = 15
/** Milliseconds between two entries of one person: thirty people then enter ten things a second. */
const PAUSE = 3_000

/**
 * A public meeting that a hundred people follow, signed in and reading the whole screen, while thirty enter arrivals and departures: how long until
 * everybody holds what changed, and how long an answer takes.
 */
export async function liveBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'product-server.ts')], {
    env: { ...process.env, APP_URL: house.appUrl, DATA: house.data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    return await measure(house, `http://127.0.0.1:${await portOf(server)}`)
  } finally {
    server.kill('SIGKILL')
    await once(server, 'exit')
    await house.close()
  }
}

async function measure(house: BenchHouse, url: string): Promise<readonly Figure[]> {
  const desks = await openDesks(house, ACTING, WATCHING)
  const watchers = desks.watching.map((desk) => watcherOf(url, desks.meeting, desk))
  await Promise.all(watchers.map((watcher) => watcher.open()))
  await act(url, desks.meeting, desks.acting, 3) // until the code is warm
  for (const watcher of watchers) watcher.seen.length = 0
  const answers = await act(url, desks.meeting, desks.acting, SECONDS)
  await sleep(1_500)
  const seen = watchers.flatMap((watcher) => watcher.seen)
  for (const watcher of watchers) watcher.close()
  const [change, answer] = [percentile(seen, 0.95), percentile(answers, 0.95)]
  return [
    alone(
      `live: ${WATCHING} people hold a change while ${ACTING} act, p95 (${seen.length} times)`,
      'ms',
      change,
      'under 1,000',
      change < 1_000,
    ),
    alone(`live: an answer to a form at that load, p95 (${answers.length} answers)`, 'ms', answer, 'under 100', answer < 100),
  ]
}

/** When each revision of attendance was told by the database. */
const toldAt = new Map<number, number>()

/** Somebody who looks; `seen` grows by how long each revision took to reach them, in milliseconds. */
interface Watcher {
  readonly seen: number[]
  open(): Promise<void>
  close(): void
}

/** Watches as the script of the page does: hears of revisions and fetches the part. */
function watcherOf(origin: string, meeting: string, { cookie }: Desk): Watcher {
  const url = `${origin}/meetings/${meeting}/live`
  const headers = { cookie }
  const stop = new AbortController()
  const seen: number[] = []
  const at = { held: 0, wanted: 0, isBusy: false }

  async function fetchPart(): Promise<void> {
    if (at.isBusy) return
    at.isBusy = true
    while (at.held < at.wanted && !stop.signal.aborted) {
      await sleep(40 + Math.random() * 160)
      const ask = () => fetch(`${url}/parts/attendance`, { headers, signal: stop.signal })
      const answer = await ask().catch(ask)
      await answer.text()
      hold(Number(answer.headers.get('x-revision') ?? at.wanted))
    }
    at.isBusy = false
  }

  // Every revision that this view is the first to hold counts, not only the last.
  function hold(revision: number): void {
    for (let one = at.held + 1; one <= revision; one += 1) {
      const told = toldAt.get(one)
      if (told !== undefined) seen.push(performance.now() - told)
    }
    at.held = Math.max(at.held, revision)
  }

  async function listen(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    for await (const chunk of body) {
      for (const [, data = ''] of decoder.decode(chunk, { stream: true }).matchAll(/^data: (.*)$/gm)) {
        const { part, revision } = JSON.parse(data) as { part: string; revision: number }
        if (part !== 'attendance') continue
        if (!toldAt.has(revision)) toldAt.set(revision, performance.now())
        at.wanted = Math.max(at.wanted, revision)
        void fetchPart().catch(() => {})
      }
    }
  }

  return {
    seen,
    open: async () => {
      const answer = await fetch(`${url}/stream`, { headers, signal: stop.signal })
      if (!answer.ok || !answer.body) throw new Error(`The stream answers ${answer.status}.`)
      void listen(answer.body).catch(() => {})
    },
    close: () => stop.abort(),
  }
}

/** Everybody enters something every now and then; hands back how long each answer took, in milliseconds. */
async function act(origin: string, meeting: string, desks: readonly Desk[], seconds: number): Promise<readonly number[]> {
  const until = performance.now() + seconds * 1000
  const took: number[] = []
  const person = async ({ cookie, csrf, line }: Desk): Promise<void> => {
    await sleep(Math.random() * PAUSE)
    for (let turn = 0; performance.now() < until; turn += 1) {
      const body = new URLSearchParams({ csrf, entry: newId(), line, movement: turn % 2 === 0 ? 'arrive' : 'leave' })
      const started = performance.now()
      const send = () =>
        fetch(`${origin}/meetings/${meeting}/live/move`, { method: 'POST', body, headers: { cookie, 'x-part': 'attendance' } })
      // A kept connection may be closed under us: the same entry goes again, as the script of the page does it.
      const answer = await send().catch(send)
      await answer.text()
      if (!answer.ok)
        throw new Error(`An entry was answered with ${answer.status}: ${decodeURIComponent(answer.headers.get('x-refusal') ?? '')}`)
      took.push(performance.now() - started)
      await sleep(PAUSE * (0.5 + Math.random()))
    }
  }
  await Promise.all(desks.map(person))
  return took
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('The server has no output.')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return Number(line.toString().trim())
}
