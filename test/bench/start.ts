import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../support/product.ts'
import { alone, type Figure } from './figure.ts'

/** From `npm start` to the first answered request: with an empty folder and the sample to load, and again with the data there. */
export async function startBench(): Promise<readonly Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'goldenthread-start-'))
  try {
    const first = await startOnce(data)
    const later = await startOnce(data)
    return [
      alone('first start to first answered request', 's', first, 'at most 15', first <= 15),
      alone('later start to first answered request', 's', later, 'at most 3', later <= 3),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function startOnce(data: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, PORT: String(port), GOLDENTHREAD_DATA: data, GOLDENTHREAD_SAMPLE: 'on' },
    stdio: 'ignore',
    detached: true,
  })
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error('npm start ended before it answered.')
      if (performance.now() - began > 120_000) throw new Error('npm start did not answer within two minutes.')
      await sleep(20)
    }
    return (performance.now() - began) / 1000
  } finally {
    await stop(child)
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`)
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  process.kill(-child.pid, 'SIGINT') // as Ctrl-C does: the whole group
  await ended
}
