import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { liveChannel } from '#meetings/public.ts'
import { alone, type Figure } from './figure.ts'
import { type BenchHouse, openBenchHouse } from './house.ts'
import type { Acted, Acting } from './live-acting.ts'
import { type Desks, openDesks } from './live-desks.ts'

/** A room: who follows the page, and how often each of thirty at the table enters something. */
interface Room {
  readonly name: string
  /** Pages of people of full sight, who hear of every part. */
  readonly members: number
  /** Pages of visitors, who hear of the public part only. */
  readonly visitors: number
  readonly seconds: number
  /** Milliseconds between two entries of one person, in the middle. */
  readonly pause: number
}

const ACTING = 30
/** As a meeting is: everybody at the table has the page open, the others look from outside, and each enters something three times in a minute. */
const usual: Room = { name: '30 at the table and 70 visitors', members: 30, visitors: 70, seconds: 60, pause: 20_000 }
/** The worst: all hundred see everything, and ten entries come each second. */
const worst: Room = { name: 'worst case, all 100 of full sight, 10 entries a second', members: 100, visitors: 0, seconds: 15, pause: 3_000 }

/**
 * A public meeting that a hundred people follow while thirty enter arrivals and departures: how long after it was committed until everybody holds each
 * part that changed, and how long an answer takes. Votes and notes are not measured; visitors hear only of items and the state of the meeting, which stand still here.
 */
export async function liveBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'product-server.ts')], {
    env: { ...process.env, APP_URL: house.appUrl, DATA: house.data },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ear = await hear(house.appUrl)
  try {
    return await measure(house, `http://127.0.0.1:${await portOf(server)}`)
  } finally {
    await ear.end()
    server.kill('SIGKILL')
    await once(server, 'exit')
    await house.close()
  }
}

async function measure(house: BenchHouse, url: string): Promise<readonly Figure[]> {
  const desks = await openDesks(house, ACTING, worst.members)
  await act(url, desks, { ...worst, seconds: 5 }) // until the code is warm
  return [...(await measureRoom(url, desks, usual)), ...(await measureRoom(url, desks, worst))]
}

async function measureRoom(url: string, desks: Desks, room: Room): Promise<readonly Figure[]> {
  const cookies = [
    ...desks.watching.slice(0, room.members).map(({ cookie }) => cookie),
    ...Array.from({ length: room.visitors }, () => undefined),
  ]
  const watchers = cookies.map((cookie) => watcherOf(url, desks.meeting, cookie))
  await Promise.all(watchers.map((watcher) => watcher.open()))
  await sleep(2_000) // until everybody holds what the stream begins with
  for (const watcher of watchers) watcher.seen.length = 0
  const { answers, lag } = await act(url, desks, room)
  await sleep(1_500)
  const seen = watchers.flatMap((watcher) => watcher.seen)
  for (const watcher of watchers) watcher.close()
  const [change, answer] = [percentile(seen, 0.95), percentile(answers, 0.95)]
  const load = `load ${loadavg()[0]?.toFixed(1)}`
  return [
    alone(`live, ${room.name}: a change is held, p95 (${seen.length} times, ${load})`, 'ms', change, 'under 1,000', change < 1_000),
    alone(
      `live, ${room.name}: an answer to a form, p95 (${answers.length} answers, ${load}, the clock late by ${lag} ms)`,
      'ms',
      answer,
      'under 100',
      answer < 100,
    ),
  ]
}

/** When each revision of a part stood in the database, which tells it when it is committed. */
const toldAt = new Map<string, number>()

/** Hears for itself when something was entered, so that what a stream waits before it tells counts, too. */
async function hear(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('notification', ({ payload = '{}' }) => {
    const { part, revision } = JSON.parse(payload) as { part: string; revision: number }
    toldAt.set(`${part} ${revision}`, performance.now())
  })
  await client.connect()
  await client.query(`listen ${pg.escapeIdentifier(liveChannel)}`)
  return client
}

