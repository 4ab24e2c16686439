import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { type Acting, writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { openLog, silentLog } from '#platform/log.ts'
import { createOutbox } from './outbox.ts'
import { doneLevel, startWorker } from './worker.ts'

const { db, urls } = await freshDatabase()
const outbox = createOutbox(db)
const acting: Acting = {
  actor: SYSTEM_ACTOR,
  now: Temporal.Instant.from('2026-03-02T09:00:00Z'),
  today: Temporal.PlainDate.from('2026-03-02'),
}

test('X3: a job exists if, and only if, the command commits; the serving role works it off', async (t) => {
  const command = (word: string, fails: boolean): Promise<string> =>
    writeAs(db, acting, async (tx) => {
      const id = await outbox.enqueue(tx, 'notice', { word })
      if (fails) throw new Error('changed my mind')
      return id
    })
  await assert.rejects(command('dropped', true), /changed my mind/)
  const from = performance.now()
  const kept = await command('kept', false)
  t.diagnostic(`a command with a job: ${(performance.now() - from).toFixed(1)} ms`)
  const waiting = await db.selectFrom('pgboss.job').select('id').where('name', '=', 'notice').execute()
  assert.deepEqual(
    waiting.map((job) => job.id),
    [kept],
  )
  const done = Promise.withResolvers<unknown>()
  const worker = await startWorker({
    url: urls.app,
    log: silentLog,
    schedules: [{ queue: 'document-sweep', cron: '10 3 * * *' }],
    pollEvery: 0.5,
    handlers: { notice: async (job) => done.resolve(job.data) },
  })
  t.after(() => worker.stop())
  assert.deepEqual(await done.promise, { word: 'kept' })
})

test('O1: a log that is kept holds every job; one that a person watches holds none that went well', async (t) => {
  const linesAt = async (doneLevel: 'info' | 'debug'): Promise<readonly string[]> => {
    const lines: string[] = []
    const done = Promise.withResolvers<void>()
    const log = openLog('info', { write: (line) => void lines.push(line) })
    const handlers = { notice: async () => done.resolve() }
    const worker = await startWorker({ url: urls.app, log, doneLevel, schedules: [], pollEvery: 0.5, handlers })
    t.after(() => worker.stop())
    await writeAs(db, acting, (tx) => outbox.enqueue(tx, 'notice', {}))
    await done.promise
    await worker.stop()
    return lines.filter((line) => line.includes('job done'))
  }
  assert.equal((await linesAt('info')).length, 1)
  assert.deepEqual(await linesAt('debug'), [])
  assert.deepEqual([doneLevel({ isTTY: true }), doneLevel({})], ['debug', 'info'])
})

test('X3: a queue that no migration made is refused, and the command with it', async () => {
  await assert.rejects(writeAs(db, acting, (tx) => outbox.enqueue(tx, 'unheard-of' as never, {})))
})
