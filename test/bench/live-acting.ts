/**
 * Thirty people at a table, in a process of their own: reads on its input who they are and how often each enters something, and prints how long each
 * answer took and how late this process's own clock came, which is what the measurement adds by itself.
 */

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#platform/database/ids.ts'
import type { Desk } from './live-desks.ts'

/** Who acts, where and how often. */
export interface Acting {
  /** Of the live page. */
  readonly url: string
  readonly desks: readonly Desk[]
  readonly seconds: number
  /** Milliseconds between two entries of one person, in the middle. */
  readonly pause: number
}

/** What they saw. */
export interface Acted {
  /** How long each answer took, in milliseconds. */
  readonly answers: readonly number[]
  /** By how many milliseconds this process's clock was late, 99 of 100 times at most. */
  readonly lag: number
}

const { url, desks, seconds, pause } = (await json(process.stdin)) as Acting
const resolution = 10
const late = monitorEventLoopDelay({ resolution })
late.enable()
const until = performance.now() + seconds * 1000
const answers: number[] = []
await Promise.all(desks.map(person))
late.disable()
const lag = Math.max(0, Math.round(late.percentile(99) / 1e6) - resolution)
process.stdout.write(JSON.stringify({ answers, lag } satisfies Acted))

/** Comes and goes. */
async function person({ cookie, csrf, line }: Desk): Promise<void> {
  await sleep(Math.random() * pause)
  for (let turn = 0; performance.now() < until; turn += 1) {
    const body = new URLSearchParams({ csrf, entry: newId(), line, movement: turn % 2 === 0 ? 'arrive' : 'leave' })
    for (const field of ['written', 'clock']) body.set(field, String(Date.now()))
    const started = performance.now()
    const send = () => fetch(`${url}/move`, { method: 'POST', body, headers: { cookie, 'x-part': 'attendance' } })
    // A kept connection may be closed under us: the same entry goes again, as the script of the page does it.
    const answer = await send().catch(send)
    await answer.text()
    if (!answer.ok)
      throw new Error(`An entry was answered with ${answer.status}: ${decodeURIComponent(answer.headers.get('x-refusal') ?? '')}`)
    answers.push(performance.now() - started)
    await sleep(pause * (0.5 + Math.random()))
  }
}