/** How far one part is on somebody's screen. */
interface Held {
  held: number
  wanted: number
}

/** Somebody who looks. */
interface Watcher {
  /** How long after it was committed each revision was held, in milliseconds. */
  readonly seen: number[]
  open(): Promise<void>
  close(): void
}

/** Somebody who hears of revisions and fetches all parts that changed at once, as the script of the page does; a visitor without a cookie. */
function watcherOf(origin: string, meeting: string, cookie: string | undefined): Watcher {
  const url = `${origin}/meetings/${meeting}/live`
  const headers: Readonly<Record<string, string>> = cookie === undefined ? {} : { cookie }
  const stop = new AbortController()
  const parts = new Map<string, Held>()
  const seen: number[] = []
  let isBusy = false
  const behind = () => [...parts].filter(([, { held, wanted }]) => held < wanted)
  const fetchParts = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    while (behind().length > 0 && !stop.signal.aborted) {
      await sleep(40 + Math.random() * 160)
      const names = behind().map(([part]) => part)
      const ask = () =>
        fetch(`${url}/parts/${names.join(',')}`, { headers: { ...headers, 'x-part': names.join(',') }, signal: stop.signal })
      const answer = await ask().catch(ask)
      for (const [part, revision] of revisionsOf(names, answer.headers.get('x-revision'), await answer.text())) {
        const one = parts.get(part)
        if (one) seen.push(...hold(part, one, revision))
      }
    }
    isBusy = false
  }
  const listen = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const { part, revision } of newsOf(body)) {
      const one = parts.get(part) ?? { held: revision - 1, wanted: 0 }
      parts.set(part, one)
      one.wanted = Math.max(one.wanted, revision)
      void fetchParts().catch(() => {})
    }
  }
  const open = async (): Promise<void> => {
    const answer = await fetch(`${url}/stream`, { headers, signal: stop.signal })
    if (!answer.ok || !answer.body) throw new Error(`The stream answers ${answer.status}.`)
    void listen(answer.body).catch(() => {})
  }
  return { seen, open, close: () => stop.abort() }
}

/** Which revision of each part an answer holds: one part says it in a header, several each in its element. */
function revisionsOf(names: readonly string[], header: string | null, html: string): readonly (readonly [string, number])[] {
  const [only] = names
  if (names.length === 1 && only !== undefined) return [[only, Number(header ?? 0)]]
  return [...html.matchAll(/<live-part id="[^"]*" name="([^"]*)" src="[^"]*" revision="(\d+)"/g)].map(
    ([, part = '', revision]) => [part, Number(revision)] as const,
  )
}

/** What a stream tells. */
async function* newsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<{ readonly part: string; readonly revision: number }> {
  const decoder = new TextDecoder()
  for await (const chunk of body)
    for (const [, data = ''] of decoder.decode(chunk, { stream: true }).matchAll(/^data: (.*)$/gm))
      yield JSON.parse(data) as { part: string; revision: number }
}

/** Every revision that a view is the first to hold counts, not only the last. */
function hold(part: string, one: Held, revision: number): readonly number[] {
  const waits: number[] = []
  for (let next = one.held + 1; next <= revision; next += 1) {
    const at = toldAt.get(`${part} ${next}`)
    if (at !== undefined) waits.push(performance.now() - at)
  }
  one.held = Math.max(one.held, revision)
  return waits
}

/** Has those at the table enter things from a process of their own, so that what a hundred pages read here does not hold up the clock there. */
async function act(url: string, desks: Desks, { seconds, pause }: Room): Promise<Acted> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'live-acting.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ url: `${url}/meetings/${desks.meeting}/live`, desks: desks.acting, seconds, pause } satisfies Acting))
  const ended = once(child, 'exit')
  const said = await text(child.stdout)
  const [code] = await ended
  if (code !== 0) throw new Error('Those who act failed.')
  return JSON.parse(said) as Acted
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
