import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyAudit } from '#platform/database/audit-verify.ts'
import { openUnchecked } from '#platform/database/open.ts'
import { withClient } from '#platform/database/roles.ts'
import { createApp } from '#src/app.tsx'
import { readConfig } from '#src/config.ts'
import { openHouse, openServer } from '#src/start/house-database.ts'
import { onServer } from '#src/start/own-server.ts'
import { type Client, openClient } from '../support/client.ts'
import type { TestHouse } from '../support/house.ts'
import { loading, plainEnvironment } from '../support/loading.ts'
import { openNeeds } from '../support/needs.ts'
import { freePort } from '../support/product.ts'
import { assertKept, assertOnce } from './accounts.ts'
import { beginMeetings, type RunningMeeting } from './fifty-meetings.ts'
import { handsAt, startWriters } from './writers.ts'

/** `ROUNDS=40 npm test -- kill-nine` for longer. */
const ROUNDS = Number(process.env.ROUNDS ?? 3)
const MEETINGS = 50

const data = mkdtempSync(join(tmpdir(), 'goldenthread-kill-'))
let running: ChildProcess | undefined
after(() => {
  running?.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

/** Meetings in progress in a house on disk, which nobody serves yet. */
async function arrange(): Promise<readonly RunningMeeting[]> {
  const server = await openServer(readConfig({ GOLDENTHREAD_DATA: data }))
  try {
    await (await openHouse(server)).destroy()
    const { needs, clock, close } = await openNeeds(server.url, data, Temporal.Now.instant())
    const ownerDb = openUnchecked(server.ownerUrl)
    const meetings = await beginMeetings({ app: await createApp(needs), needs, clock, ownerDb }, MEETINGS)
    await Promise.all([close(), ownerDb.destroy()])
    return meetings
  } finally {
    await server.stop()
  }
}

/** Starts the product and waits until it answers. */
async function start(port: number): Promise<ChildProcess> {
  const env = { ...plainEnvironment, GOLDENTHREAD_DATA: data, GOLDENTHREAD_SAMPLE: 'off', PORT: String(port) }
  const child = spawn(process.execPath, [...loading, 'src/main.ts'], { env, stdio: 'ignore' })
  running = child
  for (const until = performance.now() + 60_000; performance.now() < until; await sleep(20)) {
    assert.equal(child.exitCode, null, 'the product ended by itself')
    if ((await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok) return child
  }
  throw new Error('The product does not answer.')
}

/** A browser that speaks to the process over its port. */
function browserAt(port: number): Pick<TestHouse, 'app'> {
  const request = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(30_000) })
  return { app: { request } as unknown as TestHouse['app'] }
}

/** Everybody's browser, by e-mail address; a session outlives the server. */
async function signIn(port: number, meetings: readonly RunningMeeting[]): Promise<Map<string, Client>> {
  const people = new Map(
    [...new Set(meetings.map(({ board }) => board))].flatMap(({ clerk, voters }) => [clerk, ...voters]).map((one) => [one.email, one]),
  )
  const clients = new Map<string, Client>()
  await Promise.all(
    [...people.values()].map(async (person) => clients.set(person.email, await openClient(browserAt(port) as TestHouse, person))),
  )
  return clients
}

test(`X5: kill -9 at random moments of ${MEETINGS} live meetings: nothing acknowledged is lost, nothing sent again is there twice`, async (t) => {
  const meetings = await arrange()
  const port = await freePort()
  let child = await start(port)
  const clients = await signIn(port, meetings)
  const find = (email: string): Client => {
    const client = clients.get(email)
    assert.ok(client)
    return client
  }
  let gate = Promise.withResolvers<void>()
  gate.resolve()
  const hands = meetings.flatMap((meeting) =>
    handsAt(
      meeting,
      find(meeting.board.clerk.email),
      meeting.board.voters.map(({ email }) => find(email)),
    ),
  )
  const writers = startWriters(hands, async () => {
    await gate.promise
    await sleep(20)
  })
  t.after(writers.leave)
  const config = readConfig({ GOLDENTHREAD_DATA: data })
  let slowest = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    await writers.answered(30) // a server that was just started is slow at first: every round gets some answers before it is cut short
    await sleep(Math.random() * 1_000)
    gate = Promise.withResolvers<void>()
    child.kill('SIGKILL')
    const acknowledged = [...writers.ledger.acknowledged]
    await once(child, 'exit')
    const began = performance.now()
    child = await start(port)
    slowest = Math.max(slowest, performance.now() - began)
    await onServer(config, async (url) => {
      const db = openUnchecked(url)
      await assertKept(db, acknowledged).finally(() => db.destroy())
    })
    gate.resolve()
  }
  await sleep(500)
  await writers.stop()
  await onServer(config, async (url) => {
    const db = openUnchecked(url)
    await assertOnce(db, meetings, writers.ledger).finally(() => db.destroy())
    assert.deepEqual((await withClient(url, (client) => verifyAudit(client))).faults, [])
  })
  child.kill('SIGTERM')
  await once(child, 'exit')
  const { acknowledged, repeats, faults, waits } = writers.ledger
  const p95 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.95)] ?? 0
  const counts = Object.entries(Object.groupBy(acknowledged, ({ act }) => act)).map(([act, list]) => `${list?.length} ${act}`)
  t.diagnostic(
    `${ROUNDS} kills, ${acknowledged.length} entries acknowledged (${counts.join(', ')}), ${repeats} sent again, ${faults} of them after a fault, 0 lost, 0 twice`,
  )
  t.diagnostic(
    `answer p95 ${p95.toFixed()} ms with ${hands.length} people acting at once; back within ${slowest.toFixed()} ms after a kill`,
  )
  assert.ok(acknowledged.length > 30 * ROUNDS)
})
